/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-outbox.h"
#include "cor-store-pull.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

static gint64
get_id (CorOutbox *outbox,
        guint      position)
{
  g_autoptr (CorOutboxItem) item = g_list_model_get_item (G_LIST_MODEL (outbox), position);

  return cor_outbox_item_get_intent (item)->id;
}

/* What needs the agent comes first, and an item keeps its identity while it moves there. */
static void
test_order_and_identity (void)
{
  CorTestDesk desk = { 0 };
  CorOutbox  *outbox;
  g_autoptr (CorOutboxItem) item = NULL;
  gint64 one, other, first, second;

  cor_test_desk_open (&desk);
  one = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = 1000 });
  other = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Ana", .at = 1000 });
  outbox = cor_outbox_new (desk.store);
  cor_test_until (cor_outbox_is_loaded (outbox));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outbox)), ==, 0);

  first = cor_test_desk_reply (&desk, one, "first", 600);
  second = cor_test_desk_reply (&desk, other, "second", 600);
  cor_test_until (g_list_model_get_n_items (G_LIST_MODEL (outbox)) == 2);
  g_assert_cmpint (get_id (outbox, 0), ==, first);
  g_assert_cmpuint (cor_outbox_get_n_needing (outbox), ==, 0);

  item = g_object_ref (cor_outbox_find (outbox, second));
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = second, .step = COR_STEP_HOLD, .hold = COR_HOLD_COLLEAGUE_REPLIED });
  cor_test_until (cor_outbox_get_n_needing (outbox) == 1);
  g_assert_cmpint (get_id (outbox, 0), ==, second);
  g_assert_true (cor_outbox_find (outbox, second) == item);
  g_assert_cmpint (cor_outbox_item_get_intent (item)->hold, ==, COR_HOLD_COLLEAGUE_REPLIED);
  g_assert_cmpstr (cor_outbox_item_get_intent (item)->text, ==, "second");
  g_clear_object (&item);
  cor_test_finalize (outbox);
  cor_test_desk_close (&desk);
}

static gint64
queue (CorTestDesk         *desk,
       const CorReplyOrder *order)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_queue_reply_with_async (desk->store, order, NULL, cor_test_on_result, &await);
  return cor_store_queue_reply_finish (desk->store, cor_test_await (&await), &error);
}

static gint64
queue_later (CorTestDesk *desk,
             gint64       conversation,
             const char  *text)
{
  const CorReplyOrder order = {
    .conversation = conversation,
    .text = text,
    .undo_seconds = 0,
    .send_at = g_get_real_time () / G_USEC_PER_SEC + 3600,
    .has_then = TRUE,
    .then_status = COR_STATUS_RESOLVED,
  };

  return queue (desk, &order);
}

static void
set_status (CorTestDesk *desk,
            gint64       conversation,
            CorStatus    status)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_status_async (desk->store, conversation, status, 0, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (desk->store, cor_test_await (&await), NULL));
}

static void
act (CorTestDesk    *desk,
     gint64          intent,
     CorIntentAction action)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_act_on_intent_async (desk->store, intent, action, NULL, cor_test_on_result, &await);
  cor_store_act_on_intent_finish (desk->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

/* (transfer full): what the outbox has, oldest first */
static GPtrArray *
list (CorTestDesk *desk)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_list_outbox_async (desk->store, NULL, cor_test_on_result, &await);
  return cor_store_list_outbox_finish (desk->store, cor_test_await (&await), NULL);
}

static void
put (CorTestDesk *desk,
     GPtrArray   *messages)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_put_messages_async (desk->store, desk->account, "1", messages, 0, 0, FALSE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (desk->store, cor_test_await (&await), NULL));
}

static CorMessageRecord *
new_answer (CorIntentData *intent,
            const char    *uuid)
{
  CorMessageRecord *message = cor_message_record_new ();

  message->remote_id = g_strdup ("900");
  message->ordinal = 900;
  message->conversation_id = g_strdup (intent->display_id);
  message->kind = COR_MESSAGE_OUTGOING;
  message->sender_kind = COR_SENDER_AGENT;
  message->sender_id = g_strdup ("7");
  message->uuid = g_strdup (uuid);
  message->content = g_strdup (intent->text);
  message->created_at = intent->created_at;
  return message;
}

/* Until the reply has left, the conversation stays as it is, or the reply would be held back; then it is resolved, once,
 * also where the server does not say whose message it took. */
