/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-db.h"
#include "cor-learner.h"
#include "cor-search-taught.h"
#include "cor-search-votes.h"
#include "cor-store-articles.h"
#include "cor-store-examples.h"
#include "cor-store-learn.h"
#include "cor-store-search.h"
#include "cor-store-suggest.h"
#include "cor-suggest.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

typedef struct
{
  const char *id, *slug, *locale, *kind, *title, *body;
} Article;

static const Article standard[] = {
  { "track-en", "track", "en", "article", "How to track a transfer", "Open the payment and choose Track." },
  { "track-zh", "track", "zh-CN", "article", "如何查询汇款进度", "打开付款，选择查询。" },
  { "track-tw", "track", "zh-TW", "article", "如何查詢匯款進度", "打開付款，選擇查詢。" },
  { "fee", "fee", "en", "article", "What a transfer costs", "Banks on the way may deduct a charge from the amount." },
  { "where-reply", "where-reply", "en", "template", "Your transfer is on its way", "Your transfer left us and can be tracked." },
  { "recall", "recall", "en", "sop", "Recall of a transfer", "Ask the receiving bank to return the transfer." },
  { "rule", "rule", "en", "bulletin", "A new rule for each transfer", "Each transfer needs a purpose." },
};

typedef struct
{
  char     *dir;
  CorStore *store;
} Fixture;

static void
put_articles (CorStore      *store,
              const Article *articles,
              guint          n_articles)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_articles; i++)
    {
      CorArticleData *article = cor_article_data_new ();

      article->source = g_strdup ("import");
      article->remote_id = g_strdup (articles[i].id);
      article->slug = g_strdup (articles[i].slug);
      article->locale = g_strdup (articles[i].locale);
      article->title = g_strdup (articles[i].title);
      article->body = g_strdup (articles[i].body);
      g_assert_true (cor_article_kind_from_string (articles[i].kind, &article->kind));
      g_ptr_array_add (batch, article);
    }
  cor_store_put_articles_async (store, batch, NULL, cor_test_on_result, &await);
  cor_store_put_articles_finish (store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
  put_articles (fixture->store, standard, G_N_ELEMENTS (standard));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static CorSuggestResult *
suggest (Fixture    *fixture,
         const char *text,
         const char *locale,
         const char *kind)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  const char       *locales[] = { locale, NULL };
  const char       *kinds[] = { kind, NULL };
  CorSuggestResult *result;

  cor_store_suggest_async (fixture->store, text, locales, kind != NULL ? kinds : NULL, 3, NULL, cor_test_on_result, &await);
  result = cor_store_suggest_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->suggestions->len, <=, 3);
  return result;
}

static const CorSuggestion *
get (const CorSuggestResult *result,
     guint                   i)
{
  g_assert_cmpuint (result->suggestions->len, >, i);
  return result->suggestions->pdata[i];
}

static void
assert_first (Fixture    *fixture,
              const char *text,
              const char *locale,
              const char *kind,
              const char *id)
{
  g_autoptr (CorSuggestResult) result = suggest (fixture, text, locale, kind);

  g_assert_cmpstr (get (result, 0)->remote_id, ==, id);
}

static void
assert_nothing (Fixture    *fixture,
                const char *text)
{
  g_autoptr (CorSuggestResult) result = suggest (fixture, text, NULL, NULL);

  g_assert_cmpuint (result->suggestions->len, ==, 0);
}

static void
put_examples (Fixture    *fixture,
              const char *target,
              ...)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_example_data_free);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, target);
  for (const char *text = va_arg (args, const char *); text != NULL; text = va_arg (args, const char *))
    {
      CorExampleData *example = g_new0 (CorExampleData, 1);

      example->target = g_strdup (target);
      example->text = g_strdup (text);
      g_ptr_array_add (examples, example);
    }
  va_end (args);
  cor_store_put_examples_async (fixture->store, examples, NULL, cor_test_on_result, &await);
  cor_store_put_examples_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static CorLearning *
learn (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorLearning *learning;

  cor_store_learn_async (fixture->store, NULL, cor_test_on_result, &await);
  learning = cor_store_learn_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return learning;
}

