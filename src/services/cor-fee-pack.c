/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fee-pack"

#include "config.h"

#include "cor-fee-pack.h"

#include "cor-date.h"
#include "cor-json.h"
#include "cor-money-error.h"
#include "cor-quote-json.h"

#include <glib/gi18n-lib.h>

#define ALL_BEARERS (1U << COR_BEARER_OUR | 1U << COR_BEARER_SHA | 1U << COR_BEARER_BEN)

#define MAX_LOCK_MINUTES (7 * 24 * 60)

static const char *const pack_members[] = {
  "$schema", "schema", "id", "version", "title", "note", "source", "example", "valid_from", "valid_to", "rounding", "corridors",
  "promotions", NULL
};
static const char *const corridor_members[] = {
  "id", "note", "send", "receive", "from_country", "to_country", "charge_bearers", "customer_tiers", "fee_mode", "fx_at", "sender_fee",
  "fee_tax_percent", "transfer_tax_percent", "our_charges", "intermediaries", "receiver_fee", "receiver_fee_tax_percent",
  "receiver_fee_certainty", "fx_margin_percent", "rate_lock_minutes", NULL
};
static const char *const promotion_members[] = {
  "title", "note", "valid_from", "valid_to", "corridors", "customer_tiers", "discount_percent", NULL
};

static void
read_date (CorStrictJson *reader,
           JsonObject    *object,
           const char    *member,
           gboolean       is_required,
           GDate         *date)
{
  const char *text = is_required ? cor_strict_json_require_string (reader, object, member) : cor_strict_json_get_string (reader, object, member);

  g_date_clear (date, 1);
  if (text != NULL && !cor_date_parse (text, date))
    cor_strict_json_refuse (reader, member, _ ("This must be a date such as 2026-07-01"));
}

static char **
read_texts (CorStrictJson *reader,
            JsonObject    *object,
            const char    *member)
{
  JsonArray *array = cor_strict_json_get_array (reader, object, member);
  g_autoptr (GStrvBuilder) texts = NULL;

  if (array == NULL)
    return NULL;
  texts = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (texts, json_node_get_string (node));
      else
        cor_strict_json_refuse (reader, member, _ ("This must be a list of texts"));
    }
  return g_strv_builder_end (texts);
}

static guint
read_bearers (CorStrictJson *reader,
              JsonObject    *object)
{
  g_auto (GStrv) keys = read_texts (reader, object, "charge_bearers");
  guint bearers = 0;

  if (keys == NULL)
    return ALL_BEARERS;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      CorChargeBearer bearer = COR_BEARER_SHA;

      if (!cor_charge_bearer_from_key (keys[i], &bearer))
        cor_strict_json_refuse (reader, "charge_bearers", _ ("This must be “OUR”, “SHA” or “BEN”"));
      bearers |= 1U << bearer;
    }
  if (bearers == 0)
    cor_strict_json_refuse (reader, "charge_bearers", _ ("This must be “OUR”, “SHA” or “BEN”"));
  return bearers;
}

static void
read_choices (CorStrictJson *reader,
              JsonObject    *object,
              CorQuoteTerms *terms)
{
  const char *mode = cor_strict_json_require_string (reader, object, "fee_mode");
  const char *side = cor_strict_json_get_string (reader, object, "fx_at");
  const char *certainty = cor_strict_json_get_string (reader, object, "receiver_fee_certainty");

  if (mode != NULL && !cor_fee_mode_from_key (mode, &terms->fee_mode))
    cor_strict_json_refuse (reader, "fee_mode", _ ("This must be “on_top” or “deducted”"));
  if (side != NULL && !cor_fx_side_from_key (side, &terms->fx_at))
    cor_strict_json_refuse (reader, "fx_at", _ ("This must be “sender” or “receiver”"));
  terms->fee_certainty = COR_CERTAINTY_TARIFF;
  terms->receiver_fee_certainty = COR_CERTAINTY_TARIFF;
  if (certainty != NULL && !cor_certainty_from_key (certainty, &terms->receiver_fee_certainty))
    cor_strict_json_refuse (reader, "receiver_fee_certainty", _ ("This must be “exact”, “tariff”, “estimate” or “unknown”"));
}

static CorDecimal
read_percent (CorStrictJson *reader,
              JsonObject    *object,
              const char    *member)
{
  static const CorDecimal hundred = { 100, 0 };
  CorDecimal              percent = cor_strict_json_get_decimal (reader, object, member);

  if (percent.digits < 0 || cor_decimal_compare (percent, hundred) > 0)
    cor_strict_json_refuse (reader, member, _ ("A percentage is negative or above 100"));
  return percent;
}

