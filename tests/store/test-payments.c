/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Payments in the store: what comes back, what must not, and to whom they are linked. */

#include "config.h"

#include "cor-store-intents.h"
#include "cor-store-customers.h"
#include "cor-store-payment-links.h"
#include "cor-store-payment-list.h"
#include "cor-store-payment-services.h"
#include "cor-store-payment-watches.h"
#include "cor-store-payment-wishes.h"
#include "cor-store-pull.h"
#include "cor-store-threads.h"
#include "cor-str.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#define NOW G_GINT64_CONSTANT (1773667365)
#define UETR "97ed4827-7b6f-4491-a06f-b548d5a7512d"
#define WISE "15574445"

typedef struct
{
  char     *dir;
  CorStore *store;
  gint64    account;
  guint     topics;
  gint64    row; /* the conversation whose row is to change; 0 when it did */
} Fixture;

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gpointer         user_data)
{
  Fixture *fixture = user_data;

  fixture->topics |= changes->topics;
  if (fixture->row != 0 && cor_store_changes_has_thread (changes, fixture->row))
    fixture->row = 0;
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
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static void
put (Fixture          *fixture,
     CorPaymentLookup *lookup) /* taken over */
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_put_payment_async (fixture->store, lookup, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_payment_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static CorPaymentLookup *
new_record (const char *asked_for,
            gint64      asked_at)
{
  CorPaymentLookup *lookup = cor_payment_lookup_new (COR_PAYMENT_LEDGER, asked_for, asked_at);

  lookup->outcome = COR_LOOKUP_FOUND;
  lookup->etag = g_strdup ("\"one\"");
  lookup->payment = cor_payment_new ();
  lookup->payment->reference = g_strdup ("CP-70231");
  lookup->payment->uetr = g_strdup (UETR);
  lookup->payment->customer_id = g_strdup ("C-1");
  lookup->payment->rail = g_strdup ("swift");
  lookup->payment->payee_country = g_strdup ("DE");
  lookup->payment->state = COR_LEDGER_SENT;
  lookup->payment->state_since = NOW;
  lookup->payment->created_at = NOW;
  lookup->payment->send = cor_money_new (100000, cor_currency_find ("USD"));
  return lookup;
}

static CorPaymentLookup *
new_track (gint64 asked_at)
{
  CorPaymentLookup *lookup = cor_payment_lookup_new (COR_PAYMENT_GPI, UETR, asked_at);
  CorTrackEvent    *event;

  lookup->outcome = COR_LOOKUP_FOUND;
  lookup->track = cor_payment_track_new ();
  lookup->track->id = g_strdup (UETR);
  lookup->track->status = g_strdup ("ACSP");
  lookup->track->reason = g_strdup ("G000");
  event = cor_payment_track_add_event (lookup->track);
  event->type = g_strdup ("CTPT");
  event->from = g_strdup ("BANKAABBXXX");
  event->instructed = g_strdup ("BANKBBEEXXX");
  event->creditor_agent = g_strdup ("BANKBBEEXXX");
  event->status = g_strdup ("ACSP");
  event->reason = g_strdup ("G000");
  event->created_at = NOW + 60;
  return lookup;
}

static CorPaymentView *
load (Fixture    *fixture,
      const char *reference)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorPaymentView *view = NULL;

  cor_store_load_payment_async (fixture->store, reference, NOW + 3600, NULL, cor_test_on_result, &await);
  view = cor_store_load_payment_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return view;
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer unused)
{
  static const char *const names[] = { "CP-70231", " cp-70231", UETR, "97ED4827 7B6F 4491 A06F B548D5A7512D" };

  fixture->topics = 0;
  put (fixture, new_record (UETR, NOW + 100));
  put (fixture, new_track (NOW + 200));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CorPaymentView) view = load (fixture, names[i]);

      g_assert_cmpstr (view->reference, ==, "CP-70231");
      g_assert_cmpint (view->send.minor, ==, 100000);
      g_assert_cmpint (view->ledger_at, ==, NOW + 100);
      g_assert_cmpint (view->gpi_at, ==, NOW + 200);
      g_assert_cmpuint (view->hops->len, ==, 2);
      g_assert_cmpint (view->holder, ==, COR_HOLDER_BENEFICIARY_BANK);
    }
  cor_test_until (fixture->topics & COR_TOPIC_PAYMENTS);
}

/* An answer that was overtaken changes nothing. */
static void
test_older (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (CorPaymentView) view = NULL;
  CorPaymentLookup *old = new_record ("CP-70231", NOW + 50);

  put (fixture, new_record ("CP-70231", NOW + 100));
  old->payment->state = COR_LEDGER_PROCESSING;
  put (fixture, old);
  view = load (fixture, "CP-70231");
  g_assert_cmpint (view->status, ==, COR_PAYMENT_ON_ITS_WAY);
}

