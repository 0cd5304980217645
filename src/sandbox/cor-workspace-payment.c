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
 * cor_workspace_payment_convert:
 * @amount: minor units of the send currency
 * @rate: receive units for one send unit
 * @from_decimals: decimals of the send currency
 * @to_decimals: decimals of the receive currency
 *
 * Returns: minor units of the receive currency, rounded half up once (fees.md §3)
 */
gint64
cor_workspace_payment_convert (gint64           amount,
                               CorWorkspaceRate rate,
                               int              from_decimals,
                               int              to_decimals)
{
  int shift = rate.digits + from_decimals - to_decimals;

  return shift >= 0 ? divide (amount * rate.value, power_of_ten (shift)) : amount * rate.value * power_of_ten (-shift);
}

/* About five figures, as desks quote. */
static CorWorkspaceRate
make_rate (gint64 numerator,
           gint64 denominator)
{
  CorWorkspaceRate rate = { 0, denominator > numerator * 100 ? 9 : 6 };

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
count_margin (const CorWorkspacePayment *payment)
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
 * cor_workspace_payment_workday:
 * @time: seconds since the epoch
 * @days: how many working days later, or earlier when negative
 *
 * Returns: that time of day on the working day (Monday to Friday; holidays are not known here)
 */
gint64
cor_workspace_payment_workday (gint64 time,
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
draw_parties (CorWorkspacePayment *payment,
              CorPeople           *people,
              gboolean             business,
              GRand               *rand)
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
draw_limits (CorWorkspacePayment *payment)
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
 * cor_workspace_payment_new:
 * @people: the names
 * @from: (transfer none): the payer's country
 * @to: (transfer none): the payee's country, with another currency
 * @business: an invoice rather than a private sum
 * @now: when somebody asks about it
 * @rand: the seeded source
 *
 * Returns: (transfer full): a payment whose figures agree with one another
 */
CorWorkspacePayment *
cor_workspace_payment_new (CorPeople        *people,
                           const CorCountry *from,
                           const CorCountry *to,
                           gboolean          business,
                           gint64            now,
                           GRand            *rand)
{
  CorWorkspacePayment *payment = g_new0 (CorWorkspacePayment, 1);
  const CorCurrency   *send = from->currency;
  const CorCurrency   *receive = to->currency;
  gint64               drift = g_rand_int_range (rand, 985, 1016);
  gint64               mine = g_rand_int_range (rand, 9905, 9962); /* 38 to 95 bps below the mid */

  payment->from = from;
  payment->to = to;
  payment->mid = make_rate (receive->per_usd * drift / 1000, send->per_usd);
  payment->rate = make_rate (receive->per_usd * drift / 1000 * mine / 10000, send->per_usd);
  payment->amount = draw_amount (send, business, rand);
  payment->second_amount = draw_amount (send, business, rand);
  payment->fee = draw_fee (send, payment->amount);
  payment->total = payment->amount + payment->fee;
  payment->converted = cor_workspace_payment_convert (payment->amount, payment->rate, send->decimals, receive->decimals);
  payment->converted_net = cor_workspace_payment_convert (payment->amount - payment->fee, payment->rate, send->decimals, receive->decimals);
  payment->deduction = g_array_index (receive->deductions, gint64, cor_workspace_data_pick (rand, receive->deductions->len));
  payment->received = payment->converted - payment->deduction;
  payment->received_net = payment->converted_net - payment->deduction;
  payment->return_fee = receive->return_fee;
  payment->returned = payment->converted - payment->return_fee;
  payment->margin = count_margin (payment);
  payment->sent_at = cor_workspace_payment_workday (now, -g_rand_int_range (rand, 1, 4));
  payment->reference = g_strdup_printf ("CP-%05d", g_rand_int_range (rand, 20000, 99999));
  payment->uetr = draw_uetr (rand);
  draw_limits (payment);
  draw_parties (payment, people, business, rand);

  return payment;
}

/**
 * cor_workspace_payment_free:
 * @payment: (transfer full): a payment
 */
void
cor_workspace_payment_free (CorWorkspacePayment *payment)
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
 * cor_workspace_payment_figure:
 * @amount: minor units
 * @currency: of which currency
 * @language: the reader's, as "pt_BR"
 *
 * Returns: (transfer full): the amount as that language writes it, with the currency's code
 */
char *
cor_workspace_payment_figure (gint64             amount,
                              const CorCurrency *currency,
                              const char        *language)
{
  GString *text = g_string_new (NULL);

  append_number (text, amount, currency->decimals, language);
  g_string_append_printf (text, " %s", currency->code);
  return g_string_free (text, FALSE);
}

/**
 * cor_workspace_payment_rate:
 * @rate: a rate
 * @language: the reader's
 *
 * Returns: (transfer full): its figure, all digits
 */
char *
cor_workspace_payment_rate (CorWorkspaceRate rate,
                            const char      *language)
{
  GString *text = g_string_new (NULL);

  append_number (text, rate.value, rate.digits, language);
  return g_string_free (text, FALSE);
}

/* "1010.00", as services write amounts. */
static void
add_decimal (JsonBuilder *builder,
             const char  *name,
             gint64       value,
             int          decimals)
{
  gint64           unit = power_of_ten (decimals);
  g_autofree char *whole = g_strdup_printf ("%" G_GINT64_FORMAT, value / unit);
  g_autofree char *text = decimals > 0 ? g_strdup_printf ("%s.%0*" G_GINT64_FORMAT, whole, decimals, value % unit) : g_strdup (whole);

  cor_workspace_data_add (builder, name, text);
}

static void
add_sent (JsonBuilder               *builder,
          const char                *name,
          const CorWorkspacePayment *payment,
          gint64                     amount)
{
  add_decimal (builder, name, amount, payment->from->currency->decimals);
}

static void
add_received (JsonBuilder               *builder,
              const char                *name,
              const CorWorkspacePayment *payment,
              gint64                     amount)
{
  add_decimal (builder, name, MAX (amount, 0), payment->to->currency->decimals);
}

/* Made up of the bank's name, so that who reads it knows which one it is. */
static char *
make_bic (const char *bank,
          const char *country)
{
  char  letters[5] = "XXXX";
  gsize n = 0;

  for (const char *p = bank; *p != '\0' && n < 4; p++)
    if (g_ascii_isalpha (*p))
      letters[n++] = g_ascii_toupper (*p);
  return g_strdup_printf ("%s%s2LXXX", letters, country);
}

/* The first letter of each word, as ledgers mask third parties. */
static char *
mask_name (const char *name)
{
  g_autoptr (GString) masked = g_string_new (NULL);
  gboolean is_start = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == ' ')
        g_string_append_c (masked, ' ');
      else if (is_start)
        g_string_append_unichar (masked, letter);
      else
        g_string_append (masked, "\u2022");
      is_start = letter == ' ';
    }
  return g_string_free (g_steal_pointer (&masked), FALSE);
}

