/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-view-list"

#include "config.h"

#include "cor-view-list.h"

#include "cor-desk-records.h"
#include "cor-later.h"
#include "cor-store-threads.h"

/*
 * CorViewList: the rows of the sidebar as CorViewItem: the fixed views, the channels that the agent's
 * inboxes have, the labels; with live counts. Few enough to be read whole.
 *
 * Signal "counts-changed": all counts were read anew.
 *
 * Main thread only.
 */
struct _CorViewList
{
  CorObjectList parent_instance;

  CorStore     *store;  /* owned */
  GHashTable   *counts; /* owned: key -> CorViewCount */
  GSource      *later;  /* owned */
  GCancellable *cancellable;
  gint64        now;
  guint         needs_lists : 1;
  guint         needs_counts : 1;
};

G_DEFINE_FINAL_TYPE (CorViewList, cor_view_list, COR_TYPE_OBJECT_LIST)

enum
{
  COUNTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const CorViewKind fixed_views[] = {
  COR_VIEW_MINE,
  COR_VIEW_UNASSIGNED,
  COR_VIEW_MENTIONS,
  COR_VIEW_VIP,
  COR_VIEW_SLA,
  COR_VIEW_OPEN,
  COR_VIEW_PENDING,
  COR_VIEW_SNOOZED,
  COR_VIEW_RESOLVED,
  COR_VIEW_DRAFTS,
};

static void
count_free (gpointer count)
{
  cor_view_count_free (count);
}

static guint
look_up (CorViewList *self, const char *key, gboolean unread)
{
  const CorViewCount *count = g_hash_table_lookup (self->counts, key);

  if (count == NULL)
    return 0;
  return unread ? count->n_unread : count->n;
}

static void
show_counts (CorViewList *self)
{
  GPtrArray *items = cor_object_list_get_items (COR_OBJECT_LIST (self));

  for (guint i = 0; i < items->len; i++)
    {
      CorViewItem *item = items->pdata[i];
      const char  *key = cor_view_item_get_key (item);

      if (cor_view_item_get_page (item) != NULL)
        cor_view_item_set_counts (item, look_up (self, "outbox", FALSE), look_up (self, "outbox:needing", FALSE));
      else
        cor_view_item_set_counts (item, look_up (self, key, FALSE), look_up (self, key, TRUE));
    }
}

static void
add (CorViewList *self, GPtrArray *items, CorViewSection section, const CorView *view, const char *page, CorHue hue)
{
  g_autoptr (CorViewItem) item = cor_view_item_new (section, view, page, hue);
  CorViewItem *known = cor_view_list_get_by_key (self, cor_view_item_get_key (item));

  if (known != NULL && cor_view_item_get_hue (known) == hue)
    g_ptr_array_add (items, g_object_ref (known));
  else
    g_ptr_array_add (items, g_steal_pointer (&item));
}

static void
add_views (CorViewList *self, GPtrArray *items)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed_views); i++)
    {
      g_autoptr (CorView) view = cor_view_new (fixed_views[i]);

      add (self, items, COR_SECTION_VIEWS, view, NULL, COR_HUE_SLATE);
    }
  add (self, items, COR_SECTION_VIEWS, NULL, "outbox", COR_HUE_SLATE);
}

static void
add_channels (CorViewList *self, GPtrArray *items, const CorDeskData *desk)
{
  guint seen = 0; /* bit a channel */

  for (guint i = 0; i < desk->inboxes->len; i++)
    seen |= 1u << ((const CorInboxRecord *) desk->inboxes->pdata[i])->channel;
  for (guint channel = 0; channel < COR_N_CHANNELS; channel++)
    if ((seen & 1u << channel) != 0)
      {
        g_autoptr (CorView) view = cor_view_new (COR_VIEW_CHANNEL);

        view->channel = (CorChannel) channel;
        add (self, items, COR_SECTION_CHANNELS, view, NULL, COR_HUE_SLATE);
      }
}

static void
add_labels (CorViewList *self, GPtrArray *items, const CorDeskData *desk)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < desk->labels->len; i++)
    {
      const CorLabelRecord *label = desk->labels->pdata[i];
      g_autoptr (CorView) view = cor_view_new (COR_VIEW_LABEL);

      if (label->title == NULL || !g_hash_table_add (seen, label->title)) /* of two accounts: one row */
        continue;
      view->label = g_strdup (label->title);
      add (self, items, COR_SECTION_LABELS, view, NULL, cor_hue_from_color (label->color));
    }
}

