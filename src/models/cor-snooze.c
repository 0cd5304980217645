/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-snooze"

#include "config.h"

#include "cor-snooze.h"

#define MORNING_HOUR 9

static const char *const names[] = {
  [COR_SNOOZE_HOUR] = "hour",
  [COR_SNOOZE_TOMORROW] = "tomorrow",
  [COR_SNOOZE_MONDAY] = "monday",
  [COR_SNOOZE_UNTIL_REPLY] = "reply",
};

/* 9:00 on the day @days after that of @now; on the clock of the zone, so that a change to summer time between does not move it. */
static gint64
get_morning (GDateTime *now,
             GTimeZone *time_zone,
             int        days)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);
  g_autoptr (GDateTime) morning = g_date_time_new (time_zone, g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day), MORNING_HOUR, 0, 0);

  return g_date_time_to_unix (morning);
}

/**
 * cor_snooze_from_string:
 * @name: "hour", "tomorrow", "monday" or "reply"
 * @snooze: (out): what it means
 *
 * Returns: whether @name is known
 */
gboolean
cor_snooze_from_string (const char *name,
                        CorSnooze  *snooze)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *snooze = (CorSnooze) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cor_snooze_get_end:
 * @snooze: for how long
 * @now: seconds since the epoch
 * @time_zone: the agent's, in which it is 9:00
 *
 * Returns: when it ends, seconds since the epoch; 0 for "until the next message" (chatwoot.md §6)
 */
gint64
cor_snooze_get_end (CorSnooze  snooze,
                    gint64     now,
                    GTimeZone *time_zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (utc, time_zone);

  switch (snooze)
    {
    case COR_SNOOZE_HOUR:
      return now + 60 * 60;
    case COR_SNOOZE_TOMORROW:
      return get_morning (here, time_zone, 1);
    case COR_SNOOZE_MONDAY:
      return get_morning (here, time_zone, 8 - g_date_time_get_day_of_week (here));
    case COR_SNOOZE_UNTIL_REPLY:
    default:
      return 0;
    }
}
