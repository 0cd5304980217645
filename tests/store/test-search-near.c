/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Words that are found by their likeness: by the short way, the same as by the long one. */

#include "config.h"

#include "cor-search-near.h"
#include "cor-search-text.h"
#include "cor-test-main.h"

#include <string.h>

#define N_PAIRS 20000
#define LONGEST 9

/* Of each edit the least, as the definition says it: no way is cut short. */
static guint
count_edits (const char *a,
             const char *b)
{
  guint table[LONGEST + 1][LONGEST + 1];
  gsize n = strlen (a);
  gsize m = strlen (b);

  for (gsize i = 0; i <= n; i++)
    for (gsize j = 0; j <= m; j++)
      {
        if (i == 0 || j == 0)
          {
            table[i][j] = (guint) (i + j);
            continue;
          }
        table[i][j] = MIN (MIN (table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          table[i][j] = MIN (table[i][j], table[i - 2][j - 2] + 1);
      }
  return table[n][m];
}

static char *
make_word (GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 0, LONGEST + 1);
  char *word = g_new0 (char, n + 1);

  for (guint i = 0; i < n; i++)
    word[i] = (char) g_rand_int_range (rand, 'a', 'd');
  return word;
}

static void
test_distance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autofree char *a = make_word (rand);
      g_autofree char *b = make_word (rand);
      guint            edits = count_edits (a, b);

      for (guint most = 0; most <= 3; most++)
        g_assert_cmpuint (cor_search_near_distance (a, b, most), ==, MIN (edits, most + 1));
    }
}

static void
put (CorSearchIndex *index,
     gint64          id,
     const char     *locale,
     const char     *title)
{
  g_autofree char *stored = cor_search_text_make (locale, title, title, NULL, NULL);

  cor_search_index_put (index, id, locale, stored);
}

static gboolean
has_found (CorSearchIndex *index,
           const GArray   *found,
           const char     *text)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (cor_search_index_get_term (index, g_array_index (found, CorSearchQueryTerm, i).term)->text, text))
      return TRUE;
  return FALSE;
}

static void
assert_meant (CorSearchIndex *index,
              const char     *typed,
              const char     *meant)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CorSearchQueryTerm));

  cor_search_near_typo (index, typed, 1, found);
  if (!has_found (index, found, meant))
    g_test_fail_printf ("%s is not found as %s", typed, meant);
}

/* Every slip of one finger in every place. */
static void
assert_slips (CorSearchIndex *index,
              const char     *word)
{
  gsize len = strlen (word);

  for (gsize at = 0; at <= len; at++)
    {
      g_autofree char *more = g_strdup_printf ("%.*sx%s", (int) at, word, word + at);
      g_autofree char *other = at < len ? g_strdup_printf ("%.*sx%s", (int) at, word, word + at + 1) : NULL;
      g_autofree char *fewer = at < len ? g_strdup_printf ("%.*s%s", (int) at, word, word + at + 1) : NULL;
      g_autofree char *turned = at + 1 < len ? g_strdup_printf ("%.*s%c%c%s", (int) at, word, word[at + 1], word[at], word + at + 2) : NULL;

      assert_meant (index, more, word);
      if (other != NULL)
        assert_meant (index, other, word);
      if (fewer != NULL)
        assert_meant (index, fewer, word);
      if (turned != NULL)
        assert_meant (index, turned, word);
    }
}

static void
test_typo (void)
{
  /* stems as they are */
  static const char *const words[] = { "bank", "limit", "remit", "passport", "transfer", "fraud" };
  g_autoptr (CorSearchIndex) index = cor_search_index_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CorSearchQueryTerm));

  cor_search_index_clear (index);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    put (index, i + 1, "en", words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) > 4)
      assert_slips (index, words[i]);
  /* two slips in a long word, and one with an ending that no stemmer takes away */
  assert_meant (index, "trasnefr", "transfer");
  assert_meant (index, "passprotinos", "passport");
  g_assert_false (cor_search_near_typo (index, "lxmxt", 1, found));
  g_assert_false (cor_search_near_typo (index, "bnk", 1, found));
}

static gboolean
is_read (CorSearchIndex *index,
         const char     *letters,
         const char     *pair)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CorSearchQueryTerm));

  return cor_search_near_pinyin (index, letters, 1, found) && has_found (index, found, pair);
}

/* What comes after the first was read is read too, and what goes is forgotten. */
static void
test_readings (void)
{
  g_autoptr (CorSearchIndex) index = cor_search_index_new ();

  cor_search_index_clear (index);
  put (index, 1, "zh-CN", "退款");
  g_assert_true (is_read (index, "tuikuan", "退款"));
  g_assert_false (is_read (index, "daozhang", "到账"));
  put (index, 2, "zh-CN", "到账");
  g_assert_true (is_read (index, "daozhang", "到账"));
  g_assert_true (is_read (index, "tuikuan", "退款"));

  cor_search_index_clear (index);
  put (index, 1, "zh-CN", "汇款");
  g_assert_false (is_read (index, "daozhang", "到账"));
  g_assert_true (is_read (index, "huikuan", "汇款"));
}

/* Piece by piece in the background it comes to the same. */
static void
test_readings_in_pieces (void)
{
  g_autoptr (CorSearchIndex) index = cor_search_index_new ();
  guint n_pieces = 1;

  cor_search_index_clear (index);
  put (index, 1, "zh-CN", "汇款什么时候到账");
  while (cor_search_near_read (index, 2))
    n_pieces++;
  g_assert_cmpuint (n_pieces, >, 2);
  g_assert_false (cor_search_near_read (index, 2));
  g_assert_true (is_read (index, "daozhang", "到账"));
  g_assert_true (is_read (index, "huikuan", "汇款"));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/search-near/distance", test_distance);
  g_test_add_func ("/search-near/typo", test_typo);
  g_test_add_func ("/search-near/readings", test_readings);
  g_test_add_func ("/search-near/readings-in-pieces", test_readings_in_pieces);

  return cor_test_run ();
}
