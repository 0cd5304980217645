/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-files.h"
#include "cor-store-intents.h"
#include "cor-store-outbox.h"
#include "cor-store-sources.h"
#include "cor-store-threads.h"
#include "cor-sync-engine.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"

static void
set_up (CorTestProfile *profile,
        gconstpointer   unused)
{
  cor_test_profile_start (profile, NULL);
}

static GPtrArray *
load_all (CorTestProfile *profile)
{
  g_autoptr (CorView) view = cor_view_new (COR_VIEW_ALL);
  g_auto (CorTestAwait) listed = { 0 }, loaded = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  cor_store_list_places_async (profile->store, view, NULL, cor_test_on_result, &listed);
  places = cor_store_list_places_finish (profile->store, cor_test_await (&listed), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (ids, g_array_index (places, CorThreadPlace, i).id);
  cor_store_load_threads_async (profile->store, ids, NULL, cor_test_on_result, &loaded);
  return cor_store_load_threads_finish (profile->store, cor_test_await (&loaded), &error);
}

static gint64
ask_stat (CorTestProfile *profile,
          const char     *name)
{
  g_autoptr (JsonNode) stats = cor_test_sandbox_call (profile->sandbox, "GET", "/sandbox/stats", NULL);

  return json_object_get_int_member (json_node_get_object (stats), name);
}

static void
assert_whole (CorTestProfile *profile)
{
  g_autoptr (GPtrArray) threads = load_all (profile);
  gint64 n_messages = 0;

  for (guint i = 0; i < threads->len; i++)
    n_messages += ((CorThreadData *) threads->pdata[i])->n_messages;
  g_assert_cmpint (threads->len, ==, ask_stat (profile, "conversations"));
  g_assert_cmpint (n_messages, ==, ask_stat (profile, "messages"));
}

static void
test_whole (CorTestProfile *profile,
            gconstpointer   unused)
{
  cor_test_profile_run_once (profile);
  assert_whole (profile);
  cor_test_profile_run_once (profile);
  assert_whole (profile);
}

static guint
count_journal (CorTestProfile *profile,
               const char     *text)
{
  g_autoptr (JsonNode) journal = cor_test_sandbox_call (profile->sandbox, "GET", "/sandbox/journal", NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (journal), "entries");
  guint      n = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (entries, i), "content", NULL), text) == 0)
      n++;
  return n;
}

/* Other live channels may have closed their window for free replies, as the hour is. */
static CorThreadData *
find_open (GPtrArray *threads,
           gboolean   is_live)
{
  const CorChannel channel = is_live ? COR_CHANNEL_WEB : COR_CHANNEL_EMAIL;

  for (guint i = 0; i < threads->len; i++)
    {
      CorThreadData *thread = threads->pdata[i];

      if (thread->status == COR_STATUS_OPEN && thread->channel == channel && thread->assignee_id != NULL)
        return thread;
    }
  g_assert_not_reached ();
}

static gint64
queue (CorTestProfile *profile,
       gint64          conversation,
       const char     *text)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_reply_async (profile->store, conversation, FALSE, text, 0, NULL, cor_test_on_result, &await);
  return cor_store_queue_reply_finish (profile->store, cor_test_await (&await), NULL);
}

static CorIntentData *
load_intent (CorTestProfile *profile,
             gint64          id)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;

  cor_store_list_outbox_async (profile->store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (profile->store, cor_test_await (&await), NULL);
  for (guint i = 0; i < outbox->len; i++)
    if (((CorIntentData *) outbox->pdata[i])->id == id)
      return cor_intent_data_ref (outbox->pdata[i]);
  return NULL;
}

static gboolean
is_outbox_empty (CorTestProfile *profile)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;

  cor_store_list_outbox_async (profile->store, NULL, cor_test_on_result, &await);
  outbox = cor_store_list_outbox_finish (profile->store, cor_test_await (&await), NULL);
  return outbox->len == 0;
}

static void
test_reply (CorTestProfile *profile,
            gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL;

  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  queue (profile, find_open (threads, TRUE)->id, "We have traced it.");
  cor_test_profile_run_once (profile);
  cor_test_profile_run_once (profile);
  g_assert_cmpuint (count_journal (profile, "We have traced it."), ==, 1);
  assert_whole (profile);
}

static guint
count_uses (CorTestProfile *profile,
            const char     *id)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autofree CorSourceUse *use = NULL;

  cor_store_count_uses_async (profile->store, COR_SOURCE_ARTICLE, id, NULL, cor_test_on_result, &await);
  use = cor_store_count_uses_finish (profile->store, cor_test_await (&await), NULL);
  return use->n_replies;
}

