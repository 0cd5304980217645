/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-sync-engine.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"

/* An engine that runs: what it does without being asked. */

#define CABLE "/cable"
#define N_MANY 260

/* As many lines in one conversation that its newest message, which the list brings, is not all of it; one answer has them all. */
#define LINES 15
#define ADD_LINES                                                                                                                    \
  "INSERT INTO messages (conversation_id, inbox_id, message_type, content, sender_type, sender_id, created_at, updated_at) "         \
  "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 15) "                                                 \
  "SELECT c.id, c.inbox_id, 0, 'Line ' || i, 'Contact', c.contact_id, unixepoch() - 90000 + i, (unixepoch() - 90000 + i) * 1000000 " \
  "FROM conversations c, n WHERE c.id = ?1 ORDER BY i"
/* The last in the list, or the first. */
#define AGE "UPDATE conversations SET last_activity_at = (SELECT min (last_activity_at) - 60 FROM conversations) WHERE id = ?1"
#define TOUCH "UPDATE conversations SET last_activity_at = unixepoch () + 1 WHERE id = ?1"

static void
run (sqlite3    *desk,
     const char *sql,
     gint64      conversation)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (desk, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, conversation);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

static void
add_lines (CorTestProfile *profile,
           gint64          conversation,
           const char     *when)
{
  sqlite3 *desk;

  cor_test_sandbox_kill (profile->sandbox);
  desk = cor_test_profile_open_desk (profile);
  run (desk, ADD_LINES, conversation);
  run (desk, when, conversation);
  sqlite3_close (desk);
  cor_test_sandbox_restart (profile->sandbox, NULL);
}

static CorSyncEngine *
start (CorTestProfile *profile)
{
  CorSyncEngine *engine = cor_sync_engine_new (profile->store);

  cor_sync_engine_start (engine);
  return engine;
}

static void
stop (CorSyncEngine *engine)
{
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

static void
put_fault (CorTestProfile *profile,
           const char     *fault)
{
  g_autoptr (JsonNode) answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/faults", fault);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (answer));
}

/* Opened while its messages are not here: they are the next that are read, and not the last. */
static void
test_open_in_messages (CorTestProfile *profile,
                       gconstpointer   unused)
{
  CorSyncEngine *engine;
  gint64         before;

  add_lines (profile, 7, AGE);
  put_fault (profile, "[{\"kind\":\"latency\",\"path\":\"*/messages\",\"method\":\"GET\",\"seconds\":0.02}]");
  engine = start (profile);
  /* each is told of once for the walk, and again when its messages were read */
  cor_test_until (profile->n_read > N_MANY + 10);
  g_assert_cmpuint (cor_test_profile_count_kept (profile, 7), ==, 1);
  before = cor_test_profile_count_requests (profile, COR_TEST_MESSAGES);
  g_assert_cmpint (before, <, N_MANY / 2);

  cor_sync_engine_set_focus (engine, cor_test_profile_find (profile, 7));
  cor_test_until (cor_test_profile_count_kept (profile, 7) == 1 + LINES);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), <, before + 25);
  stop (engine);
}

/* The same while the list of conversations is still on its way. */
static void
test_open_in_walk (CorTestProfile *profile,
                   gconstpointer   unused)
{
  CorSyncEngine *engine;

  add_lines (profile, 7, TOUCH);
  put_fault (profile, "[{\"kind\":\"latency\",\"path\":\"*/conversations\",\"method\":\"GET\",\"seconds\":0.2}]");
  engine = start (profile);
  cor_test_until (profile->n_new >= 50);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), ==, 0);

  cor_sync_engine_set_focus (engine, cor_test_profile_find (profile, 7));
  cor_test_until (cor_test_profile_count_kept (profile, 7) == 1 + LINES);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_LISTS), <=, N_MANY / 25);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), ==, 1);
  stop (engine);
}

static CorSyncState
get_state (CorTestProfile *profile)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) accounts = NULL;

  cor_store_list_accounts_async (profile->store, NULL, cor_test_on_result, &await);
  accounts = cor_store_list_accounts_finish (profile->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (accounts->len, ==, 1);
  return ((CorAccountData *) accounts->pdata[0])->sync;
}

/* Listening, with nothing to do; by itself it would ask again in an hour. */
static CorSyncEngine *
start_idle (CorTestProfile *profile)
{
  CorSyncEngine *engine;

  gint64 n_lists;

  cor_test_profile_set (profile, "poll", "3600");
  /* the first load, and the pass after it, which also looks for what is gone */
  cor_test_profile_run_once (profile);
  cor_test_profile_run_once (profile);
  n_lists = cor_test_profile_count_requests (profile, COR_TEST_LISTS);
  engine = start (profile);
  /* a pass at once, and one when the push is up */
  cor_test_until (cor_test_profile_count_requests (profile, COR_TEST_LISTS) >= n_lists + 2);
  cor_test_until (get_state (profile) == COR_SYNC_IDLE);
  return engine;
}

/* An idle window must not go on saying that all is well. */
static void
test_server_dies (CorTestProfile *profile,
                  gconstpointer   unused)
{
  CorSyncEngine *engine = start_idle (profile);
  gint64         died;

  cor_test_sandbox_kill (profile->sandbox);
  died = g_get_monotonic_time ();
  cor_test_until (get_state (profile) == COR_SYNC_OFFLINE);
  g_assert_cmpint (g_get_monotonic_time () - died, <, 15 * G_TIME_SPAN_SECOND); /* the poll without push is at 20 */
  stop (engine);
}

/* Push alone is lost: one look, and not one for every attempt to get it back. */
static void
test_push_is_lost (CorTestProfile *profile,
                   gconstpointer   unused)
{
  CorSyncEngine *engine = start_idle (profile);
  gint64         n_cables = cor_test_profile_count_requests (profile, CABLE);
  gint64         n_lists = cor_test_profile_count_requests (profile, COR_TEST_LISTS);

  put_fault (profile, "[{\"kind\":\"cable-drop\",\"seconds\":3600}]");
  cor_test_until (cor_test_profile_count_requests (profile, CABLE) >= n_cables + 2 &&
                  cor_test_profile_count_requests (profile, COR_TEST_LISTS) > n_lists);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_LISTS), ==, n_lists + 1);
  stop (engine);
}

/* What is set holds at once, not after the next sign-in. */
static void
test_settings (CorTestProfile *profile,
               gconstpointer   unused)
{
  CorSyncEngine *engine = start_idle (profile);
  gint64         n_lists = cor_test_profile_count_requests (profile, COR_TEST_LISTS);

  cor_test_profile_set (profile, "poll", "1");
  /* the look at the change itself, and those that it asks for: an hour has not passed */
  cor_test_until (cor_test_profile_count_requests (profile, COR_TEST_LISTS) >= n_lists + 3);
  stop (engine);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, n, func) g_test_add ("/live/" name, CorTestProfile, GUINT_TO_POINTER (n), cor_test_profile_set_up, func, cor_test_profile_tear_down)
  ADD ("open-in-messages", N_MANY, test_open_in_messages);
  ADD ("open-in-walk", N_MANY, test_open_in_walk);
  ADD ("server-dies", 3, test_server_dies);
  ADD ("push-is-lost", 3, test_push_is_lost);
  ADD ("settings", 3, test_settings);
#undef ADD
  return g_test_run ();
}
