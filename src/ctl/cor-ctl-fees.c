/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-fees"

#include "config.h"

#include "cor-ctl-fees.h"

#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-date.h"
#include "cor-fee-pack.h"
#include "cor-store-fees.h"

#include <glib/gi18n-lib.h>

/**
 * cor_ctl_fees_load:
 * @error: %COR_CTL_ERROR_FAILED when it cannot be read, or what is wrong in it with its place
 *
 * Returns: (transfer full) (nullable): the schedule of a file
 */
CorFeeSchedule *
cor_ctl_fees_load (const char *file,
                   GError    **error)
{
  g_autofree char *text = NULL;
  CorFeeSchedule  *schedule = NULL;
  gsize            len = 0;

  if (!g_file_get_contents (file, &text, &len, NULL))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be read"), file);
      return NULL;
    }
  schedule = cor_fee_pack_parse (text, len, error);
  if (schedule == NULL)
    g_prefix_error (error, "%s: ", file);
  return schedule;
}

static GPtrArray *
load_kept (CorCtl  *ctl,
           GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  if (cor_ctl_open (ctl, error) == NULL)
    return NULL;
  cor_store_list_fees_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_list_fees_finish (ctl->store, cor_ctl_await (&await), error);
}

/**
 * cor_ctl_fees_find:
 * @id: (nullable): of a schedule; %NULL: whichever holds
 * @version: (nullable): %NULL: the one that holds on @day
 * @day: valid
 *
 * Returns: (transfer full) (nullable): a schedule that is kept
 */
CorFeeSchedule *
cor_ctl_fees_find (CorCtl      *ctl,
                   const char  *id,
                   const char  *version,
                   const GDate *day,
                   GError     **error)
{
  g_autoptr (GPtrArray) kept = load_kept (ctl, error);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autofree char *date = cor_date_to_string (day);
  CorFeeSchedule  *found = NULL;

  if (kept == NULL)
    return NULL;
  for (guint i = 0; i < kept->len; i++)
    {
      CorFeeSchedule *schedule = kept->pdata[i];

      if ((id == NULL || g_str_equal (schedule->id, id)) && (version == NULL || g_str_equal (schedule->version, version)))
        g_ptr_array_add (wanted, schedule);
    }
  if (version != NULL && wanted->len > 0)
    found = wanted->pdata[0];
  else
    found = cor_fee_schedule_pick (wanted, day);
  if (found != NULL)
    return cor_fee_schedule_ref (found);

  if (wanted->len > 0)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("No fee schedule here holds on %s. “fees list” says which days there are."), date);
  else if (id != NULL)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("There is no fee schedule “%s” here. “fees list” names those that are."), id);
  else
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED,
                         _ ("There is no fee schedule here. Take one in with “fees import FILE”, or name one with --schedule FILE."));
  return NULL;
}

static void
add_head_json (JsonBuilder          *builder,
               const CorFeeSchedule *schedule)
{
  g_autofree char *from = cor_date_to_string (&schedule->valid_from);
  g_autofree char *to = g_date_valid (&schedule->valid_to) ? cor_date_to_string (&schedule->valid_to) : NULL;

  cor_ctl_json_text (builder, "id", schedule->id);
  cor_ctl_json_text (builder, "version", schedule->version);
  cor_ctl_json_text (builder, "title", schedule->title);
  cor_ctl_json_text (builder, "source", schedule->source);
  cor_ctl_json_bool (builder, "example", schedule->is_example);
  cor_ctl_json_text (builder, "valid_from", from);
  cor_ctl_json_text (builder, "valid_to", to);
}

gboolean
cor_ctl_fees_import (CorCtl  *ctl,
                     GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorFeeSchedule) schedule = NULL;
  g_autoptr (GError) failure = NULL;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  schedule = cor_ctl_fees_load (ctl->arguments[0], error);
  if (schedule == NULL || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_put_fees_async (ctl->store, schedule, NULL, cor_ctl_on_result, &await);
  if (!cor_store_put_fees_finish (ctl->store, cor_ctl_await (&await), &failure))
    {
      if (g_error_matches (failure, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT))
        g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED,
                     /* Translators: a version of a fee schedule, and the schedule's name */
                     _ ("Version %s of “%s” is here already with other prices. Give the changed schedule a new version."),
                     schedule->version, schedule->title);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_head_json (builder, schedule);
      cor_ctl_json_int (builder, "corridors", schedule->corridors->len);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  else
    /* Translators: a fee schedule's name and its version */
    cor_ctl_say (ctl, _ ("“%s”, version %s, was taken in."), schedule->title, schedule->version);
  return TRUE;
}

