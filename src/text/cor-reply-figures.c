/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-figures"

#include "config.h"

#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An amount this near to a known one is meant to be that one. */
#define NEAR_PERCENT 20

/* No unit of a currency is worth so many of another. */
#define BEYOND_RATES 100000

/* Of the digits that two readings of an amount have. */
#define N_FIGURES 10

static gboolean
is_among (const GArray         *figures,
          const CorReplyAmount *amount)
{
  CorDecimal other = { amount->value.digits, amount->is_ambiguous ? 3 : amount->value.scale };

  for (guint i = 0; i < figures->len; i++)
    {
      CorMoney money = g_array_index (figures, CorMoney, i);

      if (money.currency == amount->currency && (cor_decimal_compare (cor_money_to_decimal (money), amount->value) == 0 || cor_decimal_compare (cor_money_to_decimal (money), other) == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known (const CorReplyWork   *work,
          const CorReplyAmount *amount)
{
  return is_among (work->context->amounts, amount);
}

/* Why this figure is not for whoever reads it; NULL: it may be. */
static const char *
find_why_withheld (const CorReplyWork   *work,
                   const CorReplyAmount *amount)
{
  const char *why = cor_reply_work_why_told_nothing (work, _ ("This person is not verified here: no amount may be confirmed."));

  if (why != NULL)
    return is_known (work, amount) ? why : NULL;
  return is_among (work->context->withheld, amount) ? _ ("A payee is told only what was credited: this figure is the payer’s.") : NULL;
}

/* In minor units; FALSE: it has more decimals than the currency. */
static gboolean
get_minor (const CorReplyAmount *amount,
           gint64               *minor)
{
  CorDecimal rounded;

  if (!cor_decimal_round (amount->value, amount->currency->exponent, COR_ROUNDING_DOWN, &rounded) || cor_decimal_compare (rounded, amount->value) != 0)
    return FALSE;
  *minor = rounded.digits;
  return TRUE;
}

static guint
count_figures (gint64 n,
               guint *counts)
{
  guint n_figures = 0;

  while (n > 0 && n % 10 == 0)
    n /= 10;
  for (; n > 0; n /= 10, n_figures++)
    counts[n % 10]++;
  return n_figures;
}

/* 950 for 905, 9050 for 905: what fingers do. Of 10 and 100 nobody can tell. */
static gboolean
is_slip (gint64 minor,
         gint64 known)
{
  guint    counts[2][N_FIGURES] = { { 0 } };
  gint64   distance = ABS (minor - known);
  guint    n_figures;
  gboolean is_permuted;

  if (minor <= 0 || known <= 0)
    return FALSE;
  n_figures = count_figures (minor, counts[0]);
  count_figures (known, counts[1]);
  is_permuted = n_figures > 1 && memcmp (counts[0], counts[1], sizeof counts[0]) == 0;
  return is_permuted || distance <= known / 100 * NEAR_PERCENT;
}

/* "We deducted 25.00 USD": said as a fact of this payment, however far it is from every figure of it. */
static gboolean
is_said_of_payment (CorReplyWork         *work,
                    const CorReplyAmount *amount)
{
  gsize start = 0;
  gsize end = 0;

  cor_reply_work_get_sentence (work, amount->number_start, &start, &end);
  return cor_reply_work_has (work, "charged", start, end);
}

/* The figure that was meant; NULL: it may well be another one. */
static const CorMoney *
find_meant (CorReplyWork         *work,
            const CorReplyAmount *amount)
{
  const CorMoney *meant = NULL;
  gint64          minor = 0;
  gboolean        is_fact;

  if (!get_minor (amount, &minor))
    return NULL;
  is_fact = is_said_of_payment (work, amount);
  for (guint i = 0; i < work->context->amounts->len; i++)
    {
      const CorMoney *money = &g_array_index (work->context->amounts, CorMoney, i);

      if (money->currency == amount->currency && (is_fact || is_slip (minor, money->minor)) &&
          (meant == NULL || ABS (money->minor - minor) < ABS (meant->minor - minor)))
        meant = money;
    }
  return meant;
}

static void
tell_contradiction (CorReplyWork         *work,
                    const CorReplyAmount *amount,
                    const CorMoney       *meant)
{
  g_autofree char *figure = cor_money_to_text (*meant);
  char            *sentence;

  if (work->context->payment != NULL)
    /* TRANSLATORS: an amount such as 905.00 EUR, and the reference of a payment */
    sentence = g_strdup_printf (_ ("This is no figure of the payment; %s is (%s)."), figure, work->context->payment);
  else
    sentence = g_strdup_printf (_ ("This is no figure of the payment; %s is."), figure);
  cor_reply_work_add_folded (work, "amount", amount->start, amount->end, sentence, NULL);
}

static gboolean
has_only_zeros (CorDecimal value)
{
  return cor_decimal_strip (value).scale == 0;
}

static void
check_decimals (CorReplyWork         *work,
                const CorReplyAmount *amount)
{
  guint    exponent = amount->currency->exponent;
  guint    decimals = amount->value.scale;
  gsize    dot = amount->number_end - decimals - 1;
  char    *fix = NULL;
  gboolean is_wrong = decimals > exponent || (exponent == 3 && decimals > 0 && decimals < exponent);

  if (!is_wrong)
    return;
  if (exponent == 0 && has_only_zeros (amount->value))
    fix = g_strndup (work->text + work->folded.places[amount->start], work->folded.places[dot] - work->folded.places[amount->start]);
  if (fix != NULL && amount->end > amount->number_end)
    {
      gsize from = work->folded.places[amount->number_end];
      char *rest = g_strndup (work->text + from, work->folded.places[amount->end] - from);
      char *whole = g_strconcat (fix, rest, NULL);

      g_free (rest);
      g_free (fix);
      fix = whole;
    }
  cor_reply_work_add_folded (work, "decimals", amount->start, amount->end,
                             /* TRANSLATORS: a currency code and a number of decimals */
                             exponent == 0 ? g_strdup_printf (_ ("%s has no decimals."), amount->currency->code)
                                           : g_strdup_printf (ngettext ("%s has %u decimal.", "%s has %u decimals.", exponent), amount->currency->code, exponent),
                             fix);
}

/* In "1 USD = 0.9252 EUR" no side is an amount of anything; "146,250.50 JPY at this rate" is one. */
static gboolean
is_of_rate (CorReplyWork         *work,
            const CorReplyAmount *amount)
{
  gsize start = 0;
  gsize end = 0;

  if (cor_decimal_compare (amount->value, (CorDecimal){ BEYOND_RATES, 0 }) >= 0)
    return FALSE;
  cor_reply_work_get_sentence (work, amount->number_start, &start, &end);
  return memchr (work->folded.text + start, '=', end - start) != NULL || cor_reply_work_has (work, "rate", start, end);
}

/* One side of it is no amount of the payment, the other may be anything. */
static gboolean
is_beside_equals (const CorReplyWork   *work,
                  const CorReplyAmount *amount)
{
  const char *after = work->folded.text + amount->end;
  gsize       before = amount->start;

  while (*after == ' ')
    after++;
  while (before > 0 && work->folded.text[before - 1] == ' ')
    before--;
  return *after == '=' || (before > 0 && work->folded.text[before - 1] == '=');
}

static void
check_amount (CorReplyWork         *work,
              const CorReplyAmount *amount)
{
  gsize           start = work->folded.places[amount->start];
  gsize           end = work->folded.places[amount->end];
  const CorMoney *meant = NULL;
  const char     *why = find_why_withheld (work, amount);

  if (cor_reply_work_is_taken (work, start, end))
    return;
  if (why != NULL && cor_reply_work_wants (work, "not-verified"))
    {
      cor_reply_work_add (work, "not-verified", start, end, g_strdup (why), NULL);
      return;
    }
  if (cor_reply_work_wants (work, "decimals") && !is_of_rate (work, amount))
    check_decimals (work, amount);
  if (cor_reply_work_is_taken (work, start, end) || !cor_reply_work_wants (work, "amount") || is_beside_equals (work, amount) || is_known (work, amount))
    return;
  meant = find_meant (work, amount);
  if (meant != NULL)
    tell_contradiction (work, amount, meant);
}

/* Amounts that contradict what is known of the payment, and decimals that the currency has not. */
void
cor_reply_check_figures (CorReplyWork *work)
{
  g_autoptr (GArray) amounts = work->context->is_private ? NULL : cor_reply_find_amounts (work);

  for (guint i = 0; amounts != NULL && i < amounts->len; i++)
    check_amount (work, &g_array_index (amounts, CorReplyAmount, i));
}
