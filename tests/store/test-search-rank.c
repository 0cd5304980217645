/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-search-rank.h"
#include "cor-test-main.h"

/* What single parts of the score do; test-search.c has what a search finds. */

#define WANTED 1000

static void
put_in (CorSearchIndex *index,
        const char     *locale,
        gint64          article,
        const char     *title,
        const char     *body)
{
  g_autofree char *text = cor_search_text_make (locale, title, body, NULL, NULL);

  cor_search_index_put (index, article, locale, text);
}

static void
put (CorSearchIndex *index,
     gint64          article,
     const char     *title,
     const char     *body)
{
  put_in (index, NULL, article, title, body);
}

static CorSearchIndex *
create_index (void)
{
  CorSearchIndex *index = cor_search_index_new ();

  cor_search_index_clear (index);
  return index;
}

/* (transfer full) (element-type CorSearchRanked) */
static GArray *
rank (CorSearchIndex         *index,
      const char             *text,
      const CorSearchWeights *weights)
{
  g_autoptr (CorSearchQuery) query = cor_search_query_new (index, text, NULL, FALSE);

  return cor_search_rank (index, query, weights, 100);
}

static gint64
find_first (CorSearchIndex         *index,
            const char             *text,
            const CorSearchWeights *weights)
{
  g_autoptr (GArray) ranked = rank (index, text, weights);

  g_assert_cmpuint (ranked->len, >, 0);
  return g_array_index (ranked, CorSearchRanked, 0).article;
}

/* Two products, each with articles of its own; 20 of each, so that half of all say "virtual". */
static void
put_cards (CorSearchIndex *index)
{
  static const char *const about[] = { "fees", "delivery", "limits", "refunds", "disputes" };

  for (gint64 i = 1; i <= 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s card %s in region %d", i % 2 == 0 ? "Virtual" : "Physical", about[i % 5], (int) i);

      put (index, i, title, "Open the app and choose the card.");
    }
  put (index, WANTED, "The virtual card is blocked after payments abroad", "Wait for a day.");
  put (index, WANTED + 1, "Physical card blocked", "Call us.");
}

static void
test_contrast (void)
{
  static const char question[] = "Is my virtual card blocked?";
  g_autoptr (CorSearchIndex) index = create_index ();
  CorSearchWeights without = cor_search_weights;

  without.contrast = 0;
  put_cards (index);
  g_assert_cmpint (find_first (index, question, &without), ==, WANTED + 1);
  g_assert_cmpint (find_first (index, question, &cor_search_weights), ==, WANTED);
}

static void
test_contrast_chinese (void)
{
  static const char        question[] = "我的虚拟卡被冻结了";
  static const char *const about[] = { "年费", "寄送", "限额", "退款", "争议" };
  g_autoptr (CorSearchIndex) index = create_index ();
  CorSearchWeights without = cor_search_weights;

  without.contrast = 0;
  for (gint64 i = 1; i <= 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s卡%s说明", i % 2 == 0 ? "虚拟" : "实体", about[i % 5]);

      put (index, i, title, "请打开应用。");
    }
  put (index, WANTED, "我的虚拟卡在境外付款以后被冻结", "请等待一天。");
  put (index, WANTED + 1, "实体卡被冻结了", "请联系我们。");
  g_assert_cmpint (find_first (index, question, &without), ==, WANTED + 1);
  g_assert_cmpint (find_first (index, question, &cor_search_weights), ==, WANTED);
}

/* That the part changes nothing. */
static void
assert_no_contrast (CorSearchIndex *index,
                    const char     *text)
{
  CorSearchWeights without = cor_search_weights;
  g_autoptr (GArray) with = rank (index, text, &cor_search_weights);
  g_autoptr (GArray) alone = NULL;

  without.contrast = 0;
  alone = rank (index, text, &without);
  g_assert_cmpuint (with->len, ==, alone->len);
  g_assert_cmpuint (with->len, >, 0);
  for (guint i = 0; i < with->len; i++)
    {
      g_assert_cmpint (g_array_index (with, CorSearchRanked, i).article, ==, g_array_index (alone, CorSearchRanked, i).article);
      g_assert_cmpfloat (g_array_index (with, CorSearchRanked, i).score, ==, g_array_index (alone, CorSearchRanked, i).score);
    }
}

