/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-near"

#include "config.h"

#include "cor-search-near.h"

#include "cor-terms-word.h"

#include <string.h>

/* What a match that is not exact is worth of one that is. */
#define WEIGHT_PREFIX 0.8f
#define WEIGHT_ONE_EDIT 0.7f
#define WEIGHT_TWO_EDITS 0.5f
#define WEIGHT_PINYIN 0.8f

#define LONG_WORD 8  /* from here two edits are forgiven */
#define SHORT_WORD 4 /* below this none is */
#define MAX_WORD 40

/* Of a stem that a misspelled word with an ending may be. */
#define SHORT_STEM 5
#define MAX_ENDING 4

#define MAX_TYPOS 4

/* An index has so many pairs of signs at most for whose reading it is worth to wait. */
#define MAX_PINYIN 200000

/* Of two signs: "zhuangchuang". */
#define MAX_READING 12

typedef struct
{
  guint term, distance, n_docs;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *two = b;

  if (one->distance != two->distance)
    return one->distance < two->distance ? -1 : 1;
  return one->n_docs > two->n_docs ? -1 : one->n_docs < two->n_docs;
}

/**
 * cor_search_near_distance:
 * @most: more is not counted
 *
 * Returns: letters to insert, remove, replace or exchange with the next (optimal string alignment);
 *   @most + 1 for more. Bytes: words come folded.
 */
guint
cor_search_near_distance (const char *a,
                          const char *b,
                          guint       most)
{
  guint rows[3][MAX_WORD + 2];
  gsize n = strlen (a);
  gsize m = strlen (b);

  if (n > MAX_WORD || m > MAX_WORD || (n > m ? n - m : m - n) > most)
    return most + 1;
  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3];
      guint *above = rows[(i - 1) % 3];
      guint *before = rows[(i + 1) % 3];
      gsize  from = i > most ? i - most : 1; /* farther from the diagonal there is nothing but more than @most */
      gsize  to = MIN (m, i + most);
      guint  least = row[from - 1] = from == 1 ? (guint) i : most + 1;

      for (gsize j = from; j <= to; j++)
        {
          guint cost = a[i - 1] != b[j - 1];

          row[j] = MIN (MIN (above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      row[to + 1] = most + 1;
      if (least > most)
        return most + 1;
    }
  return MIN (rows[n % 3][m], most + 1);
}

/* A word that is looked for by its likeness. */
typedef struct
{
  const char *text;
  gsize       len;
  guint       most;                    /* edits that are forgiven */
  guint32     letters[MAX_ENDING + 1]; /* without so many at its end */
} Sought;

static Sought
seek (const char *word,
      guint       most)
{
  Sought sought = { .text = word, .len = strlen (word), .most = most };

  for (gsize ending = 0; ending <= MIN (MAX_ENDING, sought.len); ending++)
    sought.letters[ending] = cor_search_index_list_letters (word, sought.len - ending);
  return sought;
}

/* Tells nearly all words apart by how many letters they have, and which: only few are read and compared. */
static gboolean
may_be (const Sought        *sought,
        const CorSearchWord *word)
{
  for (gsize ending = 0; ending <= MAX_ENDING && ending < sought->len; ending++)
    {
      gsize len = sought->len - ending;
      guint most = sought->most - (ending > 0);

      if ((len > word->len ? len - word->len : word->len - len) <= most &&
          (guint) __builtin_popcount (sought->letters[ending] ^ word->letters) <= 2 * most)
        return TRUE;
    }
  return FALSE;
}

/* A misspelled word may keep an ending that the stemmer did not know: one edit for all of it. */
static guint
get_stem_distance (const Sought *sought,
                   const char   *stem)
{
  guint distance = cor_search_near_distance (sought->text, stem, sought->most);
  gsize stem_len = strlen (stem);
  char  cut[MAX_WORD + 1];

  if (stem_len < SHORT_STEM || stem_len >= sought->len || sought->text[0] != stem[0])
    return distance;
  for (gsize ending = 1; ending <= MAX_ENDING && ending < sought->len && distance > 1; ending++)
    {
      memcpy (cut, sought->text, sought->len - ending);
      cut[sought->len - ending] = '\0';
      distance = MIN (distance, 1 + cor_search_near_distance (cut, stem, sought->most - 1));
    }
  return distance;
}

static void
take_best (GArray        *candidates,
           guint          most,
           float          weight,
           CorSearchMatch match,
           GArray        *found)
{
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, most); i++)
    {
      const Candidate   *candidate = &g_array_index (candidates, Candidate, i);
      CorSearchQueryTerm term = { candidate->term, weight, match };

      if (match == COR_SEARCH_TYPO)
        {
          /* a second-best spelling is not meant where a better one is there */
          if (candidate->distance > g_array_index (candidates, Candidate, 0).distance)
            break;
          term.weight *= candidate->distance > 1 ? WEIGHT_TWO_EDITS : WEIGHT_ONE_EDIT;
        }
      g_array_append_val (found, term);
    }
}

