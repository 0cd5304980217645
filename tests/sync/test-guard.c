/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-guard.h"
#include "cor-test-main.h"

#define NOW 1790000000
#define ME "7"
#define OWN_UUID "5c1f8e0a-0000-4000-8000-000000000001"     /* of the reply that is looked at */
#define EARLIER_UUID "5c1f8e0a-0000-4000-8000-000000000002" /* of another one that this profile sent */
#define OTHER_UUID "5c1f8e0a-0000-4000-8000-000000000003"   /* of another computer */
#define FLOOR 500

#define MINUTES 60
#define HOURS (60 * 60)

/* What came after the floor. */
typedef enum
{
  NOTHING,
  CUSTOMER,
  CUSTOMER_DELETED,
  COLLEAGUE,
  COLLEAGUE_WITH_UUID, /* by another Corridor */
  COLLEAGUE_NOTE,
  COLLEAGUE_DELETED,
  OWN_EARLIER,
  BOT,
  GREETING,
  ACTIVITY,
  OWN_ARRIVED,
} Came;

/* One question to the guard. What is not named is as it was when the agent wrote: an open conversation
 * of hers, in which she may write, the reply just written. */
typedef struct
{
  const char     *name;
  CorChannel      channel;
  Came            came[3];
  CorGuardVerdict verdict;
  CorHoldReason   reason;
  int             age;  /* seconds since it was written */
  int             late; /* seconds since the time that the agent chose; 0: she chose none */
  gboolean        is_note, from_offline, is_confirmed, is_time_bound, is_restarted;
  guint           attempts;
  CorStatus       status, base_status;
  const char     *assignee, *base_assignee; /* NULL: hers; "": nobody */
  gboolean        is_window_closed;
} Case;

#define LIVE .channel = COR_CHANNEL_WHATSAPP
#define MAIL .channel = COR_CHANNEL_EMAIL
#define GO .verdict = COR_GUARD_GO
#define RESTART .verdict = COR_GUARD_RESTART
#define ARRIVED .verdict = COR_GUARD_ARRIVED
#define HOLD(why) .verdict = COR_GUARD_HOLD, .reason = COR_HOLD_##why