static void
test_not_known (Fixture      *fixture,
                gconstpointer unused)
{
  g_autoptr (CorPaymentView) before = load (fixture, "CP-70231");
  g_autoptr (CorPaymentView) after = NULL;
  CorPaymentLookup *lookup = cor_payment_lookup_new (COR_PAYMENT_LEDGER, UETR, NOW);

  g_assert_false (before->is_known);
  lookup->outcome = COR_LOOKUP_NOT_KNOWN;
  put (fixture, lookup);
  after = load (fixture, UETR);
  g_assert_false (after->is_known);
  g_assert_cmpint (after->ledger_at, ==, NOW);

  /* and when it is known later, by another name */
  put (fixture, new_record ("CP-70231", NOW + 10));
  g_clear_pointer (&after, cor_payment_view_unref);
  after = load (fixture, UETR);
  g_assert_true (after->is_known);
}

/* By each of its names, also by those that the ledger does not repeat. */
static void
test_held (Fixture      *fixture,
           gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_auto (CorTestAwait) asking = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (CorPaymentAsked) asked = NULL;
  static const char *const names[] = { "CP-70231", "cp-70231", UETR, "97ED4827-7B6F-4491-A06F-B548D5A7512D", WISE };
  CorPaymentLookup        *before = new_record ("CP-70231", NOW + 100);
  CorPaymentLookup        *held = new_record ("CP-70231", NOW + 300);
  CorPaymentLookup        *transfer;

  before->payment->related = g_strsplit (WISE, ",", -1);
  put (fixture, before);
  put (fixture, new_track (NOW + 200));
  transfer = new_track (NOW + 200);
  transfer->service = COR_PAYMENT_WISE;
  cor_set_str (&transfer->name, WISE);
  put (fixture, transfer);
  held->payment->is_held = TRUE;
  held->payment->expected_to = NOW + 90000;
  g_clear_pointer (&held->payment->uetr, g_free);
  put (fixture, held);
  /* one that was on its way meanwhile */
  transfer = new_track (NOW + 400);
  transfer->service = COR_PAYMENT_WISE;
  cor_set_str (&transfer->name, WISE);
  put (fixture, transfer);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CorPaymentView) view = load (fixture, names[i]);

      g_assert_true (view->is_held);
      g_assert_null (view->uetr);
      g_assert_null (view->related);
      g_assert_null (view->send.currency);
      g_assert_cmpuint (view->hops->len, ==, 0);
      g_assert_cmpint (view->estimate.to, ==, 0);
    }

  cor_store_list_payments_async (fixture->store, "C-1", NOW, NULL, cor_test_on_result, &await);
  views = cor_store_list_payments_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (views->len, ==, 1);
  g_assert_true (((CorPaymentView *) views->pdata[0])->is_held);
  g_assert_null (((CorPaymentView *) views->pdata[0])->send.currency);

  /* nor does what the tracker said lie in the file any more */
  cor_store_load_payment_asked_async (fixture->store, COR_PAYMENT_GPI, UETR, NULL, cor_test_on_result, &asking);
  asked = cor_store_load_payment_asked_finish (fixture->store, cor_test_await (&asking), &error);
  g_assert_no_error (error);
  g_assert_cmpint (asked->asked_at, ==, 0);
}

static void
test_statistics (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (CorPaymentView) view = NULL;
  CorPaymentLookup *stats = cor_payment_lookup_new (COR_PAYMENT_STATS, "CN-DE swift", NOW);
  CorPaymentLookup *other = cor_payment_lookup_new (COR_PAYMENT_STATS, "CN-FR swift", NOW + 5);
  CorArrivalRow    *row;

  stats->arrival = cor_arrival_new ();
  row = cor_arrival_add_row (stats->arrival);
  row->p50 = 100;
  row->p90 = 7200;
  row->n = 214;
  other->arrival = cor_arrival_new ();
  put (fixture, stats);
  put (fixture, other);
  put (fixture, new_record ("CP-70231", NOW));
  view = load (fixture, "CP-70231");
  g_assert_cmpint (view->estimate.basis, ==, COR_ESTIMATE_STATISTICS);
  g_assert_cmpint (view->estimate.to, ==, NOW + 3600 + 7200);
}

/* What the ledger says of its customer, in every payment of hers; never of one with compliance, and of no other ledger. */
static void
test_limits (Fixture      *fixture,
             gconstpointer unused)
{
  CorPaymentLookup *limits = cor_payment_lookup_new (COR_PAYMENT_LIMITS, "C-1", NOW);
  CorPaymentLimit  *limit = NULL;
  CorPaymentLookup *lookup = new_record ("CP-70231", NOW + 1);
  g_autoptr (CorPaymentView) without = NULL;
  g_autoptr (CorPaymentView) with = NULL;
  g_autoptr (CorPaymentView) held = NULL;
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();

  put (fixture, new_record ("CP-70231", NOW));
  without = load (fixture, "CP-70231");
  g_assert_null (without->limits);
  limits->outcome = COR_LOOKUP_FOUND;
  limits->limits = cor_payment_limits_new ();
  limit = cor_payment_limits_add (limits->limits);
  limit->name = g_strdup ("Monthly limit");
  limit->limit = cor_money_new (100000, cor_currency_find ("USD"));
  limit->used = cor_money_new (130000, cor_currency_find ("USD"));
  put (fixture, limits);
  with = load (fixture, "CP-70231");
  g_assert_cmpuint (with->limits->items->len, ==, 1);
  limit = with->limits->items->pdata[0];
  g_assert_cmpstr (limit->name, ==, "Monthly limit");
  g_assert_cmpint (limit->used.minor, ==, 130000);
  g_assert_cmpint (cor_payment_limit_get_remaining (limit).minor, ==, 0);
  cor_payment_limits_fill (with->limits, values);
  g_assert_cmpstr (cor_template_values_get (values, "limit.name")->text, ==, "Monthly limit");
  g_assert_cmpint (cor_template_values_get (values, "limit.remaining")->money.minor, ==, 0);
  lookup->payment->is_held = TRUE;
  put (fixture, lookup);
  held = load (fixture, "CP-70231");
  g_assert_true (held->is_held);
  g_assert_null (held->limits);
}

