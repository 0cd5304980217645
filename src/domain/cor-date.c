/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-date.h"

#include <stdlib.h>

/**
 * cor_date_parse:
 * @date: (out): cleared where @text is no day
 *
 * Reads YYYY-MM-DD and nothing else: g_date_set_parse() would guess at anything. Any thread.
 *
 * Returns: whether it is a day of the calendar
 */
gboolean
cor_date_parse (const char *text,
                GDate      *date)
{
  g_date_clear (date, 1);
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[10] != '\0' || !g_date_valid_dmy ((GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text)))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text));
  return TRUE;
}

/**
 * cor_date_set_moment:
 * @date: (out): valid, whatever it was before
 * @moment: in the time zone whose day is meant
 *
 * Any thread.
 */
void
cor_date_set_moment (GDate     *date,
                     GDateTime *moment)
{
  int year = 0;
  int month = 0;
  int day = 0;

  g_date_time_get_ymd (moment, &year, &month, &day);
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * cor_date_to_string:
 * @date: valid
 *
 * Any thread.
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
cor_date_to_string (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (date), (guint) g_date_get_month (date), (guint) g_date_get_day (date));
}
