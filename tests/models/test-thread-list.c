/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-intents.h"
#include "cor-store-pull.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-thread-list.h"
#include "cor-thread-pages.h"

#define N_ROWS 2000
#define T0 1700000000

typedef struct
{
  char     *dir;
  CorStore *store;
  gint64    account;
} Fixture;

/* Conversation @i of the server; the newer, the higher. */
static CorConversationRecord *
make_conversation (guint i, gint64 activity, CorStatus status, gboolean mine)
{
  CorConversationRecord *record = cor_conversation_record_new ();

  record->remote_id = g_strdup_printf ("%u", i);
  record->fields = COR_CONVERSATION_HAS_ALL;
  record->inbox_id = g_strdup ("1");
  record->customer = cor_customer_record_new ();
  record->customer->remote_id = g_strdup_printf ("%u", i);
  record->customer->name = g_strdup_printf ("Customer %u", i);
  record->assignee_id = mine ? g_strdup ("7") : NULL;
  record->status = status;
  record->created_at = T0;
  record->last_activity_at = activity;
  record->updated_at_us = activity * G_USEC_PER_SEC;
  record->can_reply = TRUE;
  return record;
}

static void
put (Fixture *fixture, GPtrArray *records)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_put_conversations_async (fixture->store, fixture->account, records, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static void
put_one (Fixture *fixture, guint i, gint64 activity, CorStatus status)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);

  g_ptr_array_add (records, make_conversation (i, activity, status, i % 2 == 0));
  put (fixture, records);
}

static void
put_account (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  CorAccountData account = {
    .kind = (char *) "chatwoot", .origin = (char *) "https://desk.example", .remote_id = (char *) "1", .name = (char *) "Desk", .agent_id = (char *) "7", .agent_name = (char *) "Sofia"
  };

  cor_store_put_account_async (fixture->store, &account, NULL, cor_test_on_result, &await);
  fixture->account = cor_store_put_account_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpint (fixture->account, !=, 0);
}

static void
put_inbox (Fixture *fixture)
{
  g_autoptr (GPtrArray) inboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_inbox_record_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (CorTestAwait) await = { 0 };
  CorInboxRecord *inbox = cor_inbox_record_new ();

  inbox->remote_id = g_strdup ("1");
  inbox->name = g_strdup ("Mail");
  inbox->channel = COR_CHANNEL_EMAIL;
  g_ptr_array_add (inboxes, inbox);
  cor_store_put_lists_async (fixture->store, fixture->account, inboxes, none, none, none, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), NULL));
}

static void
count_changed (CorStore *store, const CorStoreChanges *changes, guint *n)
{
  *n += changes->threads->len;
}

static void
set_up (Fixture *fixture, gconstpointer n_rows)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  g_autoptr (GError) error = NULL;
  guint  n_told = 0;
  gulong handler;

  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
  put_account (fixture);
  put_inbox (fixture);
  for (guint i = 1; i <= GPOINTER_TO_UINT (n_rows); i++)
    g_ptr_array_add (records, make_conversation (i, T0 + i, COR_STATUS_OPEN, i % 2 == 0));
  handler = g_signal_connect (fixture->store, "changed", G_CALLBACK (count_changed), &n_told);
  put (fixture, records);
  /* a list that hears of these rows later would load a page of them twice */
  cor_test_until (n_told == GPOINTER_TO_UINT (n_rows));
  g_signal_handler_disconnect (fixture->store, handler);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static CorThreadList *
open_view (Fixture *fixture, CorViewKind kind)
{
  CorThreadList *list = cor_thread_list_new (fixture->store);
  g_autoptr (CorView) view = cor_view_new (kind);

  cor_thread_list_set_view (list, view);
  g_assert_true (cor_thread_list_is_loading (list));
  cor_test_until (!cor_thread_list_is_loading (list));
  return list;
}

static const char *
wait_name (CorThread *thread)
{
  cor_test_until (cor_thread_get_data (thread) != NULL);
  return cor_thread_get_data (thread)->name;
}

