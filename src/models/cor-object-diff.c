/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-object-diff"

#include "config.h"

#include "cor-object-diff.h"

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
splice (GListModel *model,
        GPtrArray  *items,
        guint       position,
        guint       n_removed,
        GPtrArray  *wanted,
        guint       from,
        guint       n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (items, position + i, g_object_ref (g_ptr_array_index (wanted, from + i)));
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (model, position, n_removed, n_added);
}

/**
 * cor_object_diff_apply:
 * @model: the list model whose content @items is
 * @items: (element-type GObject): what it holds; owns its elements
 * @wanted: (element-type GObject): what it shall hold, the same objects where they stay; each at most once
 *
 * Turns @items into @wanted with as few and as small "items-changed" as possible: what stays in order is
 * never reported, so that a list neither redraws it nor loses its place. Main thread.
 */
void
cor_object_diff_apply (GListModel *model,
                       GPtrArray  *items,
                       GPtrArray  *wanted)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree int      *old_at = g_new (int, wanted->len + 1);
  g_autofree gboolean *keep = g_new0 (gboolean, wanted->len + 1);
  guint                n_old = items->len;
  guint                position = 0, old = 0, i = 0;

  for (guint n = 0; n < items->len; n++)
    g_hash_table_insert (places, g_ptr_array_index (items, n), GUINT_TO_POINTER (n + 1));
  for (guint n = 0; n < wanted->len; n++)
    old_at[n] = (int) GPOINTER_TO_UINT (g_hash_table_lookup (places, g_ptr_array_index (wanted, n))) - 1;
  find_longest_ascending (old_at, wanted->len, keep);

  while (i < wanted->len || old < n_old)
    {
      guint from = i;
      guint stay;

      while (i < wanted->len && !keep[i])
        i++;
      stay = i < wanted->len ? (guint) old_at[i] : n_old;
      splice (model, items, position, stay - old, wanted, from, i - from);
      position += i - from;
      old = stay;
      for (; i < wanted->len && keep[i] && (guint) old_at[i] == old; i++)
        {
          position++;
          old++;
        }
    }
}