/**
 * cor_search_near_prefix:
 * @word: the beginning of a word, folded
 * @most: so many at most, the commonest
 */
gboolean
cor_search_near_prefix (CorSearchIndex *index,
                        const char     *word,
                        float           weight,
                        guint           most,
                        GArray         *found)
{
  const GArray *words = cor_search_index_get_words (index);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gsize   len = strlen (word);
  guint32 head = cor_search_index_read_head (word);
  guint32 mask = len < sizeof head ? G_MAXUINT32 << 8 * (sizeof head - len) : G_MAXUINT32;

  if (len < 2)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const CorSearchWord *one = &g_array_index (words, CorSearchWord, i);
      const CorSearchTerm *term = (one->head & mask) == head ? cor_search_index_get_term (index, one->term) : NULL;

      if (term != NULL && term->n_docs > 0 && strncmp (term->text, word, len) == 0)
        g_array_append_val (candidates, ((Candidate[]){ { one->term, 0, term->n_docs } })[0]);
    }
  take_best (candidates, most, weight * WEIGHT_PREFIX, COR_SEARCH_PREFIX, found);
  return candidates->len > 0;
}

/**
 * cor_search_near_typo:
 * @word: a stem that the index has not
 */
gboolean
cor_search_near_typo (CorSearchIndex *index,
                      const char     *word,
                      float           weight,
                      GArray         *found)
{
  const GArray *words = cor_search_index_get_words (index);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gsize        len = strlen (word);
  const Sought sought = seek (word, len >= LONG_WORD ? 2 : 1);

  if (len < SHORT_WORD || len > MAX_WORD || g_ascii_isdigit (*word))
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const CorSearchWord *one = &g_array_index (words, CorSearchWord, i);
      const CorSearchTerm *term = may_be (&sought, one) ? cor_search_index_get_term (index, one->term) : NULL;
      Candidate            candidate = { one->term, 0, 0 };

      if (term == NULL || term->n_docs == 0 || g_ascii_isdigit (term->text[0]))
        continue;
      candidate.n_docs = term->n_docs;
      candidate.distance = get_stem_distance (&sought, term->text);
      if (candidate.distance <= sought.most)
        g_array_append_val (candidates, candidate);
    }
  take_best (candidates, MAX_TYPOS, weight, COR_SEARCH_TYPO, found);
  return candidates->len > 0;
}

/**
 * cor_search_near_any:
 * @word: folded; nothing like it was found
 *
 * What comes closest all the same, to be offered and not to be taken for what was asked: up to a third of the
 * letters may be others, or only the beginning is the same.
 */
void
cor_search_near_any (CorSearchIndex *index,
                     const char     *word,
                     float           weight,
                     GArray         *found)
{
  const GArray *words = cor_search_index_get_words (index);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gsize        len = strlen (word);
  const Sought sought = seek (word, (guint) len / 3);
  guint32      head = cor_search_index_read_head (word);

  G_STATIC_ASSERT (SHORT_WORD == sizeof head); /* a beginning alike is one of so many bytes */
  if (len < SHORT_WORD || len > MAX_WORD)
    return;
  for (guint i = 0; i < words->len; i++)
    {
      const CorSearchWord *one = &g_array_index (words, CorSearchWord, i);
      gboolean             begins_alike = one->head == head;
      const CorSearchTerm *term = begins_alike || may_be (&sought, one) ? cor_search_index_get_term (index, one->term) : NULL;
      Candidate            candidate = { one->term, 0, 0 };

      if (term == NULL || term->n_docs == 0)
        continue;
      candidate.n_docs = term->n_docs;
      candidate.distance = get_stem_distance (&sought, term->text);
      if (candidate.distance > sought.most && begins_alike)
        candidate.distance = sought.most;
      if (candidate.distance <= sought.most)
        g_array_append_val (candidates, candidate);
    }
  take_best (candidates, MAX_TYPOS, weight, COR_SEARCH_TYPO, found);
}

