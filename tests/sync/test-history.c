/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-threads.h"
#include "cor-sync-engine.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"

#include <string.h>

#define DAY (24 * 60 * 60)

static sqlite3_stmt *
prepare (sqlite3    *desk,
         const char *sql,
         gint64      first,
         gint64      second,
         gint64      third)
{
  const gint64  values[] = { first, second, third };
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (desk, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  for (int i = 0; i < sqlite3_bind_parameter_count (stmt); i++)
    sqlite3_bind_int64 (stmt, i + 1, values[i]);
  return stmt;
}

static void
run (sqlite3    *desk,
     const char *sql,
     gint64      first,
     gint64      second,
     gint64      third)
{
  sqlite3_stmt *stmt = prepare (desk, sql, first, second, third);

  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

#define ADD_MESSAGES                                                                                                                                 \
  "INSERT INTO messages (conversation_id, inbox_id, message_type, content, sender_type, sender_id, created_at, updated_at) "                         \
  "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?2) "                                                                 \
  "SELECT c.id, c.inbox_id, 0, 'Further line ' || i, 'Contact', c.contact_id, unixepoch() - (?2 - i) * ?3, (unixepoch() - (?2 - i) * ?3) * 1000000 " \
  "FROM conversations c, n WHERE c.id = ?1 ORDER BY i"
#define TOUCH "UPDATE conversations SET last_activity_at = unixepoch(), updated_at = unixepoch() * 1000000 WHERE id = ?1"

/* The server is told of @n more messages of a conversation, one every @step seconds until now. */
static void
add_messages (CorTestProfile *profile,
              gint64          conversation,
              gint64          n,
              gint64          step)
{
  sqlite3 *desk;

  cor_test_sandbox_kill (profile->sandbox);
  desk = cor_test_profile_open_desk (profile);
  run (desk, ADD_MESSAGES, conversation, n, step);
  run (desk, TOUCH, conversation, 0, 0);
  sqlite3_close (desk);
  cor_test_sandbox_restart (profile->sandbox, NULL);
}

static GArray *
list_on_desk (CorTestProfile *profile,
              gint64          conversation)
{
  sqlite3      *desk = cor_test_profile_open_desk (profile);
  sqlite3_stmt *row = prepare (desk, "SELECT id FROM messages WHERE conversation_id = ? ORDER BY id", conversation, 0, 0);
  GArray       *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (row) == SQLITE_ROW)
    g_array_append_val (ids, *(gint64[]){ sqlite3_column_int64 (row, 0) });
  sqlite3_finalize (row);
  sqlite3_close (desk);
  return ids;
}

static gint64
get_number (CorTimelinePage *page,
            guint            i)
{
  return g_ascii_strtoll (((CorTimelineEntry *) page->entries->pdata[i])->remote_id, NULL, 10);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 one = g_ascii_strtoll ((*(CorTimelineEntry *const *) a)->remote_id, NULL, 10);
  gint64 other = g_ascii_strtoll ((*(CorTimelineEntry *const *) b)->remote_id, NULL, 10);

  return one < other ? -1 : one > other;
}

/* Each once, and none is missing. */
static void
assert_whole (CorTestProfile *profile,
              gint64          conversation)
{
  g_autoptr (CorTimelinePage) page = cor_test_profile_load (profile, conversation);
  g_autoptr (GArray) expected = list_on_desk (profile, conversation);

  g_ptr_array_sort (page->entries, compare_numbers);
  for (guint i = 0; i < MIN (page->entries->len, expected->len); i++)
    g_assert_cmpint (get_number (page, i), ==, g_array_index (expected, gint64, i));
  g_assert_cmpuint (page->entries->len, ==, expected->len);
  g_assert_false (page->has_remote);
}

/* Lengths on both sides of every page of the contract (§4: 20, 100, 1000). */
static void
test_lengths (CorTestProfile *profile,
              gconstpointer   unused)
{
  static const gint64 lengths[] = { 1, 19, 20, 21, 119, 120, 121, 1019, 1020, 1021, 2300 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (lengths[i] > 1)
      add_messages (profile, i + 1, lengths[i] - 1, 60);
  cor_test_profile_set (profile, "history", "all");
  cor_test_profile_run_once (profile);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    assert_whole (profile, i + 1);
}

/* What came while nobody looked, at lengths on both sides of a page and of its filling. */
static void
test_gaps (CorTestProfile *profile,
           gconstpointer   unused)
{
  static const gint64 gaps[] = { 1, 99, 100, 101, 250, 1150 };

  cor_test_profile_run_once (profile);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    add_messages (profile, i + 1, gaps[i], 1);
  cor_test_profile_run_once (profile);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    assert_whole (profile, i + 1);
}

#define SHUFFLE                                                                                                     \
  "UPDATE messages SET created_at = unixepoch() - 1000 + (id * 7919) % 997 WHERE conversation_id = ?1 AND id > ?2 " \
  "AND id < (SELECT max(id) FROM messages WHERE conversation_id = ?1)"

/* Numbers in one order, times in another, as bounds are of numbers and pages of times (§4). Only the
 * last message is the newest by both. */
static void
shuffle (CorTestProfile *profile,
         gint64          conversation,
         gint64          after)
{
  sqlite3 *desk;

  cor_test_sandbox_kill (profile->sandbox);
  desk = cor_test_profile_open_desk (profile);
  run (desk, SHUFFLE, conversation, after, 0);
  sqlite3_close (desk);
  cor_test_sandbox_restart (profile->sandbox, NULL);
}

static void
test_order (CorTestProfile *profile,
            gconstpointer   unused)
{
  add_messages (profile, 1, 150, 1);
  cor_test_profile_run_once (profile);
  add_messages (profile, 1, 350, 1);
  shuffle (profile, 1, 160);
  add_messages (profile, 2, 130, 1);
  shuffle (profile, 2, 0);
  cor_test_profile_run_once (profile);
  assert_whole (profile, 1);
  assert_whole (profile, 2);
}

static void
test_order_at_first (CorTestProfile *profile,
                     gconstpointer   unused)
{
  for (gint64 i = 1; i <= 3; i++)
    {
      add_messages (profile, i, 12 + 60 * i, 1);
      shuffle (profile, i, 0);
    }
  cor_test_profile_run_once (profile);
  for (gint64 i = 1; i <= 3; i++)
    assert_whole (profile, i);
}

static void
test_order_of_all (CorTestProfile *profile,
                   gconstpointer   unused)
{
  cor_test_profile_set (profile, "history", "all");
  add_messages (profile, 1, 1100, 1);
  shuffle (profile, 1, 0);
  cor_test_profile_run_once (profile);
  assert_whole (profile, 1);
}

static void
ask_for_more (CorTestProfile *profile,
              gint64          conversation)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_request_history_async (profile->store, cor_test_profile_find (profile, conversation), NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_request_history_finish (profile->store, cor_test_await (&await), NULL));
}

/* A message a day for 200 days: 90 of them are wanted, then one page more, then all. */
static void
test_days (CorTestProfile *profile,
           gconstpointer   unused)
{
  static const char first[] = "UPDATE messages SET created_at = unixepoch() - ?2 WHERE id = ?1";
  g_autoptr (CorTimelinePage) page = NULL;
  sqlite3 *desk;

  add_messages (profile, 1, 200, DAY);
  cor_test_sandbox_kill (profile->sandbox);
  desk = cor_test_profile_open_desk (profile);
  run (desk, first, 1, 201 * DAY, 0);
  sqlite3_close (desk);
  cor_test_sandbox_restart (profile->sandbox, NULL);
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_count_kept (profile, 1), >=, 90);
  g_assert_cmpint (cor_test_profile_count_kept (profile, 1), <=, 90 + 20);
  page = cor_test_profile_load (profile, 1);
  g_assert_true (page->has_remote);

  /* a further pass reads nothing that nobody asked for */
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_count_kept (profile, 1), ==, page->entries->len);

  ask_for_more (profile, 1);
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_count_kept (profile, 1), ==, page->entries->len + 20);

  while (cor_test_profile_count_kept (profile, 1) < 201)
    {
      gint64 before = cor_test_profile_count_kept (profile, 1);

      ask_for_more (profile, 1);
      cor_test_profile_run_once (profile);
      g_assert_cmpint (cor_test_profile_count_kept (profile, 1), >, before);
    }
  /* a full page may have been the last: one more answer says so */
  ask_for_more (profile, 1);
  cor_test_profile_run_once (profile);
  assert_whole (profile, 1);
}