/* Which of several is meant is not guessed. */
static void
test_limit_meant (void)
{
  g_autoptr (CorPaymentLimits) limits = cor_payment_limits_new ();
  CorPaymentLimit *month = cor_payment_limits_add (limits);
  CorPaymentLimit *year = NULL;

  g_assert_null (cor_payment_limits_find_meant (NULL));
  month->limit = cor_money_new (100, cor_currency_find ("USD"));
  month->used = cor_money_new (50, cor_currency_find ("USD"));
  g_assert_true (cor_payment_limits_find_meant (limits) == month);
  year = cor_payment_limits_add (limits);
  *year = *month;
  g_assert_null (cor_payment_limits_find_meant (limits));
  year->used.minor = 100;
  g_assert_true (cor_payment_limits_find_meant (limits) == year);
  month->used.minor = 200;
  g_assert_null (cor_payment_limits_find_meant (limits));
}

static gboolean
is_wished (Fixture    *fixture,
           const char *reference)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorPaymentWish) wish = NULL;

  cor_store_load_payment_wish_async (fixture->store, reference, NULL, cor_test_on_result, &await);
  wish = cor_store_load_payment_wish_finish (fixture->store, cor_test_await (&await), NULL);
  return wish != NULL && wish->is_wanted;
}

/* What is known here is asked for again, by the name under which it is watched; what is not stays unknown. */
static void
test_changed (Fixture      *fixture,
              gconstpointer unused)
{
  static char *changed[] = { (char *) "CP-70231", (char *) "CP-1", NULL };
  g_auto (CorTestAwait) watching = { 0 };
  g_auto (CorTestAwait) await = { 0 };
  g_auto (CorTestAwait) asking = { 0 };
  g_autoptr (CorPaymentAsked) asked = NULL;

  put (fixture, new_record ("CP-70231", NOW));
  cor_store_watch_payment_async (fixture->store, UETR, 0, NULL, cor_test_on_result, &watching);
  g_assert_true (cor_store_payment_watch_finish (fixture->store, cor_test_await (&watching), NULL));
  g_assert_false (is_wished (fixture, "CP-70231"));
  cor_store_wish_changed_payments_async (fixture->store, changed, "k9", NOW, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_wish_changed_payments_finish (fixture->store, cor_test_await (&await), NULL));
  g_assert_true (is_wished (fixture, "CP-70231"));
  g_assert_true (is_wished (fixture, UETR));
  g_assert_false (is_wished (fixture, "CP-1"));
  cor_store_load_payment_asked_async (fixture->store, COR_PAYMENT_CHANGES, "", NULL, cor_test_on_result, &asking);
  asked = cor_store_load_payment_asked_finish (fixture->store, cor_test_await (&asking), NULL);
  g_assert_cmpstr (asked->etag, ==, "k9");
  g_assert_cmpint (asked->asked_at, ==, NOW);
}

static void
test_asked (Fixture      *fixture,
            gconstpointer unused)
{
  g_auto (CorTestAwait) touching = { 0 };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPaymentAsked) asked = NULL;

  put (fixture, new_record ("CP-70231", NOW));
  cor_store_touch_payment_async (fixture->store, COR_PAYMENT_LEDGER, "CP-70231", NOW + 500, NULL, cor_test_on_result, &touching);
  g_assert_true (cor_store_touch_payment_finish (fixture->store, cor_test_await (&touching), &error));
  cor_store_load_payment_asked_async (fixture->store, COR_PAYMENT_LEDGER, "CP-70231", NULL, cor_test_on_result, &await);
  asked = cor_store_load_payment_asked_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asked->etag, ==, "\"one\"");
  g_assert_cmpint (asked->asked_at, ==, NOW + 500);
}

