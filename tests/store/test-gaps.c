/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-db.h"
#include "cor-store-articles.h"
#include "cor-store-gaps.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

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

static gpointer
run_sql_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  char *message = NULL;

  if (sqlite3_exec (cor_db_get_sqlite (db), data, NULL, NULL, &message) != SQLITE_OK)
    cor_db_fail (db, COR_STORE_ERROR_FAILED, "%s", message);
  sqlite3_free (message);
  return GINT_TO_POINTER (TRUE);
}

static void
run_sql (Fixture    *fixture,
         const char *sql)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_run_async (fixture->store, COR_STORE_SYNC, run_sql_job, (gpointer) sql, NULL, NULL, NULL, cor_test_on_result, &await);
  cor_store_run_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static CorGapStory *
load_story (Fixture *fixture,
            gint64   gap,
            GError **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_gap_story_async (fixture->store, gap, NULL, cor_test_on_result, &await);
  return cor_store_load_gap_story_finish (fixture->store, cor_test_await (&await), error);
}

/* What went to the customer for it, not the promise to look into it, nor what was said before or to something else. */
static void
test_story (Fixture      *fixture,
            gconstpointer unused)
{
  g_auto (CorTestAwait) filed = { 0 };
  g_autoptr (CorGapStory) story = NULL;
  g_autoptr (CorGapStory) none = NULL;
  g_autoptr (GError) error = NULL;
  gint64 gap = 0;

  run_sql (fixture, "INSERT INTO account (id, kind, origin, remote_id, agent_name) VALUES (1, 'chatwoot', 'https://desk.example', '1', 'Sofia Brandt');"
                    "INSERT INTO customer (id, account, remote_id, name) VALUES (3, 1, '3', 'Ada Obi');"
                    "INSERT INTO conversation (id, account, remote_id, customer) VALUES (7, 1, '7', 3);"
                    "INSERT INTO message (account, conversation, kind, content, created_at, ordinal, is_private) VALUES"
                    "  (1, 7, 1, 'A very long word of welcome that answers nothing at all, before anything was asked', 90, 1, 0),"
                    "  (1, 7, 0, 'Can I pay with Bitcoin?', 100, 2, 0), (1, 7, 1, 'We look into it.', 110, 3, 0),"
                    "  (1, 7, 1, 'a private note which is longer than the reply itself, as such notes are', 115, 4, 1),"
                    "  (1, 7, 1, 'Dear Ada,' || char(10) || char(10) || 'No: by bank transfer or card.' || char(10) || 'Kind regards' || char(10) || 'Sofia', 120, 5, 0),"
                    "  (1, 7, 0, 'And when is my refund there?', 130, 6, 0), (1, 7, 1, 'Your refund of 20 EUR went to your account on 3 June, says the bank.', 140, 7, 0);");
  cor_store_file_gap_async (fixture->store, 0, "Can I pay with Bitcoin?", "en", 7, NULL, cor_test_on_result, &filed);
  gap = cor_store_file_gap_finish (fixture->store, cor_test_await (&filed), NULL);
  run_sql (fixture, "UPDATE gap_question SET asked_at = 105");
  story = load_story (fixture, gap, NULL);
  g_assert_cmpstr (story->question, ==, "Can I pay with Bitcoin?");
  g_assert_cmpstr (story->locale, ==, "en");
  g_assert_cmpstr (story->reply, ==, "No: by bank transfer or card.");
  g_assert_true (g_strv_contains ((const char *const *) story->names, "Ada Obi"));
  g_assert_true (g_strv_contains ((const char *const *) story->names, "Sofia Brandt"));

  none = load_story (fixture, file (fixture, "Something else entirely", NULL), NULL);
  g_assert_null (none->reply);
  g_assert_null (load_story (fixture, 999, &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND);
}

/* Of a conversation nobody is named on the list, whoever they know here; what is asked stays. By itself, or searched for, a question is as it
 * was written. */
static void
test_hidden (Fixture      *fixture,
             gconstpointer unused)
{
  static const char asked[] = "Hi, Ada Obi here. Can Chukwu Okafor, or 欧阳小明, get 15000 NGN by MT103 with AC04? Mr Adeyemi (ade@example.com, +234 803 123 4567) "
                              "says reference CP-70231-77 and DE89370400440532013000. Grace is no name.";
  g_auto (CorTestAwait) filed = { 0 };
  g_autoptr (GPtrArray) gaps = NULL;
  const CorGapData *gap = NULL;

  run_sql (fixture, "INSERT INTO account (id, kind, origin, remote_id, agent_name) VALUES (1, 'chatwoot', 'https://desk.example', '1', 'Sofia Brandt');"
                    "INSERT INTO customer (id, account, remote_id, name) VALUES (3, 1, '3', 'Ada Obi'), (4, 1, '4', 'Chukwu Okafor'), (5, 1, '5', '欧阳小明'), (6, 1, '6', 'Grace');"
                    "INSERT INTO conversation (id, account, remote_id, customer) VALUES (7, 1, '7', 3);");
  cor_store_file_gap_async (fixture->store, 0, asked, "en", 7, NULL, cor_test_on_result, &filed);
  g_assert_cmpint (cor_store_file_gap_finish (fixture->store, cor_test_await (&filed), NULL), >, 0);
  gaps = list (fixture, FALSE);
  gap = gaps->pdata[0];
  g_assert_cmpstr (gap->text, ==, "Hi, ••• here. Can •••, or •••, get 15000 NGN by MT103 with AC04? ••• (•••, •••) says reference ••• and •••. Grace is no name.");

  g_assert_cmpint (file (fixture, "Who is Ada Obi of CP-70231-77?", NULL), >, 0);
  g_clear_pointer (&gaps, g_ptr_array_unref);
  gaps = list (fixture, FALSE);
  g_assert_cmpuint (gaps->len, ==, 2);
  g_assert_true (strstr (((const CorGapData *) gaps->pdata[0])->text, "Ada Obi of CP-70231-77") != NULL || strstr (((const CorGapData *) gaps->pdata[1])->text, "Ada Obi of CP-70231-77") != NULL);
}

/* The article that was written closes it, and is named. */
static void
test_answered (Fixture      *fixture,
               gconstpointer unused)
{
  gint64          gap = file (fixture, "Can I fund my account with Bitcoin?", "en");
  CorArticleData *article = cor_article_data_new ();
  g_auto (CorTestAwait) saved = { 0 }, answered = { 0 }, failed = { 0 };
  g_autoptr (GPtrArray) open = NULL, all = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  article->title = g_strdup ("Bitcoin");
  article->slug = g_strdup ("bitcoin");
  cor_store_save_own_article_async (fixture->store, article, NULL, cor_test_on_result, &saved);
  id = cor_store_save_own_article_finish (fixture->store, cor_test_await (&saved), NULL);
  cor_store_answer_gap_async (fixture->store, gap, id + 1, NULL, cor_test_on_result, &failed);
  g_assert_false (cor_store_answer_gap_finish (fixture->store, cor_test_await (&failed), &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND);
  cor_store_answer_gap_async (fixture->store, gap, id, NULL, cor_test_on_result, &answered);
  g_assert_true (cor_store_answer_gap_finish (fixture->store, cor_test_await (&answered), NULL));
  open = list (fixture, FALSE);
  g_assert_cmpuint (open->len, ==, 0);
  all = list (fixture, TRUE);
  g_assert_cmpstr (((CorGapData *) all->pdata[0])->slug, ==, "bitcoin");
  g_assert_cmpint (((CorGapData *) all->pdata[0])->closed_at, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/gaps/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("alike", test_alike);
  ADD ("odd-texts", test_odd_texts);
  ADD ("states", test_states);
  ADD ("story", test_story);
  ADD ("answered", test_answered);
  ADD ("hidden", test_hidden);
#undef ADD
  return cor_test_run ();
}
