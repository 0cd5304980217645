/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-clock.h"

#define HOUR 3600

/**
 * cor_workspace_clock_new:
 * @people: (transfer none): where people live and so when they are awake
 * @begin: seconds since the epoch
 * @end: later than @begin
 * @growing: many more per hour at the end than long ago, so that much is still open
 *
 * Returns: (transfer full): the traffic of that span
 */
CorWorkspaceClock *
cor_workspace_clock_new (const CorPeople *people,
                         gint64           begin,
                         gint64           end,
                         gboolean         growing)
{
  CorWorkspaceClock *clock = g_new0 (CorWorkspaceClock, 1);
  gint64             sum = 0;

  clock->begin = begin;
  clock->end = end;
  clock->sums = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 time = begin; time < end; time += HOUR)
    {
      gint64 age = (end - time) / HOUR;
      gint64 weight = growing ? 100 + 2400 * 5184 / ((72 + age) * (72 + age)) : 100; /* a quarter of the surge after 72 hours */

      sum += weight * cor_people_traffic (people, time);
      g_array_append_val (clock->sums, sum);
    }

  return clock;
}

/**
 * cor_workspace_clock_free:
 * @clock: (transfer full): a clock
 */
void
cor_workspace_clock_free (CorWorkspaceClock *clock)
{
  g_array_unref (clock->sums);
  g_free (clock);
}

/**
 * cor_workspace_clock_time:
 * @clock: a clock
 * @part: which of the conversations, below @whole
 * @whole: how many there are
 * @rand: the seeded source
 *
 * Returns: when it begins; a higher @part never begins earlier
 */
gint64
cor_workspace_clock_time (const CorWorkspaceClock *clock,
                          guint64                  part,
                          guint64                  whole,
                          GRand                   *rand)
{
  const guint64 total = (guint64) g_array_index (clock->sums, gint64, clock->sums->len - 1);
  guint64       share = MAX (total / whole, 1);
  gint64        position = (gint64) MIN (share * part + (guint64) (share * g_rand_double (rand)), total - 1);
  guint         low = 0;
  guint         high = clock->sums->len - 1;
  gint64        below = 0;
  gint64        width = 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (clock->sums, gint64, middle) > position)
        high = middle;
      else
        low = middle + 1;
    }

  below = low > 0 ? g_array_index (clock->sums, gint64, low - 1) : 0;
  width = g_array_index (clock->sums, gint64, low) - below;
  return MIN (clock->begin + (gint64) low * HOUR + (position - below) * HOUR / width, clock->end);
}