static void
test_services (Fixture      *fixture,
               gconstpointer unused)
{
  g_autoptr (CorPaymentView) at_first = NULL;
  g_autoptr (CorPaymentView) at_last = NULL;
  static const char *const urls[] = { "https://ledger.example", "https://other.example", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_auto (CorTestAwait) setting = { 0 };
      g_auto (CorTestAwait) await = { 0 };
      g_autoptr (GPtrArray) services = NULL;
      g_autoptr (GError) error = NULL;

      cor_store_set_payment_service_async (fixture->store, COR_PAYMENT_LEDGER, urls[i], NULL, NULL, cor_test_on_result, &setting);
      g_assert_true (cor_store_set_payment_service_finish (fixture->store, cor_test_await (&setting), &error));
      cor_store_list_payment_services_async (fixture->store, NULL, cor_test_on_result, &await);
      services = cor_store_list_payment_services_finish (fixture->store, cor_test_await (&await), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (services->len, ==, urls[i] != NULL ? 1 : 0);
      if (urls[i] != NULL)
        g_assert_cmpstr (((CorPaymentServiceData *) services->pdata[0])->url, ==, urls[i]);
      if (i == 0)
        put (fixture, new_record ("CP-70231", NOW));
      if (i == 1)
        at_first = load (fixture, "CP-70231");
    }
  /* what one server said is not the other's */
  g_assert_false (at_first->is_known);
  put (fixture, new_record ("CP-70231", NOW));
  at_last = load (fixture, "CP-70231");
  g_assert_true (at_last->is_known);
}

static gint64
put_conversation_of (Fixture    *fixture,
                     const char *id,
                     const char *attributes,
                     const char *assignee)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  CorConversationRecord *conversation = cor_conversation_record_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_auto (CorTestAwait) finding = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 number;

  conversation->remote_id = g_strdup (id);
  conversation->fields = COR_CONVERSATION_HAS_ALL;
  conversation->customer = cor_customer_record_new ();
  conversation->customer->remote_id = g_strdup ("31");
  conversation->customer->name = g_strdup ("Li Wei");
  conversation->attributes_json = g_strdup (attributes);
  conversation->assignee_id = g_strdup (assignee);
  conversation->created_at = conversation->last_activity_at = NOW;
  conversation->updated_at_us = NOW * G_USEC_PER_SEC;
  g_ptr_array_add (list, conversation);
  cor_store_put_conversations_async (fixture->store, fixture->account, list, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&await), &error));
  cor_store_find_conversation_async (fixture->store, id, NULL, cor_test_on_result, &finding);
  number = cor_store_find_conversation_finish (fixture->store, cor_test_await (&finding), &error);
  g_assert_no_error (error);
  return number;
}

static gint64
put_conversation (Fixture    *fixture,
                  const char *id,
                  const char *attributes)
{
  return put_conversation_of (fixture, id, attributes, NULL);
}

static GPtrArray *
list_links (Fixture *fixture,
            gint64   conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *links = NULL;

  cor_store_list_payment_links_async (fixture->store, conversation, NULL, cor_test_on_result, &await);
  links = cor_store_list_payment_links_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return links;
}

static void
test_links (Fixture      *fixture,
            gconstpointer unused)
{
  gint64 verified = put_conversation (fixture, "10",
                                      "{\"payment_refs\":[{\"reference\":\"CP-1\",\"role\":\"payer\"},\"CP-2\",7],"
                                      "\"verification\":{\"verified_at\":\"2026-03-16T13:22:45Z\",\"method\":\"call_back\"}}");
  gint64 other = put_conversation (fixture, "11", "{\"payment_reference\":\"CP-3\"}");
  gint64 hostile = put_conversation (fixture, "12", "{\"payment_refs\":\"CP-4\",\"verification\":[1,2]}");
  g_autoptr (GPtrArray) links = list_links (fixture, verified);
  g_autoptr (GPtrArray) elsewhere = list_links (fixture, other);
  g_autoptr (GPtrArray) odd = list_links (fixture, hostile);
  const CorPaymentLink *link = links->pdata[0];

  g_assert_cmpuint (links->len, ==, 4);
  g_assert_cmpstr (link->reference, ==, "CP-1");
  g_assert_cmpstr (link->role, ==, "payer");
  g_assert_true (link->is_here);
  g_assert_cmpint (link->verified_at, ==, NOW);
  g_assert_cmpstr (link->method, ==, "call_back");

  /* the same customer on another channel has proved nothing there */
  for (guint i = 0; i < elsewhere->len; i++)
    g_assert_cmpint (((CorPaymentLink *) elsewhere->pdata[i])->verified_at, ==, 0);
  link = elsewhere->pdata[0];
  g_assert_cmpstr (link->reference, ==, "CP-3");
  g_assert_true (link->is_here);
  g_assert_false (((CorPaymentLink *) elsewhere->pdata[1])->is_here);
  g_assert_cmpint (((CorPaymentLink *) odd->pdata[0])->verified_at, ==, 0);
}

static void
queue_links (Fixture             *fixture,
             gint64               conversation,
             const CorLinkChange *changes,
             guint                n_changes)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_links_async (fixture->store, conversation, changes, n_changes, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->store, cor_test_await (&await), NULL));
}

