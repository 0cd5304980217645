/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "cor-when.h"

#include <locale.h>

static gint64
get_time (GTimeZone *tz,
          int        year,
          int        month,
          int        day,
          int        hour,
          int        minute)
{
  g_autoptr (GDateTime) local = g_date_time_new (tz, year, month, day, hour, minute, 0);

  return g_date_time_to_unix (local);
}

static void
test_short (void)
{
  static const struct
  {
    int         year, month, day, hour, minute;
    const char *shown;
  } cases[] = {
    { 2024, 6, 15, 10, 31, "10:31" },
    { 2024, 6, 15, 0, 0, "00:00" },
    { 2024, 6, 15, 23, 59, "23:59" },
    { 2024, 6, 14, 23, 59, "Fri" },
    { 2024, 6, 9, 12, 0, "Sun" },
    { 2024, 6, 8, 12, 0, "8 Jun" },
    { 2024, 4, 12, 12, 0, "12 Apr" },
    { 2024, 1, 1, 0, 0, "1 Jan" },
    { 2023, 12, 31, 23, 59, "31 Dec 2023" },
    { 2023, 4, 12, 12, 0, "12 Apr 2023" },
    { 2024, 6, 16, 8, 0, "Sun" },
    { 2024, 7, 1, 8, 0, "1 Jul" },
  };
  g_autoptr (GTimeZone) tz = g_time_zone_new_offset (2 * 3600);
  gint64 now = get_time (tz, 2024, 6, 15, 14, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64           at = get_time (tz, cases[i].year, cases[i].month, cases[i].day, cases[i].hour, cases[i].minute);
      g_autofree char *shown = cor_when_short (at, now, tz);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_new_year (void)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_utc ();
  gint64           now = get_time (tz, 2024, 1, 2, 9, 0);
  g_autofree char *week = cor_when_short (get_time (tz, 2023, 12, 30, 9, 0), now, tz);
  g_autofree char *day = cor_when_day (get_time (tz, 2024, 1, 1, 23, 0), now, tz);
  g_autofree char *year = cor_when_day (get_time (tz, 2023, 12, 28, 9, 0), now, tz);

  g_assert_cmpstr (week, ==, "Sat");
  g_assert_cmpstr (day, ==, "Yesterday");
  g_assert_cmpstr (year, ==, "Thursday 28 December 2023");
}

static void
test_day (void)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_offset (-5 * 3600);
  gint64           now = get_time (tz, 2023, 6, 17, 0, 30);
  g_autofree char *today = cor_when_day (now, now, tz);
  g_autofree char *yesterday = cor_when_day (now - 3600, now, tz);
  g_autofree char *tomorrow = cor_when_day (now + 86400, now, tz);
  g_autofree char *earlier = cor_when_day (get_time (tz, 2023, 6, 15, 12, 0), now, tz);

  g_assert_cmpstr (today, ==, "Today");
  g_assert_cmpstr (yesterday, ==, "Yesterday");
  g_assert_cmpstr (tomorrow, ==, "Tomorrow");
  g_assert_cmpstr (earlier, ==, "Thursday 15 June");
}

static void
test_zone (void)
{
  g_autoptr (GTimeZone) east = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GTimeZone) west = g_time_zone_new_offset (-8 * 3600);
  gint64           at = 1718409600; /* 2024-06-15 00:00 UTC */
  g_autofree char *there = cor_when_full (at, at, east);
  g_autofree char *here = cor_when_full (at, at, west);

  g_assert_true (g_str_has_prefix (there, "Saturday 15 June 2024, 08:00 "));
  g_assert_true (g_str_has_prefix (here, "Friday 14 June 2024, 16:00 "));
}

static void
test_span (void)
{
  static const struct
  {
    gint64      seconds;
    const char *shown;
  } cases[] = {
    { 0, "0 s" },
    { 45, "45 s" },
    { 60, "1 min" },
    { 8 * 60 + 59, "8 min" },
    { 3599, "59 min" },
    { 3600, "1 h" },
    { 3600 + 5 * 60, "1 h 05" },
    { 3600 + 26 * 60, "1 h 26" },
    { 5 * 3600 + 59 * 60, "5 h" },
    { 23 * 3600, "23 h" },
    { 24 * 3600, "1 d" },
    { 3 * 86400 + 5, "3 d" },
    { -4 * 60, "−4 min" },
    { -90 * 60, "−1 h 30" },
  };
  g_autofree char *least = cor_when_span (G_MININT64);
  g_autofree char *most = cor_when_span (G_MAXINT64);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = cor_when_span (cases[i].seconds);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  g_assert_true (g_str_has_suffix (least, " d"));
  g_assert_true (g_str_has_suffix (most, " d"));
}

static void
test_out_of_range (void)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_utc ();
  g_autofree char *most = cor_when_short (G_MAXINT64, 0, tz);
  g_autofree char *least = cor_when_day (G_MININT64, 0, tz);
  g_autofree char *full = cor_when_full (G_MAXINT64, 0, tz);
  g_autofree char *epoch = cor_when_short (0, 1718409600, tz);

  g_assert_cmpstr (most, ==, "");
  g_assert_cmpstr (least, ==, "");
  g_assert_cmpstr (full, ==, "");
  g_assert_cmpstr (epoch, ==, "1 Jan 1970");
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  setlocale (LC_ALL, "C");
  g_test_add_func ("/when/short", test_short);
  g_test_add_func ("/when/new-year", test_new_year);
  g_test_add_func ("/when/day", test_day);
  g_test_add_func ("/when/zone", test_zone);
  g_test_add_func ("/when/span", test_span);
  g_test_add_func ("/when/out-of-range", test_out_of_range);
  return cor_test_run ();
}
