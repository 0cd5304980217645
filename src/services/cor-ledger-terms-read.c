/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ledger-terms-read"

#include "config.h"

#include "cor-payment-json.h"

#include "cor-json.h"
#include "cor-service-error.h"

/* A first answer within a year is none. */
#define MOST_MINUTES (366 * 24 * 60)

/**
 * cor_ledger_read_about:
 * @object: (nullable): the answer of /ledger/v1 (ledger.md)
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer full) (nullable)
 */
CorLedgerAbout *
cor_ledger_read_about (JsonObject *object,
                       GError    **error)
{
  CorLedgerAbout *about;

  if (cor_json_get_array (object, "capabilities") == NULL)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer is not what a ledger says of itself");
      return NULL;
    }
  about = cor_ledger_about_new ();
  about->company = cor_json_dup_string (object, "company");
  about->version = cor_json_dup_string (object, "version");
  about->capabilities = cor_json_dup_strings (object, "capabilities");
  return about;
}

static void
read_targets (CorLedgerPolicy *policy,
              JsonArray       *rows)
{
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject      *row = cor_json_array_get_object (rows, i);
      const char      *minutes = cor_json_get_string (row, "first_minutes"); /* a number, read exactly */
      CorLedgerTarget *target = cor_ledger_policy_add_target (policy);

      target->status = cor_json_dup_string (row, "status");
      target->tier = cor_json_dup_string (row, "tier");
      target->level = cor_json_dup_string (row, "level");
      target->first = minutes != NULL ? CLAMP (g_ascii_strtoll (minutes, NULL, 10), 0, MOST_MINUTES) : 0;
    }
}

static gboolean
read_thresholds (CorLedgerPolicy *policy,
                 JsonArray       *rows,
                 GError         **error)
{
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = cor_json_array_get_object (rows, i);

      if (!cor_payment_json_money (cor_json_get_string (row, "amount"), cor_json_get_string (row, "currency"),
                                   &cor_ledger_policy_add_threshold (policy)->amount, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_goodwill (CorLedgerPolicy *policy,
               JsonArray       *rows,
               GError         **error)
{
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject        *row = cor_json_array_get_object (rows, i);
      CorLedgerGoodwill *goodwill = cor_ledger_policy_add_goodwill (policy);

      goodwill->level = cor_json_dup_string (row, "level");
      if (!cor_payment_json_money (cor_json_get_string (row, "amount"), cor_json_get_string (row, "currency"), &goodwill->amount, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cor_ledger_read_policy:
 * @object: (nullable): the answer of /ledger/v1/policy (ledger.md), of which the contract names what is in it and leaves
 *   the form to us: "sla" and "levels" [{status, tier?, first_minutes?, level?}], "large_value" [{currency, amount}],
 *   "goodwill" [{level, currency, amount}]; whatever else is there is not read
 * @error: %COR_SERVICE_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer full) (nullable)
 */
CorLedgerPolicy *
cor_ledger_read_policy (JsonObject *object,
                        GError    **error)
{
  g_autoptr (CorLedgerPolicy) policy = cor_ledger_policy_new ();

  if (object == NULL)
    {
      g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer is not the policy of a ledger");
      return NULL;
    }
  read_targets (policy, cor_json_get_array (object, "sla"));
  read_targets (policy, cor_json_get_array (object, "levels"));
  if (!read_thresholds (policy, cor_json_get_array (object, "large_value"), error) || !read_goodwill (policy, cor_json_get_array (object, "goodwill"), error))
    return NULL;
  return g_steal_pointer (&policy);
}
