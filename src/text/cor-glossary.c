/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-glossary"

#include "config.h"

#include "cor-glossary.h"

#include "cor-language.h"

#include <string.h>

/* The columns of data/glossary/terms.tsv. */
#define FIRST_LANGUAGE 2
#define N_LANGUAGES 10
#define N_COLUMNS (FIRST_LANGUAGE + N_LANGUAGES)

typedef struct
{
  CorGlossaryConcept concept; /* what is given away */
  char             **words[N_LANGUAGES];
} Entry;

struct _CorGlossary
{
  GArray *entries; /* Entry */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free ((char *) entry->concept.id);
  g_free ((char *) entry->concept.field);
  for (guint i = 0; i < N_LANGUAGES; i++)
    g_strfreev (entry->words[i]);
}

/* -1: not a language of the glossary. */
static int
find_column (const char *locale)
{
  static const char *const languages[N_LANGUAGES] = { "en", NULL, NULL, "es", "pt", "fr", "de", "ja", "ar", "vi" };

  if (cor_language_matches (locale, "zh"))
    return cor_language_is_traditional (locale) ? 2 : 1;
  for (int i = 0; i < N_LANGUAGES; i++)
    if (languages[i] != NULL && cor_language_matches (locale, languages[i]))
      return i;
  return -1;
}

/**
 * cor_glossary_read:
 * @data: (array length=len): data/glossary/terms.tsv
 * @len: bytes, or -1
 *
 * Lines with too few columns are left out.
 *
 * Returns: (transfer full): the glossary
 */
CorGlossary *
cor_glossary_read (const char *data,
                   gssize      len)
{
  CorGlossary     *self = g_new0 (CorGlossary, 1);
  g_autofree char *text = g_strndup (data, len < 0 ? strlen (data) : (gsize) len);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      Entry entry = { { NULL, NULL }, { NULL } };

      if (g_strv_length (cells) < N_COLUMNS)
        continue;
      entry.concept.id = g_strdup (cells[0]);
      entry.concept.field = g_strdup (cells[1]);
      for (guint j = 0; j < N_LANGUAGES; j++)
        entry.words[j] = g_strsplit (cells[FIRST_LANGUAGE + j], "|", -1);
      g_array_append_val (self->entries, entry);
    }
  return self;
}

void
cor_glossary_free (CorGlossary *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

guint
cor_glossary_get_n_concepts (const CorGlossary *self)
{
  return self->entries->len;
}

/**
 * cor_glossary_get_concept:
 * @concept: its number, below cor_glossary_get_n_concepts()
 *
 * Returns: (transfer none): the concept
 */
const CorGlossaryConcept *
cor_glossary_get_concept (const CorGlossary *self,
                          guint              concept)
{
  return &g_array_index (self->entries, Entry, concept).concept;
}

/**
 * cor_glossary_get_words:
 * @concept: its number
 * @locale: BCP 47, or as a desk writes it
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the preferred word, then those that mean the
 *   same; %NULL for a language that the glossary does not have
 */
const char *const *
cor_glossary_get_words (const CorGlossary *self,
                        guint              concept,
                        const char        *locale)
{
  int column = find_column (locale);

  return column < 0 ? NULL : (const char *const *) g_array_index (self->entries, Entry, concept).words[column];
}

static gboolean
joins (gunichar letter)
{
  return g_unichar_isalnum (letter) && !g_unichar_iswide (letter);
}

/**
 * cor_glossary_match:
 * @text: (nullable): where the text begins, for what stands before @at; %NULL: @at begins it
 * @at: a place in it
 * @word: one or several words
 *
 * Compares without case. Where letters join to words, it must stand alone.
 *
 * Returns: how many bytes of @at are @word, 0 when it does not stand there
 */
gsize
cor_glossary_match (const char *text,
                    const char *at,
                    const char *word)
{
  const char *p = at;

  if (text != NULL && at > text && joins (g_utf8_get_char (word)) && joins (g_utf8_get_char (g_utf8_prev_char (at))))
    return 0;
  for (; *word != '\0'; word = g_utf8_next_char (word), p = g_utf8_next_char (p))
    {
      if (*p == '\0' || g_unichar_tolower (g_utf8_get_char (p)) != g_unichar_tolower (g_utf8_get_char (word)))
        return 0;
    }
  if (p > at && *p != '\0' && joins (g_utf8_get_char (p)) && joins (g_utf8_get_char (g_utf8_prev_char (p))))
    return 0;
  return (gsize) (p - at);
}

/**
 * cor_glossary_find:
 * @len: (out) (optional): bytes that are @word
 *
 * Returns: (transfer none) (nullable): where in @text @word first stands, as cor_glossary_match() compares
 */
const char *
cor_glossary_find (const char *text,
                   const char *word,
                   gsize      *len)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = cor_glossary_match (text, p, word);

      if (n == 0)
        continue;
      if (len != NULL)
        *len = n;
      return p;
    }
  return NULL;
}
