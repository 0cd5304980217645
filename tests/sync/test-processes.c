/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-attention.h"
#include "cor-store-intents.h"
#include "cor-sync-engine.h"
#include "cor-sync-lock.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"

#include <signal.h>
#include <sys/prctl.h>

/* Several processes on one profile: corridorctl, named by COR_CTL, as those that synchronise and reply, and
 * this one as a reader that never asks the service anything. */

#define N_CONVERSATIONS 3
#define N_ROUNDS 4
#define N_AT_ONCE 6
#define N_MANY 260

#define TYPING "/conversations/:id/toggle_typing_status"

/* One a day, most of them from before what is kept, so that they are read when somebody asks for them. */
#define ADD_OLD                                                                                                                \
  "INSERT INTO messages (conversation_id, inbox_id, message_type, content, sender_type, sender_id, created_at, updated_at) "   \
  "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 200) "                                          \
  "SELECT c.id, c.inbox_id, 0, 'Line ' || i, 'Contact', c.contact_id, unixepoch() - (202 - i) * 86400, unixepoch() * 1000000 " \
  "FROM conversations c, n WHERE c.id = 1 ORDER BY i;"                                                                         \
  "UPDATE messages SET created_at = unixepoch() - 203 * 86400 WHERE id = 1"

static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
spawn (CorTestProfile    *profile,
       const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (argv, (char *) g_getenv ("COR_CTL"));
  g_ptr_array_add (argv, (char *) "--profile");
  g_ptr_array_add (argv, profile->dir);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) words[i]);
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  return process;
}

static GSubprocess *
spawn_watch (CorTestProfile *profile)
{
  return spawn (profile, (const char *const[]){ "sync", "--watch", NULL });
}

static void
end_watch (GSubprocess *watch) /* owned */
{
  g_subprocess_send_signal (watch, SIGTERM);
  g_assert_true (g_subprocess_wait_check (watch, NULL, NULL));
  g_object_unref (watch);
}

/* How the account stands, as the process that synchronises wrote it. */
static CorSyncState
get_state (CorTestProfile *profile)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) accounts = NULL;

  cor_store_list_accounts_async (profile->store, NULL, cor_test_on_result, &await);
  accounts = cor_store_list_accounts_finish (profile->store, cor_test_await (&await), NULL);
  return ((CorAccountData *) accounts->pdata[0])->sync;
}

static gboolean
is_locked (CorTestProfile *profile)
{
  g_autoptr (GError) error = NULL;
  CorSyncLock *lock = cor_sync_lock_take (profile->dir, &error);

  if (lock == NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
      return TRUE;
    }
  cor_sync_lock_release (lock);
  return FALSE;
}

static void
customer_writes (CorTestProfile *profile,
                 gint64          conversation,
                 const char     *text)
{
  g_autofree char *body = g_strdup_printf ("{\"conversation_id\":%" G_GINT64_FORMAT ",\"content\":\"%s\"}", conversation, text);
  g_autoptr (JsonNode) answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/inbound", body);

  g_assert_nonnull (answer);
}

static gboolean
has_text (CorTestProfile *profile,
          gint64          conversation,
          const char     *text)
{
  g_autoptr (CorTimelinePage) page = cor_test_profile_load (profile, conversation);

  for (guint i = 0; i < page->entries->len; i++)
    if (g_strcmp0 (((CorTimelineEntry *) page->entries->pdata[i])->content, text) == 0)
      return TRUE;
  return FALSE;
}

static void
calm (CorTestProfile *profile)
{
  cor_test_profile_set (profile, "poll", "3600");
  cor_test_profile_set (profile, "backoff-ms", "50");
}

/* The second of two waits, and takes over when the first is killed. */
static void
test_take_over (CorTestProfile *profile,
                gconstpointer   unused)
{
  g_autoptr (GSubprocess) first = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  GSubprocess     *second;

  calm (profile);
  g_assert_false (is_locked (profile));
  first = spawn_watch (profile);
  cor_test_until (get_state (profile) == COR_SYNC_IDLE);
  second = spawn_watch (profile);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (second));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_nonnull (line);
  g_assert_nonnull (strstr (line, "takes over"));

  customer_writes (profile, 1, "The first brings this");
  cor_test_until (has_text (profile, 1, "The first brings this"));
  g_subprocess_send_signal (first, SIGKILL);
  g_subprocess_wait (first, NULL, NULL);
  customer_writes (profile, 1, "The second brings this");
  cor_test_until (has_text (profile, 1, "The second brings this"));
  g_assert_true (is_locked (profile));
  end_watch (second);
  g_assert_false (is_locked (profile));
}

