/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-customers.h"
#include "cor-store-find.h"
#include "cor-store-pull.h"
#include "cor-store-threads.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-queries.h"
#include "cor-test-sqlite.h"

#include <string.h>

typedef struct
{
  const char *id, *conversation, *text;
  gint64      at;
  gboolean    is_private;
} Message;

static const Message messages[] = {
  { "1", "7", "Where is my transfer of USD 1,234.50? The reference is TR-88412.", 100 },
  { "2", "7", "Your transfers arrive tomorrow.", 200 },
  { "3", "8", "我的退款還沒有入帳，手續費也不對。", 300 },
  { "4", "8", "Ask the bank about the refund before you answer.", 400, TRUE },
  { "5", "9", "¿Cuándo llegan las transferencias?", 500 },
  { "6", "9", "UETR 1f0e3c4a-9b2d-4c57-8a61-0d2f3b4c5e6f", 600 },
  { "7", "9", "退款已到账", 700 },
};

typedef struct
{
  char     *dir;
  CorStore *store;
  gint64    account;
} Fixture;

static void
finish_pull (Fixture      *fixture,
             CorTestAwait *await)
{
  g_autoptr (GError) error = NULL;

  cor_store_pull_finish (fixture->store, cor_test_await (await), &error);
  g_assert_no_error (error);
}

static void
put_account (Fixture *fixture)
{
  g_autoptr (CorAccountData) account = cor_account_data_new ();
  g_auto (CorTestAwait) await = { 0 };

  account->kind = g_strdup ("chatwoot");
  account->origin = g_strdup ("https://desk.example");
  account->remote_id = g_strdup ("1");
  cor_store_put_account_async (fixture->store, account, NULL, cor_test_on_result, &await);
  fixture->account = cor_store_put_account_finish (fixture->store, cor_test_await (&await), NULL);
}

static void
put_conversation (Fixture    *fixture,
                  const char *id)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  CorConversationRecord *conversation = cor_conversation_record_new ();
  g_auto (CorTestAwait) await = { 0 };

  conversation->remote_id = g_strdup (id);
  conversation->fields = COR_CONVERSATION_HAS_ALL;
  conversation->customer = cor_customer_record_new ();
  conversation->customer->remote_id = g_strdup (id);
  conversation->customer->name = g_strdup ("Ana");
  g_ptr_array_add (list, conversation);
  cor_store_put_conversations_async (fixture->store, fixture->account, list, NULL, cor_test_on_result, &await);
  finish_pull (fixture, &await);
}

static void
put_message (Fixture       *fixture,
             const Message *message,
             gboolean       is_deleted)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);
  CorMessageRecord *record = cor_message_record_new ();
  g_auto (CorTestAwait) await = { 0 };

  record->remote_id = g_strdup (message->id);
  record->ordinal = g_ascii_strtoll (message->id, NULL, 10);
  record->conversation_id = g_strdup (message->conversation);
  record->sender_kind = COR_SENDER_CUSTOMER;
  record->sender_name = g_strdup ("Ana");
  record->content = g_strdup (message->text);
  record->created_at = message->at;
  record->is_private = message->is_private;
  record->is_deleted = is_deleted;
  g_ptr_array_add (list, record);
  cor_store_put_messages_async (fixture->store, fixture->account, message->conversation, list, -1, -1, FALSE, NULL, cor_test_on_result, &await);
  finish_pull (fixture, &await);
}

static CorMessageResult *
ask_once (Fixture             *fixture,
          const CorMessageAsk *ask)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorMessageResult *result = NULL;

  cor_store_find_messages_async (fixture->store, ask, NULL, cor_test_on_result, &await);
  result = cor_store_find_messages_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return result;
}

/* Once everything that came is in the index, which is made behind the pull. */
static CorMessageResult *
find_as (Fixture             *fixture,
         const CorMessageAsk *ask)
{
  CorMessageResult *result = ask_once (fixture, ask);

  while (result->n_waiting > 0)
    {
      cor_message_result_free (result);
      result = ask_once (fixture, ask);
    }
  return result;
}

static CorMessageResult *
find (Fixture    *fixture,
      const char *query)
{
  CorMessageAsk ask = { .query = query, .limit = 10 };

  return find_as (fixture, &ask);
}

static char *
list_hits (const CorMessageResult *result)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < result->hits->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", ((CorMessageHit *) result->hits->pdata[i])->remote_id);
  return g_string_free (list, FALSE);
}