static void
teach (Fixture *fixture)
{
  g_autofree CorLearning *learning = NULL;

  put_examples (fixture, "fee", "why did less arrive than I sent", "the beneficiary got less", "some of it is gone, who took it", "less arrived", NULL);
  put_examples (fixture, "track", "has it been credited yet", "it still is not there", "my family waits since Monday", "not there yet", NULL);
  put_examples (fixture, "elsewhere", "please close my profile", "close the profile", "I want to leave, close it", NULL);
  learning = learn (fixture);
  g_assert_cmpuint (learning->n_examples, ==, 11);
  g_assert_cmpuint (learning->n_targets, ==, 3);
}

/* From the first hour, with nothing learned. */
static void
test_search_alone (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (CorSuggestResult) result = suggest (fixture, "How do I track my transfer?", NULL, NULL);
  const CorSuggestion *first = get (result, 0);

  g_assert_cmpstr (first->remote_id, ==, "track-en");
  g_assert_cmpstr (first->slug, ==, "track");
  g_assert_cmpstr (first->kind, ==, "article");
  g_assert_cmpstr (first->title, ==, "How to track a transfer");
  g_assert_cmpint (first->id, >, 0);
  g_assert_cmpuint (first->n_similar, ==, 0);
  g_assert_true (g_strv_contains ((const char *const *) first->words, "track"));
  /* one of each group of translations, and no bulletin */
  for (guint i = 0; i < result->suggestions->len; i++)
    {
      g_assert_cmpstr (get (result, i)->kind, !=, "bulletin");
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (get (result, i)->slug, !=, get (result, j)->slug);
    }
  assert_first (fixture, "Which template says that the transfer is on its way?", NULL, "template", "where-reply");
  assert_first (fixture, "recall the transfer", NULL, "sop", "recall");
  assert_nothing (fixture, "Hello!");
  assert_nothing (fixture, "");
  assert_nothing (fixture, "xylophone zebra");
}

/* Why it is offered is told in words: those of the message, of signs the run that the article has too, and neither figures nor days. */
static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CorSearchIndex) index = cor_search_index_new ();
  g_autofree char *text = cor_search_text_make ("en", "Track 905 by MT103", "On 20 November 2026-11-20 the transfer of 905.00 EUR was tracked.", NULL, NULL);
  g_autofree char *chinese = cor_search_text_make ("zh-Hans", "为什么会扣手续费", "11月20日，中间行会续签，手机也会扣费。", NULL, NULL);
  g_autoptr (CorSuggestWords) english = NULL;
  g_autoptr (CorSuggestWords) other = NULL;
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) signs = NULL;
  g_autofree char *run = NULL;

  cor_search_index_clear (index);
  cor_search_index_put (index, 1, "en", text);
  cor_search_index_put (index, 2, "zh-Hans", chinese);
  english = cor_suggest_words_new (index, "Who tracked the 905.00 of 20 November (2026-11-20), MT103?");
  g_assert_cmpfloat (cor_suggest_words_get_share (english, index, 1, &found), >, 0.8);
  g_assert_true (g_strv_contains ((const char *const *) found, "tracked") && g_strv_contains ((const char *const *) found, "MT103"));
  g_assert_cmpuint (g_strv_length (found), ==, 2);

  other = cor_suggest_words_new (index, "11月20日被扣了手续费，手签中续");
  g_assert_cmpfloat (cor_suggest_words_get_share (other, index, 2, &signs), >, 0.3);
  run = g_strjoinv (" ", signs);
  g_assert_cmpstr (run, ==, "手续费");
}

/* The message's own language and script, then who answers. */
static void
test_locale (Fixture      *fixture,
             gconstpointer data)
{
  assert_first (fixture, "怎么查询汇款进度", "en", NULL, "track-zh");
  assert_first (fixture, "怎麼查詢匯款進度", "en", NULL, "track-tw");
  assert_first (fixture, "how to track a transfer", "zh-CN", NULL, "track-en");
}

static void
test_learned (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CorSuggestResult) result = NULL;

  teach (fixture);
  result = suggest (fixture, "less arrived than I sent", NULL, NULL);
  g_assert_cmpstr (get (result, 0)->remote_id, ==, "fee");
  g_assert_cmpuint (get (result, 0)->n_similar, >=, 1);
  g_assert_cmpfloat (get (result, 0)->score, <=, 1.0);
  assert_first (fixture, "it is not there yet", NULL, NULL, "track-en");
  /* what was learned does not hide what was never used */
  assert_first (fixture, "recall of a transfer, receiving bank", NULL, NULL, "recall");
  /* an answer that is not here is still told, by its name */
  g_clear_pointer (&result, cor_suggest_result_free);
  result = suggest (fixture, "close my profile", NULL, NULL);
  g_assert_cmpstr (get (result, 0)->remote_id, ==, "elsewhere");
  g_assert_cmpint (get (result, 0)->id, ==, 0);
  g_assert_null (get (result, 0)->title);
}

