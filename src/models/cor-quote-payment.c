/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-payment"

#include "config.h"

#include "cor-quote-payment.h"

#include "cor-amount.h"
#include "cor-date.h"

/* A payment that was made, as the question that a quote answers. Of one with compliance there is nothing to ask with. */

/* As the ledger says it, or as ISO 20022 does; SLEV shares, too (fees.md §2). */
static CorChargeBearer
read_bearer (const char *text)
{
  CorChargeBearer bearer = COR_BEARER_SHA;

  if (g_strcmp0 (text, "DEBT") == 0)
    return COR_BEARER_OUR;
  if (g_strcmp0 (text, "CRED") == 0)
    return COR_BEARER_BEN;
  if (text != NULL && cor_charge_bearer_from_key (text, &bearer))
    return bearer;
  return COR_BEARER_SHA;
}

/**
 * cor_quote_payment_is_enough:
 * @view: (nullable): what may be shown of a payment
 *
 * Returns: whether it can be calculated: its amount and both currencies are known
 */
gboolean
cor_quote_payment_is_enough (const CorPaymentView *view)
{
  return view != NULL && !view->is_held && view->send.currency != NULL && view->receive.currency != NULL && view->send.minor > 0;
}

/**
 * cor_quote_payment_get_day:
 * @day: (out): when it was ordered, in the agent's time zone
 *
 * Returns: whether that is known
 */
gboolean
cor_quote_payment_get_day (const CorPaymentView *view,
                           GTimeZone            *time_zone,
                           GDate                *day)
{
  g_autoptr (GDateTime) utc = view->created_at > 0 ? g_date_time_new_from_unix_utc (view->created_at) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, time_zone) : NULL;

  if (local == NULL)
    return FALSE;
  cor_date_set_moment (day, local);
  return TRUE;
}

/**
 * cor_quote_payment_dup_rate:
 *
 * Returns: (transfer full): the rate that was promised, as one would type it; "" where none was
 */
char *
cor_quote_payment_dup_rate (const CorPaymentView *view)
{
  for (guint i = 0; view->lines != NULL && i < view->lines->len; i++)
    {
      const CorPaymentLine *line = view->lines->pdata[i];

      if (line->quoted_rate.digits > 0)
        return cor_decimal_to_string (line->quoted_rate);
    }
  return g_strdup ("");
}

/**
 * cor_quote_payment_take:
 * @form: gets the currencies, the amount and how charges are borne; day and rate are typed, see above
 * @view: enough, see cor_quote_payment_is_enough()
 */
void
cor_quote_payment_take (CorQuoteForm         *form,
                        const CorPaymentView *view)
{
  g_autofree char *amount = NULL;
  CorFeeMode       mode;

  g_return_if_fail (cor_quote_payment_is_enough (view));

  amount = cor_amount_format_number (cor_money_to_decimal (view->send), cor_amount_get_user_locale ());
  cor_quote_form_set_pair (form, view->send.currency, view->receive.currency);
  cor_quote_form_set_amount (form, COR_SIDE_SEND, amount);
  cor_quote_form_set_bearer (form, read_bearer (view->charge_bearer));
  if (view->fee_mode != NULL && cor_fee_mode_from_key (view->fee_mode, &mode))
    cor_quote_form_set_fee_mode (form, mode);
}
