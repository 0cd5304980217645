/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Rates in the store: what a question finds, what takes the place of what. */

#include "config.h"

#include "cor-store-rates.h"

#include "cor-date.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

typedef struct
{
  char     *dir;
  CorStore *store;
} Fixture;

static GDate
get_day (const char *text)
{
  GDate day;

  g_assert_true (cor_date_parse (text, &day));
  return day;
}

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

/* "2026-04-10 USD 1.1711 JPY 186.43" */
static void
add (CorRateSheet *sheet,
     const char   *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  GDate day = get_day (words[0]);

  cor_rate_sheet_add_day (sheet, &day);
  for (guint i = 1; words[i] != NULL; i += 2)
    g_assert_true (cor_rate_sheet_add_rate (sheet, &day, words[i], words[i + 1], NULL));
}

static guint
put (Fixture           *fixture,
     const char        *source,
     const char *const *lines)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GError) error = NULL;
  CorRateSheet *sheet = cor_rate_sheet_new ();
  guint         n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    add (sheet, lines[i]);
  g_assert_true (cor_rate_sheet_sort (sheet, NULL));
  cor_store_put_rates_async (fixture->store, sheet, source, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_rates_finish (fixture->store, cor_test_await (&await), &n, &error));
  g_assert_no_error (error);
  return n;
}

/* "date rate source", or "date none", or "nothing"; and the last day with both. */
static char *
find (Fixture    *fixture,
      const char *base,
      const char *quote,
      const char *day)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autofree CorRateAnswer *answer = NULL;
  g_autofree char          *found = NULL;
  g_autofree char          *rate = NULL;
  g_autofree char          *last = NULL;
  GDate                     date = get_day (day);
  CorDecimal                cross;

  cor_store_find_rate_async (fixture->store, base, quote, &date, NULL, cor_test_on_result, &await);
  answer = cor_store_find_rate_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_nonnull (answer);
  if (!answer->is_found)
    return g_strdup ("nothing");
  found = cor_date_to_string (&answer->reference.day);
  if (cor_reference_get_cross (&answer->reference, 6, &cross))
    rate = cor_decimal_to_string (cross);
  if (g_date_valid (&answer->last_available))
    last = cor_date_to_string (&answer->last_available);
  return g_strdup_printf ("%s %s %s, last %s", found, rate != NULL ? rate : "none", answer->reference.source, last != NULL ? last : "never");
}

static void
assert_found (Fixture    *fixture,
              const char *base,
              const char *quote,
              const char *day,
              const char *expected)
{
  g_autofree char *found = find (fixture, base, quote, day);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_find (Fixture      *fixture,
           gconstpointer unused)
{
  static const char *const lines[] = { "2026-04-09 USD 1.1700 HRK 7.5", "2026-04-10 USD 1.1711", NULL };

  g_assert_cmpuint (put (fixture, COR_RATES_ECB_FILE, lines), ==, 2);
  assert_found (fixture, "EUR", "USD", "2026-04-12", "2026-04-10 1.17110 ecb-file, last 2026-04-10");
  assert_found (fixture, "USD", "EUR", "2026-04-09", "2026-04-09 0.854701 ecb-file, last 2026-04-09");
  assert_found (fixture, "EUR", "USD", "2026-04-08", "nothing");
  /* not carried forward, but said */
  assert_found (fixture, "USD", "HRK", "2026-04-12", "2026-04-10 none ecb-file, last 2026-04-09");
  assert_found (fixture, "USD", "XYZ", "2026-04-12", "2026-04-10 none ecb-file, last never");
}

static void
test_precedence (Fixture      *fixture,
                 gconstpointer unused)
{
  static const char *const simulated[] = { "2026-03-31 USD 1.5 JPY 150", "2026-04-01 USD 1.6", NULL };
  static const char *const real[] = { "2026-03-31 USD 1.1498", NULL };

  g_assert_cmpuint (put (fixture, COR_RATES_SIMULATED, simulated), ==, 2);
  g_assert_cmpuint (put (fixture, COR_RATES_FRANKFURTER, real), ==, 1);
  assert_found (fixture, "EUR", "USD", "2026-03-31", "2026-03-31 1.14980 frankfurter, last 2026-03-31");
  /* what the real one did not publish is not left over from the other */
  assert_found (fixture, "EUR", "JPY", "2026-03-31", "2026-03-31 none frankfurter, last never");
  g_assert_cmpuint (put (fixture, COR_RATES_SIMULATED, simulated), ==, 1);
  assert_found (fixture, "EUR", "USD", "2026-03-31", "2026-03-31 1.14980 frankfurter, last 2026-03-31");
  g_assert_cmpuint (put (fixture, COR_RATES_MONTH_END, simulated), ==, 1);
  assert_found (fixture, "EUR", "USD", "2026-04-01", "2026-04-01 1.60000 ecb-month-end, last 2026-04-01");
}

static void
test_carry (Fixture      *fixture,
            gconstpointer unused)
{
  GDate from = get_day ("1999-01-01");
  GDate to = get_day ("2030-01-01");

  for (int i = 0; i < 2; i++)
    {
      g_auto (CorTestAwait) await = { NULL };
      g_auto (CorTestAwait) loaded = { NULL };
      g_autoptr (GArray) references = NULL;

      cor_store_carry_rates_async (fixture->store, NULL, cor_test_on_result, &await);
      g_assert_true (cor_store_carry_rates_finish (fixture->store, cor_test_await (&await), NULL));
      cor_store_load_rates_async (fixture->store, "USD", "CNY", &from, &to, NULL, cor_test_on_result, &loaded);
      references = cor_store_load_rates_finish (fixture->store, cor_test_await (&loaded), NULL);
      g_assert_cmpuint (references->len, ==, 327);
      /* the yuan begins in April 2005 */
      g_assert_false (cor_reference_get_cross (&g_array_index (references, CorReference, 74), 6, &(CorDecimal){ 0 }));
      g_assert_true (cor_reference_get_cross (&g_array_index (references, CorReference, 75), 6, &(CorDecimal){ 0 }));
    }
  assert_found (fixture, "USD", "CNY", "2025-06-30", "2025-06-30 7.16468 ecb-month-end, last 2025-06-30");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add ("/rates/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/rates/precedence", Fixture, NULL, set_up, test_precedence, tear_down);
  g_test_add ("/rates/carry", Fixture, NULL, set_up, test_carry, tear_down);
  return cor_test_run ();
}