/* Asked for after everything was read: nothing is asked of the server. */
static void
test_nothing_older (CorTestProfile *profile,
                    gconstpointer   unused)
{
  gint64 before;

  cor_test_profile_run_once (profile);
  before = cor_test_profile_count_requests (profile, COR_TEST_MESSAGES);
  g_assert_cmpint (before, >, 0);
  ask_for_more (profile, 1);
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), ==, before);
}

/* Conversations without anything in so many days are not here, until everything is wanted. */
static void
test_all_later (CorTestProfile *profile,
                gconstpointer   unused)
{
  static const char age[] = "UPDATE conversations SET last_activity_at = unixepoch() - ?2, updated_at = (unixepoch() - ?2) * 1000000, status = 1 WHERE id <= ?1";
  sqlite3          *desk;

  add_messages (profile, 3, 200, DAY);
  cor_test_sandbox_kill (profile->sandbox);
  desk = cor_test_profile_open_desk (profile);
  run (desk, age, 2, 400 * DAY, 0);
  sqlite3_close (desk);
  cor_test_sandbox_restart (profile->sandbox, NULL);

  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_find (profile, 1), ==, 0);
  g_assert_cmpint (cor_test_profile_find (profile, 3), >, 0);
  cor_test_profile_set (profile, "history", "all");
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_find (profile, 1), >, 0);
  g_assert_cmpint (cor_test_profile_find (profile, 2), >, 0);
  ask_for_more (profile, 3);
  cor_test_profile_run_once (profile);
  assert_whole (profile, 3);
}