static void
test_then (gconstpointer has_mark)
{
  CorTestDesk desk = { 0 };
  g_autoptr (GPtrArray) before = NULL, after = NULL, again = NULL;
  g_autoptr (CorMessageRecord) answer = NULL;
  g_autoptr (GPtrArray) pushed = g_ptr_array_new ();
  CorIntentData *reply, *status;
  gint64         one, intent;

  cor_test_desk_open (&desk);
  one = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = 1000 });
  intent = queue_later (&desk, one, "tomorrow");
  before = list (&desk);
  g_assert_cmpuint (before->len, ==, 1);
  reply = before->pdata[0];
  g_assert_cmpint (reply->state, ==, COR_INTENT_SCHEDULED);
  g_assert_true (reply->has_then);
  g_assert_cmpint (reply->then_status, ==, COR_STATUS_RESOLVED);

  act (&desk, intent, COR_INTENT_RETRY);
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_SEND });
  answer = new_answer (reply, has_mark != NULL ? reply->uuid : NULL);
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_ACCEPT, .message = answer });
  after = list (&desk);
  g_assert_cmpuint (after->len, ==, 1);
  status = after->pdata[0];
  g_assert_cmpint (status->kind, ==, COR_INTENT_STATUS);
  g_assert_cmpint (status->state, ==, COR_INTENT_QUEUED);
  g_assert_cmpint (status->status, ==, COR_STATUS_RESOLVED);
  g_assert_cmpint (status->base_status, ==, COR_STATUS_OPEN);

  /* told once more of the same message: she may have opened it again meanwhile */
  act (&desk, status->id, COR_INTENT_CANCEL);
  g_ptr_array_add (pushed, answer);
  put (&desk, pushed);
  again = list (&desk);
  g_assert_cmpuint (again->len, ==, 0);
  cor_test_desk_close (&desk);
}

/* With a reply that is taken back it is forgotten; a conversation that is resolved already is left alone. */
static void
test_then_not (void)
{
  CorTestDesk desk = { 0 };
  g_autoptr (GPtrArray) taken = NULL, queued = NULL, left = NULL;
  g_autoptr (CorMessageRecord) answer = NULL;
  gint64 one, intent;

  cor_test_desk_open (&desk);
  one = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = 1000 });
  intent = queue_later (&desk, one, "tomorrow");
  act (&desk, intent, COR_INTENT_TAKE_BACK);
  taken = list (&desk);
  g_assert_cmpuint (taken->len, ==, 0);

  intent = queue_later (&desk, one, "the day after");
  queued = list (&desk);
  act (&desk, intent, COR_INTENT_RETRY);
  cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .status = COR_STATUS_RESOLVED, .at = 2000 });
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_SEND });
  answer = new_answer (queued->pdata[0], ((CorIntentData *) queued->pdata[0])->uuid);
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_ACCEPT, .message = answer });
  left = list (&desk);
  g_assert_cmpuint (left->len, ==, 0);
  cor_test_desk_close (&desk);
}

/* What the agent does with the conversation herself, after the reply was queued, is not undone by it; and a snooze that is
 * over when the reply leaves is none. */
static void
test_then_overtaken (void)
{
  CorTestDesk   desk = { 0 };
  CorReplyOrder order = {
    .text = "tomorrow",
    .has_then = TRUE,
    .then_status = COR_STATUS_SNOOZED,
    .then_until = g_get_real_time () / G_USEC_PER_SEC - 60,
  };
  g_autoptr (GPtrArray) queued = NULL, left = NULL, changed = NULL;
  g_autoptr (CorMessageRecord) answer = NULL;
  gint64 intent;

  cor_test_desk_open (&desk);
  order.conversation = cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = 1000 });
  intent = queue (&desk, &order);
  queued = list (&desk);
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_SEND });
  answer = new_answer (queued->pdata[0], ((CorIntentData *) queued->pdata[0])->uuid);
  cor_test_desk_move (&desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_ACCEPT, .message = answer });
  left = list (&desk);
  g_assert_cmpuint (left->len, ==, 0);

  order.then_status = COR_STATUS_RESOLVED;
  g_assert_cmpint (queue (&desk, &order), !=, 0);
  set_status (&desk, order.conversation, COR_STATUS_PENDING);
  changed = list (&desk);
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_false (((CorIntentData *) changed->pdata[0])->has_then);
  g_assert_cmpint (((CorIntentData *) changed->pdata[1])->status, ==, COR_STATUS_PENDING);
  cor_test_desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/outbox/order-and-identity", test_order_and_identity);
  g_test_add_data_func ("/outbox/then", "uuid", test_then);
  g_test_add_data_func ("/outbox/then-without-mark", NULL, test_then);
  g_test_add_func ("/outbox/then-not", test_then_not);
  g_test_add_func ("/outbox/then-overtaken", test_then_overtaken);
  return cor_test_run ();
}
