/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-object-list"

#include "config.h"

#include "cor-object-list.h"

typedef struct
{
  GPtrArray *items; /* owned: what is listed */
} CorObjectListPrivate;

static void cor_object_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (CorObjectList, cor_object_list, G_TYPE_OBJECT, G_ADD_PRIVATE (CorObjectList) G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cor_object_list_model_init))

/* Marks in @keep which of @n values belong to a longest ascending subsequence; -1 is never one. */
static void
find_longest_ascending (const int *values,
                        guint      n,
                        gboolean  *keep)
{
  g_autofree guint *tails = g_new (guint, n + 1);  /* index of the last of the best run of length i + 1 */
  g_autofree int   *previous = g_new (int, n + 1); /* index before it in its run, or -1 */
  guint             length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (values[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (values[tails[middle]] < values[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }
  for (int i = length > 0 ? (int) tails[length - 1] : -1; i >= 0; i = previous[i])
    keep[i] = TRUE;
}

/* Replaces @n_removed items at @position by @n_added of @wanted from @from on, and tells it. */
static void
splice (CorObjectList *self, guint position, guint n_removed, GPtrArray *wanted, guint from, guint n_added)
{
  GPtrArray *items = cor_object_list_get_items (self);

  if (n_removed > 0)
    g_ptr_array_remove_range (items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (items, position + i, g_object_ref (wanted->pdata[from + i]));
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static GType
cor_object_list_get_item_type (GListModel *model)
{
  return COR_OBJECT_LIST_GET_CLASS (model)->item_type;
}

static guint
cor_object_list_get_n_items (GListModel *model)
{
  return cor_object_list_get_items (COR_OBJECT_LIST (model))->len;
}

static gpointer
cor_object_list_get_item (GListModel *model, guint position)
{
  GPtrArray *items = cor_object_list_get_items (COR_OBJECT_LIST (model));

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
cor_object_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cor_object_list_get_item_type;
  iface->get_n_items = cor_object_list_get_n_items;
  iface->get_item = cor_object_list_get_item;
}

static void
cor_object_list_finalize (GObject *object)
{
  g_ptr_array_unref (cor_object_list_get_items (COR_OBJECT_LIST (object)));

  G_OBJECT_CLASS (cor_object_list_parent_class)->finalize (object);
}

static void
cor_object_list_class_init (CorObjectListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_object_list_finalize;

  klass->item_type = G_TYPE_OBJECT;
}

static void
cor_object_list_init (CorObjectList *self)
{
  CorObjectListPrivate *priv = cor_object_list_get_instance_private (self);

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * cor_object_list_get_items:
 * @self: a list
 *
 * For subclasses, to read only.
 *
 * Returns: (transfer none) (element-type GObject): what is listed; valid until the list changes
 */
GPtrArray *
cor_object_list_get_items (CorObjectList *self)
{
  CorObjectListPrivate *priv = cor_object_list_get_instance_private (self);

  return priv->items;
}

/**
 * cor_object_list_set_items:
 * @self: a list
 * @wanted: (element-type GObject): what it shall hold, the same objects where they stay; each at most once
 *
 * For subclasses. Turns the list into @wanted with as few and as small "items-changed" as possible: what stays in order is
 * never reported, so that a view neither redraws it nor loses its place.
 */
void
cor_object_list_set_items (CorObjectList *self, GPtrArray *wanted)
{
  GPtrArray *items = cor_object_list_get_items (self);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree int      *old_at = g_new (int, wanted->len + 1);
  g_autofree gboolean *keep = g_new0 (gboolean, wanted->len + 1);
  guint                n_old = items->len;
  guint                position = 0, old = 0, i = 0;

  for (guint n = 0; n < items->len; n++)
    g_hash_table_insert (places, items->pdata[n], GUINT_TO_POINTER (n + 1));
  for (guint n = 0; n < wanted->len; n++)
    old_at[n] = (int) GPOINTER_TO_UINT (g_hash_table_lookup (places, wanted->pdata[n])) - 1;
  find_longest_ascending (old_at, wanted->len, keep);

  while (i < wanted->len || old < n_old)
    {
      guint from = i;
      guint stay;

      while (i < wanted->len && !keep[i])
        i++;
      stay = i < wanted->len ? (guint) old_at[i] : n_old;
      splice (self, position, stay - old, wanted, from, i - from);
      position += i - from;
      old = stay;
      for (; i < wanted->len && keep[i] && (guint) old_at[i] == old; i++)
        {
          position++;
          old++;
        }
    }
}

/**
 * cor_object_list_prepend:
 * @self: a list
 * @item: (type GObject): one more item, which comes first
 */
void
cor_object_list_prepend (CorObjectList *self, gpointer item)
{
  g_ptr_array_insert (cor_object_list_get_items (self), 0, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
}

/**
 * cor_object_list_remove:
 * @self: a list
 * @item: (type GObject): an item; one that is not listed is no error
 */
void
cor_object_list_remove (CorObjectList *self, gpointer item)
{
  GPtrArray *items = cor_object_list_get_items (self);
  guint      position = 0;

  if (!g_ptr_array_find (items, item, &position))
    return;
  g_ptr_array_remove_index (items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
