/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-result"

#include "config.h"

#include "cor-result.h"

/**
 * cor_result_is_cancelled:
 * @result: of a function of the store
 *
 * The store tells what it did also when it was cancelled too late to stop it. Who asked for something that
 * is no longer on screen must look here before it believes an answer. Main thread.
 *
 * Returns: whether its cancellable was cancelled
 */
gboolean
cor_result_is_cancelled (GAsyncResult *result)
{
  return G_IS_TASK (result) && g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}