/* The whole list is there at once, rows come a page at a time and only where somebody looks. */
static void
test_pages (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorThreadList) list = open_view (fixture, COR_VIEW_OPEN);
  g_autoptr (CorThread) first = NULL;
  g_autoptr (CorThread) again = NULL;
  g_autoptr (CorThread) far = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_ROWS);
  g_assert_cmpuint (cor_thread_list_get_n_page_loads (list), ==, 0);

  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == again);
  g_assert_null (cor_thread_get_data (first));
  g_assert_cmpstr (wait_name (first), ==, "Customer 2000");
  g_assert_cmpuint (cor_thread_list_get_n_page_loads (list), ==, 1);

  for (guint i = 0; i < COR_THREAD_PAGE_SIZE; i++) /* neighbours came along */
    {
      g_autoptr (CorThread) near = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (cor_thread_get_data (near));
    }
  g_assert_cmpuint (cor_thread_list_get_n_page_loads (list), ==, 1);

  far = g_list_model_get_item (G_LIST_MODEL (list), 1500);
  g_assert_cmpstr (wait_name (far), ==, "Customer 500");
  g_assert_cmpuint (cor_thread_list_get_n_page_loads (list), ==, 2);
}

/* Who flies past a row does not load it. */
static void
test_fast_scroll (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorThreadList) list = open_view (fixture, COR_VIEW_OPEN);
  g_autoptr (CorThread) last = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_clear_object (&last);
      last = g_list_model_get_item (G_LIST_MODEL (list), i);
    }
  g_assert_cmpstr (wait_name (last), ==, "Customer 1");
  g_assert_cmpuint (cor_thread_list_get_n_page_loads (list), ==, 1);
  g_assert_cmpuint (cor_thread_list_get_n_cached (list), <=, COR_THREAD_PAGE_SIZE);
}

typedef struct
{
  guint n, position, removed, added;
} Told;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Told *told = user_data;

  *told = (Told){ told->n + 1, position, removed, added };
}

/* A conversation that moves is one change over both places, and stays the same object. */
static void
test_move (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorThreadList) list = open_view (fixture, COR_VIEW_OPEN);
  g_autoptr (CorThread) thread = g_list_model_get_item (G_LIST_MODEL (list), 10);
  g_autoptr (CorThread) moved = NULL;
  Told told = { 0 };

  g_assert_cmpstr (wait_name (thread), ==, "Customer 40");
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &told);
  put_one (fixture, 40, T0 + 9000, COR_STATUS_OPEN);
  cor_test_until (told.n > 0);
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_cmpuint (told.position, ==, 0);
  g_assert_cmpuint (told.removed, ==, 11);
  g_assert_cmpuint (told.added, ==, 11);
  moved = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (moved == thread);
  cor_test_until (cor_thread_get_data (thread)->last_activity_at == T0 + 9000);
}

static void
test_come_and_go (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorThreadList) list = open_view (fixture, COR_VIEW_MINE);
  g_autoptr (CorThread) first = NULL;
  Told told = { 0 };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 25);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &told);
  put_one (fixture, 50, T0 + 5000, COR_STATUS_RESOLVED);
  cor_test_until (told.n == 1);
  g_assert_cmpuint (told.removed, ==, 1);
  g_assert_cmpuint (told.added, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 24);

  put_one (fixture, 50, T0 + 6000, COR_STATUS_OPEN);
  cor_test_until (told.n == 2);
  g_assert_cmpuint (told.position, ==, 0);
  g_assert_cmpuint (told.added, ==, 1);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (wait_name (first), ==, "Customer 50");

  put_one (fixture, 51, T0 + 7000, COR_STATUS_OPEN); /* another's: nothing here */
  put_one (fixture, 2, T0 + 8000, COR_STATUS_OPEN);
  cor_test_until (told.n == 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 25);
}

