/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-payment-shapes"

#include "config.h"

#include "cor-desk-payment-shapes.h"

#include "cor-desk-json.h"

#include <string.h>

/* The same payment as the ledger, the tracker and Wise have it (ledger.md, payments.md §2 and §8). */

#define HOUR 3600
#define DAY (24 * HOUR)
#define OUR_BIC "CRDRGB2LXXX"
#define TRACKER_BIC "TRCKCHZ0XXX"

void
cor_desk_payment_clear (CorDeskPayment *self)
{
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->uetr, g_free);
  g_clear_pointer (&self->figures, json_object_unref);
  *self = (CorDeskPayment){ NULL };
}

static const char *
get_figure (const CorDeskPayment *self,
            const char           *name)
{
  return cor_desk_json_string (self->figures, name);
}

static void
set_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
set_time (JsonObject *object,
          const char *member,
          gint64      at)
{
  g_autofree char *text = cor_desk_json_iso (at * G_USEC_PER_SEC);

  json_object_set_string_member (object, member, text);
}

static JsonObject *
make_amount (const char *amount,
             const char *currency)
{
  JsonObject *object = json_object_new ();

  set_text (object, "amount", amount);
  set_text (object, "currency", currency);
  return object;
}

static void
set_sent (const CorDeskPayment *self,
          JsonObject           *object,
          const char           *member,
          const char           *figure)
{
  json_object_set_object_member (object, member, make_amount (get_figure (self, figure), get_figure (self, "from_currency")));
}

static void
set_received (const CorDeskPayment *self,
              JsonObject           *object,
              const char           *member,
              const char           *figure)
{
  json_object_set_object_member (object, member, make_amount (get_figure (self, figure), get_figure (self, "to_currency")));
}

/* When it came to where it is: half an hour after it was given, two hours, three. */
static gint64
get_time (const CorDeskPayment *self,
          CorScenePlace         place)
{
  gint64 at = (self->begun_at != 0 ? self->begun_at : self->created_at) + HOUR / 2 + (gint64) place * 2 * HOUR;

  if (self->came_at[place] != 0)
    return self->came_at[place];
  if (place == COR_SCENE_BANK && self->scene->is_late_in_day)
    at = at / DAY * DAY + 16 * HOUR + (at % DAY > 16 * HOUR ? DAY : 0);
  return at;
}

/* When it became what it is. */
static gint64
get_moment (const CorDeskPayment *self)
{
  return self->moved_at != 0 ? self->moved_at : get_time (self, self->scene->place) + HOUR;
}

static gboolean
takes_something (const CorScene *scene)
{
  return scene->charges != COR_SCENE_NOTHING;
}

static JsonArray *
make_fees (const CorDeskPayment *self)
{
  JsonArray  *fees = json_array_new ();
  JsonObject *fee = make_amount (get_figure (self, "fee"), get_figure (self, "from_currency"));

  set_text (fee, "kind", "transfer");
  set_text (fee, "certainty", "booked");
  json_array_add_object_element (fees, fee);
  return fees;
}

static void
add_documents (const CorDeskPayment *self,
               JsonObject           *object)
{
  static const char *const kinds[] = { "invoice", "contract" };
  JsonArray               *documents = json_array_new ();

  for (guint i = 0; g_str_equal (self->scene->state, "documents_required") && i < G_N_ELEMENTS (kinds); i++)
    {
      JsonObject *document = json_object_new ();

      set_text (document, "kind", kinds[i]);
      set_text (document, "state", "asked");
      set_time (document, "due", self->created_at + 7 * DAY);
      json_array_add_object_element (documents, document);
    }
  json_object_set_array_member (object, "documents", documents);
}

static void
add_people (const CorDeskPayment *self,
            JsonObject           *object)
{
  JsonObject *payer = json_object_new ();
  JsonObject *payee = json_object_new ();

  set_text (payer, "name", get_figure (self, "payer"));
  set_text (payer, "role", get_figure (self, "payer_role"));
  set_text (payee, "name_masked", get_figure (self, "payee"));
  set_text (payee, "country", get_figure (self, "to"));
  set_text (payee, "account_last4", get_figure (self, "last4"));
  json_object_set_object_member (object, "payer", payer);
  json_object_set_object_member (object, "payee", payee);
}

