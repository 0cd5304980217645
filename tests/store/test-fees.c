/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Fee schedules in the store: every version stays, the one of a payment's day is found, nothing half is taken in. */

#include "config.h"

#include "cor-store-fees.h"

#include "cor-date.h"
#include "cor-fee-variant.h"
#include "cor-money-error.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-sqlite.h"

#include <string.h>

typedef struct
{
  char     *dir;
  CorStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static GPtrArray *
make_charges (const char *currency)
{
  GPtrArray *charges = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_charge_free);

  g_ptr_array_add (charges, cor_charge_new ("First Bank “of” Ümlaut", cor_money_new (1500, cor_currency_find (currency)), COR_CERTAINTY_ESTIMATE));
  g_ptr_array_add (charges, cor_charge_new ("Second", cor_money_new (G_MAXINT64, cor_currency_find (currency)), COR_CERTAINTY_TARIFF));
  return charges;
}

/* One that has everything a schedule can have. */
static CorFeeSchedule *
make (const char *id,
      const char *version,
      const char *valid_from,
      gint64      fee)
{
  const CorFeeTier low = { .has_limit = TRUE, .up_to = 50000, .fixed = 390 };
  const CorFeeTier high = { .percent = { 15, 2 } };
  CorFeeSchedule  *schedule = cor_fee_schedule_new ();
  CorFeeCorridor  *corridor = cor_fee_corridor_new ();
  CorFeePromotion *promotion = g_new0 (CorFeePromotion, 1);
  const char      *tiers[] = { "vip", "business", NULL };

  schedule->id = g_strdup (id);
  schedule->version = g_strdup (version);
  schedule->title = g_strdup ("It’s a “tariff”\n");
  g_assert_true (cor_date_parse (valid_from, &schedule->valid_from));
  g_date_clear (&schedule->valid_to, 1);

  corridor->id = g_strdup ("eur-usd");
  corridor->bearers = 1U << COR_BEARER_OUR | 1U << COR_BEARER_SHA;
  corridor->to_country = g_strdup ("US");
  corridor->customer_tiers = g_strdupv ((char **) tiers);
  corridor->fx_margin_percent = (CorDecimal){ 45, 2 };
  corridor->rate_lock_minutes = 30;
  corridor->terms.send = cor_currency_find ("EUR");
  corridor->terms.receive = cor_currency_find ("USD");
  corridor->terms.fee_mode = COR_FEE_DEDUCTED;
  corridor->terms.rounding = COR_ROUNDING_HALF_EVEN;
  corridor->terms.sender_fee.fixed = fee;
  corridor->terms.sender_fee.has_max = TRUE;
  corridor->terms.sender_fee.max = 8000;
  corridor->terms.receiver_fee.tiers = g_array_new (FALSE, TRUE, sizeof (CorFeeTier));
  g_array_append_val (corridor->terms.receiver_fee.tiers, low);
  g_array_append_val (corridor->terms.receiver_fee.tiers, high);
  corridor->terms.our_charges = make_charges ("EUR");
  corridor->terms.chain = make_charges ("USD");
  corridor->terms.fee_certainty = COR_CERTAINTY_TARIFF;
  corridor->terms.receiver_fee_certainty = COR_CERTAINTY_UNKNOWN;
  g_ptr_array_add (schedule->corridors, corridor);

  promotion->title = g_strdup ("Spring");
  g_assert_true (cor_date_parse ("2026-03-01", &promotion->valid_from));
  g_assert_true (cor_date_parse ("2026-05-31", &promotion->valid_to));
  promotion->discount_percent = (CorDecimal){ 500, 1 };
  g_ptr_array_add (schedule->promotions, promotion);
  return schedule;
}

static gboolean
put (Fixture        *fixture,
     CorFeeSchedule *schedule, /* owned */
     GError        **error)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (CorFeeSchedule) owned = schedule;

  cor_store_put_fees_async (fixture->store, owned, NULL, cor_test_on_result, &await);
  return cor_store_put_fees_finish (fixture->store, cor_test_await (&await), error);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GError) error = NULL;
  GPtrArray *kept = NULL;

  cor_store_list_fees_async (fixture->store, NULL, cor_test_on_result, &await);
  kept = cor_store_list_fees_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return kept;
}

/* The version that holds on a day. */
static void
assert_holds (GPtrArray  *kept,
              const char *day,
              const char *version)
{
  const CorFeeSchedule *schedule = NULL;
  GDate                 date;

  g_assert_true (cor_date_parse (day, &date));
  schedule = cor_fee_schedule_pick (kept, &date);
  g_assert_cmpstr (schedule != NULL ? schedule->version : NULL, ==, version);
}

static void
test_text (void)
{
  g_autoptr (CorFeeSchedule) schedule = make ("a", "1", "2026-01-01", 390);
  g_autofree char *text = cor_fee_schedule_to_text (schedule);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorFeeSchedule) again = cor_fee_schedule_from_text (text, &error);
  g_autofree char      *text_again = NULL;
  const CorFeeCorridor *corridor = NULL;

  g_assert_no_error (error);
  text_again = cor_fee_schedule_to_text (again);
  g_assert_cmpstr (text_again, ==, text);

  corridor = again->corridors->pdata[0];
  g_assert_cmpstr (again->title, ==, schedule->title);
  g_assert_null (corridor->from_country);
  g_assert_cmpstr (corridor->customer_tiers[1], ==, "business");
  g_assert_cmpuint (corridor->rate_lock_minutes, ==, 30);
  g_assert_cmpint (corridor->terms.rounding, ==, COR_ROUNDING_HALF_EVEN);
  g_assert_cmpuint (corridor->terms.receiver_fee.tiers->len, ==, 2);
  g_assert_cmpint (((CorCharge *) corridor->terms.chain->pdata[1])->amount.minor, ==, G_MAXINT64);
  g_assert_false (g_date_valid (&again->valid_to));
}

