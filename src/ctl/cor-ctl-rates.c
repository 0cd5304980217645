/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-rates"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-date.h"
#include "cor-ecb-file.h"
#include "cor-quote-price.h"
#include "cor-store-rates.h"

#include <glib/gi18n-lib.h>

G_GNUC_PRINTF (3, 4)
static gboolean
fail (GError    **error,
      int         code,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (COR_CTL_ERROR, code, format, args));
  va_end (args);
  return FALSE;
}

static void
get_today (GDate *day)
{
  g_date_clear (day, 1);
  g_date_set_time_t (day, g_get_real_time () / G_USEC_PER_SEC);
}

/* BASE and QUOTE, in capital letters from here on. */
static gboolean
read_pair (CorCtl  *ctl,
           GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      char *code = g_ascii_strup (ctl->arguments[i], -1);

      g_free (ctl->arguments[i]);
      ctl->arguments[i] = code;
      if (!cor_rate_sheet_is_code (code))
        return fail (error, COR_CTL_ERROR_USAGE, _ ("“%s” is not a currency such as USD"), code);
    }
  return !g_str_equal (ctl->arguments[0], ctl->arguments[1]) || fail (error, COR_CTL_ERROR_USAGE, "%s", _ ("A pair has two different currencies"));
}

static void
add_rate_json (JsonBuilder        *builder,
               const char         *base,
               const char         *quote,
               const CorReference *reference)
{
  g_autofree char *date = cor_date_to_string (&reference->day);
  g_autofree char *rate = NULL;
  CorDecimal       cross;

  if (cor_reference_get_cross (reference, COR_REFERENCE_DIGITS, &cross))
    rate = cor_decimal_to_string (cross);
  cor_ctl_json_text (builder, "base", base);
  cor_ctl_json_text (builder, "quote", quote);
  cor_ctl_json_text (builder, "date", date);
  cor_ctl_json_text (builder, "rate", rate);
  cor_ctl_json_text (builder, "source", reference->source);
}

static gboolean
put_sheet (CorCtl       *ctl,
           CorRateSheet *sheet,
           guint        *n_days,
           GError      **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_put_rates_async (ctl->store, sheet, COR_RATES_ECB_FILE, NULL, cor_ctl_on_result, &await);
  return cor_store_put_rates_finish (ctl->store, cor_ctl_await (&await), n_days, error);
}