/* Views that cannot be told by flags ask for what changed. */
static void
test_search (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorThreadList) list = open_view (fixture, COR_VIEW_ALL);
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  gint64 eleven = 0;

  view->search = g_strdup ("customer 11");
  cor_thread_list_set_view (list, view);
  cor_test_until (!cor_thread_list_is_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  eleven = cor_thread_list_get_id (list, 0);

  put_one (fixture, 111, T0 + 9000, COR_STATUS_OPEN);
  cor_test_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 2);
  g_assert_cmpint (cor_thread_list_get_id (list, 1), ==, eleven);
  put_one (fixture, 11, T0 + 9500, COR_STATUS_RESOLVED);
  cor_test_until (cor_thread_list_get_id (list, 0) == eleven);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
}

/* A list that is searched has what is looked at first, the topmost before all. */
static void
test_search_few (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorThreadList) list = open_view (fixture, COR_VIEW_ALL);
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  CorThread *held[200] = { NULL };

  view->search = g_strdup ("customer");
  cor_thread_list_set_view (list, view);
  cor_test_until (!cor_thread_list_is_loading (list) && g_list_model_get_n_items (G_LIST_MODEL (list)) == N_ROWS);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    held[i] = g_list_model_get_item (G_LIST_MODEL (list), i);
  cor_test_until (cor_thread_get_data (held[0]) != NULL);
  for (guint i = 0; i < 30; i++)
    g_assert_nonnull (cor_thread_get_data (held[i]));
  g_assert_null (cor_thread_get_data (held[100]));
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    cor_test_until (cor_thread_get_data (held[i]) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    g_object_unref (held[i]);
}

/* Everything that happened at once, the list ends where a new one begins. */
static void
test_same_as_new (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorThreadList) list = open_view (fixture, COR_VIEW_OPEN);
  g_autoptr (CorThreadList) fresh = NULL;
  g_autoptr (CorView) other = cor_view_new (COR_VIEW_ALL);
  g_autoptr (CorView) back = cor_view_new (COR_VIEW_OPEN);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);

      for (int n = g_test_rand_int_range (1, 60); n > 0; n--)
        g_ptr_array_add (records, make_conversation (g_test_rand_int_range (1, 80), T0 + 10000 + 100 * round + n, g_test_rand_bit () ? COR_STATUS_OPEN : COR_STATUS_RESOLVED, g_test_rand_bit ()));
      if (round % 5 == 0)
        cor_thread_list_set_view (list, other);
      put (fixture, records);
      if (round % 5 == 2)
        cor_thread_list_set_view (list, back);
    }
  put_one (fixture, 999, T0 + 99999, COR_STATUS_OPEN);
  cor_thread_list_set_view (list, back);
  fresh = open_view (fixture, COR_VIEW_OPEN);
  cor_test_until (!cor_thread_list_is_loading (list) && g_list_model_get_n_items (G_LIST_MODEL (list)) == g_list_model_get_n_items (G_LIST_MODEL (fresh)) &&
                  cor_thread_list_get_id (list, 0) == cor_thread_list_get_id (fresh, 0));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fresh)); i++)
    g_assert_cmpint (cor_thread_list_get_id (list, i), ==, cor_thread_list_get_id (fresh, i));
}

/* A list that goes while something is under way for it. */
static void
test_gone (Fixture *fixture, gconstpointer unused)
{
  CorThreadList *list = cor_thread_list_new (fixture->store);
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_OPEN);
  g_autoptr (CorThread) thread = NULL;

  cor_thread_list_set_view (list, view);
  cor_test_until (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0);
  thread = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (list);
  g_assert_cmpint (cor_thread_get_id (thread), !=, 0);
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
#define ADD(name, rows, func) g_test_add ("/thread-list/" name, Fixture, GUINT_TO_POINTER (rows), set_up, func, tear_down)
  ADD ("pages", N_ROWS, test_pages);
  ADD ("fast-scroll", N_ROWS, test_fast_scroll);
  ADD ("move", 50, test_move);
  ADD ("come-and-go", 50, test_come_and_go);
  ADD ("search", 50, test_search);
  ADD ("search-few", N_ROWS, test_search_few);
  ADD ("same-as-new", 50, test_same_as_new);
  ADD ("gone", 50, test_gone);
  return cor_test_run ();
}
