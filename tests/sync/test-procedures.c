/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-dispatch.h"
#include "cor-store-intents.h"
#include "cor-store-procedures.h"
#include "cor-sync-engine.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"
#include "cor-test-sqlite.h"

/* The steps of a procedure on the desk, while a colleague works on the same. */

#define SLUG "sop-recall-request"
#define NOW 1790000000
#define ATTRIBUTES "/api/v1/accounts/1/conversations/1/custom_attributes"
#define WRITES "/conversations/:id/custom_attributes" /* as cor_test_profile_count_requests() names them */

/* A desk that says of every conversation's attributes what its service never does. */
struct _CorOddDesk
{
  GObject parent_instance;

  const char *attributes; /* NULL: it does not tell */
};

#define COR_TYPE_ODD_DESK (cor_odd_desk_get_type ())
G_DECLARE_FINAL_TYPE (CorOddDesk, cor_odd_desk, COR, ODD_DESK, GObject)

static void
get_conversation_async (CorDesk            *desk,
                        const char         *id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  CorOddDesk *self = COR_ODD_DESK (desk);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  CorConversationRecord *conversation = cor_conversation_record_new ();

  conversation->remote_id = g_strdup (id);
  conversation->fields = self->attributes != NULL ? COR_CONVERSATION_HAS_ATTRIBUTES : 0;
  conversation->attributes_json = g_strdup (self->attributes);
  g_task_return_pointer (task, conversation, (GDestroyNotify) cor_conversation_record_unref);
}

static gpointer
finish (CorDesk      *desk,
        GAsyncResult *result,
        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cor_odd_desk_desk_init (CorDeskInterface *iface)
{
  iface->get_conversation_async = get_conversation_async;
  iface->finish = finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CorOddDesk, cor_odd_desk, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (COR_TYPE_DESK, cor_odd_desk_desk_init))

static void
cor_odd_desk_class_init (CorOddDeskClass *klass)
{
}

static void
cor_odd_desk_init (CorOddDesk *self)
{
}

typedef struct
{
  CorTestProfile profile;
  gint64         conversation; /* local id of number 1 */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_profile_set_up (&fixture->profile, GUINT_TO_POINTER (1));
  cor_test_profile_run_once (&fixture->profile);
  fixture->conversation = cor_test_profile_find (&fixture->profile, 1);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_profile_tear_down (&fixture->profile, NULL);
}

static void
queue (Fixture        *fixture,
       CorProcedureAct act,
       guint           number,
       gint64          at,
       const char     *note)
{
  const CorProcedureChange change = { act, SLUG, number, at };
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_procedure_async (fixture->profile.store, fixture->conversation, &change, note, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->profile.store, cor_test_await (&await), NULL));
}

/* What a colleague writes, with any program: all attributes at once. */
static void
write_attributes (Fixture    *fixture,
                  const char *procedure)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *body = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "custom_attributes");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "corridor");
  json_builder_add_string_value (builder, "GB-CN");
  if (procedure != NULL)
    {
      json_builder_set_member_name (builder, "procedure_sop_recall_request");
      json_builder_add_string_value (builder, procedure);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  body = json_to_string (root, FALSE);
  answer = cor_test_sandbox_call (fixture->profile.sandbox, "POST", ATTRIBUTES, body);
  g_assert_nonnull (answer);
}

static char *
dup_on_desk (Fixture    *fixture,
             const char *query)
{
  sqlite3      *desk = cor_test_profile_open_desk (&fixture->profile);
  sqlite3_stmt *row = NULL;
  char         *text;

  g_assert_cmpint (sqlite3_prepare_v2 (desk, query, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (row, 0));
  sqlite3_finalize (row);
  sqlite3_close (desk);
  return text;
}

static void
assert_on_desk (Fixture    *fixture,
                const char *procedure)
{
  g_autofree char *found = dup_on_desk (fixture, "SELECT json_extract(custom, '$.procedure_sop_recall_request') FROM conversations WHERE id = 1");

  g_assert_cmpstr (found, ==, procedure);
}

/* As the pane sees it: the only procedure, as text, or NULL. */
static char *
dup_here (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorProcedureSet) set = NULL;

  cor_store_list_procedures_async (fixture->profile.store, fixture->conversation, NULL, cor_test_on_result, &await);
  set = cor_store_list_procedures_finish (fixture->profile.store, cor_test_await (&await), NULL);
  g_assert_cmpuint (set->procedures->len, <=, 1);
  return set->procedures->len > 0 ? cor_procedure_dup_text (set->procedures->pdata[0]) : NULL;
}

