/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-later"

#include "config.h"

#include "cor-later.h"

static gboolean
later_dispatch (GSource *source, GSourceFunc func, gpointer user_data)
{
  g_source_set_ready_time (source, -1);
  func (user_data);
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs later_funcs = { NULL, NULL, later_dispatch, NULL, NULL, NULL };

/**
 * cor_later_new:
 * @func: what to do; its result does not matter
 * @user_data: for @func; must live until cor_later_free()
 *
 * It belongs to the default main context, after events and before drawing.
 *
 * Returns: (transfer full): a source that waits for cor_later_queue()
 */
GSource *
cor_later_new (GSourceFunc func, gpointer user_data)
{
  GSource *self = g_source_new (&later_funcs, sizeof (GSource));

  g_source_set_static_name (self, "cor-later");
  g_source_set_priority (self, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (self, func, user_data, NULL);
  g_source_attach (self, NULL);
  return self;
}

/**
 * cor_later_queue:
 *
 * Does it in the next turn of the main loop.
 */
void
cor_later_queue (GSource *self)
{
  g_source_set_ready_time (self, 0);
}

/**
 * cor_later_free:
 *
 * It is not done any more.
 */
void
cor_later_free (GSource *self)
{
  g_source_destroy (self);
  g_source_unref (self);
}