static void
add_money (const CorDeskPayment *self,
           JsonObject           *object)
{
  JsonObject *receive = make_amount (get_figure (self, "converted"), get_figure (self, "to_currency"));
  JsonObject *rate = json_object_new ();
  JsonObject *mid = json_object_new ();

  set_text (receive, "certainty", "expected");
  json_object_set_object_member (object, "receive", receive);
  set_sent (self, object, "send", "amount");
  set_text (object, "charge_bearer", "SHA");
  set_text (object, "fee_mode", "on_top");
  set_text (rate, "value", get_figure (self, "rate"));
  set_time (rate, "booked_at", self->created_at);
  set_text (mid, "value", get_figure (self, "mid"));
  set_time (mid, "at", self->created_at);
  set_text (mid, "source", "simulated");
  json_object_set_object_member (object, "rate", rate);
  json_object_set_object_member (object, "mid", mid);
  json_object_set_array_member (object, "fees", make_fees (self));
}

static void
add_expected (const CorDeskPayment *self,
              JsonObject           *object)
{
  gint64      begun_at = self->begun_at != 0 ? self->begun_at : self->created_at;
  JsonObject *expected;

  if (self->scene->expected == 0)
    return;
  expected = json_object_new ();
  set_time (expected, "from", begun_at + self->scene->expected / 2 * HOUR);
  set_time (expected, "to", begun_at + self->scene->expected * HOUR);
  set_text (expected, "basis", "statistics");
  json_object_set_object_member (object, "expected", expected);
}

static void
add_names (const CorDeskPayment *self,
           JsonObject           *object)
{
  g_autofree char *customer = g_strdup_printf ("C-%" G_GINT64_FORMAT, self->customer);

  set_text (object, "reference", self->reference);
  set_text (object, "uetr", self->scene->wise == NULL ? self->uetr : NULL);
  set_text (object, "rail", self->scene->wise != NULL ? "wise" : "swift");
  set_text (object, "customer_id", self->customer != 0 ? customer : NULL);
  set_time (object, "created_at", self->created_at);
}

/**
 * cor_desk_payment_ledger:
 *
 * With compliance there is no reason, no expected time and no document beside it (ledger.md, rule 1).
 *
 * Returns: (transfer full): as the ledger has it
 */
JsonObject *
cor_desk_payment_ledger (const CorDeskPayment *self)
{
  JsonObject *object = json_object_new ();
  JsonObject *schedule = json_object_new ();
  JsonArray  *related = json_array_new ();

  add_names (self, object);
  add_people (self, object);
  add_money (self, object);
  set_text (object, "state", self->scene->state);
  set_time (object, "state_since", self->moved_at != 0 ? self->moved_at : MAX (self->created_at + HOUR / 2, get_time (self, self->scene->place)));
  set_text (object, "hold", self->scene->is_held ? "with_compliance" : "none");
  if (!self->scene->is_held)
    {
      add_expected (self, object);
      add_documents (self, object);
    }
  set_text (schedule, "id", "standard");
  set_text (schedule, "version", "1");
  json_object_set_object_member (object, "schedule", schedule);
  if (self->scene->wise != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->number);

      json_array_add_string_element (related, number);
    }
  json_object_set_array_member (object, "related", related);
  return object;
}

static JsonObject *
make_event (const CorDeskPayment *self,
            const char           *type,
            const char           *from,
            const char           *to,
            gint64                at)
{
  JsonObject      *event = json_object_new ();
  g_autofree char *reference = g_strdup_printf ("%s-%s-%" G_GINT64_FORMAT, self->reference, type, at % 100000);

  set_text (event, "network_reference", reference);
  set_text (event, "message_name_identification", g_str_equal (type, "CTSU") ? "trck.001.001.03" : "pacs.008.001.08");
  set_text (event, "tracker_event_type", type);
  json_object_set_boolean_member (event, "valid", TRUE);
  set_text (event, "from", from);
  set_text (event, "to", to);
  set_text (event, "creditor_agent", get_figure (self, "bank"));
  set_text (event, "debtor_agent", OUR_BIC);
  set_time (event, "sender_acknowledgement_receipt_date_time", at);
  set_time (event, "event_creation_date_time", at);
  return event;
}

static void
add_charge (const CorDeskPayment *self,
            JsonObject           *event,
            const char           *bank,
            const char           *figure)
{
  JsonArray  *charges = json_array_new ();
  JsonObject *charge = json_object_new ();
  JsonObject *agent = json_object_new ();

  set_received (self, charge, "amount", figure);
  set_text (agent, "bicfi", bank);
  json_object_set_object_member (charge, "agent", agent);
  json_array_add_object_element (charges, charge);
  json_object_set_array_member (event, "charges_information", charges);
}

