/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Days, the calendar of the euro's settlement system, and the month-end figures that the program carries. */

#include "config.h"

#include "cor-date.h"
#include "cor-money-error.h"
#include "cor-rate-sheet.h"
#include "cor-target-calendar.h"
#include "cor-test-main.h"

#include <string.h>

static GDate
get_day (const char *text)
{
  GDate day;

  g_assert_true (cor_date_parse (text, &day));
  return day;
}

static void
test_date (void)
{
  GDate            day = get_day ("2024-02-29");
  g_autofree char *text = cor_date_to_string (&day);

  g_assert_cmpstr (text, ==, "2024-02-29");
  g_assert_false (cor_date_parse ("2023-02-29", &day));
  g_assert_false (g_date_valid (&day));
  g_assert_false (cor_date_parse ("", &day));
  g_assert_false (cor_date_parse ("2026-7-1", &day));
  g_assert_false (cor_date_parse ("2026-07-01T00:00", &day));
  g_assert_false (cor_date_parse (" 2026-07-01", &day));
}

/* fx.md §1: these, and no others, were without a rate on a weekday of 2024. */
static void
test_closing_days (void)
{
  static const char *const closed[] = { "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01", "2024-12-25", "2024-12-26" };
  GDate                    day = get_day ("2024-01-01");
  GDate                    end = get_day ("2025-01-01");
  guint                    n = 0;

  for (; g_date_compare (&day, &end) < 0; g_date_add_days (&day, 1))
    if (g_date_get_weekday (&day) <= G_DATE_FRIDAY && !cor_target_is_open (&day))
      {
        g_autofree char *text = cor_date_to_string (&day);

        g_assert_cmpuint (n, <, G_N_ELEMENTS (closed));
        g_assert_cmpstr (text, ==, closed[n++]);
      }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (closed));
}

static void
test_count (void)
{
  GDate friday = get_day ("2026-04-10");
  GDate sunday = get_day ("2026-04-12");
  GDate monday = get_day ("2026-04-13");
  GDate thursday = get_day ("2026-04-02"); /* before Easter */
  GDate tuesday = get_day ("2026-04-07");

  g_assert_cmpuint (cor_target_count_open (&friday, &sunday), ==, 0);
  g_assert_cmpuint (cor_target_count_open (&friday, &monday), ==, 1);
  g_assert_cmpuint (cor_target_count_open (&thursday, &tuesday), ==, 1);
  g_assert_cmpuint (cor_target_count_open (&monday, &friday), ==, 0);
}

static void
test_month_ends (void)
{
  g_autofree char *text = NULL;
  g_autoptr (CorRateSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  const CorRate *rate;

  g_assert_true (g_file_get_contents (g_getenv ("COR_MONTH_ENDS"), &text, NULL, NULL));
  sheet = cor_rate_sheet_parse_month_ends (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheet->days->len, ==, (2026 - 1999) * 12 + 3);
  for (guint i = 0; i < sheet->days->len; i++)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, g_array_index (sheet->days, guint32, i));
      g_assert_true (cor_target_is_open (&day));
      g_assert_cmpuint (g_date_get_month (&day), ==, i % 12 + 1);
    }
  rate = &g_array_index (sheet->rates, CorRate, 0);
  g_assert_cmpstr (rate->currency, ==, "AUD");
  g_assert_cmpint (rate->rate.digits, ==, 18087);
  g_assert_cmpuint (rate->rate.scale, ==, 4);
}

static void
assert_refused (const char *text,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_rate_sheet_parse_month_ends (text, &error));
  g_assert_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_month_ends_refused (void)
{
  assert_refused ("# a remark\nUSD\t1999-01\t1.1\n", "Line 2");           /* no days yet */
  assert_refused ("day\t1999-02\t29\n", "Line 1");                        /* no such day */
  assert_refused ("day\t1999-01\t29\nUSD\t1999-01\t1.1 1.2\n", "Line 2"); /* a month too many */
  assert_refused ("day\t1999-01\t29\nUSD\t1999-01\t1,1\n", "Line 2");
  assert_refused ("day\t1999-01\t29\nusd\t1999-01\t1.1\n", "Line 2");
  assert_refused ("day\t1999-01\t29\nUSD\t1999-01\t1.1\nUSD\t1999-01\t1.1\n", "1999-01-29 USD");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/rates/date", test_date);
  g_test_add_func ("/rates/closing-days", test_closing_days);
  g_test_add_func ("/rates/count", test_count);
  g_test_add_func ("/rates/month-ends", test_month_ends);
  g_test_add_func ("/rates/month-ends-refused", test_month_ends_refused);
  return cor_test_run ();
}
