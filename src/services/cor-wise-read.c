/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-wise-read"

#include "config.h"

#include "cor-payment-json.h"

#include "cor-json.h"
#include "cor-service-error.h"

/* A side whose amount is not fixed yet is zero: then it is not known. */
static gboolean
read_side (JsonObject *object,
           const char *value,
           const char *currency,
           CorMoney   *money,
           GError    **error)
{
  if (!cor_payment_json_money (cor_json_get_string (object, value), cor_json_get_string (object, currency), money, error))
    return FALSE;
  if (money->minor == 0)
    money->currency = NULL;
  return TRUE;
}

/**
 * cor_wise_read_transfer:
 * @object: (nullable): a transfer, in either of its forms, or an estimate of its delivery (payments.md §8)
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer full) (nullable): of an estimate, that alone
 */
CorPaymentTrack *
cor_wise_read_transfer (JsonObject *object,
                        GError    **error)
{
  g_autoptr (CorPaymentTrack) track = cor_payment_track_new ();

  track->expected_at = cor_json_get_time (object, "estimatedDeliveryDate");
  if (track->expected_at != 0)
    return g_steal_pointer (&track);
  track->id = cor_json_dup_string (object, "id");
  track->status = cor_json_dup_string (object, "status");
  track->initiated_at = cor_json_get_time (object, "created");
  track->has_issues = cor_json_get_bool (object, "hasActiveIssues");
  track->rate = cor_payment_json_get_rate (object, "rate");
  if (track->id == NULL || track->status == NULL)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer is not a transfer of Wise");
      return NULL;
    }
  if (!read_side (object, "sourceValue", "sourceCurrency", &track->send, error) || !read_side (object, "targetValue", "targetCurrency", &track->receive, error))
    return NULL;
  return g_steal_pointer (&track);
}
