/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store.h"
#include "cor-store-accounts.h"
#include "cor-store-customers.h"
#include "cor-store-drafts.h"
#include "cor-store-intents.h"
#include "cor-store-outbox.h"
#include "cor-store-pull.h"
#include "cor-store-threads.h"
#include "cor-store-timeline.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#include <sqlite3.h>

/* A profile with one account, two inboxes and the conversations that a test puts in. */
typedef struct
{
  char     *dir;
  CorStore *store;
  gint64    account;
  guint     n_changed;
  guint     topics;
} Fixture;

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gpointer         user_data)
{
  Fixture *fixture = user_data;

  fixture->n_changed++;
  fixture->topics |= changes->topics;
}

static CorInboxRecord *
new_inbox (const char *id,
           const char *name,
           CorChannel  channel)
{
  CorInboxRecord *inbox = cor_inbox_record_new ();

  inbox->remote_id = g_strdup (id);
  inbox->name = g_strdup (name);
  inbox->channel = channel;
  return inbox;
}

static void
put_lists (Fixture *fixture,
           gboolean with_mail)
{
  g_autoptr (GPtrArray) inboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_inbox_record_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (inboxes, new_inbox ("1", "WeChat", COR_CHANNEL_WECHAT));
  if (with_mail)
    g_ptr_array_add (inboxes, new_inbox ("2", "Mail", COR_CHANNEL_EMAIL));
  cor_store_put_lists_async (fixture->store, fixture->account, inboxes, none, none, none, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_autoptr (CorAccountData) account = cor_account_data_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);

  account->kind = g_strdup ("chatwoot");
  account->origin = g_strdup ("https://desk.example");
  account->remote_id = g_strdup ("1");
  account->name = g_strdup ("Desk");
  account->agent_id = g_strdup ("7");
  cor_store_put_account_async (fixture->store, account, NULL, cor_test_on_result, &await);
  fixture->account = cor_store_put_account_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture->account, >, 0);
  put_lists (fixture, TRUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static CorMessageRecord *
new_message (const char *conversation,
             gint64      number,
             const char *text)
{
  CorMessageRecord *message = cor_message_record_new ();

  message->remote_id = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  message->ordinal = number;
  message->conversation_id = g_strdup (conversation);
  message->kind = COR_MESSAGE_INCOMING;
  message->sender_kind = COR_SENDER_CUSTOMER;
  message->content = g_strdup (text);
  message->created_at = 1000 + number;
  return message;
}

static CorConversationRecord *
new_conversation (const char *id,
                  const char *inbox,
                  const char *customer,
                  gint64      activity)
{
  CorConversationRecord *conversation = cor_conversation_record_new ();

  conversation->remote_id = g_strdup (id);
  conversation->fields = COR_CONVERSATION_HAS_ALL;
  conversation->inbox_id = g_strdup (inbox);
  conversation->customer = cor_customer_record_new ();
  conversation->customer->remote_id = g_strdup (customer);
  conversation->customer->name = g_strdup (customer);
  conversation->labels = g_strsplit ("refund", ",", -1);
  conversation->created_at = activity;
  conversation->last_activity_at = activity;
  conversation->waiting_since = activity;
  conversation->updated_at_us = activity * G_USEC_PER_SEC;
  conversation->unread_count = 1;
  conversation->can_reply = TRUE;
  conversation->newest = new_message (id, activity, "Where is my money?");
  return conversation;
}

static void
put_conversation (Fixture               *fixture,
                  CorConversationRecord *conversation) /* taken over */
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (list, conversation);
  cor_store_put_conversations_async (fixture->store, fixture->account, list, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static void
put_message (Fixture          *fixture,
             CorMessageRecord *message) /* taken over */
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (list, message);
  cor_store_put_messages_async (fixture->store, fixture->account, message->conversation_id, list, -1, -1, FALSE, NULL, cor_test_on_result,
                                &await);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static gint64
find (Fixture    *fixture,
      const char *name)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_find_conversation_async (fixture->store, name, NULL, cor_test_on_result, &await);
  return cor_store_find_conversation_finish (fixture->store, cor_test_await (&await), &error);
}

static GArray *
list_places (Fixture *fixture,
             CorView *view) /* taken over */
{
  g_autoptr (CorView) owned = view;
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  GArray *places;

  cor_store_list_places_async (fixture->store, view, NULL, cor_test_on_result, &await);
  places = cor_store_list_places_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return places;
}

static guint
count (Fixture    *fixture,
       const char *key,
       gboolean    unread)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = NULL;

  cor_store_list_counts_async (fixture->store, 0, NULL, cor_test_on_result, &await);
  counts = cor_store_list_counts_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      CorViewCount *item = counts->pdata[i];

      if (g_str_equal (item->key, key))
        return unread ? item->n_unread : item->n;
    }
  return 0;
}