/* The profile keeps what was learned, and another process sees that it was learned anew. */
static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree CorLearning *again = NULL;
  CorStore               *other = NULL;

  teach (fixture);
  other = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
  {
    Fixture second = { fixture->dir, other };

    assert_first (&second, "close my profile", NULL, NULL, "elsewhere");
    put_examples (fixture, "fee", "what about the xylophone", "a xylophone", "the xylophone again", NULL);
    again = learn (fixture);
    g_assert_cmpuint (again->n_examples, ==, 14);
    assert_first (&second, "xylophone", NULL, NULL, "fee");
  }
  cor_test_finalize (other);
}

static void
test_state (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autofree CorExampleState *state = NULL;
  g_autoptr (GError) error = NULL;

  teach (fixture);
  put_examples (fixture, "fee", "less arrived", "quite another one", NULL); /* the first one is known */
  cor_store_load_example_state_async (fixture->store, NULL, cor_test_on_result, &await);
  state = cor_store_load_example_state_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (state->n_examples, ==, 12);
  g_assert_cmpuint (state->n_new, ==, 1);
  g_assert_cmpuint (state->n_learned, ==, 11);
  g_assert_cmpuint (state->n_targets, ==, 3);
  g_assert_cmpint (state->learned_at, >, 0);
}