/* Two ways to ask stand together as seldom, and no article is about one of them. */
static void
test_contrast_questions (void)
{
  g_autoptr (CorSearchIndex) index = create_index ();

  for (gint64 i = 1; i <= 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s汇款到境外%d", i % 2 == 0 ? "如何" : "为何", (int) i);

      put (index, i, title, "请打开应用。");
    }
  assert_no_contrast (index, "如何汇款");
}

/* One beside the other, as two steps of one thing are. */
static void
test_contrast_together (void)
{
  g_autoptr (CorSearchIndex) index = create_index ();

  for (gint64 i = 1; i <= 40; i++)
    put (index, i, i % 2 == 0 ? "Virtual card" : "Physical card", "A virtual card is like a physical card.");
  put (index, WANTED, "Physical card blocked", "Call us.");
  assert_no_contrast (index, "virtual card blocked");
}

/* What means the same is said in one word or in the other. */
static void
test_contrast_meanings (void)
{
  g_autoptr (CorSearchIndex) index = create_index ();

  for (gint64 i = 1; i <= 40; i++)
    put (index, i, i % 2 == 0 ? "Cancel a transfer" : "Recall a transfer", "Open it.");
  assert_no_contrast (index, "cancel my transfer");
}

/* An article in another language does not have the question's words, and says nothing by that. */
static void
test_contrast_languages (void)
{
  g_autoptr (CorSearchIndex) index = create_index ();

  for (gint64 i = 1; i <= 40; i++)
    put_in (index, i % 2 == 0 ? "en" : "de", i, i % 2 == 0 ? "Swift routing" : "Swift Leitweg", i % 2 == 0 ? "It leads to the bank." : "Er führt zur Bank.");
  assert_no_contrast (index, "swift routing");
}

/* A template's title is its name, in one language for all its texts. */
static void
test_contrast_templates (void)
{
  g_autoptr (CorSearchIndex) index = create_index ();

  put_cards (index);
  for (gint64 i = 1; i <= WANTED + 1; i++)
    if (cor_search_index_find_doc (index, i) != NULL)
      cor_search_index_set_facets (index, i, &(CorSearchFacets){ .kind = "template" });
  assert_no_contrast (index, "Is my virtual card blocked?");
}

/* What is counted stays right when articles are taken in again. */
static void
test_contrast_again (void)
{
  g_autoptr (CorSearchIndex) index = create_index ();
  guint n_passages;
  guint term = 0;
  guint n_virtual;

  put_cards (index);
  n_passages = cor_search_index_get_n_passages (index);
  g_assert_true (cor_search_index_find (index, COR_SEARCH_WORD, "virtual", &term));
  n_virtual = cor_search_index_get_term (index, term)->n_passages;
  g_assert_cmpuint (n_passages, ==, 2 * 42);
  g_assert_cmpuint (n_virtual, ==, 21);
  put_cards (index);
  g_assert_cmpuint (cor_search_index_get_n_passages (index), ==, n_passages);
  g_assert_cmpuint (cor_search_index_get_term (index, term)->n_passages, ==, n_virtual);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (find_first (index, "Is my virtual card blocked?", &cor_search_weights), ==, WANTED);
  g_assert_cmpint (find_first (index, "Is my physical card blocked?", &cor_search_weights), ==, WANTED + 1);
  put (index, 2, "Nothing of the kind", "");
  g_assert_cmpuint (cor_search_index_get_term (index, term)->n_passages, ==, n_virtual - 1);
}

/* The very question above what says its words more often. */
static void
test_verbatim (void)
{
  static const char question[] = "What is a correspondent bank?";
  g_autoptr (CorSearchIndex) index = create_index ();
  CorSearchWeights without = cor_search_weights;

  without.verbatim = 0;
  for (gint64 i = 1; i <= 40; i++)
    put (index, i, "Sending limits", "Your limit is shown in the app.");
  put (index, WANTED, "Words", "What is a correspondent bank?\nIt holds an account for another one.\nWhat is a value date?\nThe day from which money counts.");
  put (index, WANTED + 1, "Correspondent bank charges", "What such a bank does has a price. It takes that from the amount.");
  g_assert_cmpint (find_first (index, question, &without), ==, WANTED + 1);
  g_assert_cmpint (find_first (index, question, &cor_search_weights), ==, WANTED);
}

