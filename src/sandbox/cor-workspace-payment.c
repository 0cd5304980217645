/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-payment.h"

#include "cor-workspace-data.h"

#include <string.h>

#define DAY 86400

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* Half up, as fees.md §3 rounds every step; both are positive. */
static gint64
divide (gint64 amount,
        gint64 by)
{
  return (amount + by / 2) / by;
}

/**
 * cor_payment_convert:
 * @amount: minor units of the send currency
 * @rate: receive units for one send unit
 * @from_decimals: decimals of the send currency
 * @to_decimals: decimals of the receive currency
 *
 * Returns: minor units of the receive currency, rounded half up once (fees.md §3)
 */
gint64
cor_payment_convert (gint64  amount,
                     CorRate rate,
                     int     from_decimals,
                     int     to_decimals)
{
  int shift = rate.digits + from_decimals - to_decimals;

  return shift >= 0 ? divide (amount * rate.value, power_of_ten (shift)) : amount * rate.value * power_of_ten (-shift);
}

/* About five figures, as desks quote. */
static CorRate
make_rate (gint64 numerator,
           gint64 denominator)
{
  CorRate rate = { 0, denominator > numerator * 100 ? 9 : 6 };

  rate.value = divide (numerator * power_of_ten (rate.digits), denominator);
  while (rate.digits > 2 && rate.value >= 100000)
    {
      rate.value = divide (rate.value, 10);
      rate.digits--;
    }
  return rate;
}

/* What the amount would have cost at the mid, against what it cost: fees.md §5, "margin in money". */
static gint64
count_margin (const CorPayment *payment)
{
  int    shift = payment->mid.digits + payment->from->currency->decimals - payment->to->currency->decimals;
  gint64 scaled = payment->converted;

  scaled = shift >= 0 ? scaled * power_of_ten (shift) : divide (scaled, power_of_ten (-shift));
  return payment->amount - divide (scaled, payment->mid.value);
}

/* Private people send round sums, firms pay invoices to the cent. */
static gint64
draw_amount (const CorCurrency *currency,
             gboolean           business,
             GRand             *rand)
{
  gint64 dollars = business ? g_rand_int_range (rand, 1800, 46000) : g_rand_int_range (rand, 180, 4800);
  gint64 minor = power_of_ten (currency->decimals);
  gint64 units = divide (dollars * currency->per_usd, 1000000);
  gint64 step = 1;

  while (units / step >= (business ? 1000 : 100))
    step *= 10;
  units = MAX (units / step, 1) * step;

  if (business && cor_workspace_data_chance (rand, 60) && minor > 1)
    return units * minor + g_rand_int_range (rand, 1, (gint32) minor) + g_rand_int_range (rand, 0, 10) * minor;
  return units * minor;
}

static gint64
draw_fee (const CorCurrency *currency,
          gint64             amount)
{
  gint64 fee = MAX (divide (amount * 4, 1000), currency->fee_minimum); /* 0.4 percent */
  gint64 step = currency->per_usd >= 1000 * G_GINT64_CONSTANT (1000000) ? 1000 : currency->decimals == 0 ? 10
                                                                                                         : 10;

  return divide (fee, step) * step;
}

static char *
draw_uetr (GRand *rand)
{
  guint32 a = g_rand_int (rand), b = g_rand_int (rand), c = g_rand_int (rand), d = g_rand_int (rand);

  return g_strdup_printf ("%08x-%04x-4%03x-%x%03x-%04x%08x", a, b >> 16, b & 0xfff, 8 + (c >> 30),
                          (c >> 8) & 0xfff, (c ^ b) & 0xffff, d);
}

/**
 * cor_payment_workday:
 * @time: seconds since the epoch
 * @days: how many working days later, or earlier when negative
 *
 * Returns: that time of day on the working day (Monday to Friday; holidays are not known here)
 */
gint64
cor_payment_workday (gint64 time,
                     int    days)
{
  int step = days < 0 ? -1 : 1;

  while (days != 0)
    {
      time += step * DAY;
      if ((time / DAY + 3) % 7 < 5)
        days -= step;
    }
  return time;
}

static void
draw_parties (CorPayment *payment,
              CorPeople  *people,
              gboolean    business,
              GRand      *rand)
{
  guint correspondents = g_strv_length (people->correspondents);

  payment->bank = cor_names_draw (payment->to->banks, rand);
  payment->correspondent = people->correspondents[cor_workspace_data_pick (rand, correspondents)];
  if (business)
    payment->beneficiary = cor_names_draw (payment->to->companies, rand);
  else
    {
      gboolean female = cor_workspace_data_chance (rand, 50);

      payment->beneficiary = cor_names_draw (payment->to->family, rand);
      payment->given = cor_names_draw (female ? payment->to->female : payment->to->male, rand);
    }
}