static void
test_stopped (Fixture      *fixture,
              gconstpointer data)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put_examples (fixture, "fee", "one", "two", NULL);
  cor_store_learn_async (fixture->store, cancellable, cor_test_on_result, &await);
  g_cancellable_cancel (cancellable);
  g_assert_null (cor_store_learn_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_first (fixture, "track a transfer", NULL, NULL, "track-en");
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

/* Two questions with their answers, one after the other, and a thank-you. */
static void
put_conversation (Fixture *fixture)
{
  run_sql (fixture,
           "INSERT INTO account (id, kind, origin, remote_id) VALUES (1, 'chatwoot', 'https://desk.example', '1');"
           "INSERT INTO conversation (id, account, remote_id) VALUES (7, 1, '7');"
           "INSERT INTO message (id, account, conversation, kind, content, created_at, ordinal, is_private) VALUES"
           "  (1, 1, 7, 0, 'Hello', 100, 1, 0), (2, 1, 7, 0, 'less arrived', 101, 2, 0), (3, 1, 7, 0, 'than I sent', 102, 3, 0),"
           "  (4, 1, 7, 1, 'a note', 103, 4, 1), (5, 1, 7, 1, 'Banks on the way take a charge.', 104, 5, 0),"
           "  (6, 1, 7, 0, 'my card 4111 1111 1111 1111 is gone', 105, 6, 0), (7, 1, 7, 1, 'We block it.', 106, 7, 0),"
           "  (8, 1, 7, 0, 'thanks!', 107, 8, 0);"
           "INSERT INTO reply_source (message, kind, source_id, version, locale, at) VALUES"
           "  (5, 'article', 'fee', '1', 'en', 104), (7, 'template', 'where-reply', '', 'en', 106), (7, 'article', 'fee', '', 'en', 106);");
}

static void
collect (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_collect_examples_async (fixture->store, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_examples_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static gpointer
list_examples_job (CorDb   *db,
                   gpointer data,
                   GError **error)
{
  GString      *list = g_string_new (NULL);
  sqlite3_stmt *row = cor_db_query (db, "example-list", "i", 10);

  while (cor_db_next (db, row))
    g_string_append_printf (list, "%s: %s; ", cor_column_text (row, 0), cor_column_text (row, 1));
  return g_string_free (list, FALSE);
}

static void
assert_examples (Fixture    *fixture,
                 const char *expected)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autofree char *list = NULL;

  cor_store_run_async (fixture->store, COR_STORE_READ, list_examples_job, NULL, NULL, g_free, NULL, cor_test_on_result, &await);
  list = cor_store_run_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpstr (list, ==, expected);
}

/* What was asked just before, once, with its secrets masked; it goes with the conversation. */
static void
test_collected (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const expected = "where-reply: my card •••• •••• •••• 1111 is gone; fee: my card •••• •••• •••• 1111 is gone; "
                                      "fee: less arrived\nthan I sent; ";

  put_conversation (fixture);
  collect (fixture);
  assert_examples (fixture, expected);
  collect (fixture);
  assert_examples (fixture, expected);
  run_sql (fixture, "DELETE FROM conversation WHERE id = 7");
  assert_examples (fixture, "");
}

/* Thanks ask nothing: what was asked before has its answer. Who asks on after them asks. */
static void
test_thanks (Fixture      *fixture,
             gconstpointer data)
{
  g_auto (CorTestAwait) thanked = { 0 };
  g_auto (CorTestAwait) asked = { 0 };
  g_autoptr (CorSuggestResult) nothing = NULL;
  g_autoptr (CorSuggestResult) result = NULL;

  put_conversation (fixture);
  run_sql (fixture, "DELETE FROM message WHERE id IN (6, 7); INSERT INTO message (id, account, conversation, kind, content, created_at, ordinal) VALUES"
                    "  (9, 1, 7, 1, 'It arrives on Friday', 110, 9), (10, 1, 7, 0, '好的，谢谢！', 120, 10)");
  cor_store_suggest_for_conversation_async (fixture->store, 7, NULL, NULL, 3, NULL, cor_test_on_result, &thanked);
  nothing = cor_store_suggest_finish (fixture->store, cor_test_await (&thanked), NULL);
  g_assert_cmpstr (nothing->question, ==, "");
  g_assert_cmpuint (nothing->suggestions->len, ==, 0);
  run_sql (fixture, "INSERT INTO message (id, account, conversation, kind, content, created_at, ordinal) VALUES (11, 1, 7, 0, 'less arrived', 130, 11)");
  cor_store_suggest_for_conversation_async (fixture->store, 7, NULL, NULL, 3, NULL, cor_test_on_result, &asked);
  result = cor_store_suggest_finish (fixture->store, cor_test_await (&asked), NULL);
  g_assert_cmpstr (result->question, ==, "less arrived");
}

static void
test_conversation (Fixture      *fixture,
                   gconstpointer data)
{
  g_auto (CorTestAwait) await = { 0 };
  g_auto (CorTestAwait) unknown = { 0 };
  g_autoptr (CorSuggestResult) result = NULL;
  g_autoptr (CorSuggestResult) nothing = NULL;

  put_conversation (fixture);
  run_sql (fixture, "DELETE FROM message WHERE id IN (6, 7); INSERT INTO message (id, account, conversation, kind, content, created_at, ordinal) VALUES"
                    "  (9, 1, 7, 1, 'You are welcome', 110, 9), (10, 1, 7, 0, 'Hi', 120, 10)");
  cor_store_suggest_for_conversation_async (fixture->store, 7, NULL, NULL, 3, NULL, cor_test_on_result, &await);
  result = cor_store_suggest_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpstr (result->question, ==, "less arrived\nthan I sent");
  cor_store_suggest_for_conversation_async (fixture->store, 99, NULL, NULL, 3, NULL, cor_test_on_result, &unknown);
  nothing = cor_store_suggest_finish (fixture->store, cor_test_await (&unknown), NULL);
  g_assert_cmpstr (nothing->question, ==, "");
  g_assert_cmpuint (nothing->suggestions->len, ==, 0);
}

static CorSuggestResult *
suggest_for_conversation (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_suggest_for_conversation_async (fixture->store, 7, NULL, NULL, 3, NULL, cor_test_on_result, &await);
  return cor_store_suggest_finish (fixture->store, cor_test_await (&await), NULL);
}

/* A mail's subject asks too, once; what a short question is about was said before it, unless that is long ago. */
static void
test_context (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CorSuggestResult) mail = NULL;
  g_autoptr (CorSuggestResult) followed = NULL;
  g_autoptr (CorSuggestResult) later = NULL;

  put_conversation (fixture);
  run_sql (fixture, "DELETE FROM message WHERE conversation = 7;"
                    "INSERT INTO message (id, account, conversation, kind, subject, content, created_at, ordinal) VALUES"
                    "  (9, 1, 7, 0, 'Re: transfer costs', 'Can you help me?', 110, 9)");
  mail = suggest_for_conversation (fixture);
  g_assert_cmpstr (mail->question, ==, "transfer costs\nCan you help me?");
  g_assert_cmpstr (get (mail, 0)->slug, ==, "fee");

  run_sql (fixture, "INSERT INTO message (id, account, conversation, kind, subject, content, created_at, ordinal) VALUES"
                    "  (10, 1, 7, 1, NULL, 'We can.', 120, 10), (11, 1, 7, 0, 'Re: transfer costs', 'And the next one?', 130, 11)");
  followed = suggest_for_conversation (fixture);
  g_assert_cmpstr (followed->question, ==, "And the next one?");
  g_assert_cmpstr (get (followed, 0)->slug, ==, "fee");

  run_sql (fixture, "UPDATE message SET created_at = 130 + 8 * 86400 WHERE id = 11");
  later = suggest_for_conversation (fixture);
  g_assert_cmpstr (later->question, ==, "And the next one?");
  g_assert_cmpuint (later->suggestions->len, ==, 0);
}

static CorSuggestResult *
suggest_all (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_suggest_all_async (fixture->store, 7, NULL, 1, NULL, cor_test_on_result, &await);
  return cor_store_suggest_finish (fixture->store, cor_test_await (&await), NULL);
}

/* Behind the best stands the template that it names, though they have no word together; else one found by its words. */
static void
test_beside (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (CorSuggestResult) found = NULL;
  g_autoptr (CorSuggestResult) named = NULL;
  g_autoptr (CorSuggestResult) held = NULL;

  put_conversation (fixture);
  run_sql (fixture, "INSERT INTO message (id, account, conversation, kind, content, created_at, ordinal) VALUES (9, 1, 7, 0, 'How to track my transfer?', 110, 9)");
  found = suggest_all (fixture);
  g_assert_cmpstr (get (found, 0)->slug, ==, "track");
  g_assert_cmpstr (get (found, 1)->slug, ==, "where-reply");
  g_assert_cmpuint (get (found, 1)->words[0] != NULL, ==, TRUE);

  run_sql (fixture, "INSERT INTO article (source, remote_id, slug, locale, kind, title, body, terms, terms_version, revision) VALUES ('import', 'asked-en', 'asked', 'en', 'template', 'Asked', 'Hello', '', '', 99);"
                    "UPDATE article SET templates = 'asked' || char(10) || 'where-reply' WHERE slug = 'track'");
  named = suggest_all (fixture);
  g_assert_cmpstr (get (named, 0)->slug, ==, "track");
  g_assert_cmpstr (get (named, 1)->slug, ==, "asked");
  g_assert_cmpstr (get (named, 1)->kind, ==, "template");
  g_assert_cmpuint (named->suggestions->len, <=, 3);

  /* what is not neutral is not named either */
  run_sql (fixture, "UPDATE conversation SET labels = 'compliance-hold' WHERE id = 7");
  held = suggest_all (fixture);
  g_assert_true (held->is_held);
  for (guint i = 0; i < held->suggestions->len; i++)
    g_assert_cmpstr (get (held, i)->slug, !=, "asked");
}

/* Messages without an answer between them are one question; a greeting counts for none of them. */
static void
test_place (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CorSuggestResult) together = NULL;
  g_autoptr (CorSuggestResult) single = NULL;
  g_autoptr (CorSuggestResult) before = NULL;

  put_conversation (fixture);
  run_sql (fixture, "DELETE FROM message WHERE id > 5");
  together = suggest_for_conversation (fixture);
  g_assert_cmpuint (together->n_messages, ==, 2);
  g_assert_true (together->is_last);
  run_sql (fixture, "DELETE FROM message WHERE id = 3");
  single = suggest_for_conversation (fixture);
  g_assert_cmpuint (single->n_messages, ==, 1);
  run_sql (fixture, "INSERT INTO message (id, account, conversation, kind, content, created_at, ordinal) VALUES (9, 1, 7, 0, 'Hello?', 120, 9)");
  before = suggest_for_conversation (fixture);
  g_assert_cmpuint (before->n_messages, ==, 1);
  g_assert_false (before->is_last);
}

