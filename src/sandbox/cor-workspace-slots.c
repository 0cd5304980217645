/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-slots.h"

#include "cor-workspace-data.h"

#include <string.h>

#define DAY 86400

static void
set_take (CorSlots   *slots,
          const char *name,
          char       *value)
{
  g_hash_table_insert (slots->values, (gpointer) name, value);
}

/**
 * cor_slots_set:
 * @slots: the values of a conversation
 * @name: a static string
 * @value: its text
 */
void
cor_slots_set (CorSlots   *slots,
               const char *name,
               const char *value)
{
  set_take (slots, name, g_strdup (value));
}

static void
set_send (CorSlots   *slots,
          const char *name,
          gint64      amount)
{
  set_take (slots, name, cor_workspace_payment_figure (amount, slots->payment->from->currency, slots->words->language));
}

static void
set_receive (CorSlots   *slots,
             const char *name,
             gint64      amount)
{
  set_take (slots, name, cor_workspace_payment_figure (amount, slots->payment->to->currency, slots->words->language));
}

/* "1 USD = 0.92 EUR", or a hundred of the small ones, as desks write them. */
static void
set_rate (CorSlots        *slots,
          const char      *name,
          CorWorkspaceRate rate)
{
  g_autofree char *figure = cor_workspace_payment_rate (rate, slots->words->language);

  set_take (slots, name,
            g_strdup_printf ("1 %s = %s %s", slots->payment->from->currency->code, figure, slots->payment->to->currency->code));
}