static void
on_desk_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorDeskData) desk = cor_store_load_desk_finish (COR_STORE (source), result, &error);
  g_autoptr (GPtrArray) items = NULL;
  CorViewList *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (desk == NULL)
    {
      g_debug ("the lists of the desk are not loaded: %s", error->message);
      return;
    }

  self = user_data;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  add_views (self, items);
  add_channels (self, items, desk);
  add_labels (self, items, desk);
  cor_object_list_set_items (COR_OBJECT_LIST (self), items);
  show_counts (self);
}

static void
on_counts_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = cor_store_list_counts_finish (COR_STORE (source), result, &error);
  CorViewList *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (counts == NULL)
    {
      g_debug ("counts are not loaded: %s", error->message);
      return;
    }

  self = user_data;
  g_hash_table_remove_all (self->counts);
  for (guint i = 0; i < counts->len; i++)
    {
      const CorViewCount *from = counts->pdata[i];
      CorViewCount       *count = g_new0 (CorViewCount, 1);

      *count = (CorViewCount){ g_strdup (from->key), from->n, from->n_unread };
      g_hash_table_replace (self->counts, count->key, count);
    }
  show_counts (self);
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);
}

static gboolean
on_later (gpointer user_data)
{
  CorViewList *self = user_data;

  if (self->needs_lists)
    cor_store_load_desk_async (self->store, 0, self->cancellable, on_desk_loaded, self);
  if (self->needs_counts)
    cor_store_list_counts_async (self->store, self->now, self->cancellable, on_counts_loaded, self);
  self->needs_lists = FALSE;
  self->needs_counts = FALSE;
  return G_SOURCE_CONTINUE;
}

static void
on_store_changed (CorViewList *self, const CorStoreChanges *changes)
{
  self->needs_lists |= changes->reset || (changes->topics & COR_TOPIC_LISTS) != 0;
  self->needs_counts |= changes->reset || changes->threads->len > 0 ||
                        (changes->topics & (COR_TOPIC_COUNTS | COR_TOPIC_OUTBOX | COR_TOPIC_DRAFTS)) != 0;
  if (self->needs_lists || self->needs_counts)
    cor_later_queue (self->later);
}

static void
cor_view_list_finalize (GObject *object)
{
  CorViewList *self = COR_VIEW_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->later, cor_later_free);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_view_list_parent_class)->finalize (object);
}

static void
cor_view_list_class_init (CorViewListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_view_list_finalize;
  COR_OBJECT_LIST_CLASS (klass)->item_type = COR_TYPE_VIEW_ITEM;

  signals[COUNTS_CHANGED] = g_signal_new ("counts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_view_list_init (CorViewList *self)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (g_object_unref);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, count_free);
  self->cancellable = g_cancellable_new ();
  self->later = cor_later_new (on_later, self);
  add_views (self, views);
  cor_object_list_set_items (COR_OBJECT_LIST (self), views); /* there from the start, so that nothing shifts */
}

/**
 * cor_view_list_new:
 * @store: where counts, inboxes and labels are
 * @now: the present, seconds since the epoch: for what is due
 *
 * Returns: (transfer full): the fixed views, without counts yet
 */
CorViewList *
cor_view_list_new (CorStore *store, gint64 now)
{
  CorViewList *self = NULL;

  g_return_val_if_fail (COR_IS_STORE (store), NULL);

  self = g_object_new (COR_TYPE_VIEW_LIST, NULL);
  self->store = g_object_ref (store);
  self->needs_lists = TRUE;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  cor_view_list_set_now (self, now);
  return self;
}

/**
 * cor_view_list_set_now:
 * @now: the present, seconds since the epoch
 *
 * To be called each minute: conversations become due without any change.
 */
void
cor_view_list_set_now (CorViewList *self, gint64 now)
{
  g_return_if_fail (COR_IS_VIEW_LIST (self));

  self->now = now;
  self->needs_counts = TRUE;
  cor_later_queue (self->later);
}

/**
 * cor_view_list_get_by_key:
 * @key: see cor_view_item_get_key()
 *
 * Returns: (transfer none) (nullable): the row of that key
 */
CorViewItem *
cor_view_list_get_by_key (CorViewList *self, const char *key)
{
  GPtrArray *items;

  g_return_val_if_fail (COR_IS_VIEW_LIST (self), NULL);

  items = cor_object_list_get_items (COR_OBJECT_LIST (self));
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (cor_view_item_get_key (items->pdata[i]), key) == 0)
      return items->pdata[i];
  return NULL;
}