/* From us to the bank between, and from there to the recipient's. */
static void
add_payment (const CorDeskPayment *self,
             JsonArray            *events,
             CorScenePlace         to)
{
  const char      *between = get_figure (self, "correspondent");
  const char      *target = to == COR_SCENE_BETWEEN ? between : get_figure (self, "bank");
  JsonObject      *event = make_event (self, "CTPT", to == COR_SCENE_BETWEEN ? OUR_BIC : between, target, get_time (self, to) - 60);
  g_autofree char *day = cor_desk_json_iso (get_time (self, to) * G_USEC_PER_SEC);

  day[10] = '\0';
  set_text (event, "event_status", "ACSP");
  set_text (event, "event_status_reason", "G000");
  set_text (event, "instructed_agent", target);
  set_text (event, "settlement_method", "INDA");
  set_text (event, "interbank_settlement_date", day);
  set_text (event, "charge_bearer", "SHAR");
  set_time (event, "received_date_time", get_time (self, to));
  set_sent (self, event, "instructed_amount", "amount");
  set_received (self, event, "interbank_settlement_amount", to == COR_SCENE_BANK && takes_something (self->scene) ? "received" : "converted");
  if (to == COR_SCENE_BETWEEN)
    {
      set_text (event, "source_currency", get_figure (self, "from_currency"));
      set_text (event, "target_currency", get_figure (self, "to_currency"));
      set_text (event, "exchange_rate", get_figure (self, "rate"));
    }
  else if (takes_something (self->scene) && self->scene->charges != COR_SCENE_SILENT)
    add_charge (self, event, between, "deduction");
  json_array_add_object_element (events, event);
}

static const char *
get_place_bic (const CorDeskPayment *self)
{
  static const char *const figures[] = { [COR_SCENE_SENDER] = NULL, [COR_SCENE_BETWEEN] = "correspondent", [COR_SCENE_BANK] = "bank" };
  const char              *figure = figures[self->scene->place];

  return figure != NULL ? get_figure (self, figure) : OUR_BIC;
}

/* How it stands; an ACSP that was only passed on needs no status of its own. */
static void
add_status (const CorDeskPayment *self,
            JsonArray            *events)
{
  const CorScene *scene = self->scene;
  JsonObject     *event;

  if (scene->is_returned || (g_str_equal (scene->status, "ACSP") && g_strcmp0 (scene->reason, "G000") == 0))
    return;
  event = make_event (self, "CTSU", get_place_bic (self), TRACKER_BIC, get_moment (self));
  set_text (event, "tracker_informing_party", get_place_bic (self));
  set_text (event, "event_status", scene->status);
  set_text (event, "event_status_reason", scene->reason);
  set_text (event, "event_reject_return_reason", scene->code);
  if (g_str_equal (scene->status, "ACCC"))
    {
      gboolean both = scene->charges == COR_SCENE_BOTH_TAKE;

      set_time (event, "confirmed_date", get_moment (self));
      set_received (self, event, "confirmed_amount", both ? "received_after_bank" : takes_something (scene) ? "received"
                                                                                                            : "converted");
      if (both)
        add_charge (self, event, get_figure (self, "bank"), "bank_fee");
    }
  json_array_add_object_element (events, event);
}

static void
add_return (const CorDeskPayment *self,
            JsonArray            *events)
{
  gint64      at = get_time (self, COR_SCENE_BANK) + DAY;
  JsonObject *event = make_event (self, "RCTP", get_figure (self, "bank"), OUR_BIC, at);
  JsonObject *status = make_event (self, "RCTS", OUR_BIC, TRACKER_BIC, at + HOUR);

  set_received (self, event, "interbank_settlement_amount", "returned");
  set_text (event, "event_reject_return_reason", self->scene->code);
  set_text (status, "tracker_informing_party", OUR_BIC);
  set_text (status, "event_status", "ACCC");
  set_received (self, status, "confirmed_amount", "returned");
  json_array_add_object_element (events, event);
  json_array_add_object_element (events, status);
}

