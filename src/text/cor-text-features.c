/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-text-features"

#include "config.h"

#include "cor-text-features.h"
#include "cor-fold.h"
#include "cor-terms.h"

#include <string.h>

/* letters of a piece, the blank before and after the word counted */
#define PIECE_LEAST 3
#define PIECE_MOST 5

/* what a longer text says after this does not change what it is about */
#define WORDS_MOST 400

/* A word of the folded text; no copy. */
typedef struct
{
  const char *start;
  gsize       length;
  gboolean    is_spaced; /* of a script that writes words apart */
} Word;

/* FNV-1a, 64 bits: at the size of a vocabulary no two features are expected to meet. */
static guint64
add_to_hash (guint64 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      hash ^= (guchar) bytes[i];
      hash *= G_GUINT64_CONSTANT (1099511628211);
    }
  return hash;
}

static guint64
start_hash (gboolean is_piece)
{
  return add_to_hash (G_GUINT64_CONSTANT (14695981039346656037), is_piece ? "p" : "w", 1);
}

static gboolean
is_spaced (gunichar c)
{
  static const GUnicodeScript unspaced[] = {
    G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_THAI,
    G_UNICODE_SCRIPT_LAO, G_UNICODE_SCRIPT_KHMER, G_UNICODE_SCRIPT_MYANMAR
  };
  GUnicodeScript script = g_unichar_get_script (c);

  for (guint i = 0; i < G_N_ELEMENTS (unspaced); i++)
    if (script == unspaced[i])
      return FALSE;
  return TRUE;
}

/* Words apart, and each character of a script that does not write them apart. */
static GArray *
split (const char *folded)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  Word    word = { NULL, 0, TRUE };

  for (const char *p = folded; *p != '\0' && words->len < WORDS_MOST; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize    length = (gsize) (g_utf8_next_char (p) - p);
      gboolean goes_on = (g_unichar_isalnum (c) || c == '\'' || g_unichar_ismark (c)) && is_spaced (c);

      if (goes_on && word.start == NULL)
        word = (Word){ p, 0, TRUE };
      if (goes_on)
        word.length += length;
      else if (word.start != NULL)
        {
          g_array_append_val (words, word);
          word.start = NULL;
        }
      if (!goes_on && g_unichar_isalnum (c))
        {
          Word single = { p, length, FALSE };

          g_array_append_val (words, single);
        }
    }
  if (word.start != NULL)
    g_array_append_val (words, word);
  return words;
}

static void
add_feature (GArray *features, guint64 hash, gboolean is_piece, gboolean is_pair)
{
  CorTextFeature feature = { .hash = hash, .count = 1, .is_piece = is_piece, .is_pair = is_pair };

  g_array_append_val (features, feature);
}

static void
add_words (GArray *features, const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      guint64     hash = add_to_hash (start_hash (FALSE), word->start, word->length);

      add_feature (features, hash, FALSE, FALSE);
      if (i + 1 < words->len)
        {
          const Word *next = word + 1;

          hash = add_to_hash (hash, " ", 1);
          add_feature (features, add_to_hash (hash, next->start, next->length), FALSE, TRUE);
        }
    }
}

static void
add_pieces (GArray *features, const Word *word)
{
  g_autofree char *padded = g_strdup_printf (" %.*s ", (int) word->length, word->start);
  glong            n = g_utf8_strlen (padded, -1);

  for (const char *start = padded; n >= PIECE_LEAST; start = g_utf8_next_char (start), n--)
    {
      const char *end = g_utf8_offset_to_pointer (start, PIECE_LEAST);

      for (glong length = PIECE_LEAST; length <= MIN (n, PIECE_MOST); length++, end = g_utf8_next_char (end))
        add_feature (features, add_to_hash (start_hash (TRUE), start, (gsize) (end - start)), TRUE, FALSE);
    }
}

/* Stems without the words that say little, and two of them in a row: "were declining", "got declined". */
static void
add_stems (GArray *features, const char *text)
{
  g_autoptr (CorTerms) terms = cor_terms_new (text, NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);
  const CorTerm *last = NULL;

  for (guint i = 0, n_taken = 0; i < n && n_taken < WORDS_MOST; i++)
    {
      guint64 hash = add_to_hash (start_hash (FALSE), "#", 1);

      if ((term[i].kind != COR_TERM_WORD && term[i].kind != COR_TERM_CODE) || term[i].is_stop)
        continue;
      hash = add_to_hash (hash, term[i].text, strlen (term[i].text));
      add_feature (features, hash, FALSE, FALSE);
      if (last != NULL)
        {
          hash = add_to_hash (hash, "#", 1);
          add_feature (features, add_to_hash (hash, last->text, strlen (last->text)), FALSE, TRUE);
        }
      last = &term[i];
      n_taken++;
    }
}

static int
compare_features (gconstpointer a, gconstpointer b)
{
  guint64 first = ((const CorTextFeature *) a)->hash;
  guint64 second = ((const CorTextFeature *) b)->hash;

  return first < second ? -1 : first > second;
}

static void
count_equal (GArray *features)
{
  guint n = 0;

  g_array_sort (features, compare_features);
  for (guint i = 0; i < features->len; i++)
    {
      CorTextFeature *feature = &g_array_index (features, CorTextFeature, i);

      if (n > 0 && g_array_index (features, CorTextFeature, n - 1).hash == feature->hash)
        g_array_index (features, CorTextFeature, n - 1).count++;
      else
        g_array_index (features, CorTextFeature, n++) = *feature;
    }
  g_array_set_size (features, n);
}

/**
 * cor_text_features:
 * @text: (nullable): a message in any language
 *
 * What a learned model looks at: words and pairs of neighbours, the same of stems, and pieces of three to five
 * letters, which make up for slips of the pen. Any thread.
 *
 * Returns: (transfer full) (element-type CorTextFeature): each once, by ascending hash
 */
GArray *
cor_text_features (const char *text)
{
  g_autofree char *folded = cor_fold (text);
  GArray          *features = g_array_new (FALSE, FALSE, sizeof (CorTextFeature));
  g_autoptr (GArray) words = split (folded);

  add_words (features, words);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->is_spaced)
        add_pieces (features, word);
    }
  add_stems (features, text != NULL ? text : "");
  count_equal (features);
  return features;
}