static guint
read_minutes (CorStrictJson *reader,
              JsonObject    *object,
              const char    *member)
{
  CorDecimal minutes = cor_strict_json_get_decimal (reader, object, member);

  if (minutes.scale > 0 || minutes.digits < 0 || minutes.digits > MAX_LOCK_MINUTES)
    cor_strict_json_refuse (reader, member, _ ("This must be whole minutes, at most a week of them"));
  return (guint) minutes.digits;
}

static void
read_prices (CorStrictJson *reader,
             JsonObject    *object,
             CorQuoteTerms *terms)
{
  cor_quote_json_read_tariff (reader, object, "sender_fee", terms->send, &terms->sender_fee);
  cor_quote_json_read_tariff (reader, object, "receiver_fee", terms->receive, &terms->receiver_fee);
  if (!cor_strict_json_has (object, "sender_fee"))
    cor_strict_json_refuse (reader, "sender_fee", _ ("This is missing"));
  terms->fee_tax_percent = read_percent (reader, object, "fee_tax_percent");
  terms->transfer_tax_percent = read_percent (reader, object, "transfer_tax_percent");
  terms->receiver_fee_tax_percent = read_percent (reader, object, "receiver_fee_tax_percent");
  terms->our_charges = cor_quote_json_read_charges (reader, object, "our_charges");
  terms->chain = cor_quote_json_read_charges (reader, object, "intermediaries");
}

/* What only quoting would find is found now: with a rate of 1 in place of the one still to come. */
static void
check_terms (CorStrictJson       *reader,
             const CorQuoteTerms *terms)
{
  CorQuoteTerms tried = *terms;
  GError       *reason = NULL;

  tried.rate = COR_DECIMAL_ONE;
  if (reader->error == NULL && !cor_quote_terms_check (&tried, &reason))
    cor_strict_json_fail (reader, NULL, reason);
}

static CorFeeCorridor *
read_corridor (CorStrictJson *reader,
               JsonObject    *object,
               CorRounding    rounding)
{
  CorFeeCorridor *corridor = cor_fee_corridor_new ();

  cor_strict_json_allow_only (reader, object, corridor_members);
  corridor->id = g_strdup (cor_strict_json_require_string (reader, object, "id"));
  corridor->terms.send = cor_strict_json_require_currency (reader, object, "send");
  corridor->terms.receive = cor_strict_json_require_currency (reader, object, "receive");
  corridor->terms.rounding = rounding;
  corridor->from_country = g_strdup (cor_strict_json_get_string (reader, object, "from_country"));
  corridor->to_country = g_strdup (cor_strict_json_get_string (reader, object, "to_country"));
  corridor->customer_tiers = read_texts (reader, object, "customer_tiers");
  corridor->bearers = read_bearers (reader, object);
  corridor->fx_margin_percent = read_percent (reader, object, "fx_margin_percent");
  corridor->rate_lock_minutes = read_minutes (reader, object, "rate_lock_minutes");
  read_choices (reader, object, &corridor->terms);
  read_prices (reader, object, &corridor->terms);
  check_terms (reader, &corridor->terms);
  return corridor;
}

static void
read_corridors (CorStrictJson  *reader,
                JsonObject     *root,
                CorRounding     rounding,
                CorFeeSchedule *schedule)
{
  JsonArray *array = cor_strict_json_get_array (reader, root, "corridors");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (array == NULL || json_array_get_length (array) == 0)
    cor_strict_json_refuse (reader, "corridors", _ ("This is missing"));
  for (guint i = 0; reader->error == NULL && i < json_array_get_length (array); i++)
    {
      gsize           outer = cor_strict_json_enter (reader, "corridors");
      gsize           inner = cor_strict_json_enter_index (reader, i);
      CorFeeCorridor *corridor = read_corridor (reader, cor_strict_json_get_item (reader, array, i), rounding);

      g_ptr_array_add (schedule->corridors, corridor);
      if (corridor->id != NULL && !g_hash_table_add (ids, corridor->id))
        cor_strict_json_refuse (reader, "id", _ ("Another corridor has this id already"));
      cor_strict_json_leave (reader, inner);
      cor_strict_json_leave (reader, outer);
    }
}