/* A word that is finished is looked for as it stands: what else begins so does not lengthen the question, in which a passage would no
 * longer be the whole of it. */
static void
test_typed (void)
{
  static const char *const question = "Where do I find the SWIFT code";
  g_autoptr (CorSearchIndex) index = create_index ();
  g_autoptr (GArray) ranked = NULL;
  g_autoptr (GArray) typed = NULL;
  g_autoptr (CorSearchQuery) query = NULL;

  for (gint64 i = 1; i <= 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("code%c%c of payment %d", (char) ('a' + i), (char) ('b' + i), (int) i);

      put (index, i, title, "A SWIFT message says where to find it.");
    }
  put (index, WANTED, "What is a BIC or SWIFT code?", "Where do I find the SWIFT code of my bank?");
  put (index, WANTED + 1, "What is a sort code and where do I find it?", "Is a sort code the same as a SWIFT code?");
  ranked = rank (index, question, &cor_search_weights);
  query = cor_search_query_new (index, question, NULL, TRUE);
  g_assert_cmpuint (query->terms->len, >, 20);
  typed = cor_search_rank (index, query, &cor_search_weights, 100);
  g_assert_cmpint (g_array_index (ranked, CorSearchRanked, 0).article, ==, WANTED);
  g_assert_cmpint (g_array_index (typed, CorSearchRanked, 0).article, ==, WANTED);
  g_assert_cmpfloat (g_array_index (typed, CorSearchRanked, 0).score, >, 0.99 * g_array_index (ranked, CorSearchRanked, 0).score);
}

/* A question in a language that has no articles is answered by its meaning, not by words that are spelled alike in others,
 * nor by a template because its words are rare among all. */
static void
test_foreign (void)
{
  static const char        question[] = "dónde está mi dinero";
  static const char *const about[] = { "fees", "delivery", "limits", "refunds", "disputes" };
  g_autoptr (CorSearchIndex) index = create_index ();

  for (gint64 i = 1; i <= 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("About %s and region %d", about[i % 5], (int) i);

      put_in (index, "en", i, title, "Open the app and choose the card.");
    }
  put_in (index, "en", WANTED, "Where is my money?", "The payment is on its way, and this says how far.");
  put_in (index, "en", WANTED + 1, "Mi Dinero", "Mi Dinero is a shop in Madrid.");
  put_in (index, "es", WANTED + 2, "Recall", "La devolución de su dinero está en curso.");
  cor_search_index_set_facets (index, WANTED + 2, &(CorSearchFacets){ .kind = "template" });
  g_assert_false (cor_search_index_is_served (index, "es"));
  g_assert_true (cor_search_index_is_served (index, "en"));
  g_assert_cmpint (find_first (index, question, &cor_search_weights), ==, WANTED);

  /* with articles of its own it is as in any other */
  for (gint64 i = 101; i <= 120; i++)
    put_in (index, "es", i, "Tarifas", "Abra la aplicación y elija la tarjeta.");
  g_assert_true (cor_search_index_is_served (index, "es"));
  put_in (index, "es", WANTED + 3, "¿Dónde está mi dinero?", "El pago está en camino.");
  g_assert_cmpint (find_first (index, question, &cor_search_weights), ==, WANTED + 3);

  /* what is put anew is counted once */
  for (gint64 i = 101; i <= 120; i++)
    put_in (index, "en", i, "Fees", "Open the app.");
  g_assert_false (cor_search_index_is_served (index, "es"));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/search-rank/contrast", test_contrast);
  g_test_add_func ("/search-rank/contrast/chinese", test_contrast_chinese);
  g_test_add_func ("/search-rank/contrast/questions", test_contrast_questions);
  g_test_add_func ("/search-rank/contrast/together", test_contrast_together);
  g_test_add_func ("/search-rank/contrast/meanings", test_contrast_meanings);
  g_test_add_func ("/search-rank/contrast/languages", test_contrast_languages);
  g_test_add_func ("/search-rank/contrast/templates", test_contrast_templates);
  g_test_add_func ("/search-rank/contrast/again", test_contrast_again);
  g_test_add_func ("/search-rank/verbatim", test_verbatim);
  g_test_add_func ("/search-rank/typed", test_typed);
  g_test_add_func ("/search-rank/foreign", test_foreign);
  return cor_test_run ();
}
