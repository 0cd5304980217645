/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-intents.h"
#include "cor-store-pull.h"
#include "cor-store-threads.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"

/* Changes of state made without a connection, and what colleagues did meanwhile. */

#define COLLEAGUE 2
#define OTHER_COLLEAGUE "3"

typedef struct
{
  CorTestProfile profile;
  gint64         conversation; /* local id of number 1 */
} Fixture;

static void
set_offline (Fixture *fixture)
{
  g_autoptr (CorAccountData) status = cor_account_data_new ();
  g_auto (CorTestAwait) await = { 0 };

  status->id = fixture->profile.account;
  status->sync = COR_SYNC_OFFLINE;
  cor_store_put_sync_status_async (fixture->profile.store, status, NULL, cor_test_on_result, &await);
  cor_test_await (&await);
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_profile_set_up (&fixture->profile, GUINT_TO_POINTER (3));
  cor_test_profile_run_once (&fixture->profile);
  fixture->conversation = cor_test_profile_find (&fixture->profile, 1);
  set_offline (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_profile_tear_down (&fixture->profile, NULL);
}

static void
act (Fixture    *fixture,
     const char *what)
{
  g_autofree char *body = g_strdup_printf ("{\"agent_id\":%d,\"conversation_id\":1,%s}", COLLEAGUE, what);
  g_autoptr (JsonNode) answer = cor_test_sandbox_call (fixture->profile.sandbox, "POST", "/sandbox/act", body);

  g_assert_nonnull (answer);
}

/* What the server has, as its own file says. */
static gint64
ask_desk (Fixture    *fixture,
          const char *query)
{
  sqlite3      *desk = cor_test_profile_open_desk (&fixture->profile);
  sqlite3_stmt *row = NULL;
  gint64        value;

  g_assert_cmpint (sqlite3_prepare_v2 (desk, query, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (desk);
  return value;
}

static void
queue_status (Fixture  *fixture,
              CorStatus status)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_status_async (fixture->profile.store, fixture->conversation, status, 0, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->profile.store, cor_test_await (&await), NULL));
}

static void
queue_assign (Fixture    *fixture,
              const char *agent)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_assign_async (fixture->profile.store, fixture->conversation, agent, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->profile.store, cor_test_await (&await), NULL));
}

static void
queue_labels (Fixture    *fixture,
              const char *added,
              const char *removed)
{
  const char *more[] = { added, NULL }, *less[] = { removed, NULL };
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_labels_async (fixture->profile.store, fixture->conversation, more, less, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->profile.store, cor_test_await (&await), NULL));
}

static GPtrArray *
list_outbox (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_list_outbox_async (fixture->profile.store, NULL, cor_test_on_result, &await);
  return cor_store_list_outbox_finish (fixture->profile.store, cor_test_await (&await), NULL);
}

static CorThreadData *
load_thread (Fixture *fixture)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) threads = NULL;

  g_array_append_val (ids, fixture->conversation);
  cor_store_load_threads_async (fixture->profile.store, ids, NULL, cor_test_on_result, &await);
  threads = cor_store_load_threads_finish (fixture->profile.store, cor_test_await (&await), NULL);
  return cor_thread_data_ref (threads->pdata[0]);
}

static void
assert_status (Fixture  *fixture,
               CorStatus status)
{
  g_autoptr (CorThreadData) thread = load_thread (fixture);

  g_assert_cmpint (thread->status, ==, status);
}

static void
decide (Fixture        *fixture,
        gint64          intent,
        CorIntentAction action)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_act_on_intent_async (fixture->profile.store, intent, action, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_act_on_intent_finish (fixture->profile.store, cor_test_await (&await), NULL));
}

static CorIntentData *
assert_held (Fixture    *fixture,
             const char *found)
{
  g_autoptr (GPtrArray) outbox = list_outbox (fixture);
  CorIntentData *held;

  g_assert_cmpuint (outbox->len, ==, 1);
  held = outbox->pdata[0];
  g_assert_cmpint (held->state, ==, COR_INTENT_HELD);
  g_assert_cmpint (held->hold, ==, COR_HOLD_CONFLICT);
  g_assert_cmpstr (held->detail, ==, found);
  return cor_intent_data_ref (held);
}

static void
assert_outbox_empty (Fixture *fixture)
{
  g_autoptr (GPtrArray) outbox = list_outbox (fixture);

  g_assert_cmpuint (outbox->len, ==, 0);
}

/* The agent's own word is on the screen until a colleague's is found; then that one is, and she is asked. */
static void
test_held_and_done (Fixture      *fixture,
                    gconstpointer unused)
{
  g_autoptr (CorIntentData) held = NULL;
  g_autoptr (CorThreadData) thread = NULL;

  queue_status (fixture, COR_STATUS_PENDING);
  assert_status (fixture, COR_STATUS_PENDING);
  act (fixture, "\"resolve\":true");
  cor_test_profile_run_once (&fixture->profile);

  held = assert_held (fixture, "resolved");
  thread = load_thread (fixture);
  g_assert_cmpint (thread->status, ==, COR_STATUS_RESOLVED);
  g_assert_cmpint (ask_desk (fixture, "SELECT status FROM conversations WHERE id = 1"), ==, 1); /* resolved there */

  decide (fixture, held->id, COR_INTENT_RETRY);
  assert_status (fixture, COR_STATUS_PENDING);
  cor_test_profile_run_once (&fixture->profile);
  assert_outbox_empty (fixture);
  assert_status (fixture, COR_STATUS_PENDING);
  g_assert_cmpint (ask_desk (fixture, "SELECT status FROM conversations WHERE id = 1"), ==, 2);
}

