/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * CorGlossary: the words of the trade in ten languages, for texts that are translated. Constant once it is
 * read; then any thread.
 */
typedef struct _CorGlossary CorGlossary;

/* One concept; its words are those of cor_glossary_get_words(). */
typedef struct
{
  const char *id;
  const char *field; /* "charge", "law", … */
} CorGlossaryConcept;

CorGlossary              *cor_glossary_read (const char *data, gssize len) G_GNUC_WARN_UNUSED_RESULT;
void                      cor_glossary_free (CorGlossary *self);
guint                     cor_glossary_get_n_concepts (const CorGlossary *self);
const CorGlossaryConcept *cor_glossary_get_concept (const CorGlossary *self, guint concept);
const char *const        *cor_glossary_get_words (const CorGlossary *self, guint concept, const char *locale);
gsize                     cor_glossary_match (const char *text, const char *at, const char *word);
const char               *cor_glossary_find (const char *text, const char *word, gsize *len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorGlossary, cor_glossary_free)

G_END_DECLS