static CorTimelinePage *
load_timeline (Fixture *fixture,
               gint64   conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorTimelinePage *page;

  cor_store_load_timeline_async (fixture->store, conversation, FALSE, 100, NULL, cor_test_on_result, &await);
  page = cor_store_load_timeline_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return page;
}

static gint64
queue_reply (Fixture    *fixture,
             gint64      conversation,
             const char *text)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  cor_store_queue_reply_async (fixture->store, conversation, FALSE, text, 0, NULL, cor_test_on_result, &await);
  id = cor_store_queue_reply_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return id;
}

static void
test_pull_twice (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (CorTimelinePage) page = NULL;

  for (int i = 0; i < 2; i++)
    {
      put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
      put_conversation (fixture, new_conversation ("12", "2", "Ana", 200));
    }
  g_assert_cmpuint (count (fixture, "unassigned", FALSE), ==, 2);
  g_assert_cmpuint (count (fixture, "unassigned", TRUE), ==, 2);
  g_assert_cmpuint (count (fixture, "channel:wechat", FALSE), ==, 1);
  g_assert_cmpuint (count (fixture, "label:refund", FALSE), ==, 2);
  g_assert_cmpuint (count (fixture, "mine", FALSE), ==, 0);

  places = list_places (fixture, cor_view_new (COR_VIEW_OPEN));
  g_assert_cmpuint (places->len, ==, 2);
  g_assert_cmpint (g_array_index (places, CorThreadPlace, 0).id, ==, find (fixture, "12"));
  g_assert_cmpint (g_array_index (places, CorThreadPlace, 0).key, ==, -200);

  page = load_timeline (fixture, find (fixture, "11"));
  g_assert_cmpuint (page->entries->len, ==, 1);
  g_assert_true (page->has_remote);
}

/* An inbox that becomes another channel's: its rows and the counts follow, also where they are many. */
static void
test_inbox_changes (Fixture      *fixture,
                    gconstpointer unused)
{
  g_autoptr (GPtrArray) inboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_inbox_record_free);
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (CorTestAwait) await = { 0 }, put = { 0 };

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", 100 + i);

      g_ptr_array_add (many, new_conversation (id, i < 240 ? "1" : "2", "Li Wei", 100 + i));
    }
  cor_store_put_conversations_async (fixture->store, fixture->account, many, NULL, cor_test_on_result, &put);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&put), NULL));
  g_assert_cmpuint (count (fixture, "channel:wechat", FALSE), ==, 240);

  g_ptr_array_add (inboxes, new_inbox ("1", "Telegram", COR_CHANNEL_TELEGRAM));
  g_ptr_array_add (inboxes, new_inbox ("2", "Mail", COR_CHANNEL_EMAIL));
  cor_store_put_lists_async (fixture->store, fixture->account, inboxes, none, none, none, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), NULL));
  g_assert_cmpuint (count (fixture, "channel:wechat", FALSE), ==, 0);
  g_assert_cmpuint (count (fixture, "channel:telegram", FALSE), ==, 240);
  g_assert_cmpuint (count (fixture, "channel:email", FALSE), ==, 10);
}

static void
test_older_is_ignored (Fixture      *fixture,
                       gconstpointer unused)
{
  CorConversationRecord *newer = new_conversation ("11", "1", "Li Wei", 200);

  newer->status = COR_STATUS_RESOLVED;
  put_conversation (fixture, newer);
  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  g_assert_cmpuint (count (fixture, "resolved", FALSE), ==, 1);
  g_assert_cmpuint (count (fixture, "open", FALSE), ==, 0);
}

