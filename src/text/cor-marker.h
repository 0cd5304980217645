/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-terms.h"

G_BEGIN_DECLS

/* Where in a text stands what somebody searched for. */

typedef enum
{
  COR_MARK_WORD,    /* the word itself, in another form or another script at most */
  COR_MARK_MEANING, /* another word for it, of the glossary */
} CorMarkKind;

typedef struct
{
  guint       start, end; /* bytes of the text */
  CorMarkKind kind;
  char       *why; /* of a meaning: "到账 = credited"; else NULL */
} CorMark;

GArray *cor_mark_array_new (void) G_GNUC_WARN_UNUSED_RESULT;

/*
 * CorMarker: a query made ready to mark texts with. Constant once it is made; then any thread.
 */
typedef struct _CorMarker CorMarker;

CorMarker  *cor_marker_new (const char *query,
                            gboolean    is_typing) G_GNUC_WARN_UNUSED_RESULT;
void        cor_marker_free (CorMarker *self);
void        cor_marker_add_term (CorMarker  *self,
                                 const char *text);
void        cor_marker_add_wording (CorMarker  *self,
                                    const char *wording,
                                    const char *said);
const char *cor_marker_get_tail (const CorMarker *self);
GArray     *cor_marker_find (const CorMarker *self,
                             const char      *text,
                             const char      *locale) G_GNUC_WARN_UNUSED_RESULT;
GArray     *cor_marker_find_among (const CorMarker *self,
                                   const char      *text,
                                   const CorTerm   *terms,
                                   guint            n_terms) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMarker, cor_marker_free)

G_END_DECLS