/* What the agent says is so at once, in the order in which she says it; another conversation's link stays. */
static void
test_overlay (Fixture      *fixture,
              gconstpointer unused)
{
  static const CorLinkChange changes[] = {
    { .act = COR_LINK_ADD, .reference = "cp-3", .word = "payee" },
    { .act = COR_LINK_ADD, .reference = "CP-9", .word = "third_party" },
    { .act = COR_LINK_VERIFY, .word = "app_sign_in", .at = NOW },
    { .act = COR_LINK_REMOVE, .reference = "CP-1" },
  };
  static const CorLinkChange last = { .act = COR_LINK_REMOVE, .reference = "CP-3" };
  gint64                     here = put_conversation (fixture, "10", "{\"payment_refs\":[\"CP-1\",\"CP-2\"]}");
  g_autoptr (GPtrArray) links = NULL, after = NULL;
  const CorPaymentLink *link;

  put_conversation (fixture, "11", "{\"payment_reference\":\"CP-3\"}");
  queue_links (fixture, here, changes, G_N_ELEMENTS (changes));
  links = list_links (fixture, here);
  g_assert_cmpuint (links->len, ==, 3);
  link = links->pdata[0];
  g_assert_cmpstr (link->reference, ==, "CP-9");
  g_assert_cmpstr (link->role, ==, "third_party");
  link = links->pdata[1];
  g_assert_cmpstr (link->reference, ==, "CP-3");
  g_assert_cmpstr (link->role, ==, "payee");
  g_assert_true (link->is_here);
  g_assert_cmpint (link->verified_at, ==, NOW);
  g_assert_cmpstr (link->method, ==, "app_sign_in");
  queue_links (fixture, here, &last, 1);
  after = list_links (fixture, here);
  g_assert_cmpuint (after->len, ==, 3);
  link = after->pdata[2];
  g_assert_cmpstr (link->reference, ==, "CP-3");
  g_assert_false (link->is_here);
  g_assert_cmpint (link->verified_at, ==, 0);
}

static guint
count_limits (Fixture *fixture,
              gint64   customer)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCustomerData) data = NULL;

  cor_store_load_customer_async (fixture->store, customer, NULL, cor_test_on_result, &await);
  data = cor_store_load_customer_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return data->limits != NULL ? data->limits->items->len : 0;
}

static void
put_limits (Fixture    *fixture,
            const char *customer)
{
  CorPaymentLookup *limits = cor_payment_lookup_new (COR_PAYMENT_LIMITS, customer, NOW);

  limits->outcome = COR_LOOKUP_FOUND;
  limits->limits = cor_payment_limits_new ();
  cor_payment_limits_add (limits->limits)->name = g_strdup ("Monthly limit");
  put (fixture, limits);
}

static void
put_parts (Fixture    *fixture,
           const char *only,
           gint64      at)
{
  CorPaymentLookup *about = cor_payment_lookup_new (COR_PAYMENT_ABOUT, "", at);
  const char *const names[] = { "payments", only, NULL };

  about->outcome = COR_LOOKUP_FOUND;
  about->about = cor_ledger_about_new ();
  about->about->capabilities = g_strdupv ((char **) names);
  put (fixture, about);
}

static CorPaymentLookup *
new_record_of (const char *reference,
               const char *customer,
               gint64      asked_at)
{
  CorPaymentLookup *lookup = new_record (reference, asked_at);

  g_free (lookup->payment->reference);
  g_free (lookup->payment->customer_id);
  g_clear_pointer (&lookup->payment->uetr, g_free);
  lookup->payment->reference = g_strdup (reference);
  lookup->payment->customer_id = g_strdup (customer);
  return lookup;
}

/* Hers are those of the one who pays what she is linked with as the payer; of two that differ they are nobody's. */
static void
test_customer_limits (Fixture      *fixture,
                      gconstpointer unused)
{
  CorPaymentLookup *other = new_record_of ("CP-70232", "C-2", NOW);
  CorPaymentLookup *held = new_record_of ("CP-70232", "C-2", NOW + 3);

  put_conversation (fixture, "10", "{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"payee\"}]}");
  put (fixture, new_record ("CP-70231", NOW));
  put_limits (fixture, "C-1");
  /* somebody else's, to a payee */
  g_assert_cmpuint (count_limits (fixture, 1), ==, 0);
  put_conversation (fixture, "11", "{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"payer\"}]}");
  g_assert_cmpuint (count_limits (fixture, 1), ==, 1);
  /* not told any more by a ledger that does not have them any more */
  put_parts (fixture, "stats", NOW + 1);
  g_assert_cmpuint (count_limits (fixture, 1), ==, 0);
  put_parts (fixture, "limits", NOW + 2);
  g_assert_cmpuint (count_limits (fixture, 1), ==, 1);

  put (fixture, other);
  put_conversation (fixture, "12", "{\"payment_refs\":[{\"reference\":\"CP-70232\",\"role\":\"payer\"}]}");
  g_assert_cmpuint (count_limits (fixture, 1), ==, 0);
  /* with compliance, it tells nothing: neither of her nor of him */
  held->payment->is_held = TRUE;
  put (fixture, held);
  g_assert_cmpuint (count_limits (fixture, 1), ==, 1);
}

static CorPaymentWatch *
load_watch (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) watches = NULL;

  cor_store_list_payment_watches_async (fixture->store, NOW + 3600, NULL, cor_test_on_result, &await);
  watches = cor_store_list_payment_watches_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (watches->len, <=, 1);
  return watches->len > 0 ? g_ptr_array_steal_index (watches, 0) : NULL;
}