static void
test_push_is_partial (Fixture      *fixture,
                      gconstpointer unused)
{
  CorConversationRecord *push = new_conversation ("11", "1", "Li Wei", 150);

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  push->fields = COR_CONVERSATION_HAS_STATUS;
  push->status = COR_STATUS_OPEN;
  g_clear_pointer (&push->labels, g_strfreev);
  put_conversation (fixture, push);
  g_assert_cmpuint (count (fixture, "label:refund", FALSE), ==, 1);
}

/* What was written from right to left reads in the customer's program as it was meant; nothing is added to an SMS, where it
 * would be counted. */
static void
test_mixed_text (Fixture      *fixture,
                 gconstpointer unused)
{
  static const char *const text = "أرسلنا 1,000.00 USD، رقم التتبع 97314827-7b6f-4491-a06f-b548d5a7512d: https://example.com/1-2 لكم";
  static const char *const sent = "أرسلنا \u2068 1,000.00 USD\u2069، رقم التتبع \u2068 97314827-7b6f-4491-a06f-b548d5a7512d\u2069: https://example.com/1-2 لكم";
  g_auto (GStrv) parts = g_strsplit (sent, "\u2068 ", -1); /* the blank ends the escape for the reader only */
  g_autofree char *want = g_strjoinv ("\u2068", parts);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) inboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_inbox_record_free);
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      g_autoptr (CorTimelinePage) page = NULL;
      g_auto (CorTestAwait) await = { 0 };

      g_ptr_array_add (inboxes, new_inbox ("1", "One", i == 0 ? COR_CHANNEL_WHATSAPP : COR_CHANNEL_SMS));
      cor_store_put_lists_async (fixture->store, fixture->account, inboxes, none, none, none, NULL, cor_test_on_result, &await);
      g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), NULL));
      put_conversation (fixture, new_conversation (i == 0 ? "11" : "12", "1", "Huda", 100));
      queue_reply (fixture, find (fixture, i == 0 ? "11" : "12"), text);
      page = load_timeline (fixture, find (fixture, i == 0 ? "11" : "12"));
      g_assert_cmpstr (((CorTimelineEntry *) page->entries->pdata[page->entries->len - 1])->content, ==, i == 0 ? want : text);
    }
}

static void
test_bubble_keeps_its_id (Fixture      *fixture,
                          gconstpointer unused)
{
  g_autoptr (CorTimelinePage) before = NULL, after = NULL;
  CorTimelineEntry *bubble, *settled;
  CorMessageRecord *back;
  gint64            conversation;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  conversation = find (fixture, "11");
  queue_reply (fixture, conversation, "It is on its way. Card 4111 1111 1111 1111");
  before = load_timeline (fixture, conversation);
  g_assert_cmpuint (before->entries->len, ==, 2);
  bubble = before->entries->pdata[1];
  g_assert_cmpint (bubble->state, ==, COR_INTENT_QUEUED);
  g_assert_cmpint (bubble->intent, >, 0);
  g_assert_null (strstr (bubble->content, "4111 1111"));
  g_assert_cmpuint (count (fixture, "outbox", FALSE), ==, 1);

  /* twice: by push and by pull */
  for (int i = 0; i < 2; i++)
    {
      back = new_message ("11", 900, "It is on its way.");
      back->kind = COR_MESSAGE_OUTGOING;
      back->sender_kind = COR_SENDER_AGENT;
      back->uuid = g_strdup (bubble->uuid);
      back->delivery = COR_DELIVERY_SENT;
      put_message (fixture, back);
    }
  after = load_timeline (fixture, conversation);
  g_assert_cmpuint (after->entries->len, ==, 2);
  settled = after->entries->pdata[1];
  g_assert_cmpint (settled->id, ==, bubble->id);
  g_assert_cmpstr (settled->remote_id, ==, "900");
  g_assert_cmpint (settled->intent, ==, 0);
  g_assert_cmpuint (count (fixture, "outbox", FALSE), ==, 0);
}

static void
test_twice_on_the_server (Fixture      *fixture,
                          gconstpointer unused)
{
  g_autoptr (CorTimelinePage) before = NULL, after = NULL;
  gint64 conversation;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  conversation = find (fixture, "11");
  queue_reply (fixture, conversation, "Once");
  before = load_timeline (fixture, conversation);
  for (gint64 number = 900; number < 902; number++)
    {
      CorMessageRecord *back = new_message ("11", number, "Once");

      back->kind = COR_MESSAGE_OUTGOING;
      back->uuid = g_strdup (((CorTimelineEntry *) before->entries->pdata[1])->uuid);
      put_message (fixture, back);
    }
  after = load_timeline (fixture, conversation);
  g_assert_cmpuint (after->entries->len, ==, 3);
  g_assert_true (((CorTimelineEntry *) after->entries->pdata[1])->is_duplicate);
  g_assert_true (((CorTimelineEntry *) after->entries->pdata[2])->is_duplicate);
}

