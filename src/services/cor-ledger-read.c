/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ledger-read"

#include "config.h"

#include "cor-payment-json.h"

#include "cor-json.h"
#include "cor-service-error.h"

#include <string.h>

#define HOUR 3600

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, message);
  return FALSE;
}

static gboolean
read_fees (CorPayment *payment,
           JsonArray  *fees,
           GError    **error)
{
  for (guint i = 0; fees != NULL && i < json_array_get_length (fees); i++)
    {
      JsonObject    *object = cor_json_array_get_object (fees, i);
      CorPaymentFee *fee = cor_payment_add_fee (payment);

      fee->kind = cor_json_dup_string (object, "kind");
      fee->certainty = cor_amount_certainty_from_key (cor_json_get_string (object, "certainty"));
      if (!cor_payment_json_money (cor_json_get_string (object, "amount"), cor_json_get_string (object, "currency"), &fee->amount, error))
        return FALSE;
    }
  return TRUE;
}

static void
read_documents (CorPayment *payment,
                JsonArray  *documents)
{
  for (guint i = 0; documents != NULL && i < json_array_get_length (documents); i++)
    {
      JsonObject         *object = cor_json_array_get_object (documents, i);
      CorPaymentDocument *document = cor_payment_add_document (payment);

      document->kind = cor_json_dup_string (object, "kind");
      document->state = cor_json_dup_string (object, "state");
      document->due = cor_json_get_time (object, "due");
    }
}

static void
read_people (CorPayment *payment,
             JsonObject *object)
{
  JsonObject *payer = cor_json_get_object (object, "payer");
  JsonObject *payee = cor_json_get_object (object, "payee");

  payment->payer_name = cor_json_dup_string (payer, "name");
  payment->payer_role = cor_json_dup_string (payer, "role");
  payment->payee_name = cor_json_dup_string (payee, "name_masked");
  payment->payee_country = cor_json_dup_string (payee, "country");
  payment->payee_last4 = cor_json_dup_string (payee, "account_last4");
}

static gboolean
read_money (CorPayment *payment,
            JsonObject *object,
            GError    **error)
{
  JsonObject *rate = cor_json_get_object (object, "rate");
  JsonObject *mid = cor_json_get_object (object, "mid");

  payment->charge_bearer = cor_json_dup_string (object, "charge_bearer");
  payment->fee_mode = cor_json_dup_string (object, "fee_mode");
  payment->rate = cor_payment_json_get_rate (rate, "value");
  payment->rate_at = cor_json_get_time (rate, "booked_at");
  payment->mid = cor_payment_json_get_rate (mid, "value");
  payment->mid_at = cor_json_get_time (mid, "at");
  payment->mid_source = cor_json_dup_string (mid, "source");
  payment->receive_certainty = cor_amount_certainty_from_key (cor_json_get_string (cor_json_get_object (object, "receive"), "certainty"));
  return cor_payment_json_get_money (object, "send", &payment->send, error) && cor_payment_json_get_money (object, "receive", &payment->receive, error) &&
         read_fees (payment, cor_json_get_array (object, "fees"), error);
}

static gboolean
read_rest (CorPayment *payment,
           JsonObject *object,
           GError    **error)
{
  JsonObject *schedule = cor_json_get_object (object, "schedule");
  JsonObject *expected = cor_json_get_object (object, "expected");

  payment->rail = cor_json_dup_string (object, "rail");
  payment->created_at = cor_json_get_time (object, "created_at");
  payment->state = cor_ledger_state_from_key (cor_json_get_string (object, "state"));
  payment->state_since = cor_json_get_time (object, "state_since");
  payment->schedule_id = cor_json_dup_string (schedule, "id");
  payment->schedule_version = cor_json_dup_string (schedule, "version");
  payment->expected_from = cor_json_get_time (expected, "from");
  payment->expected_to = cor_json_get_time (expected, "to");
  payment->expected_basis = cor_json_dup_string (expected, "basis");
  read_people (payment, object);
  read_documents (payment, cor_json_get_array (object, "documents"));
  return read_money (payment, object, error);
}