typedef void (*WatchFunc) (CorStore *store, const char *reference, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

static gboolean
act (Fixture  *fixture,
     WatchFunc func)
{
  g_auto (CorTestAwait) await = { 0 };

  func (fixture->store, "cp-70231", NULL, cor_test_on_result, &await);
  return cor_store_payment_watch_finish (fixture->store, cor_test_await (&await), NULL);
}

static void
watch (Fixture *fixture,
       gint64   conversation)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_watch_payment_async (fixture->store, " cp-70231", conversation, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_payment_watch_finish (fixture->store, cor_test_await (&await), NULL));
}

/* The services were asked, and said that. */
static void
answer (Fixture       *fixture,
        CorLedgerState state,
        gboolean       is_held,
        gint64         at)
{
  g_auto (CorTestAwait) await = { 0 };
  CorPaymentLookup *lookup = new_record ("CP-70231", at);

  lookup->payment->state = state;
  lookup->payment->is_held = is_held;
  put (fixture, lookup);
  cor_store_end_payment_wish_async (fixture->store, "CP-70231", NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_end_payment_wish_finish (fixture->store, cor_test_await (&await), NULL));
}

static char *
dup_row_news (Fixture *fixture,
              gint64   conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;

  g_array_append_val (ids, conversation);
  cor_store_load_threads_async (fixture->store, ids, NULL, cor_test_on_result, &await);
  rows = cor_store_load_threads_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_strdup (((const CorThreadData *) rows->pdata[0])->news);
}

/* The row of a list tells of news until they are seen, and is read again whenever that changes; not of compliance. */
static void
test_watch_row (Fixture      *fixture,
                gconstpointer unused)
{
  gint64            here = put_conversation (fixture, "10", "{}");
  CorPaymentLookup *lookup = NULL;
  g_autofree char  *none = NULL, *credited = NULL, *held = NULL, *seen = NULL;

  answer (fixture, COR_LEDGER_PROCESSING, FALSE, NOW);
  fixture->topics = 0;
  watch (fixture, here);
  cor_test_until ((fixture->topics & COR_TOPIC_WORK) != 0);
  none = dup_row_news (fixture, here);
  g_assert_null (none);
  fixture->row = here;
  answer (fixture, COR_LEDGER_CREDITED, FALSE, NOW + 1);
  cor_test_until (fixture->row == 0);
  credited = dup_row_news (fixture, here);
  g_assert_cmpstr (credited, ==, "CP-70231");
  /* known to be held before the watch was looked at */
  fixture->row = here;
  lookup = new_record ("CP-70231", NOW + 2);
  lookup->payment->is_held = TRUE;
  put (fixture, lookup);
  cor_test_until (fixture->row == 0);
  held = dup_row_news (fixture, here);
  g_assert_null (held);
  fixture->row = here;
  g_assert_true (act (fixture, cor_store_see_payment_watch_async));
  cor_test_until (fixture->row == 0);
  answer (fixture, COR_LEDGER_RETURNED, FALSE, NOW + 3);
  answer (fixture, COR_LEDGER_RETURNED, TRUE, NOW + 4);
  seen = dup_row_news (fixture, here);
  g_assert_null (seen);
}

/* New is what the agent does not know: not what she saw when she began, nor the same again. Until she has seen it. */
static void
test_watch (Fixture      *fixture,
            gconstpointer unused)
{
  gint64 here = put_conversation (fixture, "10",
                                  "{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"payer\"}],"
                                  "\"verification\":{\"verified_at\":\"2026-03-16T13:22:45Z\",\"method\":\"call_back\"}}");

  answer (fixture, COR_LEDGER_PROCESSING, FALSE, NOW);
  watch (fixture, here);
  answer (fixture, COR_LEDGER_PROCESSING, FALSE, NOW + 1);
  {
    g_autoptr (CorPaymentWatch) same = load_watch (fixture);

    g_assert_cmpstr (same->reference, ==, "CP-70231");
    g_assert_cmpint (same->conversation, ==, here);
    g_assert_cmpstr (same->name, ==, "Li Wei");
    g_assert_cmpint (same->changed_at, ==, 0);
  }
  answer (fixture, COR_LEDGER_CREDITED, FALSE, NOW + 2);
  {
    g_autoptr (CorPaymentWatch) news = load_watch (fixture);

    g_assert_cmpint (news->changed_at, >, 0);
    g_assert_cmpint (news->was, ==, COR_PAYMENT_DELAYED); /* by the clock it is late for months */
    g_assert_cmpint (news->view->status, ==, COR_PAYMENT_CREDITED);
    g_assert_true (news->may_offer);
    g_assert_false (news->is_told);
  }
  g_assert_true (act (fixture, cor_store_tell_payment_watch_async));
  {
    g_autoptr (CorPaymentWatch) told = load_watch (fixture);

    g_assert_true (told->is_told);
    g_assert_cmpint (told->changed_at, >, 0);
  }
  g_assert_true (act (fixture, cor_store_see_payment_watch_async));
  {
    g_autoptr (CorPaymentWatch) seen = load_watch (fixture);

    g_assert_cmpint (seen->changed_at, ==, 0);
  }
  g_assert_true (act (fixture, cor_store_unwatch_payment_async));
  g_assert_null (load_watch (fixture));
  g_assert_false (act (fixture, cor_store_unwatch_payment_async));
}