static guint
count_outbox (Fixture      *fixture,
              CorHoldReason hold)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;
  guint n = 0;

  cor_store_list_outbox_async (fixture->profile.store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (fixture->profile.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < outbox->len; i++)
    n += ((const CorIntentData *) outbox->pdata[i])->hold == hold;
  return n;
}

/* What the desk refused is told to the agent, in its words. */
static guint
count_refused (Fixture *fixture)
{
  return (guint) cor_test_sqlite_count (fixture->profile.dir, "SELECT count(*) FROM intent WHERE kind = 'procedure' AND state = 'failed' AND detail <> ?", "");
}

static guint
count_held (Fixture *fixture)
{
  return count_outbox (fixture, COR_HOLD_CONFLICT);
}

/* Without a connection the agent sees it at once, and it arrives as one; what else is there stays. */
static void
test_arrives (Fixture      *fixture,
              gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *other = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *note = NULL;
  g_autofree char *after = NULL;

  write_attributes (fixture, NULL);
  queue (fixture, COR_PROCEDURE_START, 3, NOW, NULL);
  queue (fixture, COR_PROCEDURE_TICK, 0, NOW + 60, NULL);
  queue (fixture, COR_PROCEDURE_TICK, 1, NOW + 70, NULL);
  queue (fixture, COR_PROCEDURE_UNTICK, 1, NOW + 80, NULL);
  before = dup_here (fixture);
  g_assert_true (g_str_has_prefix (before, "steps 3; start 1790000000"));
  g_assert_nonnull (strstr (before, "; 1 1790000060"));
  g_assert_null (strstr (before, "; 2 "));
  queue (fixture, COR_PROCEDURE_FINISH, 0, NOW + 90, "Recall request\nFinished: 1 of 3 steps done");
  cor_test_profile_run_once (&fixture->profile);

  assert_on_desk (fixture, "steps 3; start 1790000000 1; 1 1790000060 1; end 1790000090 1");
  other = dup_on_desk (fixture, "SELECT json_extract(custom, '$.corridor') FROM conversations WHERE id = 1");
  g_assert_cmpstr (other, ==, "GB-CN");
  notes = dup_on_desk (fixture, "SELECT count(*) FROM messages WHERE conversation_id = 1 AND private");
  g_assert_cmpstr (notes, ==, "1");
  note = dup_on_desk (fixture, "SELECT content FROM messages WHERE conversation_id = 1 AND private");
  g_assert_cmpstr (note, ==, "Recall request\nFinished: 1 of 3 steps done");
  after = dup_here (fixture);
  g_assert_cmpstr (after, ==, "steps 3; start 1790000000 1; 1 1790000060 1; end 1790000090 1");
  g_assert_cmpuint (count_held (fixture), ==, 0);
}

/* Both tick while one of them is offline: nothing is lost, and nobody is asked. */
static void
test_merges (Fixture      *fixture,
             gconstpointer unused)
{
  queue (fixture, COR_PROCEDURE_START, 3, NOW, NULL);
  cor_test_profile_run_once (&fixture->profile);
  write_attributes (fixture, "steps 3; start 1790000000 1; 1 1790000050 2; 2 1790000055 2");
  queue (fixture, COR_PROCEDURE_TICK, 1, NOW + 60, NULL);
  queue (fixture, COR_PROCEDURE_TICK, 2, NOW + 61, NULL);
  cor_test_profile_run_once (&fixture->profile);
  assert_on_desk (fixture, "steps 3; start 1790000000 1; 1 1790000050 2; 2 1790000055 2; 3 1790000061 1");
  g_assert_cmpuint (count_held (fixture), ==, 0);
}

/* A colleague's tick stays hers, also where the agent finishes at once: nobody has finished before her. */
static void
test_finishes_merged (Fixture      *fixture,
                      gconstpointer unused)
{
  queue (fixture, COR_PROCEDURE_START, 3, NOW, NULL);
  cor_test_profile_run_once (&fixture->profile);
  write_attributes (fixture, "steps 3; start 1790000000 1; 2 1790000050 2");
  queue (fixture, COR_PROCEDURE_TICK, 1, NOW + 60, NULL);
  queue (fixture, COR_PROCEDURE_FINISH, 0, NOW + 90, NULL);
  cor_test_profile_run_once (&fixture->profile);
  assert_on_desk (fixture, "steps 3; start 1790000000 1; 2 1790000050 2; end 1790000090 1");
  g_assert_cmpuint (count_held (fixture), ==, 0);
}

