/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-quote"

#include "config.h"

#include "cor-ctl-quote.h"

#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-fees.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-date.h"
#include "cor-money-error.h"
#include "cor-quote-json.h"
#include "cor-quote-price.h"
#include "cor-store-rates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the command line gives; all owned, all may be NULL. */
typedef struct
{
  char *schedule;
  char *from;
  char *to;
  char *send;
  char *receive;
  char *charges;
  char *rate;
  char *mid;
  char *date;
  char *customer_tier;
  char *from_country;
  char *to_country;
  char *batch;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->schedule);
  g_free (options->from);
  g_free (options->to);
  g_free (options->send);
  g_free (options->receive);
  g_free (options->charges);
  g_free (options->rate);
  g_free (options->mid);
  g_free (options->date);
  g_free (options->customer_tier);
  g_free (options->from_country);
  g_free (options->to_country);
  g_free (options->batch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
fail_usage (GError    **error,
            const char *sentence)
{
  g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, sentence);
  return FALSE;
}

static gboolean
read_date (const char *text,
           GDate      *date,
           GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  cor_date_set_moment (date, now);
  return text == NULL || cor_ctl_parse_day (text, "--date", date, error);
}

static gboolean
read_request (const Options *options,
              CorFeeRequest *request,
              GError       **error)
{
  request->send = cor_currency_require (options->from, error);
  request->receive = request->send != NULL ? cor_currency_require (options->to, error) : NULL;
  if (request->receive == NULL)
    return FALSE;
  if (options->charges != NULL && !cor_charge_bearer_from_key (options->charges, &request->bearer))
    return fail_usage (error, _ ("--charges takes OUR, SHA or BEN"));
  request->customer_tier = options->customer_tier;
  request->from_country = options->from_country;
  request->to_country = options->to_country;
  return read_date (options->date, &request->date, error);
}

/* A file, the name of one that is kept, or whichever holds on the day. */
static CorFeeSchedule *
find_schedule (CorCtl        *ctl,
               const Options *options,
               const GDate   *day,
               GError       **error)
{
  if (options->schedule != NULL && (g_file_test (options->schedule, G_FILE_TEST_EXISTS) || strchr (options->schedule, G_DIR_SEPARATOR) != NULL))
    return cor_ctl_fees_load (options->schedule, error);
  return cor_ctl_fees_find (ctl, options->schedule, NULL, day, error);
}

/* What the ECB published before it; %NULL: the profile knows none, which is no error. */
static CorRateAnswer *
find_reference (CorCtl              *ctl,
                const CorFeeRequest *request,
                GError             **error)
{
  g_auto (CorCtlAwait) carried = { NULL };
  g_auto (CorCtlAwait) found = { NULL };
  GDate day;

  cor_quote_reference_day (&request->date, g_get_real_time () / G_USEC_PER_SEC, &day);
  if (cor_ctl_open (ctl, error) == NULL)
    return NULL;
  cor_store_carry_rates_async (ctl->store, NULL, cor_ctl_on_result, &carried);
  if (!cor_store_carry_rates_finish (ctl->store, cor_ctl_await (&carried), error))
    return NULL;
  cor_store_find_rate_async (ctl->store, request->send->code, request->receive->code, &day, NULL, cor_ctl_on_result, &found);
  return cor_store_find_rate_finish (ctl->store, cor_ctl_await (&found), error);
}

/* A rate that is given is the one that was applied; else the schedule makes one of the mid. */
static gboolean
price_given (const Options        *options,
             const CorFeeSchedule *schedule,
             const CorFeeRequest  *request,
             CorQuoteTerms        *terms,
             GError              **error)
{
  g_autoptr (GError) reason = NULL;
  CorDecimal mid = COR_DECIMAL_ZERO;

  if (options->mid != NULL && !cor_decimal_parse (options->mid, &mid, error))
    return FALSE;
  if (!cor_fee_schedule_price (schedule, request, options->mid != NULL ? COR_MID_MOMENT : COR_MID_NONE, mid, terms, &reason) &&
      (options->rate == NULL || !g_error_matches (reason, COR_MONEY_ERROR, COR_MONEY_ERROR_NO_RATE)))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return options->rate == NULL || cor_decimal_parse (options->rate, &terms->rate, error);
}