/* With compliance: that, and nothing for the customer; nor does the file keep how it stood. */
static void
test_watch_held (Fixture      *fixture,
                 gconstpointer unused)
{
  gint64 here = put_conversation (fixture, "10",
                                  "{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"payer\"}],"
                                  "\"verification\":{\"verified_at\":\"2026-03-16T13:22:45Z\",\"method\":\"call_back\"}}");
  g_autoptr (CorPaymentWatch) news = NULL;

  answer (fixture, COR_LEDGER_PROCESSING, FALSE, NOW);
  watch (fixture, here);
  answer (fixture, COR_LEDGER_PROCESSING, TRUE, NOW + 1);
  news = load_watch (fixture);
  g_assert_cmpint (news->changed_at, >, 0);
  g_assert_cmpint (news->was, ==, COR_PAYMENT_UNKNOWN);
  g_assert_true (news->view->is_held);
  g_assert_false (news->may_offer);
}

/* To whom is not verified, or is a third party, nobody writes of her own accord. */
static void
test_watch_stranger (Fixture      *fixture,
                     gconstpointer attributes)
{
  gint64 here = put_conversation (fixture, "10", attributes);
  g_autoptr (CorPaymentWatch) news = NULL;

  answer (fixture, COR_LEDGER_PROCESSING, FALSE, NOW);
  watch (fixture, here);
  answer (fixture, COR_LEDGER_CREDITED, FALSE, NOW + 1);
  news = load_watch (fixture);
  g_assert_cmpint (news->changed_at, >, 0);
  g_assert_false (news->may_offer);
}

/* Asked for again after a while, not at once, and less often when it came to its end. */
static void
test_watch_due (Fixture      *fixture,
                gconstpointer unused)
{
  static const struct
  {
    gint64   after;
    gboolean is_due;
  } looks[] = { { 0, TRUE }, { 599, FALSE }, { 600, TRUE }, { 700, FALSE } };

  answer (fixture, COR_LEDGER_PROCESSING, FALSE, NOW);
  watch (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_auto (CorTestAwait) await = { 0 }, loading = { 0 }, ending = { 0 };
      g_autoptr (GError) error = NULL;
      CorPaymentWish *wish;

      cor_store_wish_due_payments_async (fixture->store, NOW + looks[i].after, NULL, cor_test_on_result, &await);
      g_assert_true (cor_store_wish_due_payments_finish (fixture->store, cor_test_await (&await), NULL));
      cor_store_load_payment_wish_async (fixture->store, NULL, NULL, cor_test_on_result, &loading);
      wish = cor_store_load_payment_wish_finish (fixture->store, cor_test_await (&loading), &error);
      g_assert_cmpint (wish != NULL, ==, looks[i].is_due);
      g_clear_pointer (&wish, cor_payment_wish_free);
      cor_store_end_payment_wish_async (fixture->store, "CP-70231", NULL, NULL, cor_test_on_result, &ending);
      g_assert_true (cor_store_end_payment_wish_finish (fixture->store, cor_test_await (&ending), NULL));
    }
}

static void
wish_due (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_wish_due_payments_async (fixture->store, NOW, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_wish_due_payments_finish (fixture->store, cor_test_await (&await), NULL));
}

static void
connect_ledger (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_payment_service_async (fixture->store, COR_PAYMENT_LEDGER, "https://ledger.example", NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_payment_service_finish (fixture->store, cor_test_await (&await), NULL));
}

/* What the agent's own conversations name, once, as soon as there is somebody to ask; of a colleague's, nothing. */
static void
test_own_due (Fixture      *fixture,
              gconstpointer unused)
{
  g_auto (CorTestAwait) ending = { 0 };

  put_conversation_of (fixture, "1", "{\"payment_refs\":[{\"reference\":\"CP-1\",\"role\":\"payer\"},\"CP-2\",\"CP-70231\"]}", "7");
  put_conversation_of (fixture, "2", "{\"payment_reference\":\"CP-3\"}", "7");
  put_conversation_of (fixture, "3", "{\"payment_reference\":\"CP-4\"}", "8");
  wish_due (fixture);
  g_assert_false (is_wished (fixture, "CP-1"));
  connect_ledger (fixture);
  put (fixture, new_record ("CP-70231", NOW));
  wish_due (fixture);
  g_assert_true (is_wished (fixture, "CP-1"));
  g_assert_true (is_wished (fixture, "CP-2"));
  g_assert_true (is_wished (fixture, "CP-3"));
  g_assert_false (is_wished (fixture, "CP-4"));
  g_assert_false (is_wished (fixture, "CP-70231")); /* what is known already */

  cor_store_end_payment_wish_async (fixture->store, "CP-1", "nobody is there", NULL, cor_test_on_result, &ending);
  g_assert_true (cor_store_end_payment_wish_finish (fixture->store, cor_test_await (&ending), NULL));
  wish_due (fixture);
  g_assert_false (is_wished (fixture, "CP-1"));
}

