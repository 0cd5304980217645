/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-rail.h"

#include "cor-date.h"
#include "cor-target-calendar.h"

#include <stdlib.h>
#include <string.h>

/* data/payments/rails.tsv */
static const CorRail rails[] = {
#include "rails.inc"
};

/**
 * cor_rail_find:
 * @id: (nullable): as the ledger writes it
 *
 * Returns: (transfer none) (nullable)
 */
const CorRail *
cor_rail_find (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (rails); i++)
    if (strcmp (rails[i].id, id) == 0)
      return &rails[i];
  return NULL;
}

/**
 * cor_rail_find_for_currency:
 * @currency: (nullable)
 *
 * Returns: (transfer none) (nullable): a rail at home where the currency is, for the days and hours of the banks there
 */
const CorRail *
cor_rail_find_for_currency (const char *currency)
{
  for (guint i = 0; currency != NULL && i < G_N_ELEMENTS (rails); i++)
    if (strcmp (rails[i].currency, currency) == 0)
      return &rails[i];
  return NULL;
}

static gboolean
is_business_day (const CorRail *self,
                 GDateTime     *local)
{
  GDate day;

  cor_date_set_moment (&day, local);
  if (strcmp (self->calendar, "target") == 0)
    return cor_target_is_open (&day);
  return g_date_get_weekday (&day) < G_DATE_SATURDAY;
}

static GDateTime *
get_local (const CorRail *self,
           gint64         at)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (self->zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  if (utc == NULL)
    return NULL;
  return zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
}

static gboolean
is_past_cut_off (const CorRail *self,
                 GDateTime     *local)
{
  int minutes = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  return *self->cut_off != '\0' && minutes >= atoi (self->cut_off) * 60 + atoi (self->cut_off + 3);
}

/**
 * cor_rail_get_promise:
 * @sent_at: seconds since the epoch
 *
 * By when the rail has a payment credited: seconds later, or at the end of a day of business. What came after the
 * cut-off, or on a day that is none, counts from the next one. Holidays are known of the euro area alone. Any thread.
 *
 * Returns: seconds since the epoch; 0 for a time that is none
 */
gint64
cor_rail_get_promise (const CorRail *self,
                      gint64         sent_at)
{
  g_autoptr (GDateTime) day = get_local (self, sent_at);
  g_autoptr (GDateTime) end = NULL;
  int left = atoi (self->days);

  if (atoi (self->seconds) > 0)
    return sent_at + atoi (self->seconds);
  if (day == NULL)
    return 0;
  if (is_past_cut_off (self, day) || !is_business_day (self, day))
    left++;
  while (left > 0)
    {
      GDateTime *next = g_date_time_add_days (day, 1);

      if (next == NULL)
        return 0;
      g_date_time_unref (day);
      day = next;
      if (is_business_day (self, day))
        left--;
    }
  end = g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day), g_date_time_get_month (day),
                         g_date_time_get_day_of_month (day), 23, 59, 59);
  return end != NULL ? g_date_time_to_unix (end) : 0;
}

/**
 * cor_rail_is_late_in_day:
 * @at: seconds since the epoch
 * @hour: from when on banks there do not book any more
 *
 * Returns: whether it was that late there, or no day of business
 */
gboolean
cor_rail_is_late_in_day (const CorRail *self,
                         gint64         at,
                         int            hour)
{
  g_autoptr (GDateTime) local = get_local (self, at);

  return local != NULL && (g_date_time_get_hour (local) >= hour || !is_business_day (self, local));
}
