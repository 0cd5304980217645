/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of one language; for cor-language.c. */
typedef struct
{
  const char *tag;
  const char *words;   /* the commonest, accents folded, blanks between */
  const char *letters; /* that few other languages of the table write */
  const char *endings; /* of its words, accents folded, blanks between; NULL: none */
} CorLanguageWords;

/* What besides tells a short message's language; not for what a search may leave out. */
typedef struct
{
  const char *tag;   /* of cor_language_words */
  const char *words; /* accents folded, blanks between */
  const char *letters;
  const char *endings; /* or NULL */
} CorLanguageHints;

extern const CorLanguageHints cor_language_hints[];
extern const guint            cor_language_n_hints;

extern const CorLanguageWords cor_language_words[];
extern const guint            cor_language_n_words;

G_END_DECLS