/* One reply on its way into the queue. */
typedef struct
{
  GSubprocess *process;
  gint64       conversation;
  char        *text;
} Reply;

/* An accepted reply, in the order of acceptance, which is that of the queue's numbers. */
typedef struct
{
  gint64 intent, conversation;
  char  *text;
} Accepted;

static void
accepted_clear (gpointer data)
{
  g_free (((Accepted *) data)->text);
}

static int
compare_accepted (gconstpointer a,
                  gconstpointer b)
{
  const Accepted *one = a, *other = b;

  return one->intent < other->intent ? -1 : one->intent > other->intent;
}

static void
start_reply (CorTestProfile *profile,
             Reply          *reply,
             guint           number)
{
  g_autofree char *name = NULL;

  reply->conversation = 1 + number % N_CONVERSATIONS;
  name = g_strdup_printf ("%" G_GINT64_FORMAT, reply->conversation);
  /* letters, since figures may look like an amount or a date, about which the agent would be asked */
  reply->text = g_strdup_printf ("We have looked into it, dear %c%c", 'K' + (char) (number / 10), 'a' + (char) (number % 10));
  reply->process = spawn (profile, (const char *const[]){ "--json", "reply", name, "--confirm", "--text", reply->text, NULL });
}

static void
end_reply (Reply  *reply,
           GArray *all)
{
  g_autofree char *out = NULL;
  g_autoptr (JsonNode) node = NULL;
  Accepted accepted = { .conversation = reply->conversation, .text = g_steal_pointer (&reply->text) };

  g_assert_true (g_subprocess_communicate_utf8 (reply->process, NULL, NULL, &out, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (reply->process));
  g_clear_object (&reply->process);
  node = json_from_string (out, NULL);
  g_assert_nonnull (node);
  accepted.intent = json_object_get_int_member (json_node_get_object (node), "intent");
  g_array_append_val (all, accepted);
}

static guint
count_outbox (CorTestProfile *profile)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;

  cor_store_list_outbox_async (profile->store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (profile->store, cor_test_await (&await), NULL);
  return outbox->len;
}

/* What the server took for a conversation, in its order: exactly what was accepted, in that order. */
static void
assert_order (JsonArray *journal,
              GArray    *all,
              gint64     conversation)
{
  guint next = 0;

  for (guint i = 0; i < json_array_get_length (journal); i++)
    {
      JsonObject *entry = json_array_get_object_element (journal, i);
      const char *text = json_object_get_string_member_with_default (entry, "content", NULL);

      /* what customers write is in it as well, without a mark of ours */
      if (json_object_get_string_member_with_default (entry, "client_message_id", NULL) == NULL ||
          json_object_get_int_member_with_default (entry, "conversation_id", 0) != conversation)
        continue;
      while (next < all->len && g_array_index (all, Accepted, next).conversation != conversation)
        next++;
      g_assert_cmpuint (next, <, all->len);
      g_assert_cmpstr (text, ==, g_array_index (all, Accepted, next).text);
      next++;
    }
  for (; next < all->len; next++)
    g_assert_cmpint (g_array_index (all, Accepted, next).conversation, !=, conversation);
}

/* Scripts that reply at once, while another process sends. */
static void
test_replies_at_once (CorTestProfile *profile,
                      gconstpointer   unused)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Accepted));
  g_autoptr (JsonNode) journal = NULL;
  GSubprocess *watch;

  g_array_set_clear_func (all, accepted_clear);
  calm (profile);
  for (gint64 i = 1; i <= N_CONVERSATIONS; i++)
    customer_writes (profile, i, "Hello?"); /* or the channel's window is closed for replies */
  watch = spawn_watch (profile);
  cor_test_until (get_state (profile) == COR_SYNC_IDLE);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      Reply replies[N_AT_ONCE] = { 0 };

      for (guint i = 0; i < N_AT_ONCE; i++)
        start_reply (profile, &replies[i], round * N_AT_ONCE + i);
      for (guint i = 0; i < N_AT_ONCE; i++)
        end_reply (&replies[i], all);
    }
  g_array_sort (all, compare_accepted);
  cor_test_until (count_outbox (profile) == 0);

  journal = cor_test_sandbox_call (profile->sandbox, "GET", "/sandbox/journal", NULL);
  for (gint64 i = 1; i <= N_CONVERSATIONS; i++)
    assert_order (json_object_get_array_member (json_node_get_object (journal), "entries"), all, i);
  end_watch (watch);
}