static void
assert_found (Fixture    *fixture,
              const char *query,
              const char *expected)
{
  g_autoptr (CorMessageResult) result = find (fixture, query);
  g_autofree char *list = list_hits (result);

  g_test_message ("%s", query);
  g_assert_cmpstr (list, ==, expected);
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->dir = cor_test_make_dir ();
  open_store (fixture);
  put_account (fixture);
  put_conversation (fixture, "7");
  put_conversation (fixture, "8");
  put_conversation (fixture, "9");
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    put_message (fixture, &messages[i], FALSE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const cases[][2] = {
    { "transfer", "2 1" },
    { "TRANSFERRED", "2 1" },
    { "the transfer arrives", "2 1" },
    { "transferencia", "5" },
    { "1234.5", "1" },
    { "usd 1,234.50", "1" },
    { "88412", "1" },
    { "1F0E3C4A-9B2D-4C57-8A61-0D2F3B4C5E6F", "6" },
    { "退款", "7 3" },
    { "退款到账", "7 3" },
    { "手续费", "3" },
    { "账", "7 3" },
    { "tranfser", "2 1" },
    { "refnud", "4" },
    { "xylophone", "" },
    { "the", "4 1" },
    /* not an AND of its words */
    { "please tell me when the refund of the bank is here", "4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (fixture, cases[i][0], cases[i][1]);
}

static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  CorMessageAsk ask = { .query = "transfer arr", .limit = 10, .is_typing = TRUE };
  g_autoptr (CorMessageResult) result = find_as (fixture, &ask);
  g_autofree char *list = list_hits (result);

  /* both words first, then what has one of them */
  g_assert_cmpstr (list, ==, "2 1");
  g_assert_cmpfloat (((CorMessageHit *) result->hits->pdata[0])->score, ==, 1);
  g_assert_cmpfloat (((CorMessageHit *) result->hits->pdata[1])->score, <, 1);
}

/* A hit says who, where, when and shows the words; a note says that it is one. */
static void
test_hit (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (CorMessageResult) result = find (fixture, "refund");
  const CorMessageHit *hit = result->hits->pdata[0];
  const CorMark       *mark = &g_array_index (hit->excerpt->marks, CorMark, 0);

  g_assert_cmpstr (hit->display_id, ==, "8");
  g_assert_cmpstr (hit->customer_name, ==, "Ana");
  g_assert_cmpint (hit->created_at, ==, 400);
  g_assert_true (hit->is_private);
  g_assert_cmpstr (hit->excerpt->text, ==, messages[3].text);
  g_assert_cmpint (strncmp (hit->excerpt->text + mark->start, "refund", mark->end - mark->start), ==, 0);
  g_assert_cmpuint (mark->end - mark->start, ==, strlen ("refund"));
}

static void
test_conversations (Fixture      *fixture,
                    gconstpointer data)
{
  CorMessageAsk ask = { .query = "transfer", .limit = 10, .by_conversation = TRUE };
  g_autoptr (CorMessageResult) each = find_as (fixture, &ask);
  g_autoptr (CorMessageResult) one = NULL;
  g_autofree char *list = list_hits (each);
  g_autofree char *inside = NULL;

  g_assert_cmpstr (list, ==, "2");
  g_assert_cmpuint (((CorMessageHit *) each->hits->pdata[0])->n_more, ==, 1);

  ask.query = "退款";
  ask.by_conversation = FALSE;
  ask.conversation = ((CorMessageHit *) each->hits->pdata[0])->conversation + 1;
  one = find_as (fixture, &ask);
  inside = list_hits (one);
  g_assert_cmpstr (inside, ==, "3");
}

/* A list that is searched has the conversations in which all the words are said, and its rows show where. */
static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  g_autoptr (CorMessageResult) ready = find (fixture, "refund");
  g_auto (CorTestAwait) places_await = { 0 };
  g_auto (CorTestAwait) rows_await = { 0 };
  g_auto (CorTestAwait) check_await = { 0 };
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) checked = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  const CorThreadData *row = NULL;

  view->search = g_strdup ("bank refu");
  cor_store_list_places_async (fixture->store, view, NULL, cor_test_on_result, &places_await);
  places = cor_store_list_places_finish (fixture->store, cor_test_await (&places_await), NULL);
  g_assert_cmpuint (places->len, ==, 1);
  g_array_append_val (ids, g_array_index (places, CorThreadPlace, 0).id);
  cor_store_load_found_threads_async (fixture->store, ids, view->search, NULL, cor_test_on_result, &rows_await);
  rows = cor_store_load_threads_finish (fixture->store, cor_test_await (&rows_await), NULL);
  row = rows->pdata[0];
  g_assert_cmpstr (row->display_id, ==, "8");
  g_assert_nonnull (row->found);
  g_assert_cmpuint (row->found->marks->len, ==, 2);
  g_assert_nonnull (strstr (row->found->text, "refund"));

  cor_store_find_places_async (fixture->store, view, ids, NULL, cor_test_on_result, &check_await);
  checked = cor_store_find_places_finish (fixture->store, cor_test_await (&check_await), NULL);
  g_assert_cmpuint (checked->len, ==, 1);
  g_assert_cmpint (g_array_index (checked, CorThreadPlace, 0).key, ==, g_array_index (places, CorThreadPlace, 0).key);
}

