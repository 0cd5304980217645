/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-view.h"

static const struct
{
  const char *name;
  guint32     flags; /* of which a conversation must have one; 0: not by flags alone */
} kinds[] = {
  [COR_VIEW_MINE] = { "mine", COR_VIEW_IN_MINE },
  [COR_VIEW_UNASSIGNED] = { "unassigned", COR_VIEW_IN_UNASSIGNED },
  [COR_VIEW_MENTIONS] = { "mentions", COR_VIEW_IN_MENTIONS },
  [COR_VIEW_VIP] = { "vip", COR_VIEW_IN_VIP },
  [COR_VIEW_SLA] = { "sla", COR_VIEW_IN_OPEN },
  [COR_VIEW_OPEN] = { "open", COR_VIEW_IN_OPEN },
  [COR_VIEW_PENDING] = { "pending", COR_VIEW_IN_PENDING },
  [COR_VIEW_SNOOZED] = { "snoozed", COR_VIEW_IN_SNOOZED },
  [COR_VIEW_RESOLVED] = { "resolved", COR_VIEW_IN_RESOLVED },
  [COR_VIEW_DRAFTS] = { "drafts", COR_VIEW_IN_DRAFTS },
  [COR_VIEW_ALL] = { "all", COR_VIEW_IN_ALL },
  [COR_VIEW_CHANNEL] = { "channel", COR_VIEW_IN_OPEN },
  [COR_VIEW_LABEL] = { "label", COR_VIEW_IN_OPEN },
  [COR_VIEW_CUSTOMER] = { "customer", COR_VIEW_IN_ALL },
};

G_DEFINE_BOXED_TYPE (CorView, cor_view, cor_view_copy, cor_view_free)

/**
 * cor_view_new:
 *
 * Returns: (transfer full): the view, unfiltered, newest first
 */
CorView *
cor_view_new (CorViewKind kind)
{
  CorView *self = g_new0 (CorView, 1);

  self->kind = kind;
  return self;
}

CorView *
cor_view_copy (const CorView *self)
{
  CorView *copy = g_memdup2 (self, sizeof *self);

  copy->label = g_strdup (self->label);
  copy->search = g_strdup (self->search);
  return copy;
}

void
cor_view_free (CorView *self)
{
  g_free (self->label);
  g_free (self->search);
  g_free (self);
}

/**
 * cor_view_equal:
 *
 * Returns: whether both show the same conversations in the same order
 */
gboolean
cor_view_equal (const CorView *a,
                const CorView *b)
{
  return a->kind == b->kind && a->filter == b->filter && a->sort == b->sort && a->channel == b->channel &&
         a->customer == b->customer && g_strcmp0 (a->label, b->label) == 0 && g_strcmp0 (a->search, b->search) == 0;
}

/**
 * cor_view_dup_key:
 *
 * Returns: (transfer full): a text that names the view, without filter, order and search: "mine",
 *   "channel:wechat", "label:refund"
 */
char *
cor_view_dup_key (const CorView *self)
{
  const char *name = kinds[self->kind].name;

  switch ((int) self->kind)
    {
    case COR_VIEW_CHANNEL:
      return g_strconcat (name, ":", cor_channel_to_string (self->channel), NULL);
    case COR_VIEW_LABEL:
      return g_strconcat (name, ":", self->label, NULL);
    case COR_VIEW_CUSTOMER:
      return g_strdup_printf ("%s:%" G_GINT64_FORMAT, name, self->customer);
    default:
      return g_strdup (name);
    }
}

/**
 * cor_view_new_from_key:
 * @key: what cor_view_dup_key() made, or what somebody typed
 *
 * Returns: (transfer full) (nullable): the view; %NULL when there is none of that name
 */
CorView *
cor_view_new_from_key (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", 2);
  CorView *self;

  for (guint i = 0; parts[0] != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean has_value = i >= COR_VIEW_CHANNEL;

      if (!g_str_equal (kinds[i].name, parts[0]) || has_value != (parts[1] != NULL))
        continue;
      self = cor_view_new ((CorViewKind) i);
      if (i == COR_VIEW_CHANNEL)
        self->channel = cor_channel_from_string (parts[1]);
      else if (i == COR_VIEW_LABEL)
        self->label = g_strdup (parts[1]);
      else if (i == COR_VIEW_CUSTOMER)
        self->customer = g_ascii_strtoll (parts[1], NULL, 10);
      return self;
    }
  return NULL;
}

/**
 * cor_view_get_flags:
 *
 * Returns: the CorViewFlags of which a conversation in the view has one
 */
guint32
cor_view_get_flags (const CorView *self)
{
  return kinds[self->kind].flags;
}

/**
 * cor_view_is_by_flags:
 *
 * Returns: whether flags and channel of a CorThreadChange tell if a conversation is in the view; else
 *   cor_store_find_places_async() has to be asked
 */
gboolean
cor_view_is_by_flags (const CorView *self)
{
  return self->kind != COR_VIEW_LABEL && self->kind != COR_VIEW_CUSTOMER && self->kind != COR_VIEW_SLA && self->search == NULL;
}