/* A reply that a real desk accepts leaves what it was made of, whatever its text was before; once. */
static void
test_reply_sources (CorTestProfile *profile,
                    gconstpointer   unused)
{
  CorInsertSource kept = { COR_SOURCE_ARTICLE, "kept", "1", "en", "A bank credits within one business day." };
  CorInsertSource deleted = { COR_SOURCE_ARTICLE, "deleted", "1", "en", "Please send us a copy of the receipt." };
  g_autoptr (GPtrArray) sources = cor_insert_source_array_new ();
  g_autoptr (GPtrArray) threads = NULL;
  g_auto (CorTestAwait) await = { 0 };

  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  g_ptr_array_add (sources, cor_insert_source_copy (&kept));
  g_ptr_array_add (sources, cor_insert_source_copy (&deleted));
  cor_store_queue_reply_from_async (profile->store, find_open (threads, TRUE)->id, FALSE, "A bank credits within one business day. Regards", sources, 0, NULL, cor_test_on_result, &await);
  g_assert_cmpint (cor_store_queue_reply_finish (profile->store, cor_test_await (&await), NULL), >, 0);
  g_assert_cmpuint (count_uses (profile, "kept"), ==, 0);
  cor_test_profile_run_once (profile);
  g_assert_cmpuint (count_uses (profile, "kept"), ==, 1);
  cor_test_profile_run_once (profile);
  g_assert_cmpuint (count_uses (profile, "kept"), ==, 1);
  g_assert_cmpuint (count_uses (profile, "deleted"), ==, 0);
  g_assert_cmpuint (count_journal (profile, "A bank credits within one business day. Regards"), ==, 1);
}