/* However it is cut, or whatever stands in it: refused, or a whole schedule. */
static void
test_damaged (void)
{
  g_autoptr (CorFeeSchedule) schedule = make ("a", "1", "2026-01-01", 390);
  g_autofree char *text = cor_fee_schedule_to_text (schedule);
  g_autofree char *unknown = NULL;
  const char      *place = strstr (text, "'EUR'");

  g_assert_nonnull (place);
  unknown = g_strdup_printf ("%.*s'EUX'%s", (int) (place - text), text, place + strlen ("'EUR'"));
  g_assert_null (cor_fee_schedule_from_text (unknown, NULL));
  for (gsize len = 0; text[len] != '\0'; len++)
    {
      g_autofree char *cut = g_strndup (text, len);
      g_autoptr (GError) error = NULL;

      if (!g_utf8_validate (cut, -1, NULL))
        continue;
      g_assert_null (cor_fee_schedule_from_text (cut, &error));
      g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID);
    }
}

static void
test_versions (Fixture      *fixture,
               gconstpointer unused)
{
  g_autoptr (GPtrArray) kept = NULL;

  g_assert_true (put (fixture, make ("a", "2026-07", "2026-07-01", 500), NULL));
  g_assert_true (put (fixture, make ("a", "2025-01", "2025-01-01", 390), NULL));
  kept = list (fixture);
  g_assert_cmpuint (kept->len, ==, 2);
  assert_holds (kept, "2024-12-31", NULL);
  assert_holds (kept, "2025-01-01", "2025-01");
  assert_holds (kept, "2026-06-30", "2025-01");
  assert_holds (kept, "2026-07-01", "2026-07");
}

static void
test_same_version (Fixture      *fixture,
                   gconstpointer unused)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (put (fixture, make ("a", "1", "2026-01-01", 390), NULL));
  g_assert_true (put (fixture, make ("a", "1", "2026-01-01", 390), NULL));
  g_assert_false (put (fixture, make ("a", "1", "2026-01-01", 391), &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT);
  kept = list (fixture);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpint (((CorFeeCorridor *) ((CorFeeSchedule *) kept->pdata[0])->corridors->pdata[0])->terms.sender_fee.fixed, ==, 390);
}

/* What cannot be read is mended by importing it again. */
static void
test_healed (Fixture      *fixture,
             gconstpointer unused)
{
  g_autoptr (GPtrArray) kept = NULL;

  g_assert_true (put (fixture, make ("a", "1", "2026-01-01", 390), NULL));
  cor_test_sqlite_run (fixture->dir, "UPDATE fee_schedule SET text = '{'");
  g_assert_true (put (fixture, make ("a", "1", "2026-01-01", 390), NULL));
  kept = list (fixture);
  g_assert_cmpuint (kept->len, ==, 1);
}

static void
test_example (Fixture      *fixture,
              gconstpointer unused)
{
  CorFeeSchedule *first = make ("example", "1", "2026-01-01", 1);
  CorFeeSchedule *second = make ("example", "2", "2026-02-01", 2);
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GPtrArray) both = NULL;

  first->is_example = second->is_example = TRUE;
  g_assert_true (put (fixture, first, NULL));
  g_assert_true (put (fixture, second, NULL));
  examples = list (fixture);
  g_assert_cmpuint (examples->len, ==, 1);
  assert_holds (examples, "2026-02-01", "2");

  /* a schedule of somebody's own counts before it, though it began earlier */
  g_assert_true (put (fixture, make ("own", "2025", "2025-01-01", 390), NULL));
  both = list (fixture);
  assert_holds (both, "2026-03-01", "2025");
}

static void
test_pack (Fixture      *fixture,
           gconstpointer unused)
{
  g_autoptr (CorPackData) pack = cor_pack_data_new ();
  g_autoptr (CorFeeSchedule) first = make ("a", "1", "2026-01-01", 390);
  g_autoptr (CorFeeSchedule) second = make ("a", "2", "2026-07-01", 400);
  CorFeeSchedule *versions[] = { first, second };
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_auto (CorTestAwait) removed = { NULL };

  pack->address = g_strdup ("https://prices.example/fees.json");
  pack->pack_id = g_strdup ("a");
  pack->format = g_strdup ("corridor-fee-schedule/1");
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_auto (CorTestAwait) await = { NULL };

      cor_store_install_fees_async (fixture->store, pack, versions[i], NULL, cor_test_on_result, &await);
      g_assert_true (cor_store_pack_finish (fixture->store, cor_test_await (&await), NULL));
    }
  kept = list (fixture);
  g_assert_cmpuint (kept->len, ==, 2);
  assert_holds (kept, "2026-03-01", "1");

  g_assert_true (put (fixture, make ("b", "1", "2026-01-01", 390), NULL));
  cor_store_remove_pack_async (fixture->store, pack->address, NULL, cor_test_on_result, &removed);
  g_assert_true (cor_store_pack_finish (fixture->store, cor_test_await (&removed), NULL));
  after = list (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((CorFeeSchedule *) after->pdata[0])->id, ==, "b");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/fees/text", test_text);
  g_test_add_func ("/fees/damaged", test_damaged);
  g_test_add ("/fees/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/fees/same-version", Fixture, NULL, set_up, test_same_version, tear_down);
  g_test_add ("/fees/healed", Fixture, NULL, set_up, test_healed, tear_down);
  g_test_add ("/fees/example", Fixture, NULL, set_up, test_example, tear_down);
  g_test_add ("/fees/pack", Fixture, NULL, set_up, test_pack, tear_down);
  return cor_test_run ();
}
