/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fee-variant"

#include "config.h"

#include "cor-fee-variant.h"

#include "cor-money-error.h"

#include <glib/gi18n-lib.h>

/* A schedule as the text of a GVariant: what is kept of a pack, whoever published it in whatever form. A change of
 * these types needs a new name in the store, for old versions are read as long as old payments are asked about. */
#define DECIMAL "(xu)"
#define TIER "(bxx" DECIMAL ")"
#define TARIFF "(x" DECIMAL "bbxxua" TIER ")"
#define CHARGE "(ssxu)"
#define TERMS "(ssuuu" TARIFF DECIMAL DECIMAL "a" CHARGE "a" CHARGE TARIFF DECIMAL "uu)"
#define CORRIDOR "(sumsmsmas" DECIMAL "u" TERMS ")"
#define PROMOTION "(suumasmas" DECIMAL ")"
#define SCHEDULE "(sssmsbuua" CORRIDOR "a" PROMOTION ")"

static GVariant *
write_decimal (CorDecimal decimal)
{
  return g_variant_new (DECIMAL, decimal.digits, decimal.scale);
}

static GVariant *
write_tariff (const CorFeeTariff *tariff)
{
  GVariantBuilder tiers;

  g_variant_builder_init (&tiers, G_VARIANT_TYPE ("a" TIER));
  for (guint i = 0; i < cor_fee_tariff_get_n_tiers (tariff); i++)
    {
      const CorFeeTier *tier = cor_fee_tariff_get_tier (tariff, i);

      g_variant_builder_add (&tiers, "(bxx@" DECIMAL ")", tier->has_limit, tier->up_to, tier->fixed, write_decimal (tier->percent));
    }
  return g_variant_new ("(x@" DECIMAL "bbxxua" TIER ")", tariff->fixed, write_decimal (tariff->percent), tariff->has_min, tariff->has_max,
                        tariff->min, tariff->max, (guint) tariff->tier_mode, &tiers);
}