static void
test_lost_answer (CorTestProfile *profile,
                  gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (JsonNode) answer = NULL;
  CorSyncEngine *engine;
  gint64         intent;

  cor_test_profile_set (profile, "check-waits", "0,0.2,0.5");
  cor_test_profile_set (profile, "backoff-ms", "50");
  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/faults",
                                  "[{\"kind\":\"reset-after\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]");
  intent = queue (profile, find_open (threads, TRUE)->id, "Only once, please.");
  engine = cor_sync_engine_new (profile->store);
  cor_sync_engine_start (engine);
  for (;;)
    {
      g_autoptr (CorIntentData) now = load_intent (profile, intent);

      if (now == NULL)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (count_journal (profile, "Only once, please."), ==, 1);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

static gint64
queue_file (CorTestProfile *profile,
            CorThreadData  *thread,
            const char     *text)
{
  const CorFilePlace place = { COR_CHANNEL_EMAIL, FALSE };
  CorReplyOrder      order = { .conversation = thread->id, .text = text, .undo_seconds = 0 };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_staged_file_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7 paid", 13);
  g_auto (CorTestAwait) staged = { 0 }, queued = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_stage_bytes_async (profile->store, bytes, "receipt.pdf", &place, NULL, cor_test_on_result, &staged);
  g_ptr_array_add (files, cor_store_stage_finish (profile->store, cor_test_await (&staged), &error));
  g_assert_no_error (error);
  order.staged = files;
  cor_store_queue_reply_with_async (profile->store, &order, NULL, cor_test_on_result, &queued);
  return cor_store_queue_reply_finish (profile->store, cor_test_await (&queued), &error);
}

static void
run_until_sent (CorTestProfile *profile,
                gint64          intent)
{
  CorSyncEngine *engine = cor_sync_engine_new (profile->store);

  cor_sync_engine_start (engine);
  for (;;)
    {
      g_autoptr (CorIntentData) now = load_intent (profile, intent);

      if (now == NULL || now->state == COR_INTENT_FAILED)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

/* Cut in the middle, then answered to nobody: the file is on the server once, and in the conversation. A refusal keeps it. */
static void
test_files (CorTestProfile *profile,
            gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (JsonNode) cut = NULL, refused = NULL;
  g_autoptr (CorIntentData) kept = NULL;
  g_autoptr (CorTimelinePage) page = NULL;
  g_auto (CorTestAwait) loaded = { 0 };
  CorTimelineEntry *reply = NULL;
  CorThreadData    *thread;
  gint64            intent;

  cor_test_profile_set (profile, "check-waits", "0,0.2,0.5");
  cor_test_profile_set (profile, "backoff-ms", "50");
  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  thread = find_open (threads, TRUE);
  cut = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/faults",
                               "[{\"kind\":\"reset-during\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1},"
                               "{\"kind\":\"reset-after\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]");
  intent = queue_file (profile, thread, "Your receipt, once.");
  run_until_sent (profile, intent);
  g_assert_cmpuint (count_journal (profile, "Your receipt, once."), ==, 1);
  cor_store_load_timeline_async (profile->store, thread->id, FALSE, 50, NULL, cor_test_on_result, &loaded);
  page = cor_store_load_timeline_finish (profile->store, cor_test_await (&loaded), NULL);
  for (guint i = 0; i < page->entries->len; i++)
    if (g_strcmp0 (((CorTimelineEntry *) page->entries->pdata[i])->content, "Your receipt, once.") == 0)
      reply = page->entries->pdata[i];
  g_assert_nonnull (reply);
  g_assert_nonnull (reply->remote_id);
  g_assert_cmpuint (reply->attachments->len, ==, 1);
  g_assert_cmpstr (((CorAttachmentRecord *) reply->attachments->pdata[0])->file_name, ==, "receipt.pdf");
  g_assert_nonnull (((CorAttachmentRecord *) reply->attachments->pdata[0])->url);

  refused = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/faults",
                                   "[{\"kind\":\"status\",\"status\":413,\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]");
  intent = queue_file (profile, thread, "Refused, and kept.");
  run_until_sent (profile, intent);
  kept = load_intent (profile, intent);
  g_assert_cmpint (kept->state, ==, COR_INTENT_FAILED);
  g_assert_cmpstr (kept->files[0], ==, "receipt.pdf");
}

static CorStatus
load_status (CorTestProfile *profile,
             gint64          conversation)
{
  g_autoptr (GPtrArray) threads = load_all (profile);

  for (guint i = 0; i < threads->len; i++)
    if (((CorThreadData *) threads->pdata[i])->id == conversation)
      return ((CorThreadData *) threads->pdata[i])->status;
  g_assert_not_reached ();
}

/* At its time the reply leaves a conversation that is open, and that one is resolved after it. */
static void
test_later (CorTestProfile *profile,
            gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_auto (CorTestAwait) queued = { 0 };
  CorReplyOrder  order = { .text = "As promised, this morning.", .undo_seconds = 0, .has_then = TRUE, .then_status = COR_STATUS_RESOLVED };
  CorSyncEngine *engine;

  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  order.conversation = find_open (threads, TRUE)->id;
  order.send_at = g_get_real_time () / G_USEC_PER_SEC + 2;
  cor_store_queue_reply_with_async (profile->store, &order, NULL, cor_test_on_result, &queued);
  g_assert_cmpint (cor_store_queue_reply_finish (profile->store, cor_test_await (&queued), NULL), >, 0);
  g_assert_cmpint (load_status (profile, order.conversation), ==, COR_STATUS_OPEN);
  engine = cor_sync_engine_new (profile->store);
  cor_sync_engine_start (engine);
  cor_test_until (load_status (profile, order.conversation) == COR_STATUS_RESOLVED && is_outbox_empty (profile));
  g_assert_cmpuint (count_journal (profile, order.text), ==, 1);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

/* "Send and resolve" of what the desk refuses leaves the conversation open, there and here; what she sends again resolves it. */
static void
test_refused_then (CorTestProfile *profile,
                   gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL, outbox = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_auto (CorTestAwait) queued = { 0 }, listed = { 0 }, acted = { 0 };
  CorReplyOrder  order = { .text = "All done then.", .undo_seconds = 0, .has_then = TRUE, .then_status = COR_STATUS_RESOLVED };
  CorSyncEngine *engine;
  gint64         intent;

  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  order.conversation = find_open (threads, TRUE)->id;
  answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/faults",
                                  "[{\"kind\":\"status\",\"status\":422,\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]");
  cor_store_queue_reply_with_async (profile->store, &order, NULL, cor_test_on_result, &queued);
  intent = cor_store_queue_reply_finish (profile->store, cor_test_await (&queued), NULL);
  run_until_sent (profile, intent);
  cor_test_profile_run_once (profile);
  cor_store_list_outbox_async (profile->store, NULL, cor_test_on_result, &listed);
  outbox = cor_store_list_outbox_finish (profile->store, cor_test_await (&listed), NULL);
  g_assert_cmpuint (outbox->len, ==, 1);
  g_assert_cmpint (((CorIntentData *) outbox->pdata[0])->state, ==, COR_INTENT_FAILED);
  g_assert_cmpint (load_status (profile, order.conversation), ==, COR_STATUS_OPEN);

  cor_store_act_on_intent_async (profile->store, intent, COR_INTENT_RETRY, NULL, cor_test_on_result, &acted);
  g_assert_true (cor_store_act_on_intent_finish (profile->store, cor_test_await (&acted), NULL));
  engine = cor_sync_engine_new (profile->store);
  cor_sync_engine_start (engine);
  cor_test_until (load_status (profile, order.conversation) == COR_STATUS_RESOLVED && is_outbox_empty (profile));
  g_assert_cmpuint (count_journal (profile, order.text), ==, 1);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

static void
move (CorTestProfile *profile,
      CorIntentMove   to)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_move_intent_async (profile->store, &to, NULL, cor_test_on_result, &await);
  cor_store_move_intent_finish (profile->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

/* The conversation goes while nobody knows whether the reply arrived: the agent is told, and it is not sent again. */
static void
test_gone (CorTestProfile *profile,
           gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *path = NULL;
  CorSyncEngine   *engine;
  CorThreadData   *thread;
  gint64           intent;

  cor_test_profile_set (profile, "check-waits", "0,0.2,0.5");
  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  thread = find_open (threads, TRUE);
  intent = queue (profile, thread->id, "Is anybody there?");
  move (profile, (CorIntentMove){ .intent = intent, .step = COR_STEP_SEND });
  move (profile, (CorIntentMove){ .intent = intent, .step = COR_STEP_UNCERTAIN, .at_ms = g_get_real_time () / 1000 });
  path = g_strdup_printf ("/sandbox/conversations/%s", thread->display_id);
  answer = cor_test_sandbox_call (profile->sandbox, "DELETE", path, NULL);

  engine = cor_sync_engine_new (profile->store);
  cor_sync_engine_start (engine);
  for (;;)
    {
      g_autoptr (CorIntentData) now = load_intent (profile, intent);

      g_assert_nonnull (now);
      g_assert_cmpint (now->state, ==, COR_INTENT_UNCERTAIN);
      if (now->hold == COR_HOLD_GONE)
        {
          g_assert_cmpint (now->not_before, >, g_get_real_time () / G_USEC_PER_SEC + 60);
          break;
        }
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (count_journal (profile, "Is anybody there?"), ==, 0);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

static void
test_colleague (CorTestProfile *profile,
                gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (CorIntentData) held = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *body = NULL;
  CorThreadData   *thread;
  gint64           intent;

  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  thread = find_open (threads, FALSE);
  intent = queue (profile, thread->id, "My answer");
  body = g_strdup_printf ("{\"agent_id\":2,\"conversation_id\":%s,\"reply\":\"I have answered this\"}", thread->display_id);
  answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/act", body);
  cor_test_profile_run_once (profile);
  held = load_intent (profile, intent);
  g_assert_nonnull (held);
  g_assert_cmpint (held->state, ==, COR_INTENT_HELD);
  g_assert_cmpint (held->hold, ==, COR_HOLD_COLLEAGUE_REPLIED);
  g_assert_cmpuint (count_journal (profile, "My answer"), ==, 0);
}

/* Compliance takes the conversation while the reply waits. */
static void
test_held (CorTestProfile *profile,
           gconstpointer   unused)
{
  g_autoptr (GPtrArray) threads = NULL;
  g_autoptr (CorIntentData) held = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *path = NULL;
  CorThreadData   *thread;
  gint64           intent;

  cor_test_profile_run_once (profile);
  threads = load_all (profile);
  thread = find_open (threads, TRUE);
  intent = queue (profile, thread->id, "It arrives tomorrow.");
  path = g_strdup_printf ("/api/v1/accounts/1/conversations/%s/labels", thread->display_id);
  answer = cor_test_sandbox_call (profile->sandbox, "POST", path, "{\"labels\":[\"compliance-hold\"]}");
  cor_test_profile_run_once (profile);
  held = load_intent (profile, intent);
  g_assert_nonnull (held);
  g_assert_cmpint (held->state, ==, COR_INTENT_HELD);
  g_assert_cmpint (held->hold, ==, COR_HOLD_COMPLIANCE);
  g_assert_cmpuint (count_journal (profile, "It arrives tomorrow."), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/engine/" name, CorTestProfile, NULL, set_up, func, cor_test_profile_tear_down)
  ADD ("whole", test_whole);
  ADD ("reply", test_reply);
  ADD ("reply-sources", test_reply_sources);
  ADD ("lost-answer", test_lost_answer);
  ADD ("files", test_files);
  ADD ("later", test_later);
  ADD ("refused-then", test_refused_then);
  ADD ("gone", test_gone);
  ADD ("colleague", test_colleague);
  ADD ("held", test_held);
#undef ADD
  return g_test_run ();
}