static void
draw_limits (CorPayment *payment)
{
  gint64 minor = power_of_ten (payment->from->currency->decimals);
  gint64 units = divide (G_GINT64_CONSTANT (10000) * payment->from->currency->per_usd, 1000000);
  gint64 step = power_of_ten (1);

  while (units / step >= 10)
    step *= 10;
  units = units / step * step;
  while (units * minor < payment->amount + payment->amount / 2)
    units += step;
  payment->limit = units * minor;
  payment->used = payment->limit - payment->amount + payment->amount / 4 / minor * minor;
  payment->left = payment->limit - payment->used;
}

/**
 * cor_payment_new:
 * @people: the names
 * @from: (transfer none): the payer's country
 * @to: (transfer none): the payee's country, with another currency
 * @business: an invoice rather than a private sum
 * @now: when somebody asks about it
 * @rand: the seeded source
 *
 * Returns: (transfer full): a payment whose figures agree with one another
 */
CorPayment *
cor_payment_new (CorPeople        *people,
                 const CorCountry *from,
                 const CorCountry *to,
                 gboolean          business,
                 gint64            now,
                 GRand            *rand)
{
  CorPayment        *payment = g_new0 (CorPayment, 1);
  const CorCurrency *send = from->currency;
  const CorCurrency *receive = to->currency;
  gint64             drift = g_rand_int_range (rand, 985, 1016);
  gint64             mine = g_rand_int_range (rand, 9905, 9962); /* 38 to 95 bps below the mid */

  payment->from = from;
  payment->to = to;
  payment->mid = make_rate (receive->per_usd * drift / 1000, send->per_usd);
  payment->rate = make_rate (receive->per_usd * drift / 1000 * mine / 10000, send->per_usd);
  payment->amount = draw_amount (send, business, rand);
  payment->second_amount = draw_amount (send, business, rand);
  payment->fee = draw_fee (send, payment->amount);
  payment->total = payment->amount + payment->fee;
  payment->converted = cor_payment_convert (payment->amount, payment->rate, send->decimals, receive->decimals);
  payment->converted_net = cor_payment_convert (payment->amount - payment->fee, payment->rate, send->decimals, receive->decimals);
  payment->deduction = g_array_index (receive->deductions, gint64, cor_workspace_data_pick (rand, receive->deductions->len));
  payment->received = payment->converted - payment->deduction;
  payment->received_net = payment->converted_net - payment->deduction;
  payment->return_fee = receive->return_fee;
  payment->returned = payment->converted - payment->return_fee;
  payment->margin = count_margin (payment);
  payment->sent_at = cor_payment_workday (now, -g_rand_int_range (rand, 1, 4));
  payment->reference = g_strdup_printf ("CP-%05d", g_rand_int_range (rand, 20000, 99999));
  payment->uetr = draw_uetr (rand);
  draw_limits (payment);
  draw_parties (payment, people, business, rand);

  return payment;
}

/**
 * cor_payment_free:
 * @payment: (transfer full): a payment
 */
void
cor_payment_free (CorPayment *payment)
{
  g_free (payment->reference);
  g_free (payment->uetr);
  g_free (payment);
}

static void
append_number (GString    *text,
               gint64      value,
               int         decimals,
               const char *language)
{
  gboolean    continental = g_str_equal (language, "de") || g_str_equal (language, "es") || g_str_equal (language, "pt_BR") || g_str_equal (language, "vi");
  gboolean    french = g_str_equal (language, "fr");
  const char *group = french ? "\u202f" : continental ? "."
                                                      : ",";
  const char *point = french || continental ? "," : ".";
  char        digits[24];
  int         length = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value / power_of_ten (decimals));

  for (int i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, group);
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, "%s%0*" G_GINT64_FORMAT, point, decimals, value % power_of_ten (decimals));
}

/**
 * cor_payment_figure:
 * @amount: minor units
 * @currency: of which currency
 * @language: the reader's, as "pt_BR"
 *
 * Returns: (transfer full): the amount as that language writes it, with the currency's code
 */
char *
cor_payment_figure (gint64             amount,
                    const CorCurrency *currency,
                    const char        *language)
{
  GString *text = g_string_new (NULL);

  append_number (text, amount, currency->decimals, language);
  g_string_append_printf (text, " %s", currency->code);
  return g_string_free (text, FALSE);
}

/**
 * cor_payment_rate:
 * @rate: a rate
 * @language: the reader's
 *
 * Returns: (transfer full): its figure, all digits
 */
char *
cor_payment_rate (CorRate     rate,
                  const char *language)
{
  GString *text = g_string_new (NULL);

  append_number (text, rate.value, rate.digits, language);
  return g_string_free (text, FALSE);
}
