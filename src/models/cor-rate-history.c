/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-rate-history"

#include "config.h"

#include "cor-rate-history.h"

#include "cor-result.h"
#include "cor-store-rates.h"
#include "cor-str.h"

struct _CorRateHistory
{
  GObject parent_instance;

  CorStore     *store;   /* owned */
  GCancellable *reading; /* owned, or NULL */
  char         *base;    /* owned */
  char         *quote;   /* owned */
  GDate         last_day;
  CorRateRange  range;

  GArray             *references; /* owned: of all days up to the last one */
  GArray             *points;     /* owned: CorRatePoint, likewise */
  guint               first;      /* of the range, in points */
  CorReferenceSummary summary;    /* of the range */
};

G_DEFINE_FINAL_TYPE (CorRateHistory, cor_rate_history, G_TYPE_OBJECT)

static guint changed_signal;

/* Where the newest rates are older, the range ends with them: an empty chart would say less than one with its dates. */
static GDate
get_end (CorRateHistory *self)
{
  GDate end = self->last_day;

  if (self->points->len > 0)
    g_date_set_julian (&end, g_array_index (self->points, CorRatePoint, self->points->len - 1).day);
  return end;
}

static guint32
get_first_day (CorRateHistory *self)
{
  GDate day = get_end (self);

  switch (self->range)
    {
    case COR_RANGE_WEEK:
      g_date_subtract_days (&day, 7);
      break;
    case COR_RANGE_MONTH:
      g_date_subtract_months (&day, 1);
      break;
    case COR_RANGE_QUARTER:
      g_date_subtract_months (&day, 3);
      break;
    case COR_RANGE_YEAR:
      g_date_subtract_years (&day, 1);
      break;
    case COR_RANGE_FIVE_YEARS:
      g_date_subtract_years (&day, 5);
      break;
    case COR_RANGE_ALL:
    default:
      return 0;
    }
  return g_date_get_julian (&day);
}

/* What was published on a day of which a leg is absent is no point; the line goes on at the next one. */
static void
make_points (CorRateHistory *self)
{
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < self->references->len; i++)
    {
      const CorReference *reference = &g_array_index (self->references, CorReference, i);
      CorRatePoint        point = { .day = g_date_get_julian (&reference->day), .source = reference->source };

      if (!cor_reference_get_cross (reference, COR_REFERENCE_DIGITS, &point.rate))
        continue;
      point.level = cor_decimal_approximate (point.rate);
      g_array_append_val (self->points, point);
    }
}

static guint
count_before (CorRateHistory *self,
              guint32         day)
{
  guint n = 0;

  while (n < self->references->len && g_date_get_julian (&g_array_index (self->references, CorReference, n).day) < day)
    n++;
  return n;
}

static void
cut_range (CorRateHistory *self)
{
  guint32 first_day = get_first_day (self);
  guint   skipped = count_before (self, first_day);

  self->first = 0;
  while (self->first < self->points->len && g_array_index (self->points, CorRatePoint, self->first).day < first_day)
    self->first++;
  cor_reference_summarise ((const CorReference *) (gconstpointer) self->references->data + skipped, self->references->len - skipped, &self->summary);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorRateHistory) self = user_data;
  g_autoptr (GArray) references = cor_store_load_rates_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || references == NULL)
    return;
  g_array_unref (self->references);
  self->references = g_steal_pointer (&references);
  make_points (self);
  cut_range (self);
}

static void
load (CorRateHistory *self)
{
  GDate first;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->base == NULL || self->quote == NULL || g_str_equal (self->base, self->quote))
    {
      g_array_set_size (self->references, 0);
      make_points (self);
      cut_range (self);
      return;
    }
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, G_DATE_JANUARY, 1999);
  self->reading = g_cancellable_new ();
  cor_store_load_rates_async (self->store, self->base, self->quote, &first, &self->last_day, self->reading, on_loaded, g_object_ref (self));
}

static void
on_store_changed (CorRateHistory        *self,
                  const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_RATES) != 0)
    load (self);
}

static void
cor_rate_history_dispose (GObject *object)
{
  CorRateHistory *self = COR_RATE_HISTORY (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_rate_history_parent_class)->dispose (object);
}

static void
cor_rate_history_finalize (GObject *object)
{
  CorRateHistory *self = COR_RATE_HISTORY (object);

  g_array_unref (self->references);
  g_array_unref (self->points);
  g_free (self->base);
  g_free (self->quote);

  G_OBJECT_CLASS (cor_rate_history_parent_class)->finalize (object);
}