/* Which one is meant is kept, and forgotten with the conversation's choice. */
static void
test_choice (Fixture      *fixture,
             gconstpointer unused)
{
  static const char *const choices[] = { "CP-2", "CP-1", NULL };
  gint64                   here = put_conversation (fixture, "10", "{}");

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_auto (CorTestAwait) await = { 0 }, loading = { 0 };
      g_autofree char *kept = NULL;

      cor_store_choose_payment_async (fixture->store, here, choices[i], NULL, cor_test_on_result, &await);
      g_assert_true (cor_store_choose_payment_finish (fixture->store, cor_test_await (&await), NULL));
      cor_store_load_payment_choice_async (fixture->store, here, NULL, cor_test_on_result, &loading);
      kept = cor_store_load_payment_choice_finish (fixture->store, cor_test_await (&loading), NULL);
      g_assert_cmpstr (kept, ==, choices[i]);
    }
}

static GPtrArray *
list_known (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = NULL;

  cor_store_list_known_payments_async (fixture->store, NOW + 3600, NULL, cor_test_on_result, &await);
  entries = cor_store_list_known_payments_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return entries;
}

static guint
count_threads (Fixture    *fixture,
               const char *reference)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) threads = NULL;

  cor_store_list_payment_threads_async (fixture->store, reference, NULL, cor_test_on_result, &await);
  threads = cor_store_list_payment_threads_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return threads->len;
}

/* Each payment once, however many names it is known by; a colleague's conversation alone does not bring one. */
static void
test_known (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;
  const CorPaymentEntry *entry = NULL;

  put (fixture, new_record (UETR, NOW));
  put (fixture, new_track (NOW));
  put_conversation (fixture, "1", "{\"payment_refs\":[{\"reference\":\"" UETR "\",\"role\":\"payer\"},\"CP-2\"]}");
  put_conversation (fixture, "2", "{\"payment_reference\":\"CP-70231\"}");
  entries = list_known (fixture);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->view->reference, ==, "CP-70231");
  g_assert_cmpuint (count_threads (fixture, "CP-70231"), ==, 2);
  g_assert_cmpuint (count_threads (fixture, UETR), ==, 2);
  g_assert_cmpuint (count_threads (fixture, "CP-2"), ==, 1);
  g_assert_cmpuint (count_threads (fixture, "CP-3"), ==, 0);
}

/* Not whose it is, and not what is said about it. */
static void
test_known_held (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;
  const CorPaymentEntry *entry = NULL;
  CorPaymentLookup      *held = new_record (UETR, NOW);

  held->payment->is_held = TRUE;
  held->payment->payer_name = g_strdup ("Li Wei");
  put (fixture, held);
  put_conversation (fixture, "1", "{\"payment_reference\":\"CP-70231\"}");
  entries = list_known (fixture);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_true (entry->view->is_held);
  g_assert_null (entry->customer);
  g_assert_cmpuint (count_threads (fixture, "CP-70231"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add ("/payments/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/payments/older", Fixture, NULL, set_up, test_older, tear_down);
  g_test_add ("/payments/not-known", Fixture, NULL, set_up, test_not_known, tear_down);
  g_test_add ("/payments/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/payments/statistics", Fixture, NULL, set_up, test_statistics, tear_down);
  g_test_add ("/payments/asked", Fixture, NULL, set_up, test_asked, tear_down);
  g_test_add ("/payments/services", Fixture, NULL, set_up, test_services, tear_down);
  g_test_add ("/payments/known", Fixture, NULL, set_up, test_known, tear_down);
  g_test_add ("/payments/known-held", Fixture, NULL, set_up, test_known_held, tear_down);
  g_test_add ("/payments/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/payments/overlay", Fixture, NULL, set_up, test_overlay, tear_down);
  g_test_add ("/payments/choice", Fixture, NULL, set_up, test_choice, tear_down);
  g_test_add ("/payments/limits", Fixture, NULL, set_up, test_limits, tear_down);
  g_test_add ("/payments/customer-limits", Fixture, NULL, set_up, test_customer_limits, tear_down);
  g_test_add_func ("/payments/limit-meant", test_limit_meant);
  g_test_add ("/payments/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/payments/watch", Fixture, NULL, set_up, test_watch, tear_down);
  g_test_add ("/payments/watch-row", Fixture, NULL, set_up, test_watch_row, tear_down);
  g_test_add ("/payments/watch-held", Fixture, NULL, set_up, test_watch_held, tear_down);
  g_test_add ("/payments/watch-not-verified", Fixture, "{\"payment_refs\":[\"CP-70231\"]}", set_up, test_watch_stranger, tear_down);
  g_test_add ("/payments/watch-third-party", Fixture,
              "{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"third_party\"}],"
              "\"verification\":{\"verified_at\":\"2026-03-16T13:22:45Z\",\"method\":\"call_back\"}}",
              set_up, test_watch_stranger, tear_down);
  g_test_add ("/payments/watch-not-linked", Fixture, "{}", set_up, test_watch_stranger, tear_down);
  g_test_add ("/payments/own-due", Fixture, NULL, set_up, test_own_due, tear_down);
  g_test_add ("/payments/watch-due", Fixture, NULL, set_up, test_watch_due, tear_down);
  return cor_test_run ();
}
