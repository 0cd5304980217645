/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>
#include <time.h>

G_BEGIN_DECLS

/* In microseconds, of this thread: other programs do not lengthen it, as they do the time of the clock. */
static inline gint64
cor_test_get_processor_time (void)
{
  struct timespec time = { 0 };

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time), ==, 0);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

G_END_DECLS