static void
cor_rate_history_class_init (CorRateHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_rate_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_rate_history_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_rate_history_init (CorRateHistory *self)
{
  self->references = g_array_new (FALSE, FALSE, sizeof (CorReference));
  self->points = g_array_new (FALSE, FALSE, sizeof (CorRatePoint));
  self->range = COR_RANGE_QUARTER;
  g_date_clear (&self->last_day, 1);
}

/**
 * cor_rate_history_new:
 * @now: seconds since 1970: its day is the last one
 *
 * Returns: (transfer full): without a pair
 */
CorRateHistory *
cor_rate_history_new (CorStore *store,
                      gint64    now)
{
  CorRateHistory *self = g_object_new (COR_TYPE_RATE_HISTORY, NULL);

  self->store = g_object_ref (store);
  g_date_set_time_t (&self->last_day, (time_t) now);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_rate_history_set_pair:
 * @base: (nullable): a currency such as USD
 * @quote: (nullable): rates are units of it for one of @base
 */
void
cor_rate_history_set_pair (CorRateHistory *self,
                           const char     *base,
                           const char     *quote)
{
  gboolean is_other = cor_set_str (&self->base, base);

  if (cor_set_str (&self->quote, quote) || is_other)
    load (self);
}

void
cor_rate_history_set_range (CorRateHistory *self,
                            CorRateRange    range)
{
  if (self->range == range)
    return;
  self->range = range;
  cut_range (self);
}

/**
 * cor_rate_history_set_last_day:
 * @day: valid; the ranges end here
 */
void
cor_rate_history_set_last_day (CorRateHistory *self,
                               const GDate    *day)
{
  if (g_date_compare (&self->last_day, day) == 0)
    return;
  self->last_day = *day;
  load (self);
}

/**
 * cor_rate_history_get_points:
 * @n_points: (out): how many
 *
 * Returns: (transfer none) (array length=n_points): those of the range, the oldest first; until the next "changed"
 */
const CorRatePoint *
cor_rate_history_get_points (CorRateHistory *self,
                             guint          *n_points)
{
  *n_points = self->points->len - self->first;
  return (const CorRatePoint *) (gconstpointer) self->points->data + self->first;
}

/**
 * cor_rate_history_get_summary:
 *
 * Returns: (transfer none): of the range
 */
const CorReferenceSummary *
cor_rate_history_get_summary (CorRateHistory *self)
{
  return &self->summary;
}

/**
 * cor_rate_history_is_simulated:
 *
 * Returns: whether a rate of the range is no publication of the ECB
 */
gboolean
cor_rate_history_is_simulated (CorRateHistory *self)
{
  const char *simulated = g_intern_static_string (COR_RATES_SIMULATED);

  for (guint i = self->first; i < self->points->len; i++)
    if (g_array_index (self->points, CorRatePoint, i).source == simulated)
      return TRUE;
  return FALSE;
}

/**
 * cor_rate_points_thin:
 * @points: ascending
 * @n_columns: of pixels, at least 1
 *
 * More points than pixels are drawn as what each column of pixels covers, so that no peak is lost.
 *
 * Returns: (transfer full) (element-type CorRateColumn): at most @n_columns, each with at least a point
 */
GArray *
cor_rate_points_thin (const CorRatePoint *points,
                      guint               n_points,
                      guint               n_columns)
{
  GArray *columns = g_array_sized_new (FALSE, FALSE, sizeof (CorRateColumn), MIN (n_points, n_columns));
  guint32 first = n_points > 0 ? points[0].day : 0;
  guint64 days = n_points > 0 ? points[n_points - 1].day - first + 1 : 1;
  guint64 last_column = G_MAXUINT64;

  for (guint i = 0; i < n_points; i++)
    {
      guint64        index = (guint64) (points[i].day - first) * n_columns / days;
      CorRateColumn *column = NULL;

      if (index != last_column)
        {
          const CorRateColumn new_column = { points[i].day, points[i].level, points[i].level, points[i].level, points[i].level };

          g_array_append_val (columns, new_column);
          last_column = index;
          continue;
        }
      column = &g_array_index (columns, CorRateColumn, columns->len - 1);
      column->last = points[i].level;
      column->low = MIN (column->low, points[i].level);
      column->high = MAX (column->high, points[i].level);
    }
  return columns;
}

/**
 * cor_rate_points_find:
 * @points: ascending
 * @day: Julian
 *
 * Returns: the index of the point nearest to @day, of two as near the earlier; -1: there is none
 */
int
cor_rate_points_find (const CorRatePoint *points,
                      guint               n_points,
                      guint32             day)
{
  guint low = 0;
  guint high = n_points;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (points[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  if (n_points == 0)
    return -1;
  if (low == n_points || (low > 0 && day - points[low - 1].day <= points[low].day - day))
    return (int) low - 1;
  return (int) low;
}