static const Case cases[] = {
  { "live/nothing", LIVE, GO },
  { "mail/nothing", MAIL, GO },

  /* the customer wrote on: in bursts where people chat, on purpose where they write letters */
  { "live/customer", LIVE, .came = { CUSTOMER }, RESTART },
  { "live/customer-twice", LIVE, .came = { CUSTOMER, CUSTOMER }, RESTART },
  { "live/customer-restarted", LIVE, .came = { CUSTOMER }, .is_restarted = TRUE, GO },
  { "live/customer-attempted", LIVE, .came = { CUSTOMER }, .attempts = 1, GO },
  { "live/customer-offline", LIVE, .came = { CUSTOMER }, .from_offline = TRUE, HOLD (CUSTOMER_WROTE) },
  { "live/customer-offline-restarted", LIVE, .came = { CUSTOMER }, .from_offline = TRUE, .is_restarted = TRUE, HOLD (CUSTOMER_WROTE) },
  { "live/customer-long-wait", LIVE, .came = { CUSTOMER }, .age = 10 * MINUTES + 1, HOLD (CUSTOMER_WROTE) },
  { "live/customer-just-short", LIVE, .came = { CUSTOMER }, .age = 10 * MINUTES, RESTART },
  { "live/customer-deleted", LIVE, .came = { CUSTOMER_DELETED }, GO },
  { "wechat/customer", .channel = COR_CHANNEL_WECHAT, .came = { CUSTOMER }, RESTART },
  { "mail/customer", MAIL, .came = { CUSTOMER }, HOLD (CUSTOMER_WROTE) },
  { "mail/customer-confirmed", MAIL, .came = { CUSTOMER }, .is_confirmed = TRUE, HOLD (CUSTOMER_WROTE) },
  { "mail/customer-deleted", MAIL, .came = { CUSTOMER_DELETED }, GO },
  { "mail/customer-offline", MAIL, .came = { CUSTOMER }, .from_offline = TRUE, HOLD (CUSTOMER_WROTE) },

  /* a colleague was faster: the worst that can happen to a customer */
  { "live/colleague", LIVE, .came = { COLLEAGUE }, HOLD (COLLEAGUE_REPLIED) },
  { "mail/colleague", MAIL, .came = { COLLEAGUE }, HOLD (COLLEAGUE_REPLIED) },
  { "live/colleague-with-uuid", LIVE, .came = { COLLEAGUE_WITH_UUID }, HOLD (COLLEAGUE_REPLIED) },
  { "live/colleague-attempted", LIVE, .came = { COLLEAGUE }, .attempts = 2, HOLD (COLLEAGUE_REPLIED) },
  { "live/colleague-confirmed", LIVE, .came = { COLLEAGUE }, .is_confirmed = TRUE, .from_offline = TRUE, HOLD (COLLEAGUE_REPLIED) },
  { "live/colleague-then-customer", LIVE, .came = { COLLEAGUE, CUSTOMER }, HOLD (COLLEAGUE_REPLIED) },
  { "live/colleague-note", LIVE, .came = { COLLEAGUE_NOTE }, GO },
  { "live/colleague-deleted", LIVE, .came = { COLLEAGUE_DELETED }, GO },
  { "live/own-earlier", LIVE, .came = { OWN_EARLIER }, GO },
  { "mail/own-earlier", MAIL, .came = { OWN_EARLIER }, GO },
  { "live/own-earlier-then-customer", LIVE, .came = { OWN_EARLIER, CUSTOMER }, RESTART },
  { "live/bot", LIVE, .came = { BOT }, GO },
  { "live/greeting", LIVE, .came = { GREETING }, GO },
  { "mail/activity", MAIL, .came = { ACTIVITY }, GO },

  /* the conversation is not what it was */
  { "live/reassigned", LIVE, .assignee = "9", HOLD (REASSIGNED) },
  { "live/reassigned-to-me", LIVE, .assignee = ME, .base_assignee = "9", GO },
  { "live/assigned-from-nobody", LIVE, .assignee = "9", .base_assignee = "", HOLD (REASSIGNED) },
  { "live/never-mine", LIVE, .assignee = "9", .base_assignee = "9", GO },
  { "live/unassigned", LIVE, .assignee = "", GO },
  { "mail/resolved", MAIL, .status = COR_STATUS_RESOLVED, HOLD (RESOLVED) },
  { "mail/was-resolved", MAIL, .status = COR_STATUS_RESOLVED, .base_status = COR_STATUS_RESOLVED, GO },
  { "mail/snoozed", MAIL, .status = COR_STATUS_SNOOZED, GO },
  { "live/window-closed", LIVE, .is_window_closed = TRUE, HOLD (WINDOW_CLOSED) },
  { "live/window-closed-confirmed", LIVE, .is_window_closed = TRUE, .is_confirmed = TRUE, HOLD (WINDOW_CLOSED) },
  { "live/colleague-before-reassigned", LIVE, .came = { COLLEAGUE }, .assignee = "9", .status = COR_STATUS_RESOLVED, HOLD (COLLEAGUE_REPLIED) },
  { "live/reassigned-before-resolved", LIVE, .assignee = "9", .status = COR_STATUS_RESOLVED, HOLD (REASSIGNED) },
  { "live/resolved-before-closed", LIVE, .status = COR_STATUS_RESOLVED, .is_window_closed = TRUE, HOLD (RESOLVED) },
  { "live/resolved-before-customer", LIVE, .came = { CUSTOMER }, .status = COR_STATUS_RESOLVED, HOLD (RESOLVED) },

  /* it waited for the connection: 15 minutes of messaging, 4 hours of mail */
  { "live/offline", LIVE, .from_offline = TRUE, .age = 5 * MINUTES, GO },
  { "live/offline-at-the-edge", LIVE, .from_offline = TRUE, .age = 15 * MINUTES, GO },
  { "live/offline-stale", LIVE, .from_offline = TRUE, .age = 15 * MINUTES + 1, HOLD (STALE) },
  { "live/stale-by-any-wait", LIVE, .age = 15 * MINUTES + 1, HOLD (STALE) },
  { "live/offline-stale-confirmed", LIVE, .from_offline = TRUE, .age = 3 * HOURS, .is_confirmed = TRUE, GO },
  { "mail/offline-hours", MAIL, .from_offline = TRUE, .age = 4 * HOURS, GO },
  { "mail/offline-stale", MAIL, .from_offline = TRUE, .age = 4 * HOURS + 1, HOLD (STALE) },
  { "mail/offline-stale-confirmed", MAIL, .from_offline = TRUE, .age = 9 * HOURS, .is_confirmed = TRUE, GO },
  { "mail/offline-stale-attempted", MAIL, .from_offline = TRUE, .age = 9 * HOURS, .attempts = 1, HOLD (STALE) },
  { "live/stale-before-customer", LIVE, .came = { CUSTOMER }, .from_offline = TRUE, .age = HOURS, HOLD (STALE) },
  { "live/confirmed-but-customer", LIVE, .came = { CUSTOMER }, .from_offline = TRUE, .is_confirmed = TRUE, HOLD (CUSTOMER_WROTE) },

  /* the agent chose the time: it grows old from then on, and whatever was written since asks */
  { "live/scheduled", LIVE, .age = 20 * HOURS, .late = 1, GO },
  { "live/scheduled-time-bound", LIVE, .age = 20 * HOURS, .late = 1, .is_time_bound = TRUE, GO },
  { "live/scheduled-late", LIVE, .age = 20 * HOURS, .late = 15 * MINUTES + 1, HOLD (STALE) },
  { "mail/scheduled-late", MAIL, .age = 20 * HOURS, .late = 4 * HOURS + 1, HOLD (STALE) },
  { "mail/scheduled-late-time-bound", MAIL, .age = 20 * HOURS, .late = HOURS, .is_time_bound = TRUE, HOLD (TIME_BOUND) },
  { "live/scheduled-customer", LIVE, .came = { CUSTOMER }, .age = 20 * HOURS, .late = 1, HOLD (CUSTOMER_WROTE) },
  { "live/scheduled-colleague", LIVE, .came = { COLLEAGUE }, .age = 20 * HOURS, .late = 1, HOLD (COLLEAGUE_REPLIED) },
  { "live/scheduled-own-earlier", LIVE, .came = { OWN_EARLIER }, .age = 20 * HOURS, .late = 1, GO },
  { "live/scheduled-window-closed", LIVE, .age = 20 * HOURS, .late = 1, .is_window_closed = TRUE, HOLD (WINDOW_CLOSED) },

  /* what it states may no longer be so */
  { "live/time-bound-online", LIVE, .is_time_bound = TRUE, GO },
  { "mail/time-bound-online", MAIL, .is_time_bound = TRUE, .age = 10 * MINUTES, GO },
  { "mail/time-bound-waited", MAIL, .is_time_bound = TRUE, .age = 10 * MINUTES + 1, HOLD (TIME_BOUND) },
  { "live/time-bound-offline", LIVE, .is_time_bound = TRUE, .from_offline = TRUE, HOLD (TIME_BOUND) },
  { "mail/time-bound-offline", MAIL, .is_time_bound = TRUE, .from_offline = TRUE, HOLD (TIME_BOUND) },
  { "mail/time-bound-confirmed", MAIL, .is_time_bound = TRUE, .from_offline = TRUE, .is_confirmed = TRUE, GO },
  { "live/time-bound-restart", LIVE, .came = { CUSTOMER }, .is_time_bound = TRUE, RESTART },

  /* it is there already: nothing else matters */
  { "live/arrived", LIVE, .came = { OWN_ARRIVED }, .attempts = 1, ARRIVED },
  { "mail/arrived-among-others", MAIL, .came = { COLLEAGUE, OWN_ARRIVED, CUSTOMER }, .status = COR_STATUS_RESOLVED, ARRIVED },
  { "live/arrived-stale", LIVE, .came = { OWN_ARRIVED }, .from_offline = TRUE, .age = 9 * HOURS, ARRIVED },

  /* a note is for colleagues: nothing of this concerns it, but twice is twice */
  { "note/offline", MAIL, .is_note = TRUE, .from_offline = TRUE, .age = 9 * HOURS, .is_time_bound = TRUE, GO },
  { "note/colleague", LIVE, .is_note = TRUE, .came = { COLLEAGUE, CUSTOMER }, .assignee = "9", .status = COR_STATUS_RESOLVED, GO },
  { "note/window-closed", LIVE, .is_note = TRUE, .is_window_closed = TRUE, GO },
  { "note/arrived", LIVE, .is_note = TRUE, .came = { OWN_ARRIVED }, ARRIVED },
};