static gboolean
has_corridor (CorFeeSchedule *schedule,
              const char     *id)
{
  for (guint i = 0; i < schedule->corridors->len; i++)
    if (g_strcmp0 (((CorFeeCorridor *) schedule->corridors->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
read_promotion (CorStrictJson  *reader,
                JsonObject     *object,
                CorFeeSchedule *schedule)
{
  CorFeePromotion *promotion = g_new0 (CorFeePromotion, 1);

  g_ptr_array_add (schedule->promotions, promotion);
  cor_strict_json_allow_only (reader, object, promotion_members);
  promotion->title = g_strdup (cor_strict_json_require_string (reader, object, "title"));
  read_date (reader, object, "valid_from", TRUE, &promotion->valid_from);
  read_date (reader, object, "valid_to", TRUE, &promotion->valid_to);
  promotion->corridors = read_texts (reader, object, "corridors");
  promotion->customer_tiers = read_texts (reader, object, "customer_tiers");
  cor_strict_json_require_string (reader, object, "discount_percent");
  promotion->discount_percent = read_percent (reader, object, "discount_percent");
  for (guint i = 0; promotion->corridors != NULL && promotion->corridors[i] != NULL; i++)
    if (!has_corridor (schedule, promotion->corridors[i]))
      cor_strict_json_refuse (reader, "corridors", _ ("This names a corridor that is not there"));
  if (reader->error == NULL && g_date_compare (&promotion->valid_from, &promotion->valid_to) > 0)
    cor_strict_json_refuse (reader, "valid_to", _ ("This day is before the first one"));
}

static void
read_promotions (CorStrictJson  *reader,
                 JsonObject     *root,
                 CorFeeSchedule *schedule)
{
  JsonArray *array = cor_strict_json_get_array (reader, root, "promotions");

  for (guint i = 0; array != NULL && reader->error == NULL && i < json_array_get_length (array); i++)
    {
      gsize outer = cor_strict_json_enter (reader, "promotions");
      gsize inner = cor_strict_json_enter_index (reader, i);

      read_promotion (reader, cor_strict_json_get_item (reader, array, i), schedule);
      cor_strict_json_leave (reader, inner);
      cor_strict_json_leave (reader, outer);
    }
}

static void
read_head (CorStrictJson  *reader,
           JsonObject     *root,
           CorFeeSchedule *schedule,
           CorRounding    *rounding)
{
  const char *schema = cor_strict_json_require_string (reader, root, "schema");
  const char *rounding_key;

  if (schema != NULL && !g_str_equal (schema, COR_FEE_PACK_SCHEMA))
    cor_strict_json_refuse (reader, "schema", _ ("This is not a fee schedule that this version of the program reads"));
  cor_strict_json_allow_only (reader, root, pack_members);
  schedule->id = g_strdup (cor_strict_json_require_string (reader, root, "id"));
  schedule->version = g_strdup (cor_strict_json_require_string (reader, root, "version"));
  schedule->title = g_strdup (cor_strict_json_require_string (reader, root, "title"));
  schedule->source = g_strdup (cor_strict_json_get_string (reader, root, "source"));
  schedule->is_example = cor_strict_json_get_boolean (reader, root, "example");
  read_date (reader, root, "valid_from", TRUE, &schedule->valid_from);
  read_date (reader, root, "valid_to", FALSE, &schedule->valid_to);
  if (reader->error == NULL && g_date_valid (&schedule->valid_to) && g_date_compare (&schedule->valid_from, &schedule->valid_to) > 0)
    cor_strict_json_refuse (reader, "valid_to", _ ("This day is before the first one"));
  rounding_key = cor_strict_json_require_string (reader, root, "rounding");
  if (rounding_key != NULL && !cor_rounding_from_key (rounding_key, rounding))
    cor_strict_json_refuse (reader, "rounding", _ ("This must be “HALF_UP”, “HALF_EVEN”, “UP” or “DOWN”"));
}

/**
 * cor_fee_pack_parse:
 * @data: the pack's JSON, of data/packs/fee-schedule.schema.json
 * @len: its bytes
 * @error: what is wrong, such as “$.corridors[2].sender_fee.percent: …”
 *
 * The whole pack or nothing of it: whoever has an older version keeps that. Any thread; big packs take
 * time: not the main one.
 *
 * Returns: (transfer full) (nullable): the schedule
 */
CorFeeSchedule *
cor_fee_pack_parse (const char *data,
                    gsize       len,
                    GError    **error)
{
  g_autoptr (CorFeeSchedule) schedule = cor_fee_schedule_new ();
  g_autoptr (JsonNode) root = cor_json_parse (data, len, NULL);
  CorStrictJson reader = { NULL };
  CorRounding   rounding = COR_ROUNDING_HALF_UP;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    cor_strict_json_refuse (&reader, NULL, _ ("This is not a JSON object"));
  else
    {
      JsonObject *object = json_node_get_object (root);

      read_head (&reader, object, schedule, &rounding);
      read_corridors (&reader, object, rounding, schedule);
      read_promotions (&reader, object, schedule);
    }
  return cor_strict_json_finish (&reader, error) ? g_steal_pointer (&schedule) : NULL;
}