static char *
format_date (const CorStories *words,
             gint64            time,
             gint64            offset)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time + offset);
  g_autofree char *day = g_strdup_printf ("%d", g_date_time_get_day_of_month (date));
  g_autoptr (GString) text = g_string_new (words->date);

  g_string_replace (text, "{d}", day, 0);
  g_string_replace (text, "{month}", words->months[g_date_time_get_month (date) - 1], 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_date (CorSlots   *slots,
          const char *name,
          gint64      time)
{
  set_take (slots, name, format_date (slots->words, time, slots->customer->country->offset));
}

static char *
full_name (const CorWorkspacePayment *payment,
           gboolean                   native)
{
  const CorCountry *country = payment->to;
  const char       *family = native ? payment->beneficiary->native : payment->beneficiary->roman;
  const char       *given = NULL;

  if (payment->given == NULL)
    return g_strdup (family);

  given = native ? payment->given->native : payment->given->roman;
  if (country->family_first && native)
    return g_strconcat (family, country->space ? " " : "", given, NULL);
  return g_strconcat (given, " ", family, NULL);
}

static void
set_figures (CorSlots *slots)
{
  const CorWorkspacePayment *payment = slots->payment;

  set_send (slots, "amount", payment->amount);
  set_send (slots, "amount2", payment->second_amount);
  set_send (slots, "fee", payment->fee);
  set_send (slots, "total", payment->total);
  set_send (slots, "principal_net", payment->amount - payment->fee);
  set_send (slots, "margin", payment->margin);
  set_send (slots, "limit", payment->limit);
  set_send (slots, "used", payment->used);
  set_send (slots, "left", payment->left);
  set_receive (slots, "converted", payment->converted);
  set_receive (slots, "converted_net", payment->converted_net);
  set_receive (slots, "deduction", payment->deduction);
  set_receive (slots, "received", payment->received);
  set_receive (slots, "received_net", payment->received_net);
  set_receive (slots, "return_fee", payment->return_fee);
  set_receive (slots, "returned", payment->returned);
  set_rate (slots, "rate", payment->rate);
  set_rate (slots, "mid", payment->mid);
  cor_slots_set (slots, "currency", payment->from->currency->code);
  cor_slots_set (slots, "to_currency", payment->to->currency->code);
}

static void
set_people (CorSlots *slots)
{
  const CorWorkspacePayment *payment = slots->payment;
  const CorCustomer         *customer = slots->customer;
  gboolean                   home = payment->to == customer->country;
  gboolean                   own = slots->words->any_language || customer->country->languages[0] != customer->language;
  const char                *city = own ? customer->city->roman : customer->city->native;

  set_take (slots, "beneficiary", full_name (payment, home && !slots->words->any_language));
  cor_slots_set (slots, "bank", home && !own ? payment->bank->native : payment->bank->roman);
  cor_slots_set (slots, "corr", payment->correspondent);
  cor_slots_set (slots, "first_name", customer->given->native);
  cor_slots_set (slots, "last_name", customer->family->native);
  cor_slots_set (slots, "name", customer->name);
  cor_slots_set (slots, "roman_name", customer->given->roman);
  cor_slots_set (slots, "roman_family", customer->family->roman);
  cor_slots_set (slots, "company", customer->company != NULL ? customer->company->native : "");
  cor_slots_set (slots, "city", city);
  cor_slots_set (slots, "email", customer->email);
  if (slots->words->titles[0] != NULL)
    cor_slots_set (slots, "title", slots->words->titles[customer->female && slots->words->titles[1] != NULL ? 1 : 0]);
}

static void
set_names (CorSlots *slots,
           GRand    *rand)
{
  const CorWorkspacePayment *payment = slots->payment;
  const char                *to = g_hash_table_lookup (slots->words->countries, payment->to->code);
  const char                *from = g_hash_table_lookup (slots->words->countries, payment->from->code);

  cor_slots_set (slots, "to_country", to != NULL ? to : payment->to->code);
  cor_slots_set (slots, "from_country", from != NULL ? from : payment->from->code);
  cor_slots_set (slots, "reference", payment->reference);
  cor_slots_set (slots, "uetr", payment->uetr);
  set_take (slots, "reference2", g_strdup_printf ("CP-%05d", g_rand_int_range (rand, 20000, 99999)));
  set_take (slots, "ticket", g_strdup_printf ("CM-%05d", g_rand_int_range (rand, 10000, 99999)));
  set_take (slots, "invoice", g_strdup_printf ("INV-%04d", g_rand_int_range (rand, 1000, 9999)));
  set_take (slots, "last4", g_strdup_printf ("%04d", g_rand_int_range (rand, 1000, 9999)));
  set_take (slots, "code", g_strdup_printf ("%06d", g_rand_int_range (rand, 100000, 999999)));
  set_take (slots, "minutes", g_strdup_printf ("%d", g_rand_int_range (rand, 3, 14)));
}

/**
 * cor_slots_new:
 * @words: (transfer none): the language of the conversation
 * @customer: (transfer none): who writes
 * @payment: (transfer full): what about
 * @start: when it began
 * @rand: the seeded source
 *
 * Returns: (transfer full): everything a text of this conversation may name
 */
CorSlots *
cor_slots_new (const CorStories    *words,
               const CorCustomer   *customer,
               CorWorkspacePayment *payment,
               gint64               start,
               GRand               *rand)
{
  CorSlots *slots = g_new0 (CorSlots, 1);

  slots->words = words;
  slots->customer = customer;
  slots->payment = payment;
  slots->start = start;
  slots->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  set_figures (slots);
  set_people (slots);
  set_names (slots, rand);
  set_date (slots, "date", payment->sent_at);
  set_date (slots, "deadline", cor_workspace_payment_workday (start, 8));
  set_date (slots, "answer_by", cor_workspace_payment_workday (start, 15)); /* PSD2 art. 101: 15 business days */

  return slots;
}

/**
 * cor_slots_free:
 * @slots: (transfer full): the values, and the payment with them
 */
void
cor_slots_free (CorSlots *slots)
{
  cor_workspace_payment_free (slots->payment);
  g_hash_table_unref (slots->values);
  g_free (slots);
}

/* Dates seen from the day of the message. */
static char *
moving_date (CorSlots   *slots,
             const char *name,
             gint64      time)
{
  static const struct
  {
    const char *name;
    int         days;
  } dates[] = { { "today", 0 }, { "yesterday", -1 }, { "tomorrow", 1 }, { "soon", 2 }, { "later", 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (g_str_equal (dates[i].name, name))
      return format_date (slots->words, cor_workspace_payment_workday (time, dates[i].days), slots->customer->country->offset);

  if (g_str_equal (name, "time"))
    {
      g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (time + slots->customer->country->offset);

      return g_date_time_format (local, "%H:%M");
    }
  return NULL;
}

/* Latin figures and names keep their order inside right-to-left text (U+2066 … U+2069). */
static void
append_value (GString    *where,
              const char *value,
              gboolean    isolate)
{
  if (isolate && g_ascii_isalnum (value[strlen (value) - 1]))
    g_string_append_printf (where, "\u2066%s\u2069", value);
  else
    g_string_append (where, value);
}

/**
 * cor_slots_fill:
 * @slots: the values
 * @where: what is appended to
 * @text: a text with {slots}; {m|f} takes the form for the customer's gender
 * @time: when it is written
 * @isolate: put direction isolates around Latin values
 */
void
cor_slots_fill (CorSlots   *slots,
                GString    *where,
                const char *text,
                gint64      time,
                gboolean    isolate)
{
  const char *open = NULL;

  while ((open = strchr (text, '{')) != NULL)
    {
      gsize            length = strcspn (open, "}");
      g_autofree char *name = g_strndup (open + 1, length - 1);
      char            *second = strchr (name, '|');
      const char      *value = g_hash_table_lookup (slots->values, name);

      g_string_append_len (where, text, open - text);
      if (second != NULL)
        {
          *second = '\0';
          g_string_append (where, slots->customer->female ? second + 1 : name);
        }
      else if (value != NULL)
        append_value (where, value, isolate && *value != '\0');
      else
        {
          g_autofree char *date = moving_date (slots, name, time);

          if (date != NULL)
            g_string_append (where, date);
          else
            g_string_append_printf (where, "{%s}", name); /* the test finds it */
        }
      text = open[length] == '}' ? open + length + 1 : open + length;
    }

  g_string_append (where, text);
}