static void
print_list_json (GPtrArray *kept)
{
  cor_ctl_json_begin_list ("schedules");
  for (guint i = 0; i < kept->len; i++)
    {
      const CorFeeSchedule *schedule = kept->pdata[i];
      g_autoptr (JsonBuilder) item = json_builder_new ();

      json_builder_begin_object (item);
      add_head_json (item, schedule);
      cor_ctl_json_int (item, "corridors", schedule->corridors->len);
      json_builder_end_object (item);
      cor_ctl_json_add_item (item, i == 0);
    }
  cor_ctl_json_end_list ("total", kept->len);
}

gboolean
cor_ctl_fees_list (CorCtl  *ctl,
                   GError **error)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (CorCtlTable) table = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error))
    return FALSE;
  kept = load_kept (ctl, error);
  if (kept == NULL)
    return FALSE;
  if (ctl->is_json)
    {
      print_list_json (kept);
      return TRUE;
    }
  table = cor_ctl_table_new ("lllll", _ ("Schedule"), _ ("Version"), _ ("From"), _ ("Until"), _ ("Title"), NULL);
  for (guint i = 0; i < kept->len; i++)
    {
      const CorFeeSchedule *schedule = kept->pdata[i];
      g_autofree char      *from = cor_date_to_string (&schedule->valid_from);
      g_autofree char      *to = g_date_valid (&schedule->valid_to) ? cor_date_to_string (&schedule->valid_to) : g_strdup ("");
      /* Translators: %s is the name of a fee schedule whose prices are invented */
      g_autofree char *title = schedule->is_example ? g_strdup_printf (_ ("%s (an example)"), cor_fee_schedule_get_title (schedule, NULL)) : g_strdup (schedule->title);

      cor_ctl_table_add (table, schedule->id, schedule->version, from, to, title, NULL);
    }
  cor_ctl_table_print (table);
  return TRUE;
}

static void
add_decimal_json (JsonBuilder *builder,
                  const char  *name,
                  CorDecimal   decimal)
{
  g_autofree char *text = cor_decimal_to_string (decimal);

  cor_ctl_json_text (builder, name, text);
}

static void
add_amount_json (JsonBuilder       *builder,
                 const char        *name,
                 gint64             minor,
                 const CorCurrency *currency,
                 gboolean           is_there)
{
  g_autofree char *text = is_there ? cor_money_to_string (cor_money_new (minor, currency)) : NULL;

  cor_ctl_json_text (builder, name, text);
}

static void
add_tariff_json (JsonBuilder        *builder,
                 const char         *name,
                 const CorFeeTariff *tariff,
                 const CorCurrency  *currency)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_amount_json (builder, "fixed", tariff->fixed, currency, TRUE);
  add_decimal_json (builder, "percent", tariff->percent);
  add_amount_json (builder, "min", tariff->min, currency, tariff->has_min);
  add_amount_json (builder, "max", tariff->max, currency, tariff->has_max);
  cor_ctl_json_text (builder, "tier_mode", tariff->tier_mode == COR_TIERS_MARGINAL ? "marginal" : "slab");
  json_builder_set_member_name (builder, "tiers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cor_fee_tariff_get_n_tiers (tariff); i++)
    {
      const CorFeeTier *tier = cor_fee_tariff_get_tier (tariff, i);

      json_builder_begin_object (builder);
      add_amount_json (builder, "up_to", tier->up_to, currency, tier->has_limit);
      add_amount_json (builder, "fixed", tier->fixed, currency, TRUE);
      add_decimal_json (builder, "percent", tier->percent);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_charges_json (JsonBuilder     *builder,
                  const char      *name,
                  const GPtrArray *charges)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; charges != NULL && i < charges->len; i++)
    {
      const CorCharge *charge = charges->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "agent", charge->agent);
      add_amount_json (builder, "amount", charge->amount.minor, charge->amount.currency, TRUE);
      cor_ctl_json_text (builder, "currency", charge->amount.currency->code);
      cor_ctl_json_text (builder, "certainty", cor_certainty_get_key (charge->certainty));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char **
dup_bearers (const CorFeeCorridor *corridor)
{
  static const CorChargeBearer all[] = { COR_BEARER_OUR, COR_BEARER_SHA, COR_BEARER_BEN };
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (corridor->bearers & 1U << all[i])
      g_strv_builder_add (keys, cor_charge_bearer_get_key (all[i]));
  return g_strv_builder_end (keys);
}

/* With the names of the pack's own format. */
static void
add_corridor_json (JsonBuilder          *builder,
                   const CorFeeCorridor *corridor)
{
  const CorQuoteTerms *terms = &corridor->terms;
  g_auto (GStrv) bearers = dup_bearers (corridor);

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "id", corridor->id);
  cor_ctl_json_text (builder, "send", terms->send->code);
  cor_ctl_json_text (builder, "receive", terms->receive->code);
  cor_ctl_json_text (builder, "from_country", corridor->from_country);
  cor_ctl_json_text (builder, "to_country", corridor->to_country);
  cor_ctl_json_texts (builder, "charge_bearers", bearers);
  cor_ctl_json_text (builder, "fee_mode", cor_fee_mode_get_key (terms->fee_mode));
  cor_ctl_json_text (builder, "fx_at", cor_fx_side_get_key (terms->fx_at));
  add_tariff_json (builder, "sender_fee", &terms->sender_fee, terms->send);
  add_decimal_json (builder, "fee_tax_percent", terms->fee_tax_percent);
  add_decimal_json (builder, "transfer_tax_percent", terms->transfer_tax_percent);
  add_charges_json (builder, "our_charges", terms->our_charges);
  add_charges_json (builder, "intermediaries", terms->chain);
  add_tariff_json (builder, "receiver_fee", &terms->receiver_fee, terms->receive);
  add_decimal_json (builder, "fx_margin_percent", corridor->fx_margin_percent);
  cor_ctl_json_int (builder, "rate_lock_minutes", corridor->rate_lock_minutes);
  json_builder_end_object (builder);
}

