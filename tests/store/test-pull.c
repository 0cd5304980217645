/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-db.h"
#include "cor-store-check.h"
#include "cor-store-outbox.h"
#include "cor-store-pull.h"
#include "cor-store-threads.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-world.h"

/* Whatever a desk says, in whatever order, and whatever the agent does meanwhile: what is kept is what was
 * said last, every list is what the rows make it, and what is said twice changes nothing. */

#define N_STEPS 80

typedef struct
{
  char         *dir;
  CorStore     *store;
  gint64        account;
  CorTestWorld *world;
  guint         step;
} Fixture;

static void
finish (Fixture      *fixture,
        CorTestAwait *await)
{
  g_autoptr (GError) error = NULL;

  cor_store_pull_finish (fixture->store, cor_test_await (await), &error);
  g_assert_no_error (error);
  cor_test_await_clear (await);
}

static void
add_inbox (GPtrArray  *inboxes,
           const char *id,
           CorChannel  channel)
{
  CorInboxRecord *inbox = cor_inbox_record_new ();

  inbox->remote_id = g_strdup (id);
  inbox->name = g_strdup (id);
  inbox->channel = channel;
  g_ptr_array_add (inboxes, inbox);
}

static void
put_lists (Fixture *fixture,
           gboolean with_mail)
{
  g_autoptr (GPtrArray) inboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_inbox_record_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (CorTestAwait) await = { 0 };

  add_inbox (inboxes, "1", COR_CHANNEL_WECHAT);
  if (with_mail)
    add_inbox (inboxes, "2", COR_CHANNEL_EMAIL);
  cor_store_put_lists_async (fixture->store, fixture->account, inboxes, none, none, none, NULL, cor_test_on_result, &await);
  finish (fixture, &await);
}

static void
set_up (Fixture      *fixture,
        gconstpointer seed)
{
  g_autoptr (CorAccountData) account = cor_account_data_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  fixture->world = cor_test_world_new (GPOINTER_TO_UINT (seed));
  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
  account->kind = g_strdup ("chatwoot");
  account->origin = g_strdup ("https://desk.example");
  account->remote_id = g_strdup ("1");
  account->agent_id = g_strdup ("1");
  cor_store_put_account_async (fixture->store, account, NULL, cor_test_on_result, &await);
  fixture->account = cor_store_put_account_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  put_lists (fixture, TRUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
  cor_test_world_free (fixture->world);
}

/* Rows of some queries, a line each. */
static gpointer
dump_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const char *const *queries = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; queries[i] != NULL; i++)
    {
      sqlite3_stmt *row = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (cor_db_get_sqlite (db), queries[i], -1, &row, NULL), ==, SQLITE_OK);
      while (sqlite3_step (row) == SQLITE_ROW)
        {
          for (int column = 0; column < sqlite3_column_count (row); column++)
            g_string_append_printf (text, "%s%s", column > 0 ? " " : "", (const char *) sqlite3_column_text (row, column));
          g_string_append_c (text, '\n');
        }
      sqlite3_finalize (row);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dump (Fixture           *fixture,
      const char *const *queries)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_run_async (fixture->store, COR_STORE_READ, dump_job, (gpointer) queries, NULL, g_free, NULL, cor_test_on_result, &await);
  return cor_store_run_finish (fixture->store, cor_test_await (&await), NULL);
}

/* Everything that is kept but the log of changes. */
static char *
dump_all (Fixture *fixture)
{
  static const char *const queries[] = {
    "SELECT * FROM conversation ORDER BY id",
    "SELECT * FROM message ORDER BY id",
    "SELECT * FROM attachment ORDER BY 1, 2",
    "SELECT * FROM customer ORDER BY id",
    "SELECT * FROM intent ORDER BY id",
    "SELECT * FROM thread ORDER BY id",
    "SELECT * FROM thread_label ORDER BY 1, 2",
    "SELECT * FROM counter WHERE n <> 0 OR n_unread <> 0 ORDER BY 1",
    NULL
  };

  return dump (fixture, queries);
}

/* In the words of cor_test_world_describe(). */
static char *
dump_known (Fixture *fixture)
{
  static const char *const queries[] = {
    "SELECT 'conversation ' || remote_id || ':', status, priority, coalesce(assignee_id, 0), replace(labels, char(10), '+'), unread_count, "
    "last_activity_at, waiting_since, updated_at_us / 1000000, is_gone FROM conversation ORDER BY CAST(remote_id AS INTEGER)",
    "SELECT 'message ' || remote_id || ':', delivery, content, is_deleted FROM message WHERE remote_id IS NOT NULL "
    "ORDER BY CAST(remote_id AS INTEGER)",
    NULL
  };

  return dump (fixture, queries);
}

