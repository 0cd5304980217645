/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-target-calendar.h"

/* Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher: holds for any year. */
static void
get_easter (GDateYear year,
            GDate    *easter)
{
  int golden = year % 19;
  int century = year / 100;
  int rest = year % 100;
  int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  int shift = (golden + 11 * epact + 22 * weekday) / 451;
  int day = epact + weekday - 7 * shift + 114;

  g_date_set_dmy (easter, (GDateDay) (day % 31 + 1), (GDateMonth) (day / 31), year);
}

/* How many days after Easter Sunday it is. */
static int
get_days_after_easter (const GDate *day)
{
  GDate easter;

  g_date_clear (&easter, 1);
  get_easter (g_date_get_year (day), &easter);
  return g_date_days_between (&easter, day);
}

/**
 * cor_target_is_open:
 * @day: valid
 *
 * Closed are Saturdays, Sundays, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December: the calendar since 2002
 * (fx.md §1). Before that the ECB also published on some of these. Any thread.
 *
 * Returns: whether rates appear on @day
 */
gboolean
cor_target_is_open (const GDate *day)
{
  GDateMonth month = g_date_get_month (day);
  int        number = g_date_get_day (day);
  int        after_easter = get_days_after_easter (day);

  return g_date_get_weekday (day) <= G_DATE_FRIDAY && !(month == G_DATE_JANUARY && number == 1) && !(month == G_DATE_MAY && number == 1) &&
         !(month == G_DATE_DECEMBER && (number == 25 || number == 26)) && after_easter != -2 && after_easter != 1;
}

/**
 * cor_target_count_open:
 * @after: not counted itself
 * @until: counted itself
 *
 * Any thread.
 *
 * Returns: how many days of business are between them; 0 when @until is not later
 */
guint
cor_target_count_open (const GDate *after,
                       const GDate *until)
{
  GDate day = *after;
  guint n = 0;

  while (g_date_compare (&day, until) < 0)
    {
      g_date_add_days (&day, 1);
      n += cor_target_is_open (&day) ? 1 : 0;
    }
  return n;
}
