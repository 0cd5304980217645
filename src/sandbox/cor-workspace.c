/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace.h"

#include "cor-workspace-private.h"

#include "cor-workspace-data.h"

#define RECENT 400 /* customers kept at hand */
#define DAY 86400

CorWorkspace *
_cor_workspace_new (const CorWorkspaceOptions *options,
                    const CorWorkspaceSink    *sink,
                    GError                   **error)
{
  g_autoptr (CorWorkspace) workspace = g_new0 (CorWorkspace, 1);
  gboolean file = options->messages_file != NULL;

  workspace->options = options;
  workspace->sink = sink;
  workspace->rand = g_rand_new_with_seed (options->seed);
  workspace->recent = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_customer_free);
  workspace->people = cor_people_load (error);
  if (workspace->people == NULL)
    return NULL;
  workspace->staff = cor_staff_load (error);
  if (workspace->staff == NULL)
    return NULL;
  workspace->stories = cor_stories_load (error);
  if (workspace->stories == NULL)
    return NULL;
  workspace->clock = cor_workspace_clock_new (workspace->people, options->now - (file ? 60 : 80) * DAY,
                                              options->now - COR_WORKSPACE_NEWEST, !file);

  return g_steal_pointer (&workspace);
}

void
_cor_workspace_free (CorWorkspace *workspace)
{
  g_clear_pointer (&workspace->people, cor_people_free);
  g_clear_pointer (&workspace->staff, cor_staff_free);
  g_clear_pointer (&workspace->stories, g_ptr_array_unref);
  g_clear_pointer (&workspace->clock, cor_workspace_clock_free);
  g_clear_pointer (&workspace->rand, g_rand_free);
  g_clear_pointer (&workspace->recent, g_ptr_array_unref);
  g_free (workspace);
}

/*
 * _cor_workspace_new_customer:
 *
 * Makes and tells a customer who lives where people write at @time. Only the newest few hundred
 * are kept, so memory does not grow with the number of messages.
 *
 * Returns: (transfer none) (nullable): NULL when the sink stops
 */
CorCustomer *
_cor_workspace_new_customer (CorWorkspace *workspace,
                             gint64        time,
                             GError      **error)
{
  CorCountry  *country = cor_people_draw (workspace->people, workspace->rand, time);
  CorCustomer *customer = cor_customer_new (workspace->people, country, ++workspace->customers, workspace->rand);

  customer->created_at = time - g_rand_int_range (workspace->rand, 1, 900) * (gint64) DAY;
  if (workspace->recent->len < RECENT)
    g_ptr_array_add (workspace->recent, customer);
  else
    {
      guint place = workspace->customers % RECENT;

      cor_customer_free (workspace->recent->pdata[place]);
      workspace->recent->pdata[place] = customer;
    }

  return cor_customer_tell (customer, workspace->sink, error) ? customer : NULL;
}

/**
 * cor_workspace_generate:
 * @options: what to tell
 * @sink: (transfer none): whom
 * @error: return location: the sink's own, %G_IO_ERROR_INVALID_DATA with the line for a messages
 *   file that cannot be read as one, or what reading it gave
 *
 * Tells a made-up desk: agents, teams, inboxes, labels and canned responses, then customers and
 * their conversations in the order in which those began. The same options tell the same bytes.
 * Blocks; any thread.
 *
 * Returns: %FALSE when stopped by an error
 */
gboolean
cor_workspace_generate (const CorWorkspaceOptions *options,
                        const CorWorkspaceSink    *sink,
                        GError                   **error)
{
  g_autoptr (CorWorkspace) workspace = NULL;

  g_return_val_if_fail (options != NULL && sink != NULL, FALSE);

  workspace = _cor_workspace_new (options, sink, error);
  if (workspace == NULL || !cor_staff_tell (workspace->staff, sink, error))
    return FALSE;

  if (options->messages_file != NULL)
    return _cor_workspace_tell_file (workspace, error);
  return _cor_workspace_tell_stories (workspace, error) && _cor_workspace_tell_portal (workspace, error);
}