static gboolean
price (CorCtl              *ctl,
       const Options       *options,
       const CorFeeRequest *request,
       CorQuoteTerms       *terms,
       GError             **error)
{
  g_autoptr (CorFeeSchedule) schedule = find_schedule (ctl, options, &request->date, error);
  g_autofree CorRateAnswer *answer = NULL;

  if (schedule == NULL)
    return FALSE;
  if (options->mid != NULL || options->rate != NULL || request->send == request->receive)
    return price_given (options, schedule, request, terms, error);
  answer = find_reference (ctl, request, error);
  return answer != NULL && cor_quote_price (schedule, request, answer->is_found ? &answer->reference : NULL, COR_DECIMAL_ZERO, terms, error);
}

static gboolean
calculate (const Options       *options,
           const CorQuoteTerms *terms,
           CorQuote            *quote,
           GError             **error)
{
  CorMoney money = { 0, NULL };

  if (options->send != NULL)
    return cor_money_parse (options->send, terms->send, &money, error) && cor_quote_forward (quote, terms, money.minor, error);
  return cor_money_parse (options->receive, terms->receive, &money, error) && cor_quote_reverse (quote, terms, money.minor, error);
}

static void
print_json (const CorQuoteTerms *terms,
            const CorQuote      *quote)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) steps = cor_explanation_new (NULL, terms, quote);
  g_autoptr (GPtrArray) remittance = cor_explanation_new_us_remittance (terms, quote);
  g_autofree char *amount = cor_money_to_string (cor_money_new (quote->flow.amount, terms->send));
  g_autofree char *rate = cor_decimal_to_string (terms->rate);
  g_autofree char *mid = terms->mid_kind != COR_MID_NONE ? cor_decimal_to_string (terms->mid) : NULL;

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "send_currency", terms->send->code);
  cor_ctl_json_text (builder, "receive_currency", terms->receive->code);
  cor_ctl_json_text (builder, "charge_bearer", cor_charge_bearer_get_key (terms->bearer));
  cor_ctl_json_text (builder, "fee_mode", cor_fee_mode_get_key (cor_quote_terms_is_deducted (terms) ? COR_FEE_DEDUCTED : COR_FEE_ON_TOP));
  cor_ctl_json_text (builder, "rounding", cor_rounding_get_key (terms->rounding));
  cor_ctl_json_text (builder, "schedule", terms->fee_source);
  cor_ctl_json_text (builder, "rate", rate);
  cor_ctl_json_text (builder, "mid_rate", mid);
  cor_ctl_json_text (builder, "certainty", cor_certainty_get_key (cor_quote_get_certainty (terms)));
  if (!quote->is_reverse)
    cor_ctl_json_text (builder, "amount", amount);
  cor_quote_json_add (builder, terms, quote);
  cor_quote_json_add_steps (builder, "explanation", steps);
  cor_quote_json_add_steps (builder, "us_remittance", remittance);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static const char *
say_certainty (CorCertainty certainty)
{
  switch (certainty)
    {
    case COR_CERTAINTY_TARIFF:
      return _ ("What arrives is expected by the tariff.");
    case COR_CERTAINTY_ESTIMATE:
      return _ ("What arrives is an estimate: a bank’s charge in it is known from experience only.");
    case COR_CERTAINTY_UNKNOWN:
      return _ ("What arrives may be less: a bank’s charge is not known beforehand.");
    case COR_CERTAINTY_EXACT:
    default:
      return _ ("What arrives is exact.");
    }
}

static void
print_table (CorCtl              *ctl,
             const CorQuoteTerms *terms,
             const CorQuote      *quote)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("lrl", "", _ ("Amount"), _ ("Calculation"), NULL);
  g_autoptr (GPtrArray) steps = cor_explanation_new (NULL, terms, quote);

  for (guint i = 0; i < steps->len; i++)
    {
      const CorExplanationStep *step = steps->pdata[i];
      g_autofree char          *amount = cor_money_to_text (step->amount);
      const char               *given = step->source != NULL ? step->source : step->why;
      g_autofree char          *formula = cor_explanation_step_dup_formula (step);
      const char               *how = formula != NULL ? formula : given;

      cor_ctl_table_add (table, step->what, amount, how != NULL ? how : "", NULL);
    }
  cor_ctl_table_print (table);
  cor_ctl_say (ctl, "%s", say_certainty (cor_quote_get_certainty (terms)));
}

