/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-terms"

#include "config.h"

#include "cor-quote-terms.h"

#include "cor-money-error.h"

#include <glib/gi18n-lib.h>

static const char *const bearer_keys[] = { "SHA", "OUR", "BEN", NULL };
static const char *const mode_keys[] = { "on_top", "deducted", NULL };
static const char *const side_keys[] = { "sender", "receiver", NULL };
static const char *const certainty_keys[] = { "exact", "tariff", "estimate", "unknown", NULL };

static gboolean
find_key (const char *const *keys,
          const char        *key,
          guint             *index)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cor_charge_bearer_get_key:
 *
 * Returns: (transfer none): “OUR”, “SHA” or “BEN”
 */
const char *
cor_charge_bearer_get_key (CorChargeBearer bearer)
{
  return bearer_keys[bearer];
}

/**
 * cor_charge_bearer_from_key:
 * @bearer: (out): untouched when there is no such name
 *
 * Returns: whether @key is a name
 */
gboolean
cor_charge_bearer_from_key (const char      *key,
                            CorChargeBearer *bearer)
{
  guint    index = *bearer;
  gboolean is_known = find_key (bearer_keys, key, &index);

  *bearer = (CorChargeBearer) index;
  return is_known;
}

/**
 * cor_fee_mode_get_key:
 *
 * Returns: (transfer none): “on_top” or “deducted”
 */
const char *
cor_fee_mode_get_key (CorFeeMode mode)
{
  return mode_keys[mode];
}

/**
 * cor_fee_mode_from_key:
 * @mode: (out): untouched when there is no such name
 *
 * Returns: whether @key is a name
 */
gboolean
cor_fee_mode_from_key (const char *key,
                       CorFeeMode *mode)
{
  guint    index = *mode;
  gboolean is_known = find_key (mode_keys, key, &index);

  *mode = (CorFeeMode) index;
  return is_known;
}

/**
 * cor_fx_side_get_key:
 *
 * Returns: (transfer none): “sender” or “receiver”
 */
const char *
cor_fx_side_get_key (CorFxSide side)
{
  return side_keys[side];
}

/**
 * cor_fx_side_from_key:
 * @side: (out): untouched when there is no such name
 *
 * Returns: whether @key is a name
 */
gboolean
cor_fx_side_from_key (const char *key,
                      CorFxSide  *side)
{
  guint    index = *side;
  gboolean is_known = find_key (side_keys, key, &index);

  *side = (CorFxSide) index;
  return is_known;
}

/**
 * cor_certainty_get_key:
 *
 * Returns: (transfer none): “exact”, “tariff”, “estimate” or “unknown”
 */
const char *
cor_certainty_get_key (CorCertainty certainty)
{
  return certainty_keys[certainty];
}

/**
 * cor_certainty_from_key:
 * @certainty: (out): untouched when there is no such name
 *
 * Returns: whether @key is a name
 */
gboolean
cor_certainty_from_key (const char   *key,
                        CorCertainty *certainty)
{
  guint    index = *certainty;
  gboolean is_known = find_key (certainty_keys, key, &index);

  *certainty = (CorCertainty) index;
  return is_known;
}

/**
 * cor_charge_new:
 *
 * Returns: (transfer full): the charge
 */
CorCharge *
cor_charge_new (const char  *agent,
                CorMoney     amount,
                CorCertainty certainty)
{
  CorCharge *charge = g_new0 (CorCharge, 1);

  charge->agent = g_strdup (agent);
  charge->amount = amount;
  charge->certainty = certainty;
  return charge;
}

/**
 * cor_charge_free:
 * @charge: (transfer full)
 */
void
cor_charge_free (CorCharge *charge)
{
  g_free (charge->agent);
  g_free (charge);
}

/**
 * cor_quote_terms_copy:
 * @self: (out caller-allocates): to be cleared with cor_quote_terms_clear()
 *
 * Charges and tiers are shared, not copied.
 */