/* What a reader has been told; it never asks of its own accord. */
typedef struct
{
  guint  topics, n_told;
  gint64 conversation; /* whether this one's timeline was named */
  guint  n_timeline;
} Told;

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gpointer         user_data)
{
  Told *told = user_data;

  told->n_told++;
  told->topics |= changes->topics;
  told->n_timeline += cor_store_changes_has_timeline (changes, told->conversation);
  g_assert_false (changes->reset);
}

/* The bell tells a reader of what two other processes write, with nothing written here. */
static void
test_doorbell (CorTestProfile *profile,
               gconstpointer   unused)
{
  Told         told = { 0 };
  gulong       handler;
  GSubprocess *watch, *reply;

  calm (profile);
  watch = spawn_watch (profile);
  cor_test_until (get_state (profile) == COR_SYNC_IDLE && cor_test_profile_find (profile, 2) > 0);
  told.conversation = cor_test_profile_find (profile, 2);
  handler = g_signal_connect (profile->store, "changed", G_CALLBACK (on_changed), &told);

  customer_writes (profile, 2, "Are you there?");
  cor_test_until (told.n_timeline > 0 && has_text (profile, 2, "Are you there?"));
  end_watch (watch);

  told.topics = told.n_timeline = 0;
  reply = spawn (profile, (const char *const[]){ "reply", "2", "--confirm", "--text", "I am", NULL });
  cor_test_until (told.n_timeline > 0 && (told.topics & COR_TOPIC_OUTBOX) != 0 && has_text (profile, 2, "I am"));
  g_assert_true (g_subprocess_wait_check (reply, NULL, NULL));
  g_object_unref (reply);
  g_signal_handler_disconnect (profile->store, handler);
}

/* A window beside the process that holds the engine. */
static CorSyncEngine *
start_window (CorTestProfile *profile)
{
  CorSyncEngine *engine = cor_sync_engine_new (profile->store);

  cor_sync_engine_start (engine);
  g_assert_false (cor_sync_engine_is_running (engine));
  return engine;
}

static void
end_window (CorSyncEngine *engine)
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

/* What is opened in a window is what the other process reads next, while the list is still on its way. */
static void
test_focus (CorTestProfile *profile,
            gconstpointer   unused)
{
  CorSyncEngine *engine;
  GSubprocess   *watch;
  gint64         opened = 0;

  calm (profile);
  put_fault (profile, "[{\"kind\":\"latency\",\"path\":\"*/conversations\",\"method\":\"GET\",\"seconds\":0.5}]");
  watch = spawn_watch (profile);
  cor_test_until (profile->n_new >= 25);
  engine = start_window (profile);
  for (gint64 i = 1; opened == 0; i++)
    opened = cor_test_profile_find (profile, i);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES), ==, 0);

  cor_sync_engine_set_focus (engine, opened);
  cor_test_until (cor_test_profile_count_requests (profile, COR_TEST_MESSAGES) == 1);
  g_assert_cmpint (cor_test_profile_count_requests (profile, COR_TEST_LISTS), <=, N_MANY / 25);
  end_window (engine);
  end_watch (watch);
}