static GVariant *
write_charges (const GPtrArray *charges)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" CHARGE));
  for (guint i = 0; charges != NULL && i < charges->len; i++)
    {
      const CorCharge *charge = charges->pdata[i];

      g_variant_builder_add (&builder, CHARGE, charge->agent, charge->amount.currency->code, charge->amount.minor, (guint) charge->certainty);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
write_terms (const CorQuoteTerms *terms)
{
  return g_variant_new ("(ssuuu@" TARIFF "@" DECIMAL "@" DECIMAL "@a" CHARGE "@a" CHARGE "@" TARIFF "@" DECIMAL "uu)", terms->send->code,
                        terms->receive->code, (guint) terms->fee_mode, (guint) terms->rounding, (guint) terms->fx_at,
                        write_tariff (&terms->sender_fee), write_decimal (terms->fee_tax_percent),
                        write_decimal (terms->transfer_tax_percent), write_charges (terms->our_charges), write_charges (terms->chain),
                        write_tariff (&terms->receiver_fee), write_decimal (terms->receiver_fee_tax_percent),
                        (guint) terms->fee_certainty, (guint) terms->receiver_fee_certainty);
}

static GVariant *
write_texts (char *const *texts)
{
  return g_variant_new_maybe (G_VARIANT_TYPE ("as"), texts != NULL ? g_variant_new_strv ((const char *const *) texts, -1) : NULL);
}

static GVariant *
write_corridor (const CorFeeCorridor *corridor)
{
  return g_variant_new ("(sumsms@mas@" DECIMAL "u@" TERMS ")", corridor->id, corridor->bearers, corridor->from_country, corridor->to_country,
                        write_texts (corridor->customer_tiers), write_decimal (corridor->fx_margin_percent), corridor->rate_lock_minutes, write_terms (&corridor->terms));
}

static GVariant *
write_promotion (const CorFeePromotion *promotion)
{
  return g_variant_new ("(suu@mas@mas@" DECIMAL ")", promotion->title, g_date_get_julian (&promotion->valid_from),
                        g_date_get_julian (&promotion->valid_to), write_texts (promotion->corridors),
                        write_texts (promotion->customer_tiers), write_decimal (promotion->discount_percent));
}

/**
 * cor_fee_schedule_to_text:
 *
 * For keeping it. The same schedule gives the same text. Any thread.
 *
 * Returns: (transfer full): what cor_fee_schedule_from_text() reads
 */
char *
cor_fee_schedule_to_text (const CorFeeSchedule *self)
{
  GVariantBuilder corridors;
  GVariantBuilder promotions;
  g_autoptr (GVariant) variant = NULL;

  g_variant_builder_init (&corridors, G_VARIANT_TYPE ("a" CORRIDOR));
  for (guint i = 0; i < self->corridors->len; i++)
    g_variant_builder_add_value (&corridors, write_corridor (self->corridors->pdata[i]));
  g_variant_builder_init (&promotions, G_VARIANT_TYPE ("a" PROMOTION));
  for (guint i = 0; i < self->promotions->len; i++)
    g_variant_builder_add_value (&promotions, write_promotion (self->promotions->pdata[i]));
  variant = g_variant_ref_sink (
    g_variant_new ("(sssmsbuua" CORRIDOR "a" PROMOTION ")", self->id, self->version, self->title, self->source, self->is_example,
                   g_date_get_julian (&self->valid_from), g_date_valid (&self->valid_to) ? g_date_get_julian (&self->valid_to) : 0U, &corridors,
                   &promotions));
  return g_variant_print (variant, FALSE);
}

/* A member of a tuple that is read on. */
static GVariant *
get (GVariant *tuple,
     gsize     index)
{
  return g_variant_get_child_value (tuple, index);
}

static CorDecimal
read_decimal (GVariant *tuple,
              gsize     index)
{
  g_autoptr (GVariant) variant = get (tuple, index);
  CorDecimal decimal;

  g_variant_get (variant, DECIMAL, &decimal.digits, &decimal.scale);
  return decimal;
}

static guint
read_choice (GVariant *tuple,
             gsize     index,
             guint     last,
             gboolean *is_whole)
{
  guint choice = 0;

  g_variant_get_child (tuple, index, "u", &choice);
  *is_whole = *is_whole && choice <= last;
  return MIN (choice, last);
}

static char **
read_texts (GVariant *tuple,
            gsize     index)
{
  g_autoptr (GVariant) maybe = get (tuple, index);
  g_autoptr (GVariant) texts = g_variant_get_maybe (maybe);

  return texts != NULL ? g_variant_dup_strv (texts, NULL) : NULL;
}

static void
read_day (GVariant *tuple,
          gsize     index,
          GDate    *day,
          gboolean *is_whole)
{
  guint julian = 0;

  g_variant_get_child (tuple, index, "u", &julian);
  g_date_clear (day, 1);
  if (g_date_valid_julian (julian))
    g_date_set_julian (day, julian);
  *is_whole = *is_whole && (julian == 0 || g_date_valid (day));
}

static const CorCurrency *
read_currency (GVariant *tuple,
               gsize     index,
               gboolean *is_whole)
{
  const CorCurrency *currency = NULL;
  const char        *code = NULL;

  g_variant_get_child (tuple, index, "&s", &code);
  currency = cor_currency_find (code);
  *is_whole = *is_whole && currency != NULL;
  return currency;
}

static void
read_tariff (GVariant     *tuple,
             gsize         index,
             CorFeeTariff *tariff,
             gboolean     *is_whole)
{
  g_autoptr (GVariant) variant = get (tuple, index);
  g_autoptr (GVariant) tiers = get (variant, 7);

  g_variant_get_child (variant, 0, "x", &tariff->fixed);
  tariff->percent = read_decimal (variant, 1);
  g_variant_get_child (variant, 2, "b", &tariff->has_min);
  g_variant_get_child (variant, 3, "b", &tariff->has_max);
  g_variant_get_child (variant, 4, "x", &tariff->min);
  g_variant_get_child (variant, 5, "x", &tariff->max);
  tariff->tier_mode = (CorTierMode) read_choice (variant, 6, COR_TIERS_MARGINAL, is_whole);
  if (g_variant_n_children (tiers) > 0)
    tariff->tiers = g_array_new (FALSE, TRUE, sizeof (CorFeeTier));
  for (gsize i = 0; i < g_variant_n_children (tiers); i++)
    {
      g_autoptr (GVariant) child = get (tiers, i);
      CorFeeTier tier = { .percent = read_decimal (child, 3) };

      g_variant_get_child (child, 0, "b", &tier.has_limit);
      g_variant_get_child (child, 1, "x", &tier.up_to);
      g_variant_get_child (child, 2, "x", &tier.fixed);
      g_array_append_val (tariff->tiers, tier);
    }
  *is_whole = *is_whole && cor_fee_tariff_check (tariff, NULL);
}

static GPtrArray *
read_charges (GVariant *tuple,
              gsize     index,
              gboolean *is_whole)
{
  g_autoptr (GVariant) variant = get (tuple, index);
  GPtrArray *charges = NULL;

  if (g_variant_n_children (variant) == 0)
    return NULL;
  charges = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);
  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = get (variant, i);
      CorMoney     amount = { 0, read_currency (child, 1, is_whole) };
      CorCertainty certainty = (CorCertainty) read_choice (child, 3, COR_CERTAINTY_UNKNOWN, is_whole);
      const char  *agent = NULL;

      g_variant_get_child (child, 0, "&s", &agent);
      g_variant_get_child (child, 2, "x", &amount.minor);
      g_ptr_array_add (charges, cor_charge_new (agent, amount, certainty));
    }
  return charges;
}