/* Whatever it is that is not “none”: a ledger that says it in another way does not mean that there is no hold. */
static gboolean
is_held (JsonObject *object)
{
  JsonNode *hold = object != NULL ? json_object_get_member (object, "hold") : NULL;

  return hold != NULL && !JSON_NODE_HOLDS_NULL (hold) && g_strcmp0 (cor_json_get_string (object, "hold"), "none") != 0;
}

/**
 * cor_ledger_read_payment:
 * @object: (nullable): a Payment of ledger.md
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Of a payment with compliance nothing is taken but its names and the flag, and a hold of a name that we do not know is
 * one (ledger.md, rule 1).
 *
 * Returns: (transfer full) (nullable)
 */
CorPayment *
cor_ledger_read_payment (JsonObject *object,
                         GError    **error)
{
  g_autoptr (CorPayment) payment = cor_payment_new ();

  payment->reference = cor_json_dup_string (object, "reference");
  payment->uetr = cor_json_dup_string (object, "uetr");
  payment->customer_id = cor_json_dup_string (object, "customer_id");
  payment->related = cor_json_dup_strings (object, "related");
  payment->is_held = is_held (object);
  if (payment->reference == NULL)
    {
      fail (error, "The answer is not a payment of a ledger");
      return NULL;
    }
  return payment->is_held || read_rest (payment, object, error) ? g_steal_pointer (&payment) : NULL;
}

/* Hours with decimals. */
static gint64
get_hours (JsonObject *object,
           const char *member)
{
  const char *text = cor_json_get_string (object, member);
  CorDecimal  hours = COR_DECIMAL_ZERO;
  CorDecimal  rounded = COR_DECIMAL_ZERO;

  if (text == NULL || !cor_decimal_parse (text, &hours, NULL) || !cor_decimal_round (hours, 3, COR_ROUNDING_HALF_UP, &rounded))
    return -1;
  return rounded.digits < G_MAXINT64 / HOUR ? rounded.digits * HOUR / 1000 : -1;
}

/**
 * cor_ledger_read_arrival:
 * @object: (nullable): the statistics of a corridor and a rail (ledger.md)
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer full) (nullable)
 */
CorArrival *
cor_ledger_read_arrival (JsonObject *object,
                         GError    **error)
{
  g_autoptr (CorArrival) arrival = cor_arrival_new ();
  JsonArray *rows = cor_json_get_array (object, "remaining_hours");

  arrival->corridor = cor_json_dup_string (object, "corridor");
  arrival->rail = cor_json_dup_string (object, "rail");
  arrival->n = MAX (get_hours (object, "n"), 0) / HOUR;
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject    *from = cor_json_array_get_object (rows, i);
      CorArrivalRow *row = cor_arrival_add_row (arrival);

      row->age = get_hours (from, "age_hours");
      row->p50 = get_hours (from, "p50");
      row->p90 = get_hours (from, "p90");
      row->n = get_hours (from, "n") / HOUR;
      if (row->age < 0 || row->p50 < 0 || row->p90 < row->p50 || row->n < 0)
        {
          fail (error, "The answer has statistics that are none");
          return NULL;
        }
    }
  if (arrival->corridor != NULL && arrival->rail != NULL && rows != NULL)
    return g_steal_pointer (&arrival);
  fail (error, "The answer is not the statistics of a corridor");
  return NULL;
}

/**
 * cor_ledger_read_limits:
 * @items: the limits of a customer (ledger.md)
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer full) (nullable)
 */
CorPaymentLimits *
cor_ledger_read_limits (JsonArray *items,
                        GError   **error)
{
  g_autoptr (CorPaymentLimits) limits = cor_payment_limits_new ();

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject      *object = cor_json_array_get_object (items, i);
      CorPaymentLimit *limit = cor_payment_limits_add (limits);
      const char      *currency = cor_json_get_string (object, "currency");

      limit->name = cor_json_dup_string (object, "name");
      limit->period = cor_json_dup_string (object, "period");
      limit->resets_at = cor_json_get_time (object, "resets_at");
      if (!cor_payment_json_money (cor_json_get_string (object, "limit"), currency, &limit->limit, error) ||
          !cor_payment_json_money (cor_json_get_string (object, "used"), currency, &limit->used, error))
        return NULL;
    }
  return g_steal_pointer (&limits);
}
