/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-places"

#include "config.h"

#include "cor-thread-places.h"

#include <string.h>

/* Arrays of CorThreadPlace, ascending by (key, id). They may hold a million: everything here is a
 * binary search and a memmove, or one pass. */

#define PLACE(array, i) g_array_index (array, CorThreadPlace, i)

/**
 * cor_thread_place_compare:
 *
 * Returns: the order of lists: by key, then by id
 */
int
cor_thread_place_compare (const CorThreadPlace *a, const CorThreadPlace *b)
{
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

/**
 * cor_thread_places_find:
 * @places: ascending
 * @place: what to look for
 * @position: (out): where it is, or where it would be inserted
 *
 * Returns: whether it is there
 */
gboolean
cor_thread_places_find (GArray *places, CorThreadPlace place, guint *position)
{
  guint low = 0;
  guint high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cor_thread_place_compare (&PLACE (places, middle), &place) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return low < places->len && cor_thread_place_compare (&PLACE (places, low), &place) == 0;
}

/**
 * cor_thread_places_insert:
 * @places: ascending, without @place
 *
 * Returns: the position it got
 */
guint
cor_thread_places_insert (GArray *places, CorThreadPlace place)
{
  guint position = 0;

  cor_thread_places_find (places, place, &position);
  g_array_insert_val (places, position, place);
  return position;
}

/**
 * cor_thread_places_move:
 * @places: ascending
 * @from: a position
 * @to: the place that takes its stead
 *
 * Moves only what lies between the two.
 *
 * Returns: the new position
 */
guint
cor_thread_places_move (GArray *places, guint from, CorThreadPlace to)
{
  CorThreadPlace *all = (CorThreadPlace *) (gpointer) places->data;
  guint           position = 0;

  cor_thread_places_find (places, to, &position);
  if (position > from) /* it does not count itself */
    position--;
  if (position > from)
    memmove (all + from, all + from + 1, (position - from) * sizeof (CorThreadPlace));
  else if (position < from)
    memmove (all + position + 1, all + position, (from - position) * sizeof (CorThreadPlace));
  all[position] = to;
  return position;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return cor_thread_place_compare (a, b);
}

/**
 * cor_thread_places_copy_with:
 * @places: ascending
 * @without: ids (pointers to gint64) that are left out
 * @with: places that are put in; sorted by this
 *
 * For many changes at once.
 *
 * Returns: (transfer full): a new array, ascending
 */
GArray *
cor_thread_places_copy_with (GArray *places, GHashTable *without, GArray *with)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (CorThreadPlace), places->len + with->len);
  guint   next = 0;

  g_array_sort (with, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      if (g_hash_table_contains (without, &PLACE (places, i).id))
        continue;
      while (next < with->len && cor_thread_place_compare (&PLACE (with, next), &PLACE (places, i)) < 0)
        g_array_append_val (merged, PLACE (with, next++));
      g_array_append_val (merged, PLACE (places, i));
    }
  if (next < with->len)
    g_array_append_vals (merged, &PLACE (with, next), with->len - next);
  return merged;
}

/* One hunk between the first and the last difference. */
static void
add_span (GArray *hunks, GArray *a, GArray *b)
{
  guint         shorter = MIN (a->len, b->len);
  guint         head = 0;
  guint         tail = 0;
  CorPlacesHunk hunk;

  while (head < shorter && PLACE (a, head).id == PLACE (b, head).id)
    head++;
  while (tail < shorter - head && PLACE (a, a->len - 1 - tail).id == PLACE (b, b->len - 1 - tail).id)
    tail++;

  hunk = (CorPlacesHunk){ head, a->len - head - tail, b->len - head - tail };
  if (hunk.removed > 0 || hunk.added > 0)
    g_array_append_val (hunks, hunk);
}

/* Walks both arrays once. FALSE: too many parts, or an id left one part and came into another, which
 * a list view would take for two different rows. */
static gboolean
add_hunks (GArray *hunks, GArray *a, GArray *b)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) come = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint i = 0;
  guint j = 0;

  while (i < a->len || j < b->len)
    {
      CorPlacesHunk hunk = { j, 0, 0 };

      while (i < a->len && j < b->len && cor_thread_place_compare (&PLACE (a, i), &PLACE (b, j)) == 0)
        i++, j++;
      hunk.position = j;
      for (; i < a->len || j < b->len;)
        {
          int order = i == a->len ? 1 : j == b->len ? -1
                                                    : cor_thread_place_compare (&PLACE (a, i), &PLACE (b, j));

          if (order == 0)
            break;
          if (order < 0)
            g_hash_table_add (gone, &PLACE (a, i++).id), hunk.removed++;
          else
            g_hash_table_add (come, &PLACE (b, j++).id), hunk.added++;
          if (g_hash_table_size (gone) + g_hash_table_size (come) > 4096)
            return FALSE;
        }
      if (hunk.removed > 0 || hunk.added > 0)
        g_array_append_val (hunks, hunk);
      if (hunks->len > COR_PLACES_MAX_HUNKS)
        return FALSE;
    }

  if (hunks->len > 1)
    {
      GHashTableIter iter;
      gpointer       id = NULL;

      g_hash_table_iter_init (&iter, gone);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (g_hash_table_contains (come, id))
          return FALSE;
    }
  return TRUE;
}

/**
 * cor_thread_places_diff:
 * @old_places: ascending
 * @new_places: ascending
 * @same_order: whether the keys of both mean the same
 *
 * What has to be told about the way from one to the other: little. The hunks are in order, each
 * counted as if those before it were done.
 *
 * Returns: (transfer full): an array of CorPlacesHunk, at most %COR_PLACES_MAX_HUNKS
 */
GArray *
cor_thread_places_diff (GArray *old_places, GArray *new_places, gboolean same_order)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (CorPlacesHunk));

  if (same_order && add_hunks (hunks, old_places, new_places))
    return hunks;

  g_array_set_size (hunks, 0);
  add_span (hunks, old_places, new_places);
  return hunks;
}
