/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-accounts.h"
#include "cor-store-intents.h"
#include "cor-store-pull.h"
#include "cor-store-threads.h"
#include "cor-store-timeline.h"
#include "cor-sync-engine.h"
#include "cor-test-await.h"
#include "cor-test-sandbox.h"

/* A sandbox, and a profile connected to it. */
typedef struct
{
  CorTestSandbox *sandbox;
  char           *dir;
  CorStore       *store;
  gint64          account;
} Fixture;

static void
add_account (Fixture *fixture)
{
  CorAccountForm form = { .address = fixture->sandbox->url, .token = fixture->sandbox->token, .ca_file = fixture->sandbox->ca };
  g_auto (CorTestAwait) checked_await = { 0 }, added = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCheckedAccount) checked = NULL;

  cor_accounts_check_async (&form, NULL, cor_test_on_result, &checked_await);
  checked = cor_accounts_check_finish (cor_test_await (&checked_await), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (checked->account->agent_name, !=, NULL);
  g_setenv ("CORRIDOR_TOKEN", fixture->sandbox->token, TRUE);
  cor_accounts_add_async (fixture->store, checked, NULL, cor_test_on_result, &added);
  fixture->account = cor_accounts_add_finish (fixture->store, cor_test_await (&added), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->sandbox = cor_test_sandbox_start (NULL);
  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
  add_account (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
  cor_test_sandbox_free (fixture->sandbox);
}

static void
set (Fixture    *fixture,
     const char *key,
     const char *value)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_setting_async (fixture->store, fixture->account, key, value, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_setting_finish (fixture->store, cor_test_await (&await), NULL));
}

static void
run_once (Fixture *fixture)
{
  CorSyncEngine *engine = cor_sync_engine_new (fixture->store);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_sync_engine_run_once_async (engine, NULL, cor_test_on_result, &await);
  cor_sync_engine_run_once_finish (engine, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_clear_object (&await.result);
  cor_test_finalize (engine);
}

static GPtrArray *
load_all (Fixture *fixture)
{
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  g_auto (CorTestAwait) listed = { 0 }, loaded = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  cor_store_list_places_async (fixture->store, view, NULL, cor_test_on_result, &listed);
  places = cor_store_list_places_finish (fixture->store, cor_test_await (&listed), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (ids, g_array_index (places, CorThreadPlace, i).id);
  cor_store_load_threads_async (fixture->store, ids, NULL, cor_test_on_result, &loaded);
  return cor_store_load_threads_finish (fixture->store, cor_test_await (&loaded), &error);
}

static gint64
ask_stat (Fixture    *fixture,
          const char *name)
{
  g_autoptr (JsonNode) stats = cor_test_sandbox_call (fixture->sandbox, "GET", "/sandbox/stats", NULL);

  return json_object_get_int_member (json_node_get_object (stats), name);
}

static void
assert_whole (Fixture *fixture)
{
  g_autoptr (GPtrArray) threads = load_all (fixture);
  gint64 n_messages = 0;

  for (guint i = 0; i < threads->len; i++)
    n_messages += ((CorThreadData *) threads->pdata[i])->n_messages;
  g_assert_cmpint (threads->len, ==, ask_stat (fixture, "conversations"));
  g_assert_cmpint (n_messages, ==, ask_stat (fixture, "messages"));
}

static void
test_whole (Fixture      *fixture,
            gconstpointer unused)
{
  run_once (fixture);
  assert_whole (fixture);
  run_once (fixture);
  assert_whole (fixture);
}

static guint
count_journal (Fixture    *fixture,
               const char *text)
{
  g_autoptr (JsonNode) journal = cor_test_sandbox_call (fixture->sandbox, "GET", "/sandbox/journal", NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (journal), "entries");
  guint      n = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (entries, i), "content", NULL), text) == 0)
      n++;
  return n;
}

static CorThreadData *
find_open (GPtrArray *threads,
           gboolean   is_live)
{
  for (guint i = 0; i < threads->len; i++)
    {
      CorThreadData *thread = threads->pdata[i];

      if (thread->status == COR_STATUS_OPEN && cor_channel_is_live (thread->channel) == is_live && thread->assignee_id != NULL)
        return thread;
    }
  g_assert_not_reached ();
}

static gint64
queue (Fixture    *fixture,
       gint64      conversation,
       const char *text)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_reply_async (fixture->store, conversation, FALSE, text, 0, NULL, cor_test_on_result, &await);
  return cor_store_queue_reply_finish (fixture->store, cor_test_await (&await), NULL);
}

static CorIntentData *
load_intent (Fixture *fixture,
             gint64   id)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;

  cor_store_list_outbox_async (fixture->store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (fixture->store, cor_test_await (&await), NULL);
  for (guint i = 0; i < outbox->len; i++)
    if (((CorIntentData *) outbox->pdata[i])->id == id)
      return cor_intent_data_ref (outbox->pdata[i]);
  return NULL;
}

static void
test_reply (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (GPtrArray) threads = NULL;

  run_once (fixture);
  threads = load_all (fixture);
  queue (fixture, find_open (threads, TRUE)->id, "We have traced it.");
  run_once (fixture);
  run_once (fixture);
  g_assert_cmpuint (count_journal (fixture, "We have traced it."), ==, 1);
  assert_whole (fixture);
}

static void
test_lost_answer (Fixture      *fixture,
                  gconstpointer unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (JsonNode) answer = NULL;
  CorSyncEngine *engine;
  gint64         intent;

  set (fixture, "check-waits", "0,0.2,0.5");
  set (fixture, "backoff-ms", "50");
  run_once (fixture);
  threads = load_all (fixture);
  answer = cor_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/faults",
                                  "[{\"kind\":\"reset-after\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]");
  intent = queue (fixture, find_open (threads, TRUE)->id, "Only once, please.");
  engine = cor_sync_engine_new (fixture->store);
  cor_sync_engine_start (engine);
  for (;;)
    {
      g_autoptr (CorIntentData) now = load_intent (fixture, intent);

      if (now == NULL)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (count_journal (fixture, "Only once, please."), ==, 1);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

static void
test_colleague (Fixture      *fixture,
                gconstpointer unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (CorIntentData) held = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *body = NULL;
  CorThreadData   *thread;
  gint64           intent;

  run_once (fixture);
  threads = load_all (fixture);
  thread = find_open (threads, FALSE);
  intent = queue (fixture, thread->id, "My answer");
  body = g_strdup_printf ("{\"agent_id\":2,\"conversation_id\":%s,\"reply\":\"I have answered this\"}", thread->display_id);
  answer = cor_test_sandbox_call (fixture->sandbox, "POST", "/sandbox/act", body);
  run_once (fixture);
  held = load_intent (fixture, intent);
  g_assert_nonnull (held);
  g_assert_cmpint (held->state, ==, COR_INTENT_HELD);
  g_assert_cmpint (held->hold, ==, COR_HOLD_COLLEAGUE_REPLIED);
  g_assert_cmpuint (count_journal (fixture, "My answer"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/engine/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("whole", test_whole);
  ADD ("reply", test_reply);
  ADD ("lost-answer", test_lost_answer);
  ADD ("colleague", test_colleague);
#undef ADD
  return g_test_run ();
}