#define N_MANY 260

/* Cut off in the middle of the list, and in the middle of the messages, it goes on where it was. */
static void
test_resume (CorTestProfile *profile,
             gconstpointer   unused)
{
  const gint64 n_pages = N_MANY / 25 + 1;
  gint64       n_lists, n_messages;

  cor_test_profile_run_until (profile, &profile->n_new, 4 * 25);
  n_lists = cor_test_profile_count_requests (profile, COR_TEST_LISTS);
  g_assert_cmpint (n_lists, >=, 4);
  g_assert_cmpint (n_lists, <, n_pages);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), ==, 0);

  profile->n_read = 0;
  cor_test_profile_run_until (profile, &profile->n_read, N_MANY - 4 * 25 + 80);
  n_messages = cor_test_profile_count_requests (profile, COR_TEST_MESSAGES);
  g_assert_cmpint (n_messages, >, 0);
  g_assert_cmpint (n_messages, <, N_MANY);
  /* one page may be asked for again, and the walk's last answer begins the next walk */
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_LISTS), <=, n_pages + 2);

  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), <=, N_MANY + 2 * 4); /* those that were in flight */
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_LISTS), <=, n_pages + 4);
  for (guint i = 1; i <= N_MANY; i += 37)
    assert_whole (profile, i);
}

/* A pass over what is known asks for one page and no message. */
static void
test_nothing_new (CorTestProfile *profile,
                  gconstpointer   unused)
{
  gint64 n_lists, n_messages;

  cor_test_profile_run_once (profile);
  cor_test_profile_run_once (profile); /* the first one after a first load also looks for what is gone */
  n_lists = cor_test_profile_count_requests (profile, COR_TEST_LISTS);
  n_messages = cor_test_profile_count_requests (profile, COR_TEST_MESSAGES);
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_LISTS), ==, n_lists + 1);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), ==, n_messages);
}

static gint64
ask_desk (CorTestProfile *profile,
          const char     *sql,
          gint64          value)
{
  sqlite3      *desk = cor_test_profile_open_desk (profile);
  sqlite3_stmt *row = prepare (desk, sql, value, 0, 0);
  gint64        answer = sqlite3_step (row) == SQLITE_ROW ? sqlite3_column_int64 (row, 0) : -1;

  sqlite3_finalize (row);
  sqlite3_close (desk);
  return answer;
}

static gboolean
has_bytes (CorTestProfile *profile,
           const char     *needle)
{
  static const char *const files[] = { "corridor.db", "corridor.db-wal", "corridor.db-shm" };
  gboolean                 found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (profile->dir, files[i], NULL);
      g_autofree char *bytes = NULL;
      gsize            size = 0;

      if (g_file_get_contents (path, &bytes, &size, NULL) && memmem (bytes, size, needle, strlen (needle)) != NULL)
        found = TRUE;
    }
  return found;
}

/* Taken out of an inbox, the agent must not keep what was in it. */
static void
test_lost_inbox (CorTestProfile *profile,
                 gconstpointer   unused)
{
  gint64           inbox = ask_desk (profile, "SELECT inbox_id FROM conversations WHERE id = ?", 1);
  gint64           n = ask_desk (profile, "SELECT count(*) FROM conversations WHERE inbox_id = ?", inbox);
  gint64           other = ask_desk (profile, "SELECT id FROM conversations WHERE inbox_id <> ?", inbox);
  g_autofree char *body = g_strdup_printf ("{\"agent_id\":1,\"inbox_id\":%" G_GINT64_FORMAT ",\"member\":false}", inbox);
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GArray) places = NULL;

  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_find (profile, 1), >, 0);
  answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/membership", body);
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_find (profile, 1), ==, 0);
  g_assert_cmpint (cor_test_profile_find (profile, other), >, 0);
  cor_store_list_places_async (profile->store, view, NULL, cor_test_on_result, &await);
  places = cor_store_list_places_finish (profile->store, cor_test_await (&await), NULL);
  g_assert_cmpint (places->len, ==, GPOINTER_TO_INT (unused) - n);
}