static CorMessageRecord *
new_message (Came   came,
             gint64 ordinal)
{
  CorMessageRecord *message = cor_message_record_new ();

  message->ordinal = ordinal;
  message->kind = COR_MESSAGE_OUTGOING;
  message->sender_kind = COR_SENDER_AGENT;
  message->sender_id = g_strdup ("9");
  switch (came)
    {
    case CUSTOMER:
    case CUSTOMER_DELETED:
      message->kind = COR_MESSAGE_INCOMING;
      message->sender_kind = COR_SENDER_CUSTOMER;
      message->is_deleted = came == CUSTOMER_DELETED;
      break;
    case COLLEAGUE_WITH_UUID:
      message->uuid = g_strdup (OTHER_UUID);
      break;
    case COLLEAGUE_NOTE:
      message->is_private = TRUE;
      break;
    case COLLEAGUE_DELETED:
      message->is_deleted = TRUE;
      break;
    case OWN_EARLIER:
      message->uuid = g_strdup (EARLIER_UUID);
      break;
    case BOT:
      message->sender_kind = COR_SENDER_BOT;
      break;
    case GREETING:
      message->kind = COR_MESSAGE_TEMPLATE;
      message->sender_kind = COR_SENDER_NONE;
      break;
    case ACTIVITY:
      message->kind = COR_MESSAGE_ACTIVITY;
      message->sender_kind = COR_SENDER_NONE;
      break;
    case OWN_ARRIVED:
      message->uuid = g_strdup (OWN_UUID);
      break;
    case NOTHING:
    case COLLEAGUE:
    default:
      break;
    }
  return message;
}