gboolean
cor_ctl_rates_import (CorCtl  *ctl,
                      GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (CorRateSheet) sheet = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gsize            len = 0;
  guint            n = 0;
  GDate            day;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  if (!g_file_get_contents (ctl->arguments[0], &text, &len, NULL))
    return fail (error, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be read"), ctl->arguments[0]);
  sheet = cor_ecb_file_parse (text, len, error);
  if (sheet == NULL)
    {
      g_prefix_error (error, "%s: ", ctl->arguments[0]);
      return FALSE;
    }
  g_date_clear (&day, 1);
  g_date_set_julian (&day, g_array_index (sheet->days, guint32, 0));
  first = cor_date_to_string (&day);
  g_date_set_julian (&day, g_array_index (sheet->days, guint32, sheet->days->len - 1));
  last = cor_date_to_string (&day);
  if (cor_ctl_open (ctl, error) == NULL || !put_sheet (ctl, g_steal_pointer (&sheet), &n, error))
    return FALSE;

  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cor_ctl_json_int (builder, "days", n);
      cor_ctl_json_text (builder, "from", first);
      cor_ctl_json_text (builder, "to", last);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  else
    /* Translators: %s are the first and the last day */
    cor_ctl_say (ctl, ngettext ("Rates of %u day were taken in, %s to %s.", "Rates of %u days were taken in, %s to %s.", n), n, first, last);
  return TRUE;
}

/* What the program carries is there before the first question. */
static gboolean
open_rates (CorCtl  *ctl,
            GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  if (cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_carry_rates_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_carry_rates_finish (ctl->store, cor_ctl_await (&await), error);
}

/* Why there is no rate, and what there is instead. */
static gboolean
fail_rate (const CorRateAnswer *answer,
           const char          *base,
           const char          *quote,
           const GDate         *day,
           GError             **error)
{
  g_autofree char *asked = cor_date_to_string (answer->is_found ? &answer->reference.day : day);
  g_autofree char *last = NULL;

  if (!g_date_valid (&answer->last_available))
    return fail (error, COR_CTL_ERROR_FAILED, _ ("There is no reference rate from %s to %s up to %s"), base, quote, asked);
  last = cor_date_to_string (&answer->last_available);
  return fail (error, COR_CTL_ERROR_FAILED, _ ("No reference rate from %s to %s was published on %s; the last one is of %s (--date %s)"), base, quote, asked,
               last, last);
}

static void
print_rate (CorCtl             *ctl,
            const CorReference *reference,
            CorDecimal          cross,
            guint               age)
{
  g_autofree char *rate = cor_decimal_to_string (cross);
  g_autofree char *date = cor_date_to_string (&reference->day);

  cor_ctl_print ("1 %s = %s %s\n", ctl->arguments[0], rate, ctl->arguments[1]);
  cor_ctl_print ("%s  %s\n", date, cor_rate_source_get_text (reference->source));
  if (age > COR_RATE_FRESH_DAYS)
    cor_ctl_say (ctl, ngettext ("This rate is %u day of business old.", "This rate is %u days of business old.", age), age);
}

gboolean
cor_ctl_rates_show (CorCtl  *ctl,
                    GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree CorRateAnswer *answer = NULL;
  g_autofree char          *date = NULL;
  const GOptionEntry        entries[] = {
           { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The rate of that day, or the last one before it"), N_ ("DAY") },
           { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  CorDecimal cross;
  GDate      day;
  guint      age;

  get_today (&day);
  if (!cor_ctl_parse (ctl, entries, 2, 2, error) || !read_pair (ctl, error) || (date != NULL && !cor_ctl_parse_day (date, "--date", &day, error)) ||
      !open_rates (ctl, error))
    return FALSE;
  cor_store_find_rate_async (ctl->store, ctl->arguments[0], ctl->arguments[1], &day, NULL, cor_ctl_on_result, &await);
  answer = cor_store_find_rate_finish (ctl->store, cor_ctl_await (&await), error);
  if (answer == NULL)
    return FALSE;
  if (!answer->is_found || !cor_reference_get_cross (&answer->reference, COR_REFERENCE_DIGITS, &cross))
    return fail_rate (answer, ctl->arguments[0], ctl->arguments[1], &day, error);

  age = cor_reference_get_age (&answer->reference, &day);
  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char *asked = cor_date_to_string (&day);

      json_builder_begin_object (builder);
      add_rate_json (builder, ctl->arguments[0], ctl->arguments[1], &answer->reference);
      cor_ctl_json_text (builder, "requested_date", asked);
      cor_ctl_json_bool (builder, "stale", age > COR_RATE_FRESH_DAYS);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  else
    print_rate (ctl, &answer->reference, cross, age);
  return TRUE;
}

static void
add_extreme_json (JsonBuilder *builder,
                  const char  *name,
                  const GDate *day,
                  CorDecimal   rate)
{
  g_autofree char *date = cor_date_to_string (day);
  g_autofree char *text = cor_decimal_to_string (rate);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "date", date);
  cor_ctl_json_text (builder, "rate", text);
  json_builder_end_object (builder);
}

static void
print_history_json (const char   *base,
                    const char   *quote,
                    const GArray *references)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CorReferenceSummary summary;

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "base", base);
  cor_ctl_json_text (builder, "quote", quote);
  json_builder_set_member_name (builder, "rates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < references->len; i++)
    {
      json_builder_begin_object (builder);
      add_rate_json (builder, base, quote, &g_array_index (references, CorReference, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cor_reference_summarise ((gconstpointer) references->data, references->len, &summary))
    {
      g_autofree char *mean = cor_decimal_to_string (summary.mean);

      add_extreme_json (builder, "min", &summary.min_day, summary.min);
      add_extreme_json (builder, "max", &summary.max_day, summary.max);
      cor_ctl_json_text (builder, "mean", mean);
    }
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_history (CorCtl       *ctl,
               const GArray *references)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("lrl", _ ("Day"), _ ("Rate"), _ ("Source"), NULL);
  CorReferenceSummary summary;

  for (guint i = 0; i < references->len; i++)
    {
      const CorReference *reference = &g_array_index (references, CorReference, i);
      g_autofree char    *date = cor_date_to_string (&reference->day);
      g_autofree char    *rate = NULL;
      CorDecimal          cross;

      if (cor_reference_get_cross (reference, COR_REFERENCE_DIGITS, &cross))
        rate = cor_decimal_to_string (cross);
      cor_ctl_table_add (table, date, rate != NULL ? rate : _ ("none"), cor_rate_source_get_text (reference->source), NULL);
    }
  cor_ctl_table_print (table);
  if (cor_reference_summarise ((gconstpointer) references->data, references->len, &summary))
    {
      g_autofree char *min = cor_decimal_to_string (summary.min);
      g_autofree char *max = cor_decimal_to_string (summary.max);
      g_autofree char *mean = cor_decimal_to_string (summary.mean);

      /* Translators: the lowest, the highest and the mean rate of some days */
      cor_ctl_say (ctl, _ ("Lowest %s, highest %s, mean %s"), min, max, mean);
    }
}

gboolean
cor_ctl_rates_history (CorCtl  *ctl,
                       GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GArray) references = NULL;
  g_autofree char   *from = NULL;
  g_autofree char   *to = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The first day"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The last day (default: today)"), N_ ("DAY") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  GDate first;
  GDate last;

  get_today (&last);
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, G_DATE_JANUARY, 1999);
  if (!cor_ctl_parse (ctl, entries, 2, 2, error) || !read_pair (ctl, error) || (from != NULL && !cor_ctl_parse_day (from, "--from", &first, error)) ||
      (to != NULL && !cor_ctl_parse_day (to, "--to", &last, error)))
    return FALSE;
  if (g_date_compare (&first, &last) > 0)
    return fail (error, COR_CTL_ERROR_USAGE, "%s", _ ("--from must not be later than --to"));
  if (!open_rates (ctl, error))
    return FALSE;
  cor_store_load_rates_async (ctl->store, ctl->arguments[0], ctl->arguments[1], &first, &last, NULL, cor_ctl_on_result, &await);
  references = cor_store_load_rates_finish (ctl->store, cor_ctl_await (&await), error);
  if (references == NULL)
    return FALSE;

  if (ctl->is_json)
    print_history_json (ctl->arguments[0], ctl->arguments[1], references);
  else if (references->len > 0)
    print_history (ctl, references);
  else
    cor_ctl_say (ctl, "%s", _ ("There are no reference rates of these days here."));
  return TRUE;
}