/* What names a cause or a time is not suggested while compliance holds the conversation, whatever fits; the fixed
 * text is, whatever is asked. */
static void
test_held (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CorSuggestResult) free = NULL;
  g_autoptr (CorSuggestResult) unmarked = NULL;
  g_autoptr (CorSuggestResult) held = NULL;

  put_conversation (fixture);
  run_sql (fixture, "DELETE FROM message WHERE id > 5");
  free = suggest_for_conversation (fixture);
  g_assert_cmpuint (free->suggestions->len, >, 0);
  g_assert_false (free->is_held);
  run_sql (fixture, "UPDATE conversation SET labels = 'vip' || char(10) || 'compliance-hold' WHERE id = 7");
  unmarked = suggest_for_conversation (fixture);
  g_assert_true (unmarked->is_held);
  g_assert_cmpuint (unmarked->suggestions->len, ==, 0);
  run_sql (fixture, "UPDATE article SET tags = 'hold' || char(10) || 'fixed text' || char(10) || 'neutral wording' WHERE slug = 'where-reply';"
                    "UPDATE article SET tags = 'neutral wording' WHERE slug = 'fee'; UPDATE article SET tags = 'not neutral wording' WHERE slug = 'track'");
  held = suggest_for_conversation (fixture);
  g_assert_cmpuint (held->suggestions->len, ==, 2);
  g_assert_cmpstr (get (held, 0)->slug, ==, "where-reply");
  g_assert_cmpstr (get (held, 1)->slug, ==, "fee");
}