static void
test_delivery_goes_forward (Fixture      *fixture,
                            gconstpointer unused)
{
  static const struct
  {
    CorDelivery said, expected;
  } steps[] = {
    { COR_DELIVERY_SENT, COR_DELIVERY_SENT },
    { COR_DELIVERY_READ, COR_DELIVERY_READ },
    { COR_DELIVERY_DELIVERED, COR_DELIVERY_READ },
    { COR_DELIVERY_FAILED, COR_DELIVERY_FAILED },
    { COR_DELIVERY_SENT, COR_DELIVERY_SENT }, /* a retry */
  };

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      CorMessageRecord *message = new_message ("11", 900, "Hello");
      g_autoptr (CorTimelinePage) page = NULL;

      message->kind = COR_MESSAGE_OUTGOING;
      message->delivery = steps[i].said;
      put_message (fixture, message);
      page = load_timeline (fixture, find (fixture, "11"));
      g_assert_cmpint (((CorTimelineEntry *) page->entries->pdata[1])->delivery, ==, steps[i].expected);
    }
}

static void
test_overlay (Fixture      *fixture,
              gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorConversationRecord *pulled;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  cor_store_queue_status_async (fixture->store, find (fixture, "11"), COR_STATUS_RESOLVED, 0, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_cmpuint (count (fixture, "open", FALSE), ==, 0);
  g_assert_cmpuint (count (fixture, "resolved", FALSE), ==, 1);

  /* what the server still says does not undo it */
  pulled = new_conversation ("11", "1", "Li Wei", 300);
  put_conversation (fixture, pulled);
  g_assert_cmpuint (count (fixture, "resolved", FALSE), ==, 1);
}

static void
save_draft (Fixture    *fixture,
            gint64      conversation,
            const char *text)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_save_draft_async (fixture->store, conversation, FALSE, text, 3, NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_save_draft_finish (fixture->store, cor_test_await (&await), &error));
}

static char *
dup_snippet (Fixture *fixture,
             gint64   conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) threads = NULL;

  g_array_append_val (ids, conversation);
  cor_store_load_threads_async (fixture->store, ids, NULL, cor_test_on_result, &await);
  threads = cor_store_load_threads_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (threads->len, ==, 1);
  return g_strdup (((CorThreadData *) threads->pdata[0])->snippet);
}

/* A row says what the agent has begun to write, not what was said last. */
static void
test_draft_in_row (Fixture      *fixture,
                   gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64           conversation;

  put_conversation (fixture, new_conversation ("11", "2", "Li Wei", 100));
  conversation = find (fixture, "11");
  before = dup_snippet (fixture, conversation);
  save_draft (fixture, conversation, "Dear Mr Li");
  first = dup_snippet (fixture, conversation);
  g_assert_cmpstr (first, ==, "Dear Mr Li");
  g_assert_cmpstr (first, !=, before);
  save_draft (fixture, conversation, "Dear Mr Li,\nthe bank");
  second = dup_snippet (fixture, conversation);
  g_assert_cmpstr (second, ==, "Dear Mr Li, the bank");
}

static void
test_lost_access_keeps_words (Fixture      *fixture,
                              gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  gint64 with_words;

  put_conversation (fixture, new_conversation ("11", "2", "Li Wei", 100));
  put_conversation (fixture, new_conversation ("12", "2", "Ana", 200));
  put_conversation (fixture, new_conversation ("13", "1", "Marta", 300));
  with_words = find (fixture, "11");
  save_draft (fixture, with_words, "Dear Mr Li");
  g_assert_cmpuint (count (fixture, "drafts", FALSE), ==, 1);

  put_lists (fixture, FALSE);
  g_assert_cmpuint (count (fixture, "all", FALSE), ==, 1);
  g_assert_cmpint (find (fixture, "12"), ==, 0);
  cor_store_load_drafts_async (fixture->store, with_words, NULL, cor_test_on_result, &await);
  drafts = cor_store_load_drafts_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((CorDraft *) drafts->pdata[0])->text, ==, "Dear Mr Li");
  g_assert_cmpuint (((CorDraft *) drafts->pdata[0])->caret, ==, 3);
}

