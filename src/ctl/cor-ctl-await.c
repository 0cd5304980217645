/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-await.h"

void
cor_ctl_on_result (GObject      *source,
                   GAsyncResult *result,
                   gpointer      await)
{
  CorCtlAwait *self = await;

  g_assert (self->result == NULL);
  self->result = g_object_ref (result);
}

/**
 * cor_ctl_await:
 *
 * Returns: (transfer none): the result, once it is there
 */
GAsyncResult *
cor_ctl_await (CorCtlAwait *await)
{
  while (await->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return await->result;
}

void
cor_ctl_await_clear (CorCtlAwait *await)
{
  g_clear_object (&await->result);
}

static gboolean
on_deadline (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

gboolean
cor_ctl_await_flag (const gboolean *flag,
                    double          seconds)
{
  gboolean is_late = FALSE;
  guint    deadline = 0;

  if (seconds >= 0)
    deadline = g_timeout_add ((guint) CLAMP (seconds * 1000, 0, G_MAXUINT - 1), on_deadline, &is_late);
  while (!*flag && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&deadline, g_source_remove);
  return *flag;
}