static CorSearchResult *
search (Fixture    *fixture,
        const char *query)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_search_articles_async (fixture->store, query, "en", 5, FALSE, NULL, cor_test_on_result, &await);
  return cor_store_search_articles_finish (fixture->store, cor_test_await (&await), NULL);
}

static void
put_alike (Fixture    *fixture,
           const char *slug,
           const char *reviewed)
{
  GPtrArray      *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  CorArticleData *article = cor_article_data_new ();
  g_auto (CorTestAwait) await = { 0 };

  article->source = g_strdup ("import");
  article->slug = g_strdup (slug);
  article->remote_id = g_strdup_printf ("%s.en", slug);
  article->locale = g_strdup ("en");
  article->title = g_strdup ("Proof of payment");
  article->body = g_strdup ("Ask for it.");
  article->reviewed = g_strdup (reviewed);
  g_ptr_array_add (batch, article);
  cor_store_put_articles_async (fixture->store, batch, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->store, cor_test_await (&await), NULL));
}

static void
assert_found (Fixture    *fixture,
              const char *query,
              const char *id)
{
  g_autoptr (CorSearchResult) result = search (fixture, query);

  g_assert_cmpuint (result->hits->len, >, 0);
  g_assert_cmpstr (((CorSearchHit *) result->hits->pdata[0])->remote_id, ==, id);
}

/* Of those that fit alike the one goes first that somebody reviewed of late, or that helped; neither goes before what
 * fits better. What was inserted counts by its slug and, from before, by its text. */
static void
test_votes (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  put_conversation (fixture);
  run_sql (fixture, "DELETE FROM reply_source; UPDATE conversation SET status = 3");
  put_alike (fixture, "old", "2019-01-01");
  put_alike (fixture, "new", day);
  assert_found (fixture, "proof of payment", "new.en");
  run_sql (fixture, "INSERT INTO reply_source (message, kind, source_id, version, locale, at) SELECT id, 'article', iif(id % 2, 'old', 'old.en'), '', '', 1 FROM message");
  assert_found (fixture, "proof of payment", "old.en");
  assert_first (fixture, "proof of payment?", NULL, NULL, "old.en");
  run_sql (fixture, "UPDATE conversation SET status = 0"); /* nothing is resolved: it has not helped yet */
  assert_found (fixture, "proof of payment", "new.en");
  assert_found (fixture, "what a transfer costs", "fee");

  g_assert_cmpfloat (cor_search_votes_weigh (0, 0) / cor_search_votes_weigh (0, 4000 * G_GINT64_CONSTANT (86400)), <, 1.031);
  g_assert_cmpfloat (cor_search_votes_weigh (10, -1) / cor_search_votes_weigh (0, -1), <, 1.06);
  g_assert_cmpfloat (cor_search_votes_weigh (0, 86400), >, cor_search_votes_weigh (0, -1));
  g_assert_cmpfloat (cor_search_votes_weigh (0, -1), >, cor_search_votes_weigh (0, 3000 * G_GINT64_CONSTANT (86400)));
}

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gboolean        *is_learned)
{
  *is_learned |= (changes->topics & COR_TOPIC_LEARNED) != 0;
}

