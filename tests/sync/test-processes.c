/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-intents.h"
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
  reply->process = spawn (profile, (const char *const[]){ "--json", "reply", name, "--text", reply->text, NULL });
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
  cor_test_until (told.n_timeline > 0);
  g_assert_true (has_text (profile, 2, "Are you there?"));
  end_watch (watch);

  told.topics = told.n_timeline = 0;
  reply = spawn (profile, (const char *const[]){ "reply", "2", "--text", "I am", NULL });
  cor_test_until (told.n_timeline > 0 && (told.topics & COR_TOPIC_OUTBOX) != 0);
  g_assert_true (has_text (profile, 2, "I am"));
  g_assert_true (g_subprocess_wait_check (reply, NULL, NULL));
  g_object_unref (reply);
  g_signal_handler_disconnect (profile->store, handler);
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
#undef ADD
  return g_test_run ();
}