/* What a window asks for: a pass now, and what was before. */
static void
test_asked_for (CorTestProfile *profile,
                gconstpointer   unused)
{
  g_auto (CorTestAwait) await = { 0 };
  CorSyncEngine *engine;
  GSubprocess   *watch;
  sqlite3       *desk;
  gint64         n_lists;
  guint          n_kept;

  calm (profile);
  cor_test_sandbox_kill (profile->sandbox);
  desk = cor_test_profile_open_desk (profile);
  g_assert_cmpint (sqlite3_exec (desk, ADD_OLD, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (desk);
  cor_test_sandbox_restart (profile->sandbox, NULL);
  /* the first load, and the pass after it, which also looks for what is gone */
  cor_test_profile_run_once (profile);
  cor_test_profile_run_once (profile);
  n_lists = cor_test_profile_count_requests (profile, COR_TEST_LISTS);
  watch = spawn_watch (profile);
  /* a pass at once, and one when the push is up */
  cor_test_until (cor_test_profile_count_requests (profile, COR_TEST_LISTS) >= n_lists + 2 && get_state (profile) == COR_SYNC_IDLE);
  n_kept = cor_test_profile_count_kept (profile, 1);
  g_assert_cmpuint (n_kept, <, 200);
  engine = start_window (profile);

  cor_sync_engine_try_now (engine);
  cor_test_until (cor_test_profile_count_requests (profile, COR_TEST_LISTS) > n_lists + 2 && get_state (profile) == COR_SYNC_IDLE);

  cor_store_request_history_async (profile->store, cor_test_profile_find (profile, 1), NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_request_history_finish (profile->store, cor_test_await (&await), NULL));
  cor_test_until (cor_test_profile_count_kept (profile, 1) > n_kept);
  end_window (engine);
  end_watch (watch);
}

static guint
count_typists (CorTestProfile *profile,
               gint64          conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) typists = NULL;

  cor_store_list_typists_async (profile->store, cor_test_profile_find (profile, conversation), NULL, cor_test_on_result, &await);
  typists = cor_store_list_typists_finish (profile->store, cor_test_await (&await), NULL);
  for (guint i = 0; i < typists->len; i++)
    g_assert_cmpstr (((CorTypist *) typists->pdata[i])->name, !=, "");
  return typists->len;
}

static void
colleague_types (CorTestProfile *profile,
                 const char     *is_on)
{
  g_autofree char *body = g_strdup_printf ("{\"agent_id\":2,\"conversation_id\":2,\"typing\":%s}", is_on);
  g_autoptr (JsonNode) answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/act", body);

  g_assert_nonnull (answer);
}

/* Both ways: who types there, and that the agent does, once for all her keys. */
static void
test_typing (CorTestProfile *profile,
             gconstpointer   unused)
{
  CorSyncEngine *engine;
  GSubprocess   *watch;

  calm (profile);
  watch = spawn_watch (profile);
  cor_test_until (get_state (profile) == COR_SYNC_IDLE);
  engine = start_window (profile);

  /* the push may come up a moment after the pass: told until it is heard */
  cor_test_until ((colleague_types (profile, "true"), count_typists (profile, 2) == 1));
  g_assert_cmpuint (count_typists (profile, 1), ==, 0);
  colleague_types (profile, "false");
  cor_test_until (count_typists (profile, 2) == 0);

  cor_sync_engine_set_focus (engine, cor_test_profile_find (profile, 2));
  for (guint i = 0; i < 20; i++)
    cor_sync_engine_set_writing (engine, COR_WRITING_REPLY);
  cor_test_until (cor_test_profile_count_requests (profile, TYPING) == 1);
  cor_sync_engine_set_writing (engine, COR_WRITING_REPLY);
  cor_sync_engine_set_writing (engine, COR_WRITING_NOTHING);
  cor_test_until (cor_test_profile_count_requests (profile, TYPING) == 2);
  end_window (engine);
  end_watch (watch);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/processes/" name, CorTestProfile, GUINT_TO_POINTER (N_CONVERSATIONS), cor_test_profile_set_up, func, cor_test_profile_tear_down)
  ADD ("take-over", test_take_over);
  ADD ("replies-at-once", test_replies_at_once);
  ADD ("doorbell", test_doorbell);
  ADD ("asked-for", test_asked_for);
  ADD ("typing", test_typing);
#undef ADD
  g_test_add ("/processes/focus", CorTestProfile, GUINT_TO_POINTER (N_MANY), cor_test_profile_set_up, test_focus, cor_test_profile_tear_down);
  return g_test_run ();
}