/* By itself, when enough was added; dropped in between, it leaves nothing running. */
static void
test_learner (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CorLearner) learner = cor_learner_new (fixture->store);
  CorLearner *dropped = cor_learner_new (fixture->store);
  gboolean    is_learned = FALSE;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), &is_learned);
  put_conversation (fixture);
  put_examples (fixture, "elsewhere", "close it", "please close it", "close my profile", NULL);
  cor_learner_look (dropped);
  g_clear_object (&dropped);
  cor_learner_look (learner);
  cor_learner_look (learner);
  cor_test_until (is_learned);
  assert_first (fixture, "close it please", NULL, NULL, "elsewhere");
  g_signal_handlers_disconnect_by_data (fixture->store, &is_learned);
}

static guint
count_taught (const char *questions,
              const char *body)
{
  g_autoptr (GPtrArray) lines = cor_search_taught_list ("A title", questions, body, COR_SEARCH_TAUGHT_LEAST);

  return lines->len;
}

/* Many questions teach, a few do not, and an answer in short lines is none. */
static void
test_taught_list (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const asked = "one?\ntwo\nthree\nfour?\nfive\nsix\nseven?\neight";
  static const char *const told = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight";

  g_assert_cmpuint (count_taught (NULL, NULL), ==, 0);
  g_assert_cmpuint (count_taught ("one?\ntwo?", "A body."), ==, 0);
  g_assert_cmpuint (count_taught (told, "A body."), ==, 9);
  g_assert_cmpuint (count_taught (NULL, asked), ==, 9);
  g_assert_cmpuint (count_taught (NULL, told), ==, 0);
}

static char *
get_name (gint64   article,
          gpointer unused)
{
  return g_strdup (article == 1 ? "fee" : article == 2 ? "track"
                                                       : NULL);
}

/* What was learned lifts the likelier of two that the search finds alike, and nothing over a far better one. */
static void
test_taught_vote (Fixture      *fixture,
                  gconstpointer data)
{
  static const CorExample examples[] = { { "less arrived", "fee" }, { "less arrived today", "fee" }, { "not there yet", "track" }, { "is it there", "track" } };
  const CorSearchRanked   found[] = { { 2, 1.0, FALSE }, { 1, 0.95, FALSE } };
  const CorSearchRanked   apart[] = { { 2, 1.0, FALSE }, { 1, 0.5, FALSE } };
  g_autoptr (CorClassifier) classifier = cor_classifier_train (examples, G_N_ELEMENTS (examples), NULL, NULL);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (CorSearchRanked));
  g_autoptr (GArray) far = g_array_new (FALSE, FALSE, sizeof (CorSearchRanked));

  g_array_append_vals (near, found, 2);
  g_array_append_vals (far, apart, 2);
  cor_search_taught_vote (near, classifier, "less arrived", get_name, NULL);
  g_assert_cmpint (g_array_index (near, CorSearchRanked, 0).article, ==, 1);
  cor_search_taught_vote (far, classifier, "less arrived", get_name, NULL);
  g_assert_cmpint (g_array_index (far, CorSearchRanked, 0).article, ==, 2);
}

/* A greeting and "need" are in many articles that answer something else. */
static void
test_polite (Fixture      *fixture,
             gconstpointer data)
{
  static const Article other[] = {
    { "takes", "takes", "zh-CN", "article", "跨境汇款多久到账？", "从几秒到五个工作日，取决于走哪条渠道。" },
    { "held", "held", "zh-CN", "article", "汇款为什么在审核中？", "您好，有些汇款需要人工查看。\n\n## 需要多久\n\n没有固定时限。需要您配合时会通知您，请问需要什么就上传什么。" },
    { "rails", "rails", "zh-CN", "article", "汇款渠道", "汇款有几条渠道，到账有快有慢。" },
    { "change", "change", "zh-CN", "article", "汇款能改吗", "汇款到账之前可以改。" },
    { "stop", "stop", "zh-CN", "article", "汇款能撤回吗", "汇款到账之前可以撤回。" },
    { "twice", "twice", "zh-CN", "article", "汇款汇了两次", "两笔汇款都可能到账。" },
    { "name", "name", "zh-CN", "article", "汇款写错姓名", "汇款可能不能到账。" },
  };

  put_articles (fixture->store, other, G_N_ELEMENTS (other));
  assert_first (fixture, "汇款多久到账", NULL, NULL, "takes");
  assert_first (fixture, "您好，汇款需要多久到账？", NULL, NULL, "takes");
  assert_first (fixture, "請問匯款需要多久到帳？", NULL, NULL, "takes");
}

