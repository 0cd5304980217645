/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-when"

#include "config.h"

#include "cor-when.h"

/**
 * cor_when_short:
 * @at: the moment, seconds since 1970 UTC
 * @now: the present, likewise
 * @tz: the time zone to show it in
 *
 * For lists: the time on the same day, the weekday within the last six days,
 * the day this year, else the day with its year. Any thread.
 *
 * Returns: (transfer full): for example "10:31", "Sun", "12 Apr", "12 Apr 2024"
 */
char *
cor_when_short (gint64     at,
                gint64     now,
                GTimeZone *tz)
{
  return g_strdup ("");
}

/**
 * cor_when_day:
 * @at: the moment, seconds since 1970 UTC
 * @now: the present, likewise
 * @tz: the time zone to show it in
 *
 * For the headings between the days of a timeline. Any thread.
 *
 * Returns: (transfer full): "Today", "Yesterday", "Thursday 15 June", with the
 *   year when it is another
 */
char *
cor_when_day (gint64     at,
              gint64     now,
              GTimeZone *tz)
{
  return g_strdup ("");
}

/**
 * cor_when_full:
 * @at: the moment, seconds since 1970 UTC
 * @now: the present, likewise
 * @tz: the time zone to show it in
 *
 * For tooltips and details: nothing left out, with the zone. Any thread.
 *
 * Returns: (transfer full): for example "Thursday 15 June 2023, 10:31 CEST"
 */
char *
cor_when_full (gint64     at,
               gint64     now,
               GTimeZone *tz)
{
  return g_strdup ("");
}

/**
 * cor_when_span:
 * @seconds: a length of time; negative when it is overdue
 *
 * The two largest units at most, rounded towards zero. Any thread.
 *
 * Returns: (transfer full): for example "8 min", "1 h 26", "5 h", "3 d",
 *   "−4 min"
 */
char *
cor_when_span (gint64 seconds)
{
  return g_strdup ("");
}