static void
move (Fixture      *fixture,
      CorIntentMove move,
      int           expected) /* COR_STORE_ERROR code, or -1 */
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  cor_store_move_intent_async (fixture->store, &move, NULL, cor_test_on_result, &await);
  done = cor_store_move_intent_finish (fixture->store, cor_test_await (&await), &error);
  if (expected < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, COR_STORE_ERROR, expected);
  g_assert_cmpint (done, ==, expected < 0);
}

static void
act (Fixture        *fixture,
     gint64          intent,
     CorIntentAction action,
     gboolean        expected)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_act_on_intent_async (fixture->store, intent, action, NULL, cor_test_on_result, &await);
  g_assert_cmpint (cor_store_act_on_intent_finish (fixture->store, cor_test_await (&await), &error), ==, expected);
}

static GPtrArray *
list_heads (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_list_heads_async (fixture->store, fixture->account, NULL, cor_test_on_result, &await);
  return cor_store_list_heads_finish (fixture->store, cor_test_await (&await), &error);
}

static void
test_steps (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (GPtrArray) heads = NULL, unseen = NULL, later = NULL;
  gint64 first, second;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  first = queue_reply (fixture, find (fixture, "11"), "one");
  second = queue_reply (fixture, find (fixture, "11"), "two");

  heads = list_heads (fixture);
  g_assert_cmpuint (heads->len, ==, 1);
  g_assert_cmpint (((CorIntentData *) heads->pdata[0])->id, ==, first);
  g_assert_cmpint (((CorIntentData *) heads->pdata[0])->floor, ==, 100);

  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_SEND }, -1);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_SEND }, COR_STORE_ERROR_CONFLICT);
  act (fixture, first, COR_INTENT_TAKE_BACK, FALSE);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_UNCERTAIN, .at_ms = 5 }, -1);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_MISSED, .checks = 0 }, -1);
  /* one check does not count twice, nor is anything sent again on what an older one saw */
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_MISSED, .checks = 0 }, COR_STORE_ERROR_CONFLICT);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_RESEND, .checks = 0 }, COR_STORE_ERROR_CONFLICT);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_UNSEEN, .hold = COR_HOLD_GONE, .at = 4000000000 }, -1);
  unseen = list_heads (fixture);
  g_assert_cmpint (((CorIntentData *) unseen->pdata[0])->hold, ==, COR_HOLD_GONE);
  g_assert_cmpuint (count (fixture, "outbox:needing", FALSE), ==, 1);
  g_assert_cmpint (((CorIntentData *) unseen->pdata[0])->not_before, ==, 4000000000);
  g_assert_cmpuint (((CorIntentData *) unseen->pdata[0])->checks, ==, 1);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_RESEND, .checks = 1 }, -1);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_HOLD, .hold = COR_HOLD_CUSTOMER_WROTE }, -1);
  g_assert_cmpuint (count (fixture, "outbox:needing", FALSE), ==, 1);
  act (fixture, first, COR_INTENT_RETRY, TRUE);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_SEND }, -1);
  move (fixture, (CorIntentMove){ .intent = first, .step = COR_STEP_REJECT, .detail = "too long" }, -1);

  later = list_heads (fixture);
  g_assert_cmpuint (later->len, ==, 1);
  g_assert_cmpint (((CorIntentData *) later->pdata[0])->id, ==, second);
}

static void
test_take_back (Fixture      *fixture,
                gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (CorTimelinePage) page = NULL;
  gint64 conversation, intent;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  conversation = find (fixture, "11");
  intent = queue_reply (fixture, conversation, "First thought");
  save_draft (fixture, conversation, "Second thought");
  act (fixture, intent, COR_INTENT_TAKE_BACK, TRUE);

  cor_store_load_drafts_async (fixture->store, conversation, NULL, cor_test_on_result, &await);
  drafts = cor_store_load_drafts_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_cmpstr (((CorDraft *) drafts->pdata[0])->text, ==, "First thought\n\nSecond thought");
  page = load_timeline (fixture, conversation);
  g_assert_cmpuint (page->entries->len, ==, 1);
}

