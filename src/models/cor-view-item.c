/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-view-item"

#include "config.h"

#include "cor-view-item.h"

/*
 * CorViewItem: a row of the sidebar: a view of conversations or, with "page", something else; with
 * its live counts. Its key names it for as long as it is the same row.
 */
struct _CorViewItem
{
  GObject parent_instance;

  CorViewSection section;
  CorView       *view; /* owned, NULL with page */
  char          *page; /* owned, NULL with view */
  char          *key;  /* owned */
  CorHue         hue;
  guint          count;
  guint          unread;
};

G_DEFINE_FINAL_TYPE (CorViewItem, cor_view_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_COUNT = 1,
  PROP_UNREAD
} CorViewItemProperty;

static GParamSpec *properties[PROP_UNREAD + 1];

static void
cor_view_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorViewItem *self = COR_VIEW_ITEM (object);

  switch ((CorViewItemProperty) prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_UNREAD:
      g_value_set_uint (value, self->unread);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_view_item_finalize (GObject *object)
{
  CorViewItem *self = COR_VIEW_ITEM (object);

  g_clear_pointer (&self->view, cor_view_free);
  g_free (self->page);
  g_free (self->key);

  G_OBJECT_CLASS (cor_view_item_parent_class)->finalize (object);
}

static void
cor_view_item_class_init (CorViewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cor_view_item_get_property;
  object_class->finalize = cor_view_item_finalize;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNREAD] = g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cor_view_item_init (CorViewItem *self)
{
}

/**
 * cor_view_item_new:
 * @section: where it stands
 * @view: (nullable): what it opens
 * @page: (nullable): the page it opens when it is no view of conversations: "outbox", "knowledge"
 * @hue: of a label
 *
 * Returns: (transfer full): a row without counts
 */
CorViewItem *
cor_view_item_new (CorViewSection section, const CorView *view, const char *page, CorHue hue)
{
  CorViewItem *self = g_object_new (COR_TYPE_VIEW_ITEM, NULL);

  self->section = section;
  self->view = view != NULL ? cor_view_copy (view) : NULL;
  self->page = g_strdup (page);
  self->key = view != NULL ? cor_view_dup_key (view) : g_strdup (page);
  self->hue = hue;
  return self;
}

/**
 * cor_view_item_get_section:
 */
CorViewSection
cor_view_item_get_section (CorViewItem *self)
{
  g_return_val_if_fail (COR_IS_VIEW_ITEM (self), COR_SECTION_VIEWS);

  return self->section;
}

/**
 * cor_view_item_get_view:
 *
 * Returns: (transfer none) (nullable): the view it opens
 */
const CorView *
cor_view_item_get_view (CorViewItem *self)
{
  g_return_val_if_fail (COR_IS_VIEW_ITEM (self), NULL);

  return self->view;
}

/**
 * cor_view_item_get_page:
 *
 * Returns: (transfer none) (nullable): the page it opens
 */
const char *
cor_view_item_get_page (CorViewItem *self)
{
  g_return_val_if_fail (COR_IS_VIEW_ITEM (self), NULL);

  return self->page;
}

/**
 * cor_view_item_get_hue:
 *
 * Returns: the colour of a label
 */
CorHue
cor_view_item_get_hue (CorViewItem *self)
{
  g_return_val_if_fail (COR_IS_VIEW_ITEM (self), COR_HUE_SLATE);

  return self->hue;
}

/**
 * cor_view_item_get_key:
 *
 * Returns: (transfer none): cor_view_dup_key() of its view, or its page
 */
const char *
cor_view_item_get_key (CorViewItem *self)
{
  g_return_val_if_fail (COR_IS_VIEW_ITEM (self), NULL);

  return self->key;
}

/**
 * cor_view_item_get_count:
 *
 * Returns: how many conversations, or replies in the outbox, there are
 */
guint
cor_view_item_get_count (CorViewItem *self)
{
  g_return_val_if_fail (COR_IS_VIEW_ITEM (self), 0);

  return self->count;
}

/**
 * cor_view_item_get_unread:
 *
 * Returns: how many of them are unread; in the outbox: need the agent
 */
guint
cor_view_item_get_unread (CorViewItem *self)
{
  g_return_val_if_fail (COR_IS_VIEW_ITEM (self), 0);

  return self->unread;
}

/**
 * cor_view_item_set_counts:
 * @count: see cor_view_item_get_count()
 * @unread: see cor_view_item_get_unread()
 */
void
cor_view_item_set_counts (CorViewItem *self, guint count, guint unread)
{
  g_return_if_fail (COR_IS_VIEW_ITEM (self));

  if (self->count != count)
    {
      self->count = count;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
    }
  if (self->unread != unread)
    {
      self->unread = unread;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
    }
}
