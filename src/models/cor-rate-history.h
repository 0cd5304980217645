/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-reference.h"
#include "cor-store.h"

G_BEGIN_DECLS

typedef enum
{
  COR_RANGE_WEEK = 0,
  COR_RANGE_MONTH,
  COR_RANGE_QUARTER,
  COR_RANGE_YEAR,
  COR_RANGE_FIVE_YEARS,
  COR_RANGE_ALL,
} CorRateRange;

/* A publication with both legs. */
typedef struct
{
  guint32     day;    /* Julian */
  CorDecimal  rate;   /* exact to COR_REFERENCE_DIGITS: what is shown */
  double      level;  /* the same, for its height in a picture and nothing else */
  const char *source; /* interned */
} CorRatePoint;

/* The points of one column of pixels. */
typedef struct
{
  guint32 day; /* of the first */
  double  first, last;
  double  low, high;
} CorRateColumn;

/*
 * CorRateHistory: the publications of a pair over a range of days, which end today. It follows the store. Main thread only.
 *
 * "changed": there are others.
 */
#define COR_TYPE_RATE_HISTORY (cor_rate_history_get_type ())
G_DECLARE_FINAL_TYPE (CorRateHistory, cor_rate_history, COR, RATE_HISTORY, GObject)

CorRateHistory *cor_rate_history_new (CorStore *store, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
void            cor_rate_history_set_pair (CorRateHistory *self, const char *base, const char *quote);
void            cor_rate_history_set_range (CorRateHistory *self, CorRateRange range);
void            cor_rate_history_set_last_day (CorRateHistory *self, const GDate *day);

const CorRatePoint        *cor_rate_history_get_points (CorRateHistory *self, guint *n_points);
const CorReferenceSummary *cor_rate_history_get_summary (CorRateHistory *self);
gboolean                   cor_rate_history_is_simulated (CorRateHistory *self);

GArray *cor_rate_points_thin (const CorRatePoint *points, guint n_points, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
int     cor_rate_points_find (const CorRatePoint *points, guint n_points, guint32 day);

G_END_DECLS