static guint
count_listed (Fixture    *fixture,
              const char *text)
{
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GArray) places = NULL;

  view->search = g_strdup (text);
  cor_store_list_places_async (fixture->store, view, NULL, cor_test_on_result, &await);
  places = cor_store_list_places_finish (fixture->store, cor_test_await (&await), NULL);
  return places->len;
}

/* What was found stands for both readers, until anything is written. */
static void
test_list_anew (Fixture      *fixture,
                gconstpointer data)
{
  static const Message changed = { "2", "7", "Your money will be there on Friday.", 200 };

  assert_found (fixture, "tomorrow", "2");
  g_assert_cmpuint (count_listed (fixture, "friday"), ==, 0);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (count_listed (fixture, "tomorrow"), ==, 1);
  put_message (fixture, &changed, FALSE);
  assert_found (fixture, "tomorrow", "");
  assert_found (fixture, "friday", "2");
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (count_listed (fixture, "tomorrow"), ==, 0);
  g_assert_cmpuint (count_listed (fixture, "friday"), ==, 1);
}

/* What is changed, deleted or gone with its conversation is found no more. */
static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  static const Message changed = { "2", "7", "Your money will be there on Friday.", 200 };
  g_auto (CorTestAwait) await = { 0 };

  put_message (fixture, &changed, FALSE);
  assert_found (fixture, "transfer", "1");
  assert_found (fixture, "friday", "2");
  put_message (fixture, &messages[0], TRUE);
  assert_found (fixture, "transfer", "");
  cor_store_drop_conversation_async (fixture->store, fixture->account, "9", NULL, cor_test_on_result, &await);
  finish_pull (fixture, &await);
  assert_found (fixture, "退款", "3");
}

#define MATCHES "SELECT count(*) FROM message_words WHERE message_words MATCH ?"

/* What another version indexed is indexed anew, and what was half done is taken up where it was left. */
static void
test_version (Fixture      *fixture,
              gconstpointer data)
{
  assert_found (fixture, "transfer", "2 1");
  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_sqlite_run (fixture->dir, "UPDATE words_state SET version = 'another'; DELETE FROM message_term");
  open_store (fixture);
  while (cor_test_sqlite_count (fixture->dir, MATCHES, "friday OR transfer OR refund") != 3)
    g_main_context_iteration (NULL, FALSE);
  assert_found (fixture, "transfer", "2 1");
  assert_found (fixture, "tranfser", "2 1");
  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_sqlite_run (fixture->dir, "INSERT INTO message_words (message_words) VALUES ('delete-all'); DELETE FROM message_doc; DELETE FROM message_term;"
                                     "UPDATE words_state SET reached = 3 WHERE kind = 'message'");
  open_store (fixture);
  assert_found (fixture, "transfer", "2 1");
  assert_found (fixture, "refund", "");
}

/* With an account its words leave the index, and not only what can be found. */
static void
test_removal (Fixture      *fixture,
              gconstpointer data)
{
  g_auto (CorTestAwait) await = { 0 };

  assert_found (fixture, "transfer", "2 1");
  cor_store_remove_account_async (fixture->store, fixture->account, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_remove_account_finish (fixture->store, cor_test_await (&await), NULL));
  assert_found (fixture, "transfer", "");
  while (cor_test_sqlite_count (fixture->dir, MATCHES, "transfer") != 0)
    g_main_context_iteration (NULL, FALSE);
}

/* Nothing in a query is an operator, and none is an error. */
static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < cor_test_n_queries; i++)
    {
      const CorTestQuery *query = &cor_test_queries[i];
      g_autofree char    *text = cor_test_query_dup_text (query);
      g_autofree char    *shown = g_strescape (text, NULL); /* what is said goes into XML */
      CorMessageAsk       typing = { .query = text, .limit = 5, .is_typing = TRUE, .by_conversation = TRUE };
      g_autoptr (CorMessageResult) result = find (fixture, text);
      g_autoptr (CorMessageResult) typed = find_as (fixture, &typing);

      g_test_message ("%.40s", shown);
      g_assert_cmpuint (result->hits->len, <=, 10);
      g_assert_cmpuint (typed->hits->len, <=, 5);
      g_assert_cmpint (result->hits->len > 0 || query->kind != COR_TEST_QUERY_WORD, ==, TRUE);
      g_assert_cmpint (result->hits->len == 0 || query->kind != COR_TEST_QUERY_NONE, ==, TRUE);
    }
}

