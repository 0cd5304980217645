/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/*
 * bench-search [ARTICLES]: how long a search takes while somebody types, among so many articles (100,000), half
 * of them English and half Chinese. The articles are made of words as common as words are (Zipf), of the
 * glossary's wordings and of whole questions; nothing is read from outside.
 */

#include "config.h"

#include "cor-store-articles.h"
#include "cor-store-search.h"
#include "cor-test-await.h"

#include <math.h>

#define BATCH 500
#define N_WORDS 20000
#define N_SIGNS 3000
#define LIMIT 10

static const char *const questions[] = {
  "where is my money",
  "why was I charged a fee for the transfer",
  "the card payment was declined",
  "how long does a transfer take",
  "top up with a card",
  "refund not received",
  "the",
  "my money",
  "verify my identity documents",
  "exchange rate wrong",
  "cancel a transfer to a wrong account",
  "我的钱在哪里",
  "为什么扣了手续费",
  "汇款什么时候到账",
  "的",
  "退款多久",
  "银行卡被拒绝",
  "身份验证需要什么证件",
  "怎么取消转账",
  "汇率",
  "我要提高限额",
};

/* Few words are said often, most seldom. */
static guint
pick (GRand *rand,
      guint  n)
{
  return (guint) (pow (n, g_rand_double (rand))) - 1;
}

static void
add_word (GString *text,
          guint    word)
{
  static const char *const syllables[] = { "ba", "co", "di", "fe", "gu", "la", "mo", "ne", "po", "ra", "si", "te", "vu", "za", "tra", "ster" };

  do
    {
      g_string_append (text, syllables[word % G_N_ELEMENTS (syllables)]);
      word /= G_N_ELEMENTS (syllables);
    }
  while (word > 0);
}

static void
add_sentence (GString *text,
              GRand   *rand,
              gboolean is_chinese,
              guint    n)
{
  for (guint i = 0; i < n; i++)
    if (is_chinese)
      g_string_append_unichar (text, 0x4e00 + pick (rand, N_SIGNS) * 7);
    else
      {
        g_string_append_c (text, ' ');
        add_word (text, pick (rand, N_WORDS));
      }
}

static CorArticleData *
make_article (GRand *rand,
              guint  number)
{
  CorArticleData *article = cor_article_data_new ();
  gboolean        is_chinese = number % 2 != 0;
  GString        *title = g_string_new (NULL);
  GString        *body = g_string_new (NULL);
  guint           question;

  /* everybody asks the same */
  do
    question = pick (rand, G_N_ELEMENTS (questions) + 1);
  while (question >= G_N_ELEMENTS (questions) || (questions[question][0] < 0) != is_chinese);
  g_string_append (title, questions[question]);
  add_sentence (title, rand, is_chinese, 2);
  g_string_append (body, questions[question]);
  add_sentence (body, rand, is_chinese, is_chinese ? 35 : 16);

  article->source = g_strdup ("import");
  article->remote_id = g_strdup_printf ("a%u", number);
  article->locale = g_strdup (is_chinese ? "zh-CN" : "en");
  article->title = g_string_free (title, FALSE);
  article->body = g_string_free (body, FALSE);
  return article;
}

static void
fill (CorStore *store,
      guint     n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gsize bytes = 0;

  for (guint i = 0; i < n; i += BATCH)
    {
      g_auto (CorTestAwait) await = { 0 };
      g_autoptr (GError) error = NULL;
      GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);

      for (guint j = i; j < MIN (i + BATCH, n); j++)
        {
          CorArticleData *article = make_article (rand, j);

          bytes += strlen (article->title) + strlen (article->body);
          g_ptr_array_add (batch, article);
        }
      cor_store_put_articles_async (store, batch, NULL, cor_test_on_result, &await);
      cor_store_put_articles_finish (store, cor_test_await (&await), &error);
      g_assert_no_error (error);
    }
  g_print ("%u articles of %.0f bytes in the mean\n", n, (double) bytes / n);
}

static double
search (CorStore   *store,
        const char *text)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSearchResult) result = NULL;
  gint64 began = g_get_monotonic_time ();

  cor_store_search_articles_async (store, text, "en", LIMIT, TRUE, NULL, cor_test_on_result, &await);
  result = cor_store_search_articles_finish (store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return one < two ? -1 : one > two;
}

/* Every question letter by letter, as the pane asks. */
static void
type_all (CorStore   *store,
          const char *round)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double           worst = 0;
  g_autofree char *worst_text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    for (const char *p = g_utf8_next_char (questions[i]);; p = g_utf8_next_char (p))
      {
        g_autofree char *text = g_strndup (questions[i], (gsize) (p - questions[i]));
        double           ms = search (store, text);

        g_array_append_val (times, ms);
        if (ms > worst)
          {
            worst = ms;
            g_free (worst_text);
            worst_text = g_strdup (text);
          }
        if (*p == '\0')
          break;
      }
  g_array_sort (times, compare);
  g_print ("%s: %u searches, ms p50 %.2f  p95 %.2f  p99 %.2f  max %.2f (“%s”)\n", round, times->len, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100), g_array_index (times, double, times->len * 99 / 100), worst, worst_text);
}

int
main (int   argc,
      char *argv[])
{
  guint            n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  g_autofree char *dir = cor_test_make_dir ();
  g_autoptr (GError) error = NULL;
  CorStore *store = cor_store_open (dir, &error);
  gint64    began = g_get_monotonic_time ();

  g_assert_no_error (error);
  g_print ("%s build\n", COR_BUILD_TYPE);
  fill (store, n);
  g_print ("taken in within %.1f s\n", (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  g_print ("the first search, which reads all: %.0f ms\n", search (store, "money"));
  type_all (store, "first round");
  type_all (store, "second round");
  cor_test_finalize (store);
  cor_test_remove_dir (dir);
  return 0;
}
