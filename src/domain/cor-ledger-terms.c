/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ledger-terms.h"

#include "cor-fields.h"

#include <string.h>

/* The keys are those in the database. */
static const CorField about_list[] = {
  { "company", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorLedgerAbout, company), NULL },
  { "version", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorLedgerAbout, version), NULL },
  { "capabilities", COR_FIELD_TEXTS, G_STRUCT_OFFSET (CorLedgerAbout, capabilities), NULL },
  { NULL, COR_FIELD_TEXT, 0, NULL }
};
static const CorFields about_fields = { sizeof (CorLedgerAbout), about_list };

static const CorField target_list[] = {
  { "status", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorLedgerTarget, status), NULL },
  { "tier", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorLedgerTarget, tier), NULL },
  { "first", COR_FIELD_NUMBER, G_STRUCT_OFFSET (CorLedgerTarget, first), NULL },
  { "level", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorLedgerTarget, level), NULL },
  { NULL, COR_FIELD_TEXT, 0, NULL }
};
static const CorFields target_fields = { sizeof (CorLedgerTarget), target_list };

static const CorField threshold_list[] = {
  { "amount", COR_FIELD_MONEY, G_STRUCT_OFFSET (CorLedgerThreshold, amount), NULL },
  { NULL, COR_FIELD_TEXT, 0, NULL }
};
static const CorFields threshold_fields = { sizeof (CorLedgerThreshold), threshold_list };

static const CorField goodwill_list[] = {
  { "level", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorLedgerGoodwill, level), NULL },
  { "amount", COR_FIELD_MONEY, G_STRUCT_OFFSET (CorLedgerGoodwill, amount), NULL },
  { NULL, COR_FIELD_TEXT, 0, NULL }
};
static const CorFields goodwill_fields = { sizeof (CorLedgerGoodwill), goodwill_list };

static const CorField policy_list[] = {
  { "targets", COR_FIELD_LIST, G_STRUCT_OFFSET (CorLedgerPolicy, targets), &target_fields },
  { "thresholds", COR_FIELD_LIST, G_STRUCT_OFFSET (CorLedgerPolicy, thresholds), &threshold_fields },
  { "goodwill", COR_FIELD_LIST, G_STRUCT_OFFSET (CorLedgerPolicy, goodwill), &goodwill_fields },
  { NULL, COR_FIELD_TEXT, 0, NULL }
};
static const CorFields policy_fields = { sizeof (CorLedgerPolicy), policy_list };

CorLedgerAbout *
cor_ledger_about_new (void)
{
  return cor_fields_new (&about_fields);
}

void
cor_ledger_about_free (CorLedgerAbout *self)
{
  cor_fields_free (&about_fields, self);
}

/**
 * cor_ledger_about_to_bytes:
 *
 * Returns: (transfer full): the form in which the store keeps it
 */
GBytes *
cor_ledger_about_to_bytes (const CorLedgerAbout *self)
{
  return cor_fields_to_bytes (&about_fields, self);
}

/**
 * cor_ledger_about_from_bytes:
 * @bytes: from cor_ledger_about_to_bytes(), of whatever version
 *
 * Returns: (transfer full)
 */
CorLedgerAbout *
cor_ledger_about_from_bytes (GBytes *bytes)
{
  return cor_fields_from_bytes (&about_fields, bytes);
}

/**
 * cor_ledger_about_get_parts:
 * @self: (nullable): %NULL: it did not say
 *
 * Returns: what it may be asked for: all, where it says nothing of it
 */
CorLedgerParts
cor_ledger_about_get_parts (const CorLedgerAbout *self)
{
  static const char *const names[] = { "payments", "customers", "limits", "fees", "stats" };
  guint                    parts = COR_LEDGER_HAS_NOTHING;

  if (self == NULL || self->capabilities == NULL)
    return COR_LEDGER_HAS_ALL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strv_contains ((const char *const *) self->capabilities, names[i]))
      parts |= 1u << i;
  return (CorLedgerParts) parts;
}

CorLedgerPolicy *
cor_ledger_policy_new (void)
{
  return cor_fields_new (&policy_fields);
}