/**
 * cor_search_near_stem:
 * @surface: a word, folded, not stemmed
 *
 * A query of few words does not tell its language: the stems of the others are tried.
 */
gboolean
cor_search_near_stem (CorSearchIndex *index,
                      const char     *surface,
                      float           weight,
                      GArray         *found)
{
  guint before = found->len;

  for (guint i = 0; cor_terms_stem_languages[i] != NULL && found->len == before; i++)
    {
      g_autofree char   *stem = cor_terms_stem (surface, cor_terms_stem_languages[i]);
      CorSearchQueryTerm term = { 0, weight, COR_SEARCH_EXACT };

      if (cor_search_index_find (index, COR_SEARCH_WORD, stem, &term.term) && cor_search_index_get_term (index, term.term)->n_docs > 0)
        g_array_append_val (found, term);
    }
  return found->len > before;
}

/* A pair of signs that is read so; its first sign takes so many of the letters. */
typedef struct
{
  guint term, first;
} Reading;

/* Whether a term is two Chinese signs; which they are. */
static gboolean
get_pair (const CorSearchTerm *term,
          gunichar             signs[2])
{
  const char *second = term->kind == COR_SEARCH_SIGN ? g_utf8_next_char (term->text) : NULL;

  if (second == NULL || *second == '\0')
    return FALSE;
  signs[0] = g_utf8_get_char (term->text);
  signs[1] = g_utf8_get_char (second);
  return cor_terms_is_han (signs[0]) && cor_terms_is_han (signs[1]);
}

/* How the signs of @terms are read, each asked for once and all in one go: the transliterator takes the square of a
 * text's length. */
static void
read_signs (CorSearchIndex *index,
            const GArray   *terms,
            GHashTable     *read)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autofree char *latin = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      gunichar signs[2] = { 0 };

      get_pair (cor_search_index_get_term (index, g_array_index (terms, guint, i)), signs);
      for (guint k = 0; k < G_N_ELEMENTS (signs); k++)
        if (!g_hash_table_contains (read, GUINT_TO_POINTER (signs[k])))
          {
            g_hash_table_insert (read, GUINT_TO_POINTER (signs[k]), NULL);
            g_array_append_val (asked, signs[k]);
            g_string_append_unichar (all, signs[k]);
            g_string_append_c (all, '\n');
          }
    }
  if (asked->len == 0)
    return;
  latin = cor_terms_dup_pinyin (all->str);
  lines = g_strsplit (latin, "\n", -1);
  for (guint i = 0; i < asked->len && lines[i] != NULL; i++)
    g_hash_table_insert (read, GUINT_TO_POINTER (g_array_index (asked, gunichar, i)), g_strdup (lines[i]));
}

static void
add_reading (CorSearchReadings *readings,
             CorSearchIndex    *index,
             guint              term)
{
  Reading          reading = { term, 0 };
  gunichar         signs[2] = { 0 };
  g_autofree char *letters = NULL;
  const char      *first = NULL;
  GArray          *meant = NULL;

  get_pair (cor_search_index_get_term (index, term), signs);
  first = g_hash_table_lookup (readings->signs, GUINT_TO_POINTER (signs[0]));
  letters = g_strconcat (first != NULL ? first : "", (char *) g_hash_table_lookup (readings->signs, GUINT_TO_POINTER (signs[1])), NULL);
  reading.first = first != NULL ? (guint) strlen (first) : 0;
  meant = g_hash_table_lookup (readings->pairs, letters);
  if (meant == NULL)
    {
      meant = g_array_new (FALSE, FALSE, sizeof (Reading));
      g_hash_table_insert (readings->pairs, g_steal_pointer (&letters), meant);
    }
  g_array_append_val (meant, reading);
}