static gint64
queue_reply_at (Fixture    *fixture,
                gint64      conversation,
                const char *text,
                gint64      send_at)
{
  const CorReplyOrder order = { .conversation = conversation, .text = text, .undo_seconds = -1, .send_at = send_at };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  cor_store_queue_reply_with_async (fixture->store, &order, NULL, cor_test_on_result, &await);
  id = cor_store_queue_reply_finish (fixture->store, cor_test_await (&await), &error);
  if (id == 0)
    g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED);
  return id;
}

static gboolean
schedule (Fixture *fixture,
          gint64   intent,
          gint64   send_at,
          int      code) /* COR_STORE_ERROR code, or -1 */
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  cor_store_schedule_intent_async (fixture->store, intent, send_at, NULL, cor_test_on_result, &await);
  done = cor_store_act_on_intent_finish (fixture->store, cor_test_await (&await), &error);
  if (code >= 0)
    g_assert_error (error, COR_STORE_ERROR, code);
  return done;
}

/* It waits, what is written after it does not, and it can be changed and taken back until it leaves. */
static void
test_send_later (Fixture      *fixture,
                 gconstpointer unused)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) heads = NULL, moved = NULL, held = NULL, freed = NULL;
  gint64 conversation, later, next;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  conversation = find (fixture, "11");
  save_draft (fixture, conversation, "The bank has it");
  g_assert_cmpint (queue_reply_at (fixture, conversation, "The bank has it", now - 1), ==, 0);
  later = queue_reply_at (fixture, conversation, "The bank has it", now + 3600);
  next = queue_reply (fixture, conversation, "Meanwhile");
  g_assert_cmpuint (count (fixture, "outbox", FALSE), ==, 2);
  g_assert_cmpuint (count (fixture, "outbox:needing", FALSE), ==, 0);
  move (fixture, (CorIntentMove){ .intent = later, .step = COR_STEP_SEND }, COR_STORE_ERROR_CONFLICT);

  heads = list_heads (fixture);
  g_assert_cmpuint (heads->len, ==, 2);
  g_assert_cmpint (((CorIntentData *) heads->pdata[0])->state, ==, COR_INTENT_SCHEDULED);
  g_assert_cmpint (((CorIntentData *) heads->pdata[0])->send_at, ==, now + 3600);
  g_assert_cmpint (((CorIntentData *) heads->pdata[0])->not_before, ==, now + 3600);
  g_assert_cmpint (((CorIntentData *) heads->pdata[1])->id, ==, next);

  g_assert_false (schedule (fixture, later, now - 1, COR_STORE_ERROR_REFUSED));
  g_assert_true (schedule (fixture, later, now + 7200, -1));
  g_assert_false (schedule (fixture, next, now + 7200, COR_STORE_ERROR_CONFLICT)); /* on its way as far as anybody knows */
  moved = list_heads (fixture);
  g_assert_cmpint (((CorIntentData *) moved->pdata[0])->not_before, ==, now + 7200);

  move (fixture, (CorIntentMove){ .intent = later, .step = COR_STEP_HOLD, .hold = COR_HOLD_CUSTOMER_WROTE }, -1);
  g_assert_true (schedule (fixture, later, now + 7200, -1));
  held = list_heads (fixture);
  g_assert_cmpint (((CorIntentData *) held->pdata[0])->hold, ==, COR_HOLD_NONE);

  act (fixture, later, COR_INTENT_RETRY, TRUE);
  freed = list_heads (fixture);
  g_assert_cmpuint (freed->len, ==, 1); /* now the one after it waits */
  g_assert_cmpint (((CorIntentData *) freed->pdata[0])->state, ==, COR_INTENT_QUEUED);
  g_assert_cmpint (((CorIntentData *) freed->pdata[0])->send_at, >=, now); /* it was not written hours ago, but meant for now */
  g_assert_cmpint (((CorIntentData *) freed->pdata[0])->send_at, <, now + 3600);
  g_assert_false (((CorIntentData *) freed->pdata[0])->is_confirmed);
  move (fixture, (CorIntentMove){ .intent = later, .step = COR_STEP_SEND }, -1);
}