static void
read_terms (GVariant      *tuple,
            gsize          index,
            CorQuoteTerms *terms,
            gboolean      *is_whole)
{
  g_autoptr (GVariant) variant = get (tuple, index);
  CorQuoteTerms tried;

  terms->send = read_currency (variant, 0, is_whole);
  terms->receive = read_currency (variant, 1, is_whole);
  terms->fee_mode = (CorFeeMode) read_choice (variant, 2, COR_FEE_DEDUCTED, is_whole);
  terms->rounding = (CorRounding) read_choice (variant, 3, COR_ROUNDING_DOWN, is_whole);
  terms->fx_at = (CorFxSide) read_choice (variant, 4, COR_FX_AT_RECEIVER, is_whole);
  read_tariff (variant, 5, &terms->sender_fee, is_whole);
  terms->fee_tax_percent = read_decimal (variant, 6);
  terms->transfer_tax_percent = read_decimal (variant, 7);
  terms->our_charges = read_charges (variant, 8, is_whole);
  terms->chain = read_charges (variant, 9, is_whole);
  read_tariff (variant, 10, &terms->receiver_fee, is_whole);
  terms->receiver_fee_tax_percent = read_decimal (variant, 11);
  terms->fee_certainty = (CorCertainty) read_choice (variant, 12, COR_CERTAINTY_UNKNOWN, is_whole);
  terms->receiver_fee_certainty = (CorCertainty) read_choice (variant, 13, COR_CERTAINTY_UNKNOWN, is_whole);

  tried = *terms;
  tried.rate = COR_DECIMAL_ONE;
  *is_whole = *is_whole && cor_quote_terms_check (&tried, NULL);
}

static void
read_corridor (GVariant       *variant,
               CorFeeSchedule *schedule,
               gboolean       *is_whole)
{
  CorFeeCorridor *corridor = cor_fee_corridor_new ();

  g_ptr_array_add (schedule->corridors, corridor);
  g_variant_get_child (variant, 0, "s", &corridor->id);
  g_variant_get_child (variant, 1, "u", &corridor->bearers);
  g_variant_get_child (variant, 2, "ms", &corridor->from_country);
  g_variant_get_child (variant, 3, "ms", &corridor->to_country);
  corridor->customer_tiers = read_texts (variant, 4);
  corridor->fx_margin_percent = read_decimal (variant, 5);
  g_variant_get_child (variant, 6, "u", &corridor->rate_lock_minutes);
  read_terms (variant, 7, &corridor->terms, is_whole);
}

static void
read_promotion (GVariant       *variant,
                CorFeeSchedule *schedule,
                gboolean       *is_whole)
{
  CorFeePromotion *promotion = g_new0 (CorFeePromotion, 1);

  g_ptr_array_add (schedule->promotions, promotion);
  g_variant_get_child (variant, 0, "s", &promotion->title);
  read_day (variant, 1, &promotion->valid_from, is_whole);
  read_day (variant, 2, &promotion->valid_to, is_whole);
  promotion->corridors = read_texts (variant, 3);
  promotion->customer_tiers = read_texts (variant, 4);
  promotion->discount_percent = read_decimal (variant, 5);
  *is_whole = *is_whole && g_date_valid (&promotion->valid_from) && g_date_valid (&promotion->valid_to);
}

static gboolean
read_schedule (GVariant       *variant,
               CorFeeSchedule *schedule)
{
  g_autoptr (GVariant) corridors = get (variant, 7);
  g_autoptr (GVariant) promotions = get (variant, 8);
  gboolean is_whole = TRUE;

  g_variant_get_child (variant, 0, "s", &schedule->id);
  g_variant_get_child (variant, 1, "s", &schedule->version);
  g_variant_get_child (variant, 2, "s", &schedule->title);
  g_variant_get_child (variant, 3, "ms", &schedule->source);
  g_variant_get_child (variant, 4, "b", &schedule->is_example);
  read_day (variant, 5, &schedule->valid_from, &is_whole);
  read_day (variant, 6, &schedule->valid_to, &is_whole);
  for (gsize i = 0; is_whole && i < g_variant_n_children (corridors); i++)
    {
      g_autoptr (GVariant) child = get (corridors, i);

      read_corridor (child, schedule, &is_whole);
    }
  for (gsize i = 0; is_whole && i < g_variant_n_children (promotions); i++)
    {
      g_autoptr (GVariant) child = get (promotions, i);

      read_promotion (child, schedule, &is_whole);
    }
  return is_whole && g_date_valid (&schedule->valid_from) && schedule->corridors->len > 0;
}

/**
 * cor_fee_schedule_from_text:
 * @text: of cor_fee_schedule_to_text()
 * @error: %COR_MONEY_ERROR_INVALID when it is damaged; a part of it is never returned
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the schedule
 */
CorFeeSchedule *
cor_fee_schedule_from_text (const char *text,
                            GError    **error)
{
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE (SCHEDULE), text, NULL, NULL, NULL);
  g_autoptr (CorFeeSchedule) schedule = cor_fee_schedule_new ();

  if (variant != NULL && read_schedule (variant, schedule))
    return g_steal_pointer (&schedule);
  g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("A fee schedule that is kept here is damaged. Import it again."));
  return NULL;
}