static void
assert_same (Fixture    *fixture,
             const char *what,
             const char *expected,
             const char *found)
{
  gboolean same = g_str_equal (expected, found);

  if (!same)
    g_test_message ("step %u, %s; expected:\n%s\nfound:\n%s", fixture->step, what, expected, found);
  g_assert_true (same);
}

static gpointer
touch_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  sqlite3_stmt *row = NULL;

  sqlite3_prepare_v2 (cor_db_get_sqlite (db), "SELECT id FROM conversation UNION SELECT id FROM thread", -1, &row, NULL);
  while (sqlite3_step (row) == SQLITE_ROW)
    cor_db_touch_thread (db, sqlite3_column_int64 (row, 0));
  sqlite3_finalize (row);
  return GINT_TO_POINTER (TRUE);
}

/* Every row of lists made anew is the row that is there. */
static void
assert_rows_are_fresh (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autofree char *before = dump_all (fixture), *after = NULL;

  cor_store_run_async (fixture->store, COR_STORE_SYNC, touch_job, NULL, NULL, NULL, NULL, cor_test_on_result, &await);
  finish (fixture, &await);
  after = dump_all (fixture);
  assert_same (fixture, "rows made anew", after, before);
}

static void
assert_sound (Fixture *fixture)
{
  static const char *const impossible[] = {
    "SELECT 'twice', uuid FROM message WHERE is_duplicate",
    "SELECT 'a file of a deleted message', m.remote_id FROM attachment a JOIN message m ON m.id = a.message WHERE m.is_deleted",
    "SELECT 'the bubble of a reply is lost', uuid FROM intent i WHERE kind = 'reply' AND state NOT IN ('done', 'cancelled') "
    "AND NOT EXISTS (SELECT 1 FROM message m WHERE m.uuid = i.uuid)",
    NULL
  };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *known = NULL, *expected = NULL, *wrong = NULL;

  cor_store_check_async (fixture->store, NULL, cor_test_on_result, &await);
  problems = cor_store_check_finish (fixture->store, cor_test_await (&await), NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      CorProblem *problem = problems->pdata[i];

      g_test_message ("step %u: problem %d of %s: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT, fixture->step, problem->kind,
                      problem->subject, problem->found, problem->expected);
    }
  g_assert_cmpuint (problems->len, ==, 0);

  known = dump_known (fixture);
  expected = cor_test_world_describe (fixture->world);
  assert_same (fixture, "what is known", expected, known);
  wrong = dump (fixture, impossible);
  assert_same (fixture, "what cannot be", "", wrong);
  assert_rows_are_fresh (fixture);
}

static gint64
find (Fixture *fixture,
      guint    thread)
{
  g_autofree char *name = g_strdup_printf ("%u", thread);
  g_auto (CorTestAwait) await = { 0 };

  cor_store_find_conversation_async (fixture->store, name, NULL, cor_test_on_result, &await);
  return cor_store_find_conversation_finish (fixture->store, cor_test_await (&await), NULL);
}

static void
put_threads (Fixture   *fixture,
             GPtrArray *page)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_put_conversations_async (fixture->store, fixture->account, page, NULL, cor_test_on_result, &await);
  finish (fixture, &await);
}

static void
put_messages (Fixture   *fixture,
              guint      thread,
              GPtrArray *page,
              gint64     to)
{
  g_autofree char *id = g_strdup_printf ("%u", thread);
  g_auto (CorTestAwait) await = { 0 };

  cor_store_put_messages_async (fixture->store, fixture->account, id, page, to, to, FALSE, NULL, cor_test_on_result, &await);
  finish (fixture, &await);
}

static guint
draw_visible (Fixture *fixture)
{
  guint thread = cor_test_world_draw (fixture->world, COR_TEST_N_CONVERSATIONS);

  while (fixture->world->threads[thread].is_hidden)
    thread = (thread + 1) % COR_TEST_N_CONVERSATIONS;
  return thread;
}

/* A page of the list, or several pushes; the same once more is no news. */
static void
pull_threads (Fixture *fixture)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  g_autofree char *before = NULL, *after = NULL;

  for (guint n = 1 + cor_test_world_draw (fixture->world, 5); n > 0; n--)
    g_ptr_array_add (page, cor_test_world_tell_thread (fixture->world, draw_visible (fixture)));
  put_threads (fixture, page);
  before = dump_all (fixture);
  put_threads (fixture, page);
  after = dump_all (fixture);
  assert_same (fixture, "the same page of conversations", before, after);
}

