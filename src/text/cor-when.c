/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-when"

#include "config.h"

#include "cor-when.h"

#include "cor-date.h"

#include <glib/gi18n-lib.h>

static GDateTime *
get_local (gint64     at,
           GTimeZone *tz)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return utc ? g_date_time_to_timezone (utc, tz) : NULL;
}

/* Days of the calendar, not of 24 hours: an hour of a clock change must not count. */
static int
get_day_number (GDateTime *local)
{
  GDate date;

  cor_date_set_moment (&date, local);
  return (int) g_date_get_julian (&date);
}

static char *
format (GDateTime  *local,
        const char *pattern)
{
  char *text = g_date_time_format (local, pattern);

  return text ? text : g_strdup ("");
}

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
  g_autoptr (GDateTime) local = get_local (at, tz);
  g_autoptr (GDateTime) present = get_local (now, tz);
  int days;

  if (local == NULL || present == NULL)
    return g_strdup ("");

  days = get_day_number (present) - get_day_number (local);
  if (days == 0)
    /* Translators: a time today in a list, see g_date_time_format() */
    return format (local, C_ ("time", "%H:%M"));
  if (ABS (days) < 7)
    /* Translators: a day of this week in a list, abbreviated: "Sun" */
    return format (local, C_ ("time", "%a"));
  if (g_date_time_get_year (local) == g_date_time_get_year (present))
    /* Translators: a day of this year in a list: "12 Apr" */
    return format (local, C_ ("time", "%-d %b"));
  /* Translators: a day of another year in a list: "12 Apr 2024" */
  return format (local, C_ ("time", "%-d %b %Y"));
}

/**
 * cor_when_moment:
 * @at: the moment, seconds since 1970 UTC
 * @now: the present, likewise
 * @tz: the time zone to show it in
 *
 * For what is still to come, where the hour matters. Any thread.
 *
 * Returns: (transfer full): "10:31" today, else with the day: "Mon 15 Jun, 10:31"
 */
char *
cor_when_moment (gint64     at,
                 gint64     now,
                 GTimeZone *tz)
{
  g_autoptr (GDateTime) local = get_local (at, tz);
  g_autoptr (GDateTime) present = get_local (now, tz);

  if (local == NULL || present == NULL)
    return g_strdup ("");
  if (get_day_number (present) == get_day_number (local))
    return format (local, C_ ("time", "%H:%M"));
  /* Translators: a day and time that are to come: "Mon 15 Jun, 10:31" */
  return format (local, C_ ("time", "%a %-d %b, %H:%M"));
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
  g_autoptr (GDateTime) local = get_local (at, tz);
  g_autoptr (GDateTime) present = get_local (now, tz);
  int days;

  if (local == NULL || present == NULL)
    return g_strdup ("");

  days = get_day_number (present) - get_day_number (local);
  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (days == -1)
    return g_strdup (_ ("Tomorrow"));
  if (g_date_time_get_year (local) == g_date_time_get_year (present))
    /* Translators: the heading of a day in a timeline: "Thursday 15 June" */
    return format (local, C_ ("time", "%A %-d %B"));
  /* Translators: the heading of a day of another year: "Thursday 15 June 2023" */
  return format (local, C_ ("time", "%A %-d %B %Y"));
}

/**
 * cor_when_full:
 * @at: the moment, seconds since 1970 UTC
 * @now: the present, not used: a full date does not depend on it
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
  g_autoptr (GDateTime) local = get_local (at, tz);

  /* Translators: a moment with nothing left out: "Thursday 15 June 2023, 10:31 CEST" */
  return local ? format (local, C_ ("time", "%A %-d %B %Y, %H:%M %Z")) : g_strdup ("");
}

static char *
format_span (guint64 seconds)
{
  guint64 minutes = seconds / 60;
  guint64 hours = minutes / 60;

  if (minutes == 0)
    /* Translators: a length of time in seconds, kept short */
    return g_strdup_printf (C_ ("span", "%u s"), (guint) seconds);
  if (hours == 0)
    /* Translators: a length of time in minutes, kept short */
    return g_strdup_printf (C_ ("span", "%u min"), (guint) minutes);
  if (hours < 5 && minutes % 60 != 0)
    /* Translators: hours and minutes, kept short: "1 h 26" */
    return g_strdup_printf (C_ ("span", "%u h %02u"), (guint) hours, (guint) (minutes % 60));
  if (hours < 24)
    /* Translators: a length of time in hours, kept short */
    return g_strdup_printf (C_ ("span", "%u h"), (guint) hours);
  /* Translators: a length of time in days, kept short */
  return g_strdup_printf (C_ ("span", "%u d"), (guint) MIN (hours / 24, G_MAXUINT));
}

/**
 * cor_when_span:
 * @seconds: a length of time; negative when it is overdue
 *
 * At most two units, minutes only below five hours; rounded towards zero. Any
 * thread.
 *
 * Returns: (transfer full): for example "45 s", "8 min", "1 h 26", "5 h", "3 d",
 *   "−4 min"
 */
char *
cor_when_span (gint64 seconds)
{
  g_autofree char *span = NULL;

  if (seconds >= 0)
    return format_span ((guint64) seconds);
  span = format_span ((guint64) 0 - (guint64) seconds);
  /* Translators: a length of time by which something is late, with a true minus sign */
  return g_strdup_printf (C_ ("span", "−%s"), span);
}