/* The same while the engine runs: the push tells that lists changed. */
static void
test_lost_inbox_at_once (CorTestProfile *profile,
                         gconstpointer   unused)
{
  gint64           inbox = ask_desk (profile, "SELECT inbox_id FROM conversations WHERE id = ?", 1);
  g_autofree char *body = g_strdup_printf ("{\"agent_id\":1,\"inbox_id\":%" G_GINT64_FORMAT ",\"member\":false}", inbox);
  g_autoptr (JsonNode) answer = NULL;
  CorSyncEngine *engine = cor_sync_engine_new (profile->store);

  cor_sync_engine_start (engine);
  cor_test_until (cor_test_profile_find (profile, 1) > 0 && cor_test_profile_count_kept (profile, 1) == 1);
  answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/membership", body);
  cor_test_until (cor_test_profile_find (profile, 1) == 0);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

/* Nothing tells that a conversation was deleted: looking through the list finds it. */
static void
test_deleted (CorTestProfile *profile,
              gconstpointer   unused)
{
  g_autoptr (JsonNode) answer = NULL;

  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_find (profile, 2), >, 0);
  answer = cor_test_sandbox_call (profile->sandbox, "DELETE", "/sandbox/conversations/2", NULL);
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_find (profile, 2), ==, 0);
  g_assert_cmpint (cor_test_profile_find (profile, 1), >, 0);
}

static void
tell (CorTestProfile *profile,
      const char     *text)
{
  g_autofree char *body = g_strdup_printf ("{\"conversation_id\":1,\"content\":\"%s\"}", text);
  g_autoptr (JsonNode) answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/inbound", body);

  g_assert_nonnull (answer);
}

/* By list, by page and by push: the number stays on the server. */
static void
test_masked (CorTestProfile *profile,
             gconstpointer   unused)
{
  CorSyncEngine *engine;

  tell (profile, "My card is 4111 1111 1111 1111, marker-of-list");
  cor_test_profile_run_once (profile);
  tell (profile, "Also 5500005555555559 and the verification code is 493817, marker-of-page");
  cor_test_profile_run_once (profile);
  engine = cor_sync_engine_new (profile->store);
  cor_sync_engine_start (engine);
  cor_test_until (cor_test_profile_count_requests (profile, "/cable") > 0);
  tell (profile, "And 3782-822463-10005, marker-of-push");
  cor_test_until (cor_test_profile_count_kept (profile, 1) == 4);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);

  g_assert_true (has_bytes (profile, "marker-of-list"));
  g_assert_true (has_bytes (profile, "marker-of-page"));
  g_assert_true (has_bytes (profile, "marker-of-push"));
  g_assert_false (has_bytes (profile, "4111 1111 1111 1111"));
  g_assert_false (has_bytes (profile, "4111 1111"));
  g_assert_false (has_bytes (profile, "5500005555555559"));
  g_assert_false (has_bytes (profile, "55000055"));
  g_assert_false (has_bytes (profile, "3782-822463-10005"));
  g_assert_false (has_bytes (profile, "822463"));
  g_assert_false (has_bytes (profile, "493817"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, n, func) g_test_add ("/history/" name, CorTestProfile, GUINT_TO_POINTER (n), cor_test_profile_set_up, func, cor_test_profile_tear_down)
  ADD ("lengths", 11, test_lengths);
  ADD ("gaps", 6, test_gaps);
  ADD ("order", 2, test_order);
  ADD ("order-at-first", 3, test_order_at_first);
  ADD ("order-of-all", 1, test_order_of_all);
  ADD ("days", 1, test_days);
  ADD ("nothing-older", 2, test_nothing_older);
  ADD ("all-later", 3, test_all_later);
  ADD ("resume", N_MANY, test_resume);
  ADD ("nothing-new", 30, test_nothing_new);
  ADD ("lost-inbox", 30, test_lost_inbox);
  ADD ("lost-inbox-at-once", 12, test_lost_inbox_at_once);
  ADD ("deleted", 3, test_deleted);
  ADD ("masked", 1, test_masked);
#undef ADD
  return g_test_run ();
}