static void
pull_messages (Fixture *fixture)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);
  guint            thread = draw_visible (fixture);
  gint64           to = -1;
  g_autofree char *before = NULL, *after = NULL;

  for (guint i = 0; i < fixture->world->messages->len; i++)
    {
      CorTestMessage *message = fixture->world->messages->pdata[i];

      if (message->thread != thread || cor_test_world_draw (fixture->world, 3) == 0)
        continue;
      g_ptr_array_add (page, cor_test_world_tell_message (fixture->world, message));
      to = cor_test_world_draw (fixture->world, 2) == 0 ? message->ordinal : to;
    }
  put_messages (fixture, thread, page, to);
  before = dump_all (fixture);
  put_messages (fixture, thread, page, to);
  after = dump_all (fixture);
  assert_same (fixture, "the same page of messages", before, after);
}

/* The store has forgotten it, but for the agent's own words. */
static void
forget (Fixture *fixture,
        guint    thread)
{
  static const char *const queries[] = { "SELECT remote_id FROM conversation WHERE is_gone", NULL };
  g_autofree char         *gone = dump (fixture, queries);
  g_auto (GStrv) shells = g_strsplit (gone, "\n", -1);
  g_autofree char *id = g_strdup_printf ("%u", thread);

  if (fixture->world->threads[thread].is_known)
    cor_test_world_forget (fixture->world, thread, g_strv_contains ((const char *const *) shells, id));
}

static void
drop (Fixture *fixture)
{
  guint            thread = draw_visible (fixture);
  g_autofree char *id = g_strdup_printf ("%u", thread);
  g_auto (CorTestAwait) await = { 0 };

  cor_store_drop_conversation_async (fixture->store, fixture->account, id, NULL, cor_test_on_result, &await);
  finish (fixture, &await);
  forget (fixture, thread);
}

static void
prune (Fixture *fixture)
{
  gint64 before = fixture->world->clock - (gint64) cor_test_world_draw (fixture->world, 200);
  g_auto (CorTestAwait) await = { 0 };

  cor_store_prune_async (fixture->store, fixture->account, before, NULL, cor_test_on_result, &await);
  finish (fixture, &await);
  for (guint i = 0; i < COR_TEST_N_CONVERSATIONS; i++)
    {
      CorTestThread *thread = &fixture->world->threads[i];

      /* shells go when nothing is left in them */
      if (thread->is_gone || (thread->known.status == COR_STATUS_RESOLVED && thread->known.activity < before))
        forget (fixture, i);
    }
}

/* The agent is taken out of an inbox, or put into it again. */
static void
change_inboxes (Fixture *fixture)
{
  gboolean with_mail = fixture->world->threads[1].is_hidden;

  put_lists (fixture, with_mail);
  for (guint i = 1; i < COR_TEST_N_CONVERSATIONS; i += 2)
    {
      fixture->world->threads[i].is_hidden = !with_mail;
      if (!with_mail)
        forget (fixture, i);
    }
}

static GPtrArray *
list_heads (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_list_heads_async (fixture->store, fixture->account, NULL, cor_test_on_result, &await);
  return cor_store_list_heads_finish (fixture->store, cor_test_await (&await), NULL);
}

/* The agent does something, shown at once. */
static void
queue (Fixture *fixture)
{
  static const char *const refund[] = { "refund", NULL }, *const fraud[] = { "fraud", NULL };
  guint     thread = draw_visible (fixture);
  gint64    id = find (fixture, thread);
  CorStore *store = fixture->store;
  g_auto (CorTestAwait) await = { 0 };

  if (id == 0)
    return;
  switch (cor_test_world_draw (fixture->world, 6))
    {
    case 0:
      cor_store_queue_status_async (store, id, (CorStatus) cor_test_world_draw (fixture->world, 4), 0, NULL, cor_test_on_result, &await);
      break;
    case 1:
      cor_store_queue_assign_async (store, id, cor_test_world_draw (fixture->world, 2) == 0 ? "1" : NULL, NULL, cor_test_on_result, &await);
      break;
    case 2:
      cor_store_queue_priority_async (store, id, COR_PRIORITY_URGENT, NULL, cor_test_on_result, &await);
      break;
    case 3:
      cor_store_queue_labels_async (store, id, refund, fraud, NULL, cor_test_on_result, &await);
      break;
    case 4:
      cor_store_queue_seen_async (store, id, NULL, cor_test_on_result, &await);
      break;
    default:
      cor_store_queue_reply_async (store, id, FALSE, "We look into it", 0, NULL, cor_test_on_result, &await);
      g_assert_cmpint (cor_store_queue_reply_finish (store, cor_test_await (&await), NULL), >, 0);
      return;
    }
  g_assert_true (cor_store_queue_finish (store, cor_test_await (&await), NULL));
}