/* What is begun again is not finished by the word about the first time. */
static void
test_again (Fixture      *fixture,
            gconstpointer unused)
{
  queue (fixture, COR_PROCEDURE_START, 3, NOW, NULL);
  queue (fixture, COR_PROCEDURE_TICK, 0, NOW + 60, NULL);
  cor_test_profile_run_once (&fixture->profile);
  queue (fixture, COR_PROCEDURE_FINISH, 0, NOW + 190, NULL);
  queue (fixture, COR_PROCEDURE_START, 3, NOW + 200, NULL);
  cor_test_profile_run_once (&fixture->profile);
  assert_on_desk (fixture, "steps 3; start 1790000200 1");
  g_assert_cmpuint (count_held (fixture), ==, 0);
}

/* Nothing is written where nothing is to be changed: all attributes at once are easily somebody else's. */
static void
test_nothing_to_write (Fixture      *fixture,
                       gconstpointer unused)
{
  gint64 n_before;

  queue (fixture, COR_PROCEDURE_START, 3, NOW, NULL);
  cor_test_profile_run_once (&fixture->profile);
  n_before = cor_test_profile_count_requests (&fixture->profile, WRITES);
  g_assert_cmpint (n_before, ==, 1);
  queue (fixture, COR_PROCEDURE_TICK, 1, NOW + 60, NULL);
  queue (fixture, COR_PROCEDURE_UNTICK, 1, NOW + 70, NULL);
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpint (cor_test_profile_count_requests (&fixture->profile, WRITES), ==, n_before);
  assert_on_desk (fixture, "steps 3; start 1790000000 1");
  g_assert_cmpuint (count_outbox (fixture, COR_HOLD_NONE), ==, 0);
}

/* Somebody else's program undoes whatever is written: it is tried again later, and given up in the end, since what comes
 * after it in the conversation waits for it. */