static void
test_held_and_discarded (Fixture      *fixture,
                         gconstpointer unused)
{
  g_autoptr (CorIntentData) held = NULL;

  queue_status (fixture, COR_STATUS_PENDING);
  act (fixture, "\"resolve\":true");
  cor_test_profile_run_once (&fixture->profile);
  held = assert_held (fixture, "resolved");
  decide (fixture, held->id, COR_INTENT_CANCEL);
  assert_outbox_empty (fixture);
  cor_test_profile_run_once (&fixture->profile);
  assert_status (fixture, COR_STATUS_RESOLVED);
}

/* Asked again only when it changed once more after she had seen it. */
static void
test_twice (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (CorIntentData) first = NULL;
  g_autoptr (CorIntentData) second = NULL;

  queue_assign (fixture, OTHER_COLLEAGUE);
  act (fixture, "\"assign\":2");
  cor_test_profile_run_once (&fixture->profile);
  first = assert_held (fixture, "2");
  g_assert_nonnull (first->found_name);
  g_assert_nonnull (first->assignee_name);
  g_assert_cmpstr (first->found_name, !=, first->assignee_name);

  decide (fixture, first->id, COR_INTENT_RETRY);
  act (fixture, "\"assign\":4");
  cor_test_profile_run_once (&fixture->profile);
  second = assert_held (fixture, "4");
  decide (fixture, second->id, COR_INTENT_RETRY);
  cor_test_profile_run_once (&fixture->profile);
  assert_outbox_empty (fixture);
  g_assert_cmpint (ask_desk (fixture, "SELECT assignee_id FROM conversations WHERE id = 1"), ==, 3);
}

/* The second of two changes is not in conflict with the first, which never left. */
static void
test_collapse (Fixture      *fixture,
               gconstpointer unused)
{
  g_autoptr (GPtrArray) outbox = NULL;
  g_autoptr (CorIntentData) held = NULL;

  queue_status (fixture, COR_STATUS_PENDING);
  queue_status (fixture, COR_STATUS_RESOLVED);
  outbox = list_outbox (fixture);
  g_assert_cmpuint (outbox->len, ==, 1);
  cor_test_profile_run_once (&fixture->profile);
  assert_outbox_empty (fixture);
  assert_status (fixture, COR_STATUS_RESOLVED);

  /* and what she decides anew takes the place of what she was asked about */
  set_offline (fixture);
  queue_status (fixture, COR_STATUS_PENDING);
  act (fixture, "\"status\":\"open\"");
  cor_test_profile_run_once (&fixture->profile);
  held = assert_held (fixture, "open");
  queue_status (fixture, COR_STATUS_RESOLVED);
  cor_test_profile_run_once (&fixture->profile);
  assert_outbox_empty (fixture);
  assert_status (fixture, COR_STATUS_RESOLVED);
}

/* There and back again is nothing, and no reason to ask. */
static void
test_undone (Fixture      *fixture,
             gconstpointer unused)
{
  queue_status (fixture, COR_STATUS_PENDING);
  queue_status (fixture, COR_STATUS_OPEN);
  assert_outbox_empty (fixture);
  assert_status (fixture, COR_STATUS_OPEN);
}

static void
test_labels (Fixture      *fixture,
             gconstpointer unused)
{
  g_autoptr (GPtrArray) outbox = NULL;
  CorIntentData *only;

  queue_labels (fixture, "refund", NULL);
  queue_labels (fixture, "vip", NULL);
  queue_labels (fixture, NULL, "refund");
  outbox = list_outbox (fixture);
  g_assert_cmpuint (outbox->len, ==, 1);
  only = outbox->pdata[0];
  g_assert_cmpuint (g_strv_length (only->labels_added), ==, 1);
  g_assert_cmpstr (only->labels_added[0], ==, "vip");
  g_assert_cmpuint (g_strv_length (only->labels_removed), ==, 1);
  g_assert_cmpstr (only->labels_removed[0], ==, "refund");
}

/* A customer does not wait for her answer because of a change that asks. */
static void
test_reply_passes (Fixture      *fixture,
                   gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorIntentData) held = NULL;

  queue_status (fixture, COR_STATUS_PENDING);
  cor_store_queue_reply_async (fixture->profile.store, fixture->conversation, FALSE, "We have looked into it.", 0, NULL, cor_test_on_result,
                               &await);
  g_assert_cmpint (cor_store_queue_reply_finish (fixture->profile.store, cor_test_await (&await), NULL), >, 0);
  act (fixture, "\"status\":\"snoozed\"");
  cor_test_profile_run_once (&fixture->profile);
  held = assert_held (fixture, "snoozed");
  g_assert_cmpint (ask_desk (fixture, "SELECT count(*) FROM messages WHERE content = 'We have looked into it.'"), ==, 1);
}

/* What was done at once is not looked at, whoever else does something in that moment. */
static void
test_online (Fixture      *fixture,
             gconstpointer unused)
{
  cor_test_profile_run_once (&fixture->profile); /* the connection is back */
  queue_status (fixture, COR_STATUS_PENDING);
  act (fixture, "\"resolve\":true");
  cor_test_profile_run_once (&fixture->profile);
  assert_outbox_empty (fixture);
  assert_status (fixture, COR_STATUS_PENDING);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/changes/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("held-and-done", test_held_and_done);
  ADD ("held-and-discarded", test_held_and_discarded);
  ADD ("twice", test_twice);
  ADD ("collapse", test_collapse);
  ADD ("undone", test_undone);
  ADD ("labels", test_labels);
  ADD ("reply-passes", test_reply_passes);
  ADD ("online", test_online);
#undef ADD
  return g_test_run ();
}
