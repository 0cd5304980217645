/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-articles.h"
#include "cor-store-gaps.h"
#include "cor-test-await.h"

#include <string.h>

typedef struct
{
  char     *dir;
  CorStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static gint64
file (Fixture    *fixture,
      const char *text,
      const char *locale)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_file_gap_async (fixture->store, 0, text, locale, 0, NULL, cor_test_on_result, &await);
  return cor_store_file_gap_finish (fixture->store, cor_test_await (&await), NULL);
}

static GPtrArray *
list (Fixture *fixture,
      gboolean with_closed)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_list_gaps_async (fixture->store, with_closed, NULL, cor_test_on_result, &await);
  return cor_store_list_gaps_finish (fixture->store, cor_test_await (&await), NULL);
}

static gboolean
set_open (Fixture *fixture,
          gint64   gap,
          gboolean is_open,
          GError **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_close_gap_async (fixture->store, gap, is_open, NULL, cor_test_on_result, &await);
  return cor_store_close_gap_finish (fixture->store, cor_test_await (&await), error);
}

/* The same asked in nearly the same words is counted; another question is another gap, in any script. */
static void
test_alike (Fixture      *fixture,
            gconstpointer unused)
{
  gint64 crypto = file (fixture, "Can I fund my account with Bitcoin?", "en");
  gint64 wallet = file (fixture, "可以用微信钱包付款吗？", "zh-CN");
  g_autoptr (GPtrArray) gaps = NULL;
  const CorGapData *first;

  g_assert_cmpint (file (fixture, "Is it possible to fund the account with bitcoins", "en"), ==, crypto);
  g_assert_cmpint (file (fixture, "  Can I fund my account with Bitcoin?\n", "en"), ==, crypto);
  g_assert_cmpint (file (fixture, "Can I close my account at a branch?", "en"), !=, crypto);
  g_assert_cmpint (file (fixture, "用微信钱包可以付款吗", "zh-CN"), ==, wallet);
  g_assert_cmpint (file (fixture, "为什么付款失败了", "zh-CN"), !=, wallet);
  gaps = list (fixture, FALSE);
  g_assert_cmpuint (gaps->len, ==, 4);
  first = gaps->pdata[0];
  g_assert_cmpint (first->id, ==, crypto);
  g_assert_cmpuint (first->n_asked, ==, 3);
  g_assert_cmpstr (first->text, ==, "Can I fund my account with Bitcoin?");
}

/* Only signs, nothing, ten thousand words: each is filed, and the same again is the same. */
static void
test_odd_texts (Fixture      *fixture,
                gconstpointer unused)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  gint64 mark = file (fixture, "???", NULL), other;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (long_text, "word%u ", i);
  g_assert_cmpint (file (fixture, "???", NULL), ==, mark);
  g_assert_cmpint (file (fixture, "!!!", NULL), !=, mark);
  other = file (fixture, long_text->str, NULL);
  g_assert_cmpint (file (fixture, long_text->str, NULL), ==, other);
}

static void
test_states (Fixture      *fixture,
             gconstpointer unused)
{
  gint64 gap = file (fixture, "Can I fund my account with Bitcoin?", "en");
  g_autoptr (GPtrArray) open = NULL, all = NULL, questions = NULL;
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  file (fixture, "Can I fund an account with bitcoin", "en");
  cor_store_list_gap_questions_async (fixture->store, gap, NULL, cor_test_on_result, &await);
  questions = cor_store_list_gap_questions_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (questions->len, ==, 2);
  g_assert_cmpstr (((CorGapQuestion *) questions->pdata[0])->text, ==, "Can I fund an account with bitcoin");

  g_assert_true (set_open (fixture, gap, FALSE, NULL));
  open = list (fixture, FALSE);
  g_assert_cmpuint (open->len, ==, 0);
  all = list (fixture, TRUE);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((CorGapData *) all->pdata[0])->closed_at, >, 0);
  /* closed is answered: asked again, it is a new one */
  g_assert_cmpint (file (fixture, "Can I fund my account with Bitcoin?", "en"), !=, gap);
  g_assert_false (set_open (fixture, 999, FALSE, &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND);
}

static void
test_draft (Fixture      *fixture,
            gconstpointer unused)
{
  gint64 gap = file (fixture, "Can I fund my account with Bitcoin?", "en");
  g_auto (CorTestAwait) drafted = { 0 }, loaded = { 0 };
  g_autoptr (CorArticleData) article = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  gint64 id;

  cor_store_draft_gap_article_async (fixture->store, gap, "No, by bank transfer or card only.", NULL, cor_test_on_result, &drafted);
  id = cor_store_draft_gap_article_finish (fixture->store, cor_test_await (&drafted), NULL);
  cor_store_load_article_by_id_async (fixture->store, id, NULL, cor_test_on_result, &loaded);
  article = cor_store_load_article_finish (fixture->store, cor_test_await (&loaded), NULL);
  g_assert_cmpstr (article->source, ==, COR_ARTICLE_SOURCE_OWN);
  g_assert_cmpstr (article->audience, ==, "internal");
  g_assert_cmpstr (article->title, ==, "Can I fund my account with Bitcoin?");
  g_assert_cmpstr (article->body, ==, "No, by bank transfer or card only.");
  gaps = list (fixture, FALSE);
  g_assert_cmpstr (((CorGapData *) gaps->pdata[0])->slug, ==, article->slug);
  cor_test_await_clear (&drafted);
  cor_test_await_clear (&loaded);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/gaps/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("alike", test_alike);
  ADD ("odd-texts", test_odd_texts);
  ADD ("states", test_states);
  ADD ("draft", test_draft);
#undef ADD
  return g_test_run ();
}
