/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-limit.h"

#include "cor-fields.h"

/* The keys are those in the database. */
static const CorField limit_list[] = {
  { "name", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorPaymentLimit, name), NULL },
  { "period", COR_FIELD_TEXT, G_STRUCT_OFFSET (CorPaymentLimit, period), NULL },
  { "limit", COR_FIELD_MONEY, G_STRUCT_OFFSET (CorPaymentLimit, limit), NULL },
  { "used", COR_FIELD_MONEY, G_STRUCT_OFFSET (CorPaymentLimit, used), NULL },
  { "resets_at", COR_FIELD_NUMBER, G_STRUCT_OFFSET (CorPaymentLimit, resets_at), NULL },
  { NULL, COR_FIELD_TEXT, 0, NULL }
};
static const CorFields limit_fields = { sizeof (CorPaymentLimit), limit_list };

static const CorField limits_list[] = {
  { "items", COR_FIELD_LIST, G_STRUCT_OFFSET (CorPaymentLimits, items), &limit_fields },
  { NULL, COR_FIELD_TEXT, 0, NULL }
};
static const CorFields limits_fields = { sizeof (CorPaymentLimits), limits_list };

/**
 * cor_payment_limit_get_remaining:
 *
 * Returns: what is left of it, never less than nothing; without a currency where the ledger did not say both figures
 */
CorMoney
cor_payment_limit_get_remaining (const CorPaymentLimit *self)
{
  CorMoney nothing = { 0, NULL };

  if (self->limit.currency == NULL || self->used.currency != self->limit.currency)
    return nothing;
  if (self->used.minor <= 0)
    return self->limit;
  return cor_money_new (MAX (self->limit.minor - self->used.minor, 0), self->limit.currency);
}

CorPaymentLimits *
cor_payment_limits_new (void)
{
  return cor_fields_new (&limits_fields);
}

void
cor_payment_limits_free (CorPaymentLimits *self)
{
  cor_fields_free (&limits_fields, self);
}

/**
 * cor_payment_limits_add:
 *
 * Returns: (transfer none): a new one at the end, of which nothing is said yet
 */
CorPaymentLimit *
cor_payment_limits_add (CorPaymentLimits *self)
{
  CorPaymentLimit *limit = cor_fields_new (&limit_fields);

  g_ptr_array_add (self->items, limit);
  return limit;
}

/**
 * cor_payment_limits_to_bytes:
 *
 * Returns: (transfer full): the form in which the store keeps them
 */
GBytes *
cor_payment_limits_to_bytes (const CorPaymentLimits *self)
{
  return cor_fields_to_bytes (&limits_fields, self);
}

/**
 * cor_payment_limits_from_bytes:
 * @bytes: from cor_payment_limits_to_bytes(), of whatever version
 *
 * Returns: (transfer full)
 */
CorPaymentLimits *
cor_payment_limits_from_bytes (GBytes *bytes)
{
  return cor_fields_from_bytes (&limits_fields, bytes);
}

/**
 * cor_payment_limits_find_meant:
 * @self: (nullable)
 *
 * Returns: (transfer none) (nullable): the only one, or the only one that is used up; which of several is meant is not
 *   guessed
 */
const CorPaymentLimit *
cor_payment_limits_find_meant (const CorPaymentLimits *self)
{
  const CorPaymentLimit *found = NULL;

  if (self == NULL || self->items->len == 0)
    return NULL;
  if (self->items->len == 1)
    return self->items->pdata[0];
  for (guint i = 0; i < self->items->len; i++)
    {
      const CorPaymentLimit *limit = self->items->pdata[i];
      CorMoney               left = cor_payment_limit_get_remaining (limit);

      if (left.currency == NULL || left.minor > 0)
        continue;
      if (found != NULL)
        return NULL;
      found = limit;
    }
  return found;
}

/**
 * cor_payment_limits_fill:
 * @self: (nullable): of the customer who reads it, and of nobody else
 *
 * Says what templates may say of the one that is meant.
 */
void
cor_payment_limits_fill (const CorPaymentLimits *self,
                         CorTemplateValues      *values)
{
  const CorPaymentLimit *limit = cor_payment_limits_find_meant (self);
  CorMoney               left = { 0, NULL };

  if (limit == NULL)
    return;
  left = cor_payment_limit_get_remaining (limit);
  if (limit->name != NULL)
    cor_template_values_set_text (values, "limit.name", limit->name);
  if (limit->limit.currency != NULL)
    cor_template_values_set_money (values, "limit.amount", limit->limit);
  if (left.currency != NULL)
    cor_template_values_set_money (values, "limit.remaining", left);
  if (limit->resets_at != 0)
    cor_template_values_set_moment (values, "limit.resets_at", limit->resets_at);
}