void
cor_quote_terms_copy (CorQuoteTerms       *self,
                      const CorQuoteTerms *other)
{
  *self = *other;
  cor_fee_tariff_copy (&self->sender_fee, &other->sender_fee);
  cor_fee_tariff_copy (&self->receiver_fee, &other->receiver_fee);
  if (self->our_charges != NULL)
    g_ptr_array_ref (self->our_charges);
  if (self->chain != NULL)
    g_ptr_array_ref (self->chain);
  self->rate_source = g_strdup (other->rate_source);
  self->mid_source = g_strdup (other->mid_source);
  self->fee_source = g_strdup (other->fee_source);
  self->promotion = g_strdup (other->promotion);
}

/**
 * cor_quote_terms_clear:
 *
 * Leaves all zero. It may be called again.
 */
void
cor_quote_terms_clear (CorQuoteTerms *self)
{
  static const CorQuoteTerms none = { 0 };

  cor_fee_tariff_clear (&self->sender_fee);
  cor_fee_tariff_clear (&self->receiver_fee);
  g_clear_pointer (&self->our_charges, g_ptr_array_unref);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_free (self->rate_source);
  g_free (self->mid_source);
  g_free (self->fee_source);
  g_free (self->promotion);
  *self = none;
}

static gboolean
fail (GError    **error,
      const char *reason)
{
  g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
check_rates (const CorQuoteTerms *self,
             GError             **error)
{
  if (self->rate.digits <= 0)
    return fail (error, _ ("The exchange rate must be more than zero"));
  if (self->mid_kind != COR_MID_NONE && self->mid.digits <= 0)
    return fail (error, _ ("The reference rate must be more than zero"));
  if (self->send == self->receive && cor_decimal_compare (self->rate, COR_DECIMAL_ONE) != 0)
    return fail (error, _ ("Nothing is converted within one currency: its rate is 1"));
  return TRUE;
}

static gboolean
check_tax (CorDecimal percent)
{
  static const CorDecimal hundred = { 100, 0 };

  return percent.digits == 0 || (percent.digits > 0 && cor_decimal_compare (percent, hundred) <= 0);
}

/* Before the conversion there is only money of the one currency, after it only of the other. */
static gboolean
check_charge (const CorQuoteTerms *self,
              const CorCharge     *charge,
              gboolean             takes_send,
              GError             **error)
{
  const CorCurrency *currency = charge->amount.currency;

  if (charge->amount.minor < 0)
    return fail (error, _ ("A charge is negative"));
  if (currency == self->receive || (currency == self->send && takes_send))
    return TRUE;
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID,
               /* Translators: %s is a currency such as CHF */
               _ ("A bank charges in %s, which is not the currency of the transfer at that place"), currency->code);
  return FALSE;
}

static gboolean
check_charges (const CorQuoteTerms *self,
               GError             **error)
{
  for (guint i = 0; self->our_charges != NULL && i < self->our_charges->len; i++)
    if (!check_charge (self, self->our_charges->pdata[i], TRUE, error))
      return FALSE;
  for (guint i = 0; self->chain != NULL && i < self->chain->len; i++)
    if (!check_charge (self, self->chain->pdata[i], self->fx_at == COR_FX_AT_RECEIVER, error))
      return FALSE;
  return TRUE;
}

/**
 * cor_quote_terms_check:
 * @error: %COR_MONEY_ERROR_INVALID with the reason
 *
 * Any thread.
 *
 * Returns: whether the terms make sense; only then may they be quoted
 */
gboolean
cor_quote_terms_check (const CorQuoteTerms *self,
                       GError             **error)
{
  g_return_val_if_fail (self->send != NULL && self->receive != NULL, FALSE);

  if (!check_tax (self->fee_tax_percent) || !check_tax (self->transfer_tax_percent) || !check_tax (self->receiver_fee_tax_percent))
    return fail (error, _ ("A tax is negative or above 100 percent"));
  return check_rates (self, error) &&
         cor_fee_tariff_check (&self->sender_fee, error) &&
         cor_fee_tariff_check (&self->receiver_fee, error) &&
         check_charges (self, error);
}

/**
 * cor_quote_terms_is_deducted:
 *
 * Returns: whether the sender's fee comes out of the amount: with BEN it always does (fees.md §3)
 */
gboolean
cor_quote_terms_is_deducted (const CorQuoteTerms *self)
{
  return self->fee_mode == COR_FEE_DEDUCTED || self->bearer == COR_BEARER_BEN;
}
