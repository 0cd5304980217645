/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Changes with every change of how terms are made: what was indexed with another one is indexed anew. */
#define COR_TERMS_VERSION 1

typedef enum
{
  COR_TERM_WORD,   /* a stem */
  COR_TERM_CODE,   /* a number, an amount, a reference, a reason code: whole */
  COR_TERM_SIGN,   /* one character of a script without blanks */
  COR_TERM_PAUSE,  /* what stands before and after do not belong together; empty */
  COR_TERM_PERIOD, /* the end of a sentence or of a line; empty */
} CorTermKind;

typedef struct
{
  CorTermKind kind;
  const char *text;         /* the term, folded; no blanks in it */
  const char *surface;      /* the same folded but not stemmed */
  const char *language;     /* of the run it is in, or NULL; static */
  guint       start, end;   /* bytes of the text */
  gboolean    is_stop;      /* a word that says little */
  gboolean    is_stop_pair; /* of two signs that say little together */
} CorTerm;

/*
 * CorTerms: a text as what a search compares. Immutable; any thread.
 */
typedef struct _CorTerms CorTerms;

CorTerms      *cor_terms_new (const char *text,
                              const char *locale) G_GNUC_WARN_UNUSED_RESULT;
CorTerms      *cor_terms_new_in (const char *text,
                                 const char *language) G_GNUC_WARN_UNUSED_RESULT;
void           cor_terms_free (CorTerms *self);
const CorTerm *cor_terms_get (const CorTerms *self,
                              guint          *n_terms);
char          *cor_terms_dup_version (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTerms, cor_terms_free)

G_END_DECLS