static gboolean
check_usage (const Options *options,
             GError       **error)
{
  if (options->from == NULL || options->to == NULL)
    return fail_usage (error, _ ("Give both currencies with --from CUR and --to CUR"));
  if ((options->send == NULL) == (options->receive == NULL))
    return fail_usage (error, _ ("Give either --send AMOUNT or --receive AMOUNT"));
  return TRUE;
}

/* What was typed wrong is a matter of usage; what cannot be quoted is a failure. Both have their sentence. */
static gboolean
sort_error (GError **error)
{
  CorCtlErrorCode code = COR_CTL_ERROR_FAILED;
  g_autoptr (GError) reason = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != COR_MONEY_ERROR)
    return FALSE;
  reason = g_steal_pointer (error);
  if (reason->code == COR_MONEY_ERROR_INVALID || reason->code == COR_MONEY_ERROR_TOO_PRECISE || reason->code == COR_MONEY_ERROR_UNKNOWN_CURRENCY)
    code = COR_CTL_ERROR_USAGE;
  g_set_error_literal (error, COR_CTL_ERROR, (int) code, reason->message);
  return FALSE;
}

static gboolean
run_one (CorCtl        *ctl,
         const Options *options,
         GError       **error)
{
  g_auto (CorQuoteTerms) terms = { 0 };
  CorFeeRequest request = { 0 };
  CorQuote      quote;

  if (!check_usage (options, error))
    return FALSE;
  if (!read_request (options, &request, error) || !price (ctl, options, &request, &terms, error) || !calculate (options, &terms, &quote, error))
    return sort_error (error);
  if (ctl->is_json)
    print_json (&terms, &quote);
  else
    print_table (ctl, &terms, &quote);
  return TRUE;
}

gboolean
cor_ctl_quote (CorCtl  *ctl,
               GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "schedule", 0, 0, G_OPTION_ARG_FILENAME, &options.schedule, N_ ("The fee schedule: its id, or a pack of JSON (default: the one of the day)"), N_ ("ID|FILE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The currency that is paid"), N_ ("CUR") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("The currency that arrives"), N_ ("CUR") },
    { "send", 0, 0, G_OPTION_ARG_STRING, &options.send, N_ ("Send this much"), N_ ("AMOUNT") },
    { "receive", 0, 0, G_OPTION_ARG_STRING, &options.receive, N_ ("Let at least this much arrive"), N_ ("AMOUNT") },
    { "charges", 0, 0, G_OPTION_ARG_STRING, &options.charges, N_ ("Who bears the charges: OUR, SHA (unless given) or BEN"), N_ ("WHO") },
    { "rate", 0, 0, G_OPTION_ARG_STRING, &options.rate, N_ ("The rate that was applied"), N_ ("RATE") },
    { "mid", 0, 0, G_OPTION_ARG_STRING, &options.mid, N_ ("The mid-market rate of that moment"), N_ ("RATE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("The day of the payment; today unless given"), N_ ("DATE") },
    { "customer-tier", 0, 0, G_OPTION_ARG_STRING, &options.customer_tier, N_ ("The customer’s tier, as the schedule names it"), N_ ("NAME") },
    { "from-country", 0, 0, G_OPTION_ARG_STRING, &options.from_country, N_ ("Where the money comes from"), N_ ("COUNTRY") },
    { "to-country", 0, 0, G_OPTION_ARG_STRING, &options.to_country, N_ ("Where it goes"), N_ ("COUNTRY") },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &options.batch, N_ ("Answer every line of a file, or of “-”, with a line of JSON"), N_ ("FILE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 0, 0, error))
    return FALSE;
  return options.batch != NULL ? cor_ctl_quote_batch (options.batch, error) : run_one (ctl, &options, error);
}