static void
print_schedule_json (const CorFeeSchedule *schedule)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_head_json (builder, schedule);
  json_builder_set_member_name (builder, "corridors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < schedule->corridors->len; i++)
    add_corridor_json (builder, schedule->corridors->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

/* What a table has room for; the tiers are in the JSON. */
static char *
dup_price (const CorQuoteTerms *terms)
{
  const CorFeeTariff *tariff = &terms->sender_fee;
  g_autofree char    *fixed = cor_money_to_text (cor_money_new (tariff->fixed, terms->send));
  g_autofree char    *percent = cor_decimal_to_string (cor_decimal_strip (tariff->percent));

  if (cor_fee_tariff_get_n_tiers (tariff) > 0)
    return g_strdup_printf (ngettext ("%u tier", "%u tiers", cor_fee_tariff_get_n_tiers (tariff)), cor_fee_tariff_get_n_tiers (tariff));
  return tariff->percent.digits != 0 ? g_strdup_printf ("%s + %s %%", fixed, percent) : g_strdup (fixed);
}

static void
print_schedule (CorCtl               *ctl,
                const CorFeeSchedule *schedule)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("llllr", _ ("From"), _ ("To"), _ ("Charges"), _ ("Our fee"), _ ("Rate margin"), NULL);
  g_autofree char *from = cor_date_to_string (&schedule->valid_from);

  cor_ctl_print_strong (cor_fee_schedule_get_title (schedule, NULL));
  /* Translators: the version of a fee schedule and the first day on which it holds */
  cor_ctl_print (_ ("Version %s, from %s"), schedule->version, from);
  cor_ctl_print ("\n");
  if (schedule->is_example)
    cor_ctl_say (ctl, "%s", _ ("An example: nobody charges these prices."));
  for (guint i = 0; i < schedule->corridors->len; i++)
    {
      const CorFeeCorridor *corridor = schedule->corridors->pdata[i];
      g_auto (GStrv) keys = dup_bearers (corridor);
      g_autofree char *bearers = g_strjoinv (", ", keys);
      g_autofree char *price = dup_price (&corridor->terms);
      g_autofree char *share = cor_decimal_to_string (cor_decimal_strip (corridor->fx_margin_percent));
      g_autofree char *margin = g_strconcat (share, " %", NULL);

      cor_ctl_table_add (table, corridor->terms.send->code, corridor->terms.receive->code, bearers, price, margin, NULL);
    }
  cor_ctl_table_print (table);
}

gboolean
cor_ctl_fees_show (CorCtl  *ctl,
                   GError **error)
{
  g_autofree char   *version = NULL;
  g_autofree char   *date = NULL;
  const GOptionEntry entries[] = {
    { "schedule-version", 0, 0, G_OPTION_ARG_STRING, &version, N_ ("That version of it"), N_ ("VERSION") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The version that held on that day (default: today)"), N_ ("DAY") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (CorFeeSchedule) schedule = NULL;
  GDate day;

  if (!cor_ctl_parse (ctl, entries, 0, 1, error))
    return FALSE;
  g_date_clear (&day, 1);
  g_date_set_time_t (&day, g_get_real_time () / G_USEC_PER_SEC);
  if (date != NULL && !cor_ctl_parse_day (date, "--date", &day, error))
    return FALSE;
  schedule = cor_ctl_fees_find (ctl, ctl->arguments[0], version, &day, error);
  if (schedule == NULL)
    return FALSE;
  if (ctl->is_json)
    print_schedule_json (schedule);
  else
    print_schedule (ctl, schedule);
  return TRUE;
}