static void
move (Fixture             *fixture,
      const CorIntentMove *step)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  if (!cor_store_move_intent_finish (fixture->store, (cor_store_move_intent_async (fixture->store, step, NULL, cor_test_on_result, &await), cor_test_await (&await)), &error))
    g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT); /* a push was faster */
}

/* A reply that was on its way: stored at the desk, and we may or may not hear of it. */
static void
answer (Fixture       *fixture,
        CorIntentData *intent)
{
  guint         thread = (guint) g_ascii_strtoull (intent->display_id != NULL ? intent->display_id : "0", NULL, 10);
  CorIntentMove step = { .intent = intent->id, .step = COR_STEP_ACCEPT };
  g_autoptr (CorMessageRecord) message = NULL;

  if (intent->kind == COR_INTENT_REPLY)
    {
      if (intent->display_id == NULL || fixture->world->threads[thread].is_hidden || fixture->world->threads[thread].is_gone)
        return;
      cor_test_world_commit (fixture->world, thread, intent->uuid);
      if (cor_test_world_draw (fixture->world, 2) == 0)
        return; /* the answer was lost */
      message = cor_test_world_tell_message (fixture->world, cor_test_world_find_uuid (fixture->world, intent->uuid));
      step.message = message;
    }
  move (fixture, &step);
}

static void
advance (Fixture *fixture)
{
  static const CorIntentStep steps[] = { COR_STEP_REJECT, COR_STEP_REQUEUE, COR_STEP_UNCERTAIN, COR_STEP_MISSED, COR_STEP_UNSEEN, COR_STEP_RESEND, COR_STEP_HOLD };
  g_autoptr (GPtrArray) heads = list_heads (fixture);
  CorIntentData *intent;

  if (heads->len == 0)
    return;
  intent = heads->pdata[cor_test_world_draw (fixture->world, heads->len)];
  if (intent->state == COR_INTENT_QUEUED)
    move (fixture, &(CorIntentMove){ .intent = intent->id, .step = COR_STEP_SEND });
  if (cor_test_world_draw (fixture->world, 2) == 0)
    answer (fixture, intent);
  else
    move (fixture, &(CorIntentMove){ .intent = intent->id,
                                     .step = steps[cor_test_world_draw (fixture->world, G_N_ELEMENTS (steps))],
                                     .checks = intent->checks,
                                     .hold = COR_HOLD_CONFLICT,
                                     .detail = "no",
                                     .at_ms = 1 });
}

static void
decide (Fixture *fixture)
{
  static const CorIntentAction actions[] = { COR_INTENT_RETRY, COR_INTENT_CANCEL, COR_INTENT_TAKE_BACK };
  g_auto (CorTestAwait) listed = { 0 }, acted = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;
  g_autoptr (GError) error = NULL;
  CorIntentData *intent;

  cor_store_list_outbox_async (fixture->store, NULL, cor_test_on_result, &listed);
  outbox = cor_store_list_outbox_finish (fixture->store, cor_test_await (&listed), NULL);
  if (outbox->len == 0)
    return;
  intent = outbox->pdata[cor_test_world_draw (fixture->world, outbox->len)];
  cor_store_act_on_intent_async (fixture->store, intent->id, actions[cor_test_world_draw (fixture->world, G_N_ELEMENTS (actions))], NULL,
                                 cor_test_on_result, &acted);
  if (!cor_store_act_on_intent_finish (fixture->store, cor_test_await (&acted), &error))
    g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT);
}

static void
take_step (Fixture *fixture)
{
  static void (*const steps[]) (Fixture *) = { pull_threads, pull_threads, pull_threads, pull_messages, pull_messages, queue,
                                               queue, advance, advance, decide, drop, prune, change_inboxes };

  for (guint n = cor_test_world_draw (fixture->world, 4); n > 0; n--)
    cor_test_world_change (fixture->world);
  steps[cor_test_world_draw (fixture->world, G_N_ELEMENTS (steps))](fixture);
}

static void
test_random (Fixture      *fixture,
             gconstpointer unused)
{
  for (fixture->step = 0; fixture->step < N_STEPS; fixture->step++)
    {
      take_step (fixture);
      assert_sound (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/pull/random/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_random, tear_down);
    }
  return cor_test_run ();
}