/**
 * cor_search_near_read:
 * @most: so many terms at most
 *
 * Learns how the pairs of signs are read that came since the last time. For all of a large index it takes as long as
 * a slow search: who has the time does it piece by piece, before somebody types pinyin.
 *
 * Returns: whether there are more
 */
gboolean
cor_search_near_read (CorSearchIndex *index,
                      guint           most)
{
  CorSearchReadings *readings = cor_search_index_get_readings (index);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  guint    n_terms = cor_search_index_get_n_terms (index);
  gunichar signs[2] = { 0 };

  for (; readings->n_read < n_terms && most > 0; readings->n_read++, most--)
    if (readings->n_pairs < MAX_PINYIN && get_pair (cor_search_index_get_term (index, readings->n_read), signs))
      {
        g_array_append_val (terms, readings->n_read);
        readings->n_pairs++;
      }
  read_signs (index, terms, readings->signs);
  for (guint i = 0; i < terms->len; i++)
    add_reading (readings, index, g_array_index (terms, guint, i));
  return readings->n_read < n_terms;
}

/* The longest reading that begins at @at and ends after @end; how long it is goes to @len. */
static const GArray *
find_reading (GHashTable *readings,
              const char *letters,
              gsize       at,
              gsize       end,
              gsize      *len)
{
  for (gsize n = MIN (strlen (letters + at), MAX_READING); n > 3 && at + n > end; n--)
    {
      g_autofree char *key = g_strndup (letters + at, n);
      const GArray    *meant = g_hash_table_lookup (readings, key);

      *len = n;
      if (meant != NULL)
        return meant;
    }
  return NULL;
}

/* Whether letters can be read as pinyin at all: an initial, if any, and a final, again and again. Asking ICU
 * costs a fifth of a second the first time, too much for every unknown word. */
static gboolean
is_pinyin (const char *letters)
{
  static const char *const initials[] = { "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w", "" };
  static const char *const finals[] = { "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i", "ia", "ie", "iao", "iu", "ian", "in", "iang",
                                        "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "v" };
  gsize                    len = strlen (letters);
  gboolean                 can_end[MAX_WORD + 1] = { TRUE };

  for (gsize at = 0; at < len; at++)
    for (guint i = 0; can_end[at] && i < G_N_ELEMENTS (initials); i++)
      for (guint j = 0; g_str_has_prefix (letters + at, initials[i]) && j < G_N_ELEMENTS (finals); j++)
        {
          gsize begin = at + strlen (initials[i]);

          if (g_str_has_prefix (letters + begin, finals[j]))
            can_end[begin + strlen (finals[j])] = TRUE;
        }
  return can_end[len];
}

/**
 * cor_search_near_pinyin:
 * @letters: folded; one or several words of two or more signs, as "daozhang", "shouxufei" or "tuikuanshijian"
 */
gboolean
cor_search_near_pinyin (CorSearchIndex *index,
                        const char     *letters,
                        float           weight,
                        GArray         *found)
{
  GHashTable *readings = cor_search_index_get_readings (index)->pairs;
  guint       before = found->len;
  gsize       len = strlen (letters);
  gsize       end = 0;
  gsize       second = 0; /* where the second sign of the pair before begins */

  if (len < SHORT_WORD || len > MAX_WORD || strspn (letters, "abcdefghijklmnopqrstuvwxyz") != len || !is_pinyin (letters))
    return FALSE;
  cor_search_near_read (index, G_MAXUINT);
  while (end < len)
    {
      gsize         n = 0;
      gsize         at = end;
      const GArray *meant = find_reading (readings, letters, at, end, &n);

      /* 手续费 is shou-xu and xu-fei */
      if (meant == NULL && second > 0)
        meant = find_reading (readings, letters, at = second, end, &n);
      if (meant == NULL)
        {
          /* half a reading is none */
          g_array_set_size (found, before);
          return FALSE;
        }
      for (guint i = 0; i < meant->len; i++)
        g_array_append_val (found, ((CorSearchQueryTerm[]){ { g_array_index (meant, Reading, i).term, weight * WEIGHT_PINYIN, COR_SEARCH_PINYIN } })[0]);
      second = at + g_array_index (meant, Reading, 0).first;
      end = at + n;
    }
  return TRUE;
}