static void
add_refusal (const CorDeskPayment *self,
             JsonArray            *events)
{
  JsonObject *event = make_event (self, "CTCR", get_place_bic (self), TRACKER_BIC, self->moved_at != 0 ? self->moved_at : get_time (self, COR_SCENE_BANK) + 2 * HOUR);

  set_text (event, "event_status", self->scene->cancellation);
  set_text (event, "event_status_reason", self->scene->refusal);
  json_array_add_object_element (events, event);
}

/* What happened, the newest last; the answer turns it round. */
static JsonArray *
make_events (const CorDeskPayment *self)
{
  JsonArray      *events = json_array_new ();
  JsonArray      *newest_first = json_array_new ();
  const CorScene *scene = self->scene;

  if (scene->place >= COR_SCENE_BETWEEN)
    add_payment (self, events, COR_SCENE_BETWEEN);
  if (scene->place == COR_SCENE_BANK)
    add_payment (self, events, COR_SCENE_BANK);
  add_status (self, events);
  if (scene->is_returned)
    add_return (self, events);
  if (scene->cancellation != NULL)
    add_refusal (self, events);
  for (guint i = json_array_get_length (events); i > 0; i--)
    json_array_add_object_element (newest_first, json_object_ref (json_array_get_object_element (events, i - 1)));
  json_array_unref (events);
  return newest_first;
}

/**
 * cor_desk_payment_track:
 *
 * Returns: (transfer full): as the tracker has it, version 6
 */
JsonObject *
cor_desk_payment_track (const CorDeskPayment *self)
{
  JsonObject *object = json_object_new ();

  set_text (object, "uetr", self->uetr);
  set_text (object, "transaction_status", self->scene->status);
  set_text (object, "transaction_status_reason", self->scene->reason);
  set_text (object, "reject_return_reason", self->scene->code);
  set_text (object, "transaction_cancellation_status", self->scene->cancellation);
  set_time (object, "initiation_date_time", self->created_at);
  set_time (object, "last_update_date_time", get_moment (self));
  json_object_set_boolean_member (object, "events_skipped", self->scene->is_partial);
  json_object_set_array_member (object, "payment_event", make_events (self));
  return object;
}

/**
 * cor_desk_payment_get_delivery:
 *
 * Returns: seconds since the epoch: when Wise expects it
 */
gint64
cor_desk_payment_get_delivery (const CorDeskPayment *self)
{
  return self->created_at + 48 * HOUR;
}

/**
 * cor_desk_payment_transfer:
 *
 * Returns: (transfer full): as Wise has it; its amounts are text here, for the caller to make numbers of
 */
JsonObject *
cor_desk_payment_transfer (const CorDeskPayment *self)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *created = cor_desk_json_iso (self->created_at * G_USEC_PER_SEC);

  json_object_set_int_member (object, "id", self->number);
  set_text (object, "status", self->scene->wise);
  set_text (object, "reference", self->reference);
  set_text (object, "created", created);
  json_object_set_boolean_member (object, "hasActiveIssues", self->scene->has_issues);
  set_text (object, "sourceCurrency", get_figure (self, "from_currency"));
  set_text (object, "targetCurrency", get_figure (self, "to_currency"));
  set_text (object, "sourceValue", get_figure (self, "amount"));
  set_text (object, "targetValue", get_figure (self, "converted"));
  set_text (object, "rate", get_figure (self, "rate"));
  return object;
}

static char *
dup_next_month (gint64 now)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) first = g_date_time_new_utc (g_date_time_get_year (today), g_date_time_get_month (today), 1, 0, 0, 0);
  g_autoptr (GDateTime) next = g_date_time_add_months (first, 1);

  return cor_desk_json_iso (g_date_time_to_unix (next) * G_USEC_PER_SEC);
}

/**
 * cor_desk_payment_limit:
 * @now: seconds since the epoch
 *
 * Returns: (transfer full) (nullable): what its customer may send in a month; %NULL in workspaces made before it was told
 */
JsonObject *
cor_desk_payment_limit (const CorDeskPayment *self,
                        gint64                now)
{
  g_autofree char *resets_at = dup_next_month (now);
  JsonObject      *object = NULL;

  if (get_figure (self, "limit") == NULL)
    return NULL;
  object = json_object_new ();
  set_text (object, "name", "Monthly limit");
  set_text (object, "period", "month");
  set_text (object, "currency", get_figure (self, "from_currency"));
  set_text (object, "limit", get_figure (self, "limit"));
  set_text (object, "used", get_figure (self, "used"));
  set_text (object, "resets_at", resets_at);
  return object;
}
