/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-gpi-read"

#include "config.h"

#include "cor-payment-json.h"

#include "cor-json.h"
#include "cor-service-error.h"

/* Version 6 of the tracker, and the names of version 4, which gateways still have (payments.md §2). */

static char *
dup_either (JsonObject *object,
            const char *name,
            const char *old_name)
{
  char *text = cor_json_dup_string (object, name);

  return text != NULL ? text : cor_json_dup_string (object, old_name);
}

static gint64
get_either_time (JsonObject *object,
                 const char *name,
                 const char *old_name)
{
  gint64 at = cor_json_get_time (object, name);

  return at != 0 ? at : cor_json_get_time (object, old_name);
}

/* Version 4 does not say what kind of message it was. */
static char *
dup_type (JsonObject *object)
{
  char *type = cor_json_dup_string (object, "tracker_event_type");

  if (type != NULL)
    return type;
  if (cor_json_get_bool (object, "return"))
    return g_strdup ("RCTP");
  return g_strdup (cor_json_get_string (object, "forwarded_to_agent") != NULL ? "CTPT" : "CTSU");
}

static gboolean
read_charges (CorTrackEvent *event,
              JsonObject    *object,
              GError       **error)
{
  JsonArray *charges = cor_json_get_array (object, "charges_information");
  JsonArray *old = cor_json_get_array (object, "charge_amount");

  for (guint i = 0; charges != NULL && i < json_array_get_length (charges); i++)
    {
      JsonObject     *from = cor_json_array_get_object (charges, i);
      CorTrackCharge *charge = cor_track_event_add_charge (event);

      charge->agent = dup_either (cor_json_get_object (from, "agent"), "bicfi", "name");
      if (!cor_payment_json_get_money (from, "amount", &charge->amount, error))
        return FALSE;
    }
  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++)
    {
      JsonObject *from = cor_json_array_get_object (old, i);

      if (!cor_payment_json_money (cor_json_get_string (from, "amount"), cor_json_get_string (from, "currency"), &cor_track_event_add_charge (event)->amount, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_banks (CorTrackEvent *event,
            JsonObject    *object)
{
  JsonObject *parties = cor_json_get_object (object, "serial_parties");

  event->informing = dup_either (object, "tracker_informing_party", "originator");
  event->from = dup_either (object, "from", "originator");
  event->to = dup_either (object, "to", "forwarded_to_agent");
  event->instructed = dup_either (object, "instructed_agent", "forwarded_to_agent");
  event->debtor_agent = cor_json_dup_string (cor_json_has (object, "debtor_agent") ? object : parties, "debtor_agent");
  event->creditor_agent = cor_json_dup_string (cor_json_has (object, "creditor_agent") ? object : parties, "creditor_agent");
}

static void
read_times (CorTrackEvent *event,
            JsonObject    *object)
{
  event->value_date = cor_json_dup_string (object, "interbank_settlement_date");
  event->confirmed_at = get_either_time (object, "confirmed_date", "funds_available");
  event->received_at = get_either_time (object, "received_date_time", "received_date");
  event->sent_at = get_either_time (object, "sender_acknowledgement_receipt_date_time", "sender_acknowledgement_receipt");
  event->created_at = cor_json_get_time (object, "event_creation_date_time");
  if (event->created_at == 0)
    event->created_at = event->sent_at != 0 ? event->sent_at : event->received_at;
}

static gboolean
read_event (CorTrackEvent *event,
            JsonObject    *object,
            GError       **error)
{
  event->reference = cor_json_dup_string (object, "network_reference");
  event->type = dup_type (object);
  event->is_invalid = cor_json_has (object, "valid") && !cor_json_get_bool (object, "valid");
  event->status = dup_either (object, "event_status", "transaction_status");
  event->reason = dup_either (object, "event_status_reason", "transaction_status_reason");
  event->return_reason = dup_either (object, "event_reject_return_reason", "reject_return_reason");
  event->source_currency = cor_json_dup_string (object, "source_currency");
  event->target_currency = cor_json_dup_string (object, "target_currency");
  event->exchange_rate = cor_payment_json_get_rate (object, "exchange_rate");
  event->charge_bearer = cor_json_dup_string (object, "charge_bearer");
  read_banks (event, object);
  read_times (event, object);
  return cor_payment_json_get_money (object, "instructed_amount", &event->instructed_amount, error) &&
         cor_payment_json_get_money (object, "interbank_settlement_amount", &event->interbank_amount, error) &&
         cor_payment_json_get_money (object, "confirmed_amount", &event->confirmed_amount, error) && read_charges (event, object, error);
}

/**
 * cor_gpi_read_track:
 * @object: (nullable): the transactions of one payment
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer full) (nullable)
 */
CorPaymentTrack *
cor_gpi_read_track (JsonObject *object,
                    GError    **error)
{
  g_autoptr (CorPaymentTrack) track = cor_payment_track_new ();
  JsonArray *events = cor_json_get_array (object, "payment_event");

  track->id = cor_json_dup_string (object, "uetr");
  track->status = cor_json_dup_string (object, "transaction_status");
  track->reason = cor_json_dup_string (object, "transaction_status_reason");
  track->return_reason = cor_json_dup_string (object, "reject_return_reason");
  track->cancellation = cor_json_dup_string (object, "transaction_cancellation_status");
  track->initiated_at = get_either_time (object, "initiation_date_time", "initiation_time");
  track->completed_at = get_either_time (object, "completion_date_time", "completion_time");
  track->updated_at = get_either_time (object, "last_update_date_time", "last_update_time");
  track->is_partial = cor_json_get_bool (object, "events_skipped");
  if (track->id == NULL || track->status == NULL)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer is not of a tracker");
      return NULL;
    }
  for (guint i = 0; events != NULL && i < json_array_get_length (events); i++)
    if (!read_event (cor_payment_track_add_event (track), cor_json_array_get_object (events, i), error))
      return NULL;
  return g_steal_pointer (&track);
}
