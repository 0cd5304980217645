/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-desk-link.h"

/**
 * cor_desk_link_new:
 *
 * Returns: (transfer full): the link, with the settings of an account that has none
 */
CorDeskLink *
cor_desk_link_new (CorStore   *store,
                   CorDesk    *desk,
                   gint64      account,
                   const char *agent_id)
{
  CorDeskLink *self = g_rc_box_new0 (CorDeskLink);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);

  self->store = g_object_ref (store);
  self->desk = g_object_ref (desk);
  self->account = account;
  self->agent_id = g_strdup (agent_id);
  cor_sync_settings_parse (&self->settings, none);
  return self;
}

CorDeskLink *
cor_desk_link_ref (CorDeskLink *self)
{
  return g_rc_box_acquire (self);
}

static void
desk_link_clear (gpointer data)
{
  CorDeskLink *self = data;

  g_object_unref (self->store);
  g_object_unref (self->desk);
  g_free (self->agent_id);
}

void
cor_desk_link_unref (CorDeskLink *self)
{
  g_rc_box_release_full (self, desk_link_clear);
}
