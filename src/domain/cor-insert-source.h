/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COR_SOURCE_ARTICLE "article"
#define COR_SOURCE_TEMPLATE "template"
#define COR_SOURCE_TRANSLATION "translation"
#define COR_SOURCE_MESSAGE "message" /* no text of it: what is answered, by its id on the desk; text is its line for the agent */

/* What a text was inserted from. The names of kinds are stored. */
typedef struct
{
  const char *kind;
  const char *id;      /* the same on every machine: an article's slug, a template's name in its pack */
  const char *version; /* number or digest of what was shown then, or NULL */
  const char *locale;  /* BCP 47, or NULL */
  const char *text;    /* as it was inserted; NULL where that is not known */

  /* of a translation, whose id is the service: what the agent wrote, in the language that locale names */
  const char *original;
} CorInsertSource;

CorInsertSource *cor_insert_source_copy (const CorInsertSource *self) G_GNUC_WARN_UNUSED_RESULT;
void             cor_insert_source_free (CorInsertSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorInsertSource, cor_insert_source_free)

GPtrArray *cor_insert_source_array_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *cor_insert_source_array_dup (GPtrArray *sources) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cor_insert_source_is_left_in (const CorInsertSource *self, const char *reply);

G_END_DECLS