static void
put_customer (Fixture    *fixture,
              const char *id,
              const char *name,
              const char *email,
              const char *phone,
              const char *attributes)
{
  g_autoptr (CorCustomerRecord) customer = cor_customer_record_new ();
  g_auto (CorTestAwait) await = { 0 };

  customer->remote_id = g_strdup (id);
  customer->name = g_strdup (name);
  customer->email = g_strdup (email);
  customer->phone = g_strdup (phone);
  customer->attributes_json = g_strdup (attributes);
  cor_store_put_customer_async (fixture->store, fixture->account, customer, NULL, cor_test_on_result, &await);
  finish_pull (fixture, &await);
}

static void
assert_customer (Fixture    *fixture,
                 const char *query,
                 const char *expected)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) found = NULL;

  cor_store_search_customers_async (fixture->store, query, 10, NULL, cor_test_on_result, &await);
  found = cor_store_search_customers_finish (fixture->store, cor_test_await (&await), NULL);
  g_test_message ("%s", query);
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((CorCustomerData *) found->pdata[0])->record->remote_id, ==, expected);
}

#define CUSTOMERS_TO_DO "SELECT (SELECT count(*) FROM customer_todo) + sum(reached) FROM words_state"

/* By name in any script, as it is read, by any part of the number in any grouping, by what the attributes say. */
static void
test_customers (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const cases[][2] = {
    { "王小明", "w" },
    { "小明", "w" },
    { "wang", "w" },
    { "xiaoming", "w" },
    { "wang xiaom", "w" },
    { "mueller@example.com", "m" },
    { "Müller", "m" },
    { "muller", "m" },
    { "jürgen müll", "m" },
    { "+86 138-0013-8000", "w" },
    { "0013 8000", "w" },
    { "020 7946 0958", "m" },
    { "0044 20 79460958", "m" },
    { "platinum", "w" },
    { "CUS-7781", "m" },
    { "8", "8" },
  };

  put_customer (fixture, "w", "王小明", "wxm@example.cn", "+8613800138000", "{\"tier\": \"platinum\", \"nested\": {\"n\": 5}}");
  put_customer (fixture, "m", "Jürgen Müller", "mueller@example.com", "+44 20 7946 0958", "{\"ledger\": \"CUS-7781\"}");
  put_customer (fixture, "x", "Nobody", NULL, NULL, NULL);
  while (cor_test_sqlite_count (fixture->dir, CUSTOMERS_TO_DO, NULL) > 0)
    g_main_context_iteration (NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_customer (fixture, cases[i][0], cases[i][1]);
}

/* The same among customers, where a number is looked for in its digits. */
static void
test_hostile_customers (Fixture      *fixture,
                        gconstpointer data)
{
  put_customer (fixture, "t", "Transfer 退款 GmbH", "transfer@example.com", "+4989700000", NULL);
  while (cor_test_sqlite_count (fixture->dir, CUSTOMERS_TO_DO, NULL) > 0)
    g_main_context_iteration (NULL, FALSE);
  for (guint i = 0; i < cor_test_n_queries; i++)
    {
      const CorTestQuery *query = &cor_test_queries[i];
      g_autofree char    *text = cor_test_query_dup_text (query);
      g_autofree char    *shown = g_strescape (text, NULL); /* what is said goes into XML */
      g_auto (CorTestAwait) await = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = NULL;

      g_test_message ("%.40s", shown);
      cor_store_search_customers_async (fixture->store, text, 10, NULL, cor_test_on_result, &await);
      found = cor_store_search_customers_finish (fixture->store, cor_test_await (&await), &error);
      g_assert_no_error (error);
      if (query->kind == COR_TEST_QUERY_WORD)
        g_assert_cmpuint (found->len, ==, 1);
      /* nothing typed lists everybody */
      if (query->kind == COR_TEST_QUERY_NONE && *g_strstrip (text) != '\0')
        g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  CorMessageAsk ask = { .query = "transfer", .limit = 10 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_find_messages_async (fixture->store, &ask, cancellable, cor_test_on_result, &await);
  g_cancellable_cancel (cancellable);
  g_assert_null (cor_store_find_messages_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/find/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("typing", test_typing);
  ADD ("hit", test_hit);
  ADD ("conversations", test_conversations);
  ADD ("list", test_list);
  ADD ("list-anew", test_list_anew);
  ADD ("changes", test_changes);
  ADD ("version", test_version);
  ADD ("removal", test_removal);
  ADD ("hostile", test_hostile);
  ADD ("customers", test_customers);
  ADD ("hostile-customers", test_hostile_customers);
  ADD ("cancel", test_cancel);

  return cor_test_run ();
}