static void
test_overwritten (Fixture      *fixture,
                  gconstpointer unused)
{
  sqlite3 *desk = cor_test_profile_open_desk (&fixture->profile);

  g_assert_cmpint (sqlite3_exec (desk, "CREATE TRIGGER overwrite AFTER UPDATE OF custom ON conversations BEGIN "
                                       "UPDATE conversations SET custom = '{}' WHERE id = NEW.id; END",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (desk);
  queue (fixture, COR_PROCEDURE_START, 3, NOW, NULL);
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpint (cor_test_profile_count_requests (&fixture->profile, WRITES), ==, 3);
  g_assert_cmpuint (count_outbox (fixture, COR_HOLD_NONE), ==, 1);

  cor_test_sqlite_run (fixture->profile.dir, "UPDATE intent SET attempts = 9, not_before = 0 WHERE kind = 'procedure'");
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpuint (count_outbox (fixture, COR_HOLD_NONE), ==, 1);
  g_assert_cmpuint (count_refused (fixture), ==, 0);
  cor_test_sqlite_run (fixture->profile.dir, "UPDATE intent SET attempts = 10, not_before = 0 WHERE kind = 'procedure'");
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpuint (count_refused (fixture), ==, 1);
  assert_on_desk (fixture, NULL);
}

/* What else is among the attributes is not known, so nothing can be written; what comes after it must not wait for that. */
static void
test_untold (Fixture      *fixture,
             gconstpointer attributes)
{
  CorOddDesk *desk = g_object_new (COR_TYPE_ODD_DESK, NULL);
  g_autoptr (CorDeskLink) link = cor_desk_link_new (fixture->profile.store, COR_DESK (desk), fixture->profile.account, "1");
  g_auto (CorTestAwait) listed = { 0 }, dispatched = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *here = NULL;

  desk->attributes = attributes;
  queue (fixture, COR_PROCEDURE_START, 3, NOW, NULL);
  cor_store_list_outbox_async (fixture->profile.store, NULL, cor_test_on_result, &listed);
  outbox = cor_store_list_outbox_finish (fixture->profile.store, cor_test_await (&listed), NULL);
  g_assert_cmpuint (outbox->len, ==, 1);
  cor_dispatch_run_async (link, outbox->pdata[0], NULL, cor_test_on_result, &dispatched);
  cor_dispatch_run_finish (cor_test_await (&dispatched), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_refused (fixture), ==, 1);
  g_assert_cmpint (cor_test_sqlite_count (fixture->profile.dir, "SELECT count(*) FROM intent WHERE kind = 'procedure' AND detail = ?",
                                          "The desk did not tell the conversation’s attributes"),
                   ==, 1);
  here = dup_here (fixture);
  g_assert_null (here);
  g_object_unref (desk);
}

/* The desk wrote it and its answer got lost: that it is finished there is the agent's own word. */
static void
test_lost_answer (Fixture      *fixture,
                  gconstpointer unused)
{
  CorSyncEngine *engine;
  g_autoptr (JsonNode) answer = NULL;

  cor_test_profile_set (&fixture->profile, "backoff-ms", "50");
  queue (fixture, COR_PROCEDURE_START, 2, NOW, NULL);
  queue (fixture, COR_PROCEDURE_TICK, 0, NOW + 60, NULL);
  queue (fixture, COR_PROCEDURE_TICK, 1, NOW + 70, NULL);
  queue (fixture, COR_PROCEDURE_UNTICK, 1, NOW + 80, NULL);
  queue (fixture, COR_PROCEDURE_FINISH, 0, NOW + 90, NULL);
  answer = cor_test_sandbox_call (fixture->profile.sandbox, "POST", "/sandbox/faults",
                                  "[{\"kind\":\"reset-after\",\"path\":\"*/custom_attributes\",\"method\":\"POST\",\"count\":1}]");
  g_assert_nonnull (answer);
  engine = cor_sync_engine_new (fixture->profile.store);
  cor_sync_engine_start (engine);
  cor_test_until (count_outbox (fixture, COR_HOLD_NONE) == 0);
  g_assert_cmpuint (count_held (fixture), ==, 0);
  assert_on_desk (fixture, "steps 2; start 1790000000 1; 1 1790000060 1; end 1790000090 1");
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

/* A colleague finished, or dropped, what the agent goes on with: she is asked, and sees the colleague's word. */
static void
test_conflict (Fixture      *fixture,
               gconstpointer what)
{
  g_autofree char *here = NULL;

  queue (fixture, COR_PROCEDURE_START, 2, NOW, NULL);
  cor_test_profile_run_once (&fixture->profile);
  write_attributes (fixture, what);
  queue (fixture, COR_PROCEDURE_TICK, 1, NOW + 60, NULL);
  cor_test_profile_run_once (&fixture->profile);
  assert_on_desk (fixture, what);
  g_assert_cmpuint (count_held (fixture), ==, 1);
  here = dup_here (fixture);
  g_assert_cmpstr (here, ==, what);
}

/* What was dropped leaves nothing, not even in the outbox's words. */
static void
test_drop (Fixture      *fixture,
           gconstpointer unused)
{
  g_autofree char *here = NULL;

  queue (fixture, COR_PROCEDURE_START, 2, NOW, NULL);
  cor_test_profile_run_once (&fixture->profile);
  queue (fixture, COR_PROCEDURE_TICK, 0, NOW + 1, NULL);
  queue (fixture, COR_PROCEDURE_DROP, 0, NOW + 2, NULL);
  here = dup_here (fixture);
  g_assert_null (here);
  cor_test_profile_run_once (&fixture->profile);
  assert_on_desk (fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/procedures/arrives", Fixture, NULL, set_up, test_arrives, tear_down);
  g_test_add ("/procedures/merges", Fixture, NULL, set_up, test_merges, tear_down);
  g_test_add ("/procedures/finishes-merged", Fixture, NULL, set_up, test_finishes_merged, tear_down);
  g_test_add ("/procedures/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/procedures/lost-answer", Fixture, NULL, set_up, test_lost_answer, tear_down);
  g_test_add ("/procedures/nothing-to-write", Fixture, NULL, set_up, test_nothing_to_write, tear_down);
  g_test_add ("/procedures/overwritten", Fixture, NULL, set_up, test_overwritten, tear_down);
  g_test_add ("/procedures/untold", Fixture, NULL, set_up, test_untold, tear_down);
  g_test_add ("/procedures/no-object", Fixture, "[]", set_up, test_untold, tear_down);
  g_test_add ("/procedures/finished-meanwhile", Fixture, "steps 2; start 1790000000 1; end 1790000050 2", set_up, test_conflict, tear_down);
  g_test_add ("/procedures/dropped-meanwhile", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/procedures/drop", Fixture, NULL, set_up, test_drop, tear_down);
  return g_test_run ();
}