static const char *
get_assignee (const char *said)
{
  return said == NULL ? ME : *said != '\0' ? said
                                           : NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);
  g_autoptr (CorConversationRecord) conversation = cor_conversation_record_new ();
  CorSyncSettings settings = { 0 };
  CorIntentData   intent = { .uuid = (char *) OWN_UUID, .channel = item->channel, .created_at = NOW - item->age, .floor = FLOOR };
  CorGuardInput   input = { &intent, conversation, messages, own, ME, &settings, NOW };
  CorGuard        guard;

  cor_sync_settings_parse (&settings, texts);
  g_hash_table_add (own, (char *) OWN_UUID);
  g_hash_table_add (own, (char *) EARLIER_UUID);
  for (guint i = 0; i < G_N_ELEMENTS (item->came) && item->came[i] != NOTHING; i++)
    g_ptr_array_add (messages, new_message (item->came[i], FLOOR + 10 * (i + 1)));
  conversation->status = item->status;
  conversation->assignee_id = g_strdup (get_assignee (item->assignee));
  conversation->can_reply = !item->is_window_closed;
  intent.kind = item->is_note ? COR_INTENT_NOTE : COR_INTENT_REPLY;
  intent.base_status = item->base_status;
  intent.base_assignee = (char *) get_assignee (item->base_assignee);
  intent.from_offline = item->from_offline;
  intent.is_confirmed = item->is_confirmed;
  intent.is_time_bound = item->is_time_bound;
  intent.is_restarted = item->is_restarted;
  intent.attempts = item->attempts;
  intent.send_at = item->late > 0 ? NOW - item->late : 0;

  guard = cor_guard_check (&input);
  g_assert_cmpint (guard.verdict, ==, item->verdict);
  g_assert_cmpstr (cor_hold_reason_to_string (guard.reason), ==, cor_hold_reason_to_string (item->reason));
  g_assert_cmpint (guard.floor, ==, FLOOR + 10 * messages->len);
  g_assert_cmpstr (guard.arrived != NULL ? guard.arrived->uuid : NULL, ==, item->verdict == COR_GUARD_ARRIVED ? OWN_UUID : NULL);
}

/* The thresholds are the account's own. */
static void
test_settings (void)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  g_autoptr (CorConversationRecord) conversation = cor_conversation_record_new ();
  CorSyncSettings settings = { 0 };
  CorIntentData   intent = { .uuid = (char *) OWN_UUID, .channel = COR_CHANNEL_SMS, .created_at = NOW - 61, .from_offline = TRUE };
  CorGuardInput   input = { &intent, conversation, messages, own, ME, &settings, NOW };

  conversation->can_reply = TRUE;
  g_hash_table_insert (texts, (char *) "stale-messaging", (char *) "60");
  cor_sync_settings_parse (&settings, texts);
  g_assert_cmpint (cor_guard_check (&input).reason, ==, COR_HOLD_STALE);
  intent.channel = COR_CHANNEL_EMAIL;
  g_assert_cmpint (cor_guard_check (&input).verdict, ==, COR_GUARD_GO);
  g_hash_table_insert (texts, (char *) "stale-email", (char *) "60");
  cor_sync_settings_parse (&settings, texts);
  g_assert_cmpint (cor_guard_check (&input).reason, ==, COR_HOLD_STALE);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/guard/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/guard/settings", test_settings);
  return cor_test_run ();
}
