/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-view-private.h"

#include "cor-exact.h"

static CorPaymentLine *
add_line (CorPaymentView    *self,
          const char        *key,
          CorMoney           quoted,
          CorMoney           actual,
          CorAmountCertainty certainty)
{
  CorPaymentLine *line = g_new0 (CorPaymentLine, 1);

  line->key = key;
  line->quoted = quoted;
  line->actual = actual;
  line->certainty = certainty;
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
add_difference (CorPaymentView   *self,
                CorDifferenceKind kind,
                const char       *agent,
                gint64            minor)
{
  CorDifference *difference;

  if (minor == 0)
    return;
  difference = g_new0 (CorDifference, 1);
  difference->kind = kind;
  difference->agent = g_strdup (agent);
  difference->amount = cor_money_new (minor, self->receive.currency);
  g_ptr_array_add (self->differences, difference);
}

static const CorPaymentHop *
find_conversion (const CorPaymentView *self,
                 const CorPayment     *payment)
{
  for (guint i = 0; i < self->hops->len; i++)
    {
      const CorPaymentHop *hop = self->hops->pdata[i];

      if (hop->rate.digits > 0 && g_strcmp0 (hop->rate_from, payment->send.currency->code) == 0 &&
          g_strcmp0 (hop->rate_to, payment->receive.currency->code) == 0)
        return hop;
    }
  return NULL;
}

/* The fees in one currency that were taken into account beforehand. */
static gint64
sum_fees (const CorPayment  *payment,
          const CorCurrency *currency)
{
  CorExact sum = cor_exact_new (0, 0);
  gint64   minor = 0;

  for (guint i = 0; i < payment->fees->len; i++)
    {
      const CorPaymentFee *fee = payment->fees->pdata[i];

      if (fee->amount.currency == currency && fee->certainty != COR_AMOUNT_UNKNOWN)
        sum = cor_exact_add (sum, cor_exact_new (fee->amount.minor, 0));
    }
  return cor_exact_round (sum, 0, COR_ROUNDING_HALF_UP, &minor) ? minor : 0;
}

/* What was to be converted. */
static CorMoney
get_sent (const CorPayment *payment)
{
  CorMoney amount = payment->send;

  if (g_strcmp0 (payment->fee_mode, "deducted") == 0)
    amount.minor -= sum_fees (payment, payment->send.currency);
  return amount;
}

/* What was to arrive: as the ledger expected it; where it has been credited already, counted again from the amounts. */
static gboolean
get_quoted (const CorPayment *payment,
            CorMoney         *quoted)
{
  if (payment->receive.currency != NULL && payment->receive_certainty == COR_AMOUNT_EXPECTED)
    {
      *quoted = payment->receive;
      return TRUE;
    }
  if (payment->send.currency == NULL || payment->receive.currency == NULL || payment->rate.digits <= 0)
    return FALSE;
  if (!cor_money_convert (get_sent (payment), payment->rate, payment->receive.currency, COR_ROUNDING_HALF_UP, quoted))
    return FALSE;
  if (payment->send.currency != payment->receive.currency)
    quoted->minor -= sum_fees (payment, payment->receive.currency);
  return TRUE;
}

/* Before that the ledger's figures are what was ordered; nothing has come of them. */
static gboolean
was_sent (const CorPaymentView *self)
{
  return self->status != COR_PAYMENT_WAITING_FOR_FUNDS && self->status != COR_PAYMENT_CANCELLED;
}

static void
compare_fees (CorPaymentView   *self,
              const CorPayment *payment)
{
  for (guint i = 0; i < payment->fees->len; i++)
    {
      const CorPaymentFee *fee = payment->fees->pdata[i];
      CorMoney             none = { 0, NULL };
      gboolean             is_actual = was_sent (self) && (fee->certainty == COR_AMOUNT_BOOKED || fee->certainty == COR_AMOUNT_REPORTED);

      add_line (self, "fee", fee->amount, is_actual ? fee->amount : none, was_sent (self) ? fee->certainty : COR_AMOUNT_UNKNOWN)->what = g_strdup (fee->kind);
    }
}

static gint64
compare_rates (CorPaymentView   *self,
               const CorPayment *payment)
{
  const CorPaymentHop *hop = find_conversion (self, payment);
  CorMoney             none = { 0, NULL };
  CorMoney             expected = none;
  CorMoney             actual = none;
  CorPaymentLine      *line;

  if (payment->rate.digits <= 0)
    return 0;
  line = add_line (self, "rate", none, none, hop != NULL ? COR_AMOUNT_REPORTED : COR_AMOUNT_UNKNOWN);
  line->quoted_rate = payment->rate;
  if (hop == NULL)
    return 0;
  line->actual_rate = hop->rate;
  if (!cor_money_convert (get_sent (payment), payment->rate, payment->receive.currency, COR_ROUNDING_HALF_UP, &expected) ||
      !cor_money_convert (get_sent (payment), hop->rate, payment->receive.currency, COR_ROUNDING_HALF_UP, &actual))
    return 0;
  add_difference (self, COR_DIFFERENCE_RATE, hop->agent, actual.minor - expected.minor);
  return actual.minor - expected.minor;
}

/* What banks took in the receive currency; what had been expected of them is no difference. */
static gint64
compare_charges (CorPaymentView   *self,
                 const CorPayment *payment)
{
  gint64 expected = sum_fees (payment, payment->receive.currency);
  gint64 sum = 0;

  if (payment->send.currency == payment->receive.currency)
    expected = 0;
  for (guint i = 0; i < self->hops->len; i++)
    {
      const CorPaymentHop *hop = self->hops->pdata[i];
      gint64               taken = hop->charge.currency == payment->receive.currency ? hop->charge.minor : 0;
      gint64               covered = MIN (taken, expected);

      if (hop->role == COR_HOP_SENDER)
        continue;
      expected -= covered;
      sum -= taken - covered;
      add_difference (self, hop->role == COR_HOP_BENEFICIARY_BANK ? COR_DIFFERENCE_BENEFICIARY_BANK : COR_DIFFERENCE_CORRESPONDENT, hop->agent, covered - taken);
    }
  return sum;
}

static gboolean
get_actual (const CorPaymentView *self,
            const CorPayment     *payment,
            CorMoney             *actual,
            CorAmountCertainty   *certainty)
{
  if (self->credited.currency == payment->receive.currency && self->credited.currency != NULL)
    {
      *actual = self->credited;
      *certainty = COR_AMOUNT_REPORTED;
      return TRUE;
    }
  if (self->status == COR_PAYMENT_CREDITED && payment->receive.currency != NULL && payment->receive_certainty >= COR_AMOUNT_REPORTED)
    {
      *actual = payment->receive;
      *certainty = payment->receive_certainty;
      return TRUE;
    }
  return FALSE;
}

/*
 * cor_payment_view_compare:
 * @payment: (nullable): as the ledger has it
 *
 * Line by line what was quoted and what came, and whose doing the difference is. What the amounts show and nobody
 * explains stays so (payments.md §4.5).
 */
void
cor_payment_view_compare (CorPaymentView   *self,
                          const CorPayment *payment)
{
  CorMoney           none = { 0, NULL };
  CorMoney           quoted = none;
  CorMoney           actual = none;
  CorAmountCertainty certainty = COR_AMOUNT_UNKNOWN;
  gboolean           has_quoted;
  gboolean           has_actual;
  gint64             rest;

  if (payment == NULL || payment->send.currency == NULL || payment->receive.currency == NULL)
    return;
  add_line (self, "send", payment->send, was_sent (self) ? payment->send : none, was_sent (self) ? COR_AMOUNT_BOOKED : COR_AMOUNT_UNKNOWN);
  compare_fees (self, payment);
  has_quoted = get_quoted (payment, &quoted);
  has_actual = get_actual (self, payment, &actual, &certainty);
  rest = has_quoted && has_actual ? actual.minor - quoted.minor : 0;
  rest -= compare_rates (self, payment);
  if (has_quoted && has_actual)
    add_difference (self, COR_DIFFERENCE_UNEXPLAINED, NULL, rest - compare_charges (self, payment));
  else
    compare_charges (self, payment);
  add_line (self, "receive", has_quoted ? quoted : none, has_actual ? actual : none, certainty);
}