void
cor_ledger_policy_free (CorLedgerPolicy *self)
{
  cor_fields_free (&policy_fields, self);
}

static gpointer
add (GPtrArray       *list,
     const CorFields *fields)
{
  gpointer item = cor_fields_new (fields);

  g_ptr_array_add (list, item);
  return item;
}

/**
 * cor_ledger_policy_add_target:
 *
 * Returns: (transfer none): a new one at the end, of which nothing is said yet
 */
CorLedgerTarget *
cor_ledger_policy_add_target (CorLedgerPolicy *self)
{
  return add (self->targets, &target_fields);
}

/**
 * cor_ledger_policy_add_threshold:
 *
 * Returns: (transfer none): likewise
 */
CorLedgerThreshold *
cor_ledger_policy_add_threshold (CorLedgerPolicy *self)
{
  return add (self->thresholds, &threshold_fields);
}

/**
 * cor_ledger_policy_add_goodwill:
 *
 * Returns: (transfer none): likewise
 */
CorLedgerGoodwill *
cor_ledger_policy_add_goodwill (CorLedgerPolicy *self)
{
  return add (self->goodwill, &goodwill_fields);
}

/**
 * cor_ledger_policy_to_bytes:
 *
 * Returns: (transfer full): the form in which the store keeps it
 */
GBytes *
cor_ledger_policy_to_bytes (const CorLedgerPolicy *self)
{
  return cor_fields_to_bytes (&policy_fields, self);
}

/**
 * cor_ledger_policy_from_bytes:
 * @bytes: from cor_ledger_policy_to_bytes(), of whatever version
 *
 * Returns: (transfer full)
 */
CorLedgerPolicy *
cor_ledger_policy_from_bytes (GBytes *bytes)
{
  return cor_fields_from_bytes (&policy_fields, bytes);
}

/**
 * cor_ledger_policy_is_large:
 * @amount: of a payment, as it is sent
 *
 * Returns: whether it is at or above the company's threshold (domain.md §4); in a currency without one it is not
 *   guessed at
 */
gboolean
cor_ledger_policy_is_large (const CorLedgerPolicy *self,
                            CorMoney               amount)
{
  for (guint i = 0; amount.currency != NULL && i < self->thresholds->len; i++)
    {
      CorMoney threshold = ((const CorLedgerThreshold *) self->thresholds->pdata[i])->amount;

      if (threshold.currency == amount.currency && threshold.minor > 0 && amount.minor >= threshold.minor)
        return TRUE;
    }
  return FALSE;
}

/* A policy may name a status as the ledger does, or as the workstation does. */
static gboolean
is_of_status (const CorLedgerTarget *target,
              CorPaymentStatus       status)
{
  CorLedgerState state = cor_ledger_state_from_key (target->status);

  if (target->status == NULL)
    return FALSE;
  return strcmp (target->status, cor_payment_status_get_key (status)) == 0 ||
         (state != COR_LEDGER_UNKNOWN && cor_payment_status_from_ledger (state) == status);
}

/**
 * cor_ledger_policy_get_first:
 * @tier: (nullable): %COR_TIER_LARGE_VALUE, or another; %NULL: what is said for everybody
 *
 * Returns: minutes to the first answer; 0: the policy does not say
 */
gint64
cor_ledger_policy_get_first (const CorLedgerPolicy *self,
                             CorPaymentStatus       status,
                             const char            *tier)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const CorLedgerTarget *target = self->targets->pdata[i];

      if (target->first > 0 && is_of_status (target, status) && g_strcmp0 (target->tier, tier) == 0)
        return target->first;
    }
  return 0;
}

/**
 * cor_ledger_policy_get_level:
 * @tier: (nullable): as with cor_ledger_policy_get_first()
 *
 * Returns: (transfer none) (nullable): who may do what is next at that status; %NULL: the policy does not say
 */
const char *
cor_ledger_policy_get_level (const CorLedgerPolicy *self,
                             CorPaymentStatus       status,
                             const char            *tier)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const CorLedgerTarget *target = self->targets->pdata[i];

      if (target->level != NULL && is_of_status (target, status) && g_strcmp0 (target->tier, tier) == 0)
        return target->level;
    }
  return NULL;
}