/**
 * cor_workspace_payment_to_json:
 * @customer: who writes
 * @is_incoming: she is the payee
 *
 * Returns: (transfer full): the payment's figures and names, for the services that are asked about it
 */
char *
cor_workspace_payment_to_json (const CorWorkspacePayment *payment,
                               const char                *customer,
                               gboolean                   is_incoming)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *other = mask_name (payment->beneficiary->roman);
  g_autofree char *own = mask_name (customer);
  g_autofree char *bank = make_bic (payment->bank->roman, payment->to->code);
  g_autofree char *correspondent = make_bic (payment->correspondent, "GB");
  g_autofree char *last4 = g_strdup_printf ("%04u", g_str_hash (payment->uetr) % 10000);

  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "from", payment->from->code);
  cor_workspace_data_add (builder, "to", payment->to->code);
  cor_workspace_data_add (builder, "from_currency", payment->from->currency->code);
  cor_workspace_data_add (builder, "to_currency", payment->to->currency->code);
  add_sent (builder, "amount", payment, payment->amount);
  add_sent (builder, "fee", payment, payment->fee);
  add_received (builder, "converted", payment, payment->converted);
  add_received (builder, "deduction", payment, payment->deduction);
  add_received (builder, "received", payment, payment->received);
  add_received (builder, "bank_fee", payment, payment->return_fee);
  add_received (builder, "received_after_bank", payment, payment->received - payment->return_fee);
  add_received (builder, "returned", payment, payment->returned);
  add_sent (builder, "limit", payment, payment->limit);
  add_sent (builder, "used", payment, payment->used);
  add_decimal (builder, "rate", payment->rate.value, payment->rate.digits);
  add_decimal (builder, "mid", payment->mid.value, payment->mid.digits);
  cor_workspace_data_add (builder, "payer", is_incoming ? other : customer);
  cor_workspace_data_add (builder, "payer_role", is_incoming ? "third_party" : "customer");
  cor_workspace_data_add (builder, "payee", is_incoming ? own : other);
  cor_workspace_data_add (builder, "last4", last4);
  cor_workspace_data_add (builder, "bank", bank);
  cor_workspace_data_add (builder, "correspondent", correspondent);
  json_builder_end_object (builder);
  return cor_workspace_data_text (builder);
}