/* Nothing to learn from is no error. */
static void
test_no_example (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree CorLearning *learning = learn (fixture);

  g_assert_cmpuint (learning->n_examples, ==, 0);
  assert_first (fixture, "track a transfer", NULL, NULL, "track-en");
}

static gboolean
has_new_articles (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autofree CorExampleState *state = NULL;

  cor_store_load_example_state_async (fixture->store, NULL, cor_test_on_result, &await);
  state = cor_store_load_example_state_finish (fixture->store, cor_test_await (&await), NULL);
  return state->has_new_articles;
}

/* What articles list is learned when one lists enough, then of all that list any, in every language; and again when they change. */
static void
test_taught_articles (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (CorLearner) learner = NULL;
  g_autofree CorLearning *few = NULL;
  g_autoptr (CorSuggestResult) result = NULL;

  g_assert_false (has_new_articles (fixture));
  run_sql (fixture, "UPDATE article SET revision = 100, questions = 'who recalls' WHERE slug = 'recall'");
  g_assert_true (has_new_articles (fixture));
  few = learn (fixture);
  g_assert_cmpuint (few->n_targets, ==, 0);
  g_assert_false (has_new_articles (fixture));
  assert_nothing (fixture, "quem ficou com a diferença");

  run_sql (fixture, "UPDATE article SET revision = 101, questions = 'why less' || char(10) || 'wer hat meine Zahlung gekürzt' || char(10) || 'quem ficou com a diferença' || char(10) ||"
                    " 'qui a gardé la différence' || char(10) || 'ai giữ phần chênh lệch' || char(10) || 'من أخذ الفرق' || char(10) || '差額は誰が' || char(10) || 'who took the rest'"
                    " WHERE slug = 'fee'");
  learner = cor_learner_new (fixture->store);
  cor_learner_look (learner);
  cor_test_until (!has_new_articles (fixture));
  result = suggest (fixture, "com a diferença quem ficou?", NULL, NULL);
  g_assert_cmpstr (get (result, 0)->slug, ==, "fee");
  g_assert_cmpuint (get (result, 0)->n_similar, ==, 0); /* nobody asked it yet */
  assert_first (fixture, "who recalls", NULL, NULL, "recall");
  /* a payment's number is one, and the reason is told in the customer's words */
  g_clear_pointer (&result, cor_suggest_result_free);
  result = suggest (fixture, "Hello. Who took the rest of CP-58211?", NULL, NULL);
  g_assert_cmpuint (result->suggestions->len, >=, 2);
  for (guint i = 0; i < result->suggestions->len; i++)
    g_assert_false (g_strv_contains ((const char *const *) get (result, i)->words, "payment"));

  run_sql (fixture, "DELETE FROM article WHERE slug = 'recall'");
  g_assert_true (has_new_articles (fixture));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/suggest/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("search-alone", test_search_alone);
  ADD ("words", test_words);
  ADD ("locale", test_locale);
  ADD ("learned", test_learned);
  ADD ("kept", test_kept);
  ADD ("state", test_state);
  ADD ("stopped", test_stopped);
  ADD ("no-example", test_no_example);
  ADD ("polite", test_polite);
  ADD ("collected", test_collected);
  ADD ("beside", test_beside);
  ADD ("context", test_context);
  ADD ("conversation", test_conversation);
  ADD ("held", test_held);
  ADD ("place", test_place);
  ADD ("thanks", test_thanks);
  ADD ("votes", test_votes);
  ADD ("learner", test_learner);
  ADD ("taught-articles", test_taught_articles);
  ADD ("taught-list", test_taught_list);
  ADD ("taught-vote", test_taught_vote);
#undef ADD
  return cor_test_run ();
}
