/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a reply says something that goes stale while it waits offline. */

typedef enum
{
  COR_TIME_BOUND_NONE = 0,
  COR_TIME_BOUND_DATE = 1 << 0,
  COR_TIME_BOUND_ESTIMATE = 1 << 1,
  COR_TIME_BOUND_RATE = 1 << 2,
} CorTimeBound;

CorTimeBound cor_text_time_bound (const char *text);

G_END_DECLS