/* Sent at once instead of later, it is looked at as any other: compliance may have taken the case meanwhile. */
static void
test_send_now (Fixture      *fixture,
               gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorConversationRecord *held = new_conversation ("11", "1", "Li Wei", 200);
  g_autoptr (GPtrArray) heads = NULL;
  gint64 conversation, later;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  conversation = find (fixture, "11");
  later = queue_reply_at (fixture, conversation, "The bank has it", g_get_real_time () / G_USEC_PER_SEC + 3600);
  g_strfreev (held->labels);
  held->labels = g_strsplit ("compliance-hold", ",", -1);
  put_conversation (fixture, held);
  cor_store_act_on_intent_async (fixture->store, later, COR_INTENT_RETRY, NULL, cor_test_on_result, &await);
  g_assert_false (cor_store_act_on_intent_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED);
  heads = list_heads (fixture);
  g_assert_cmpint (((CorIntentData *) heads->pdata[0])->state, ==, COR_INTENT_SCHEDULED);
}

static void
test_take_back_scheduled (Fixture      *fixture,
                          gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  gint64 conversation, later;

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei", 100));
  conversation = find (fixture, "11");
  later = queue_reply_at (fixture, conversation, "Good morning", g_get_real_time () / G_USEC_PER_SEC + 3600);
  act (fixture, later, COR_INTENT_TAKE_BACK, TRUE);
  g_assert_cmpuint (count (fixture, "outbox", FALSE), ==, 0);
  cor_store_load_drafts_async (fixture->store, conversation, NULL, cor_test_on_result, &await);
  drafts = cor_store_load_drafts_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_cmpstr (((CorDraft *) drafts->pdata[0])->text, ==, "Good morning");
}

static void
test_search (Fixture      *fixture,
             gconstpointer unused)
{
  static const char *const needles[] = { "李偉", "LI wei", "wei", "11" };

  put_conversation (fixture, new_conversation ("11", "1", "Li Wei 李伟", 100));
  put_conversation (fixture, new_conversation ("12", "1", "Ana Ribeiro", 200));
  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      CorView *view = cor_view_new (COR_VIEW_ALL);
      g_autoptr (GArray) places = NULL;

      view->search = g_strdup (needles[i]);
      places = list_places (fixture, view);
      g_assert_cmpuint (places->len, ==, 1);
      g_assert_cmpint (g_array_index (places, CorThreadPlace, 0).id, ==, find (fixture, "11"));
    }
}

static void
test_other_process (Fixture      *fixture,
                    gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  CorStore *other = cor_store_open (fixture->dir, &error);
  Fixture   second = { .dir = fixture->dir, .store = other, .account = fixture->account };

  g_assert_no_error (error);
  fixture->n_changed = 0;
  put_conversation (&second, new_conversation ("11", "1", "Li Wei", 100));
  cor_test_until (fixture->n_changed > 0);
  g_assert_cmpint (find (fixture, "11"), >, 0);
  cor_test_finalize (other);
}

static void
test_newer_file (void)
{
  g_autofree char *dir = cor_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, "corridor.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorStore) store = NULL;
  sqlite3 *sqlite = NULL;

  sqlite3_open (path, &sqlite);
  sqlite3_exec (sqlite, "PRAGMA user_version=999", NULL, NULL, NULL);
  sqlite3_close (sqlite);
  store = cor_store_open (dir, &error);
  g_assert_null (store);
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NEWER);
  cor_test_remove_dir (dir);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("pull-twice", test_pull_twice);
  ADD ("inbox-changes", test_inbox_changes);
  ADD ("older-is-ignored", test_older_is_ignored);
  ADD ("push-is-partial", test_push_is_partial);
  ADD ("mixed-text", test_mixed_text);
  ADD ("bubble-keeps-its-id", test_bubble_keeps_its_id);
  ADD ("twice-on-the-server", test_twice_on_the_server);
  ADD ("delivery-goes-forward", test_delivery_goes_forward);
  ADD ("overlay", test_overlay);
  ADD ("draft-in-row", test_draft_in_row);
  ADD ("lost-access-keeps-words", test_lost_access_keeps_words);
  ADD ("steps", test_steps);
  ADD ("take-back", test_take_back);
  ADD ("send-later", test_send_later);
  ADD ("send-now", test_send_now);
  ADD ("take-back-scheduled", test_take_back_scheduled);
  ADD ("search", test_search);
  ADD ("other-process", test_other_process);
#undef ADD
  g_test_add_func ("/store/newer-file", test_newer_file);
  return cor_test_run ();
}
