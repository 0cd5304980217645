/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-list"

#include "config.h"

#include "cor-thread-list.h"

#include "cor-later.h"
#include "cor-store-threads.h"
#include "cor-thread-change.h"
#include "cor-thread-pages.h"
#include "cor-thread-places.h"
#include "cor-thread-rows.h"

/*
 * CorThreadList: the conversations of one view, in order, as CorThread. It keeps sixteen bytes for
 * each and objects only for those that somebody holds. A conversation that moves is one
 * items-changed over both places; a new view keeps the rows of the old one until its answer is here.
 *
 * Main thread only.
 */
struct _CorThreadList
{
  GObject parent_instance;

  CorStore      *store;       /* owned */
  CorView       *view;        /* owned, NULL until one is set */
  GArray        *places;      /* owned: CorThreadPlace, ascending */
  CorThreadRows *rows;        /* owned */
  GHashTable    *pending;     /* owned: gint64* in the change -> CorThreadChange, newest; not in places yet */
  GHashTable    *asking;      /* owned: those of which the store is asked */
  GSource       *work;        /* owned: starts what is to be asked next */
  GCancellable  *cancellable; /* owned: of what is asked for the view */
  GError        *error;       /* owned */
  CorViewSort    sort;        /* of the places as they are */
  gint64         queried_at;  /* monotonic */
  guint          minute_source;
  guint          is_asking : 1; /* an answer is under way */
  guint          needs_query : 1;
  guint          is_loading : 1;
};

/* more changes at once are merged in one pass */
#define MAX_SINGLE_CHANGES 32
/* microseconds within which every change that a query saw has been told */
#define SETTLE_TIME (2 * G_USEC_PER_SEC)

static void cor_thread_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CorThreadList, cor_thread_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cor_thread_list_model_init))

typedef enum
{
  PROP_STORE = 1,
  PROP_LOADING
} CorThreadListProperty;

static GParamSpec *properties[PROP_LOADING + 1];

static void
set_loading (CorThreadList *self, gboolean loading)
{
  if (self->is_loading == loading)
    return;
  self->is_loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Says what changed on the way to @places, each part when it is done, as GListModel wants it. */
static void
replace_places (CorThreadList *self, GArray *places)
{
  g_autoptr (GArray) wanted = places;
  g_autoptr (GArray) hunks = cor_thread_places_diff (self->places, wanted, self->view != NULL && self->sort == self->view->sort);

  if (self->view != NULL)
    self->sort = self->view->sort;
  for (guint i = 0; i < hunks->len; i++)
    {
      CorPlacesHunk hunk = g_array_index (hunks, CorPlacesHunk, i);

      if (i + 1 == hunks->len)
        {
          g_clear_pointer (&self->places, g_array_unref);
          self->places = g_array_ref (wanted);
        }
      else
        {
          if (hunk.removed > 0)
            g_array_remove_range (self->places, hunk.position, hunk.removed);
          if (hunk.added > 0)
            g_array_insert_vals (self->places, hunk.position, &g_array_index (wanted, CorThreadPlace, hunk.position), hunk.added);
        }
      g_list_model_items_changed (G_LIST_MODEL (self), hunk.position, hunk.removed, hunk.added);
    }
  if (hunks->len == 0) /* the ids are the same, the keys need not be */
    {
      g_clear_pointer (&self->places, g_array_unref);
      self->places = g_array_ref (wanted);
    }
}

static void
change_place (CorThreadList *self, guint from, CorThreadPlace place)
{
  guint to = cor_thread_places_move (self->places, from, place);
  guint first = MIN (from, to);
  guint n = MAX (from, to) - first + 1;

  if (from != to)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n, n);
}

/* By its old key; by its new one when the list was read after the change. Shortly after a query there
 * may be changes to come that the answer has already, several for one conversation: then by id. */
static gboolean
find_changed (CorThreadList *self, const CorThreadChange *change, guint *position)
{
  return cor_thread_places_find (self->places, cor_thread_change_get_old_place (change, self->view), position) ||
         cor_thread_places_find (self->places, cor_thread_change_get_place (change, self->view), position) ||
         (g_get_monotonic_time () - self->queried_at < SETTLE_TIME &&
          cor_thread_list_find (self, change->conversation, position));
}

static void
apply_change (CorThreadList *self, const CorThreadChange *change)
{
  guint    position = 0;
  gboolean was_here = find_changed (self, change, &position);
  gboolean is_here = cor_thread_change_belongs (change, self->view);

  if (was_here && is_here)
    {
      change_place (self, position, cor_thread_change_get_place (change, self->view));
    }
  else if (was_here)
    {
      g_array_remove_index (self->places, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }
  else if (is_here)
    {
      position = cor_thread_places_insert (self->places, cor_thread_change_get_place (change, self->view));
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
    }
}

/* Whatever the places say of the pending conversations, they are where the newest change says. */
static GArray *
merge_pending (CorThreadList *self, GArray *places)
{
  g_autoptr (GArray) with = g_array_new (FALSE, FALSE, sizeof (CorThreadPlace));
  GHashTableIter iter;
  gpointer       change = NULL;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, NULL, &change))
    if (cor_thread_change_belongs (change, self->view))
      {
        CorThreadPlace place = cor_thread_change_get_place (change, self->view);

        g_array_append_val (with, place);
      }
  return cor_thread_places_copy_with (places, self->pending, with);
}

static void
remember_changes (CorThreadList *self, const CorStoreChanges *changes)
{
  for (guint i = 0; i < changes->threads->len; i++)
    {
      CorThreadChange *change = g_memdup2 (&g_array_index (changes->threads, CorThreadChange, i), sizeof (CorThreadChange));

      g_hash_table_replace (self->pending, &change->conversation, change);
    }
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = cor_store_find_places_finish (COR_STORE (source), result, &error);
  CorThreadList *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* another view, or self is gone */
  self = user_data;
  self->is_asking = FALSE;
  if (found != NULL)
    replace_places (self, cor_thread_places_copy_with (self->places, self->asking, found));
  else
    self->needs_query = TRUE;
  g_hash_table_remove_all (self->asking);
  cor_later_queue (self->work);
}

static void
on_queried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = cor_store_list_places_finish (COR_STORE (source), result, &error);
  CorThreadList *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  self->is_asking = FALSE;
  g_clear_error (&self->error);
  if (places == NULL)
    {
      self->error = g_steal_pointer (&error);
      set_loading (self, FALSE);
      return;
    }

  self->queried_at = g_get_monotonic_time ();
  if (cor_view_is_by_flags (self->view) && g_hash_table_size (self->pending) > 0)
    {
      replace_places (self, merge_pending (self, places));
      g_hash_table_remove_all (self->pending);
    }
  else
    {
      replace_places (self, g_steal_pointer (&places));
    }
  set_loading (self, FALSE);
  cor_later_queue (self->work);
}

static void
find_pending (CorThreadList *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTable    *asking = g_steal_pointer (&self->pending);
  GHashTableIter iter;
  gpointer       id = NULL;

  self->pending = self->asking;
  self->asking = asking;
  g_hash_table_iter_init (&iter, self->asking);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  self->is_asking = TRUE;
  cor_store_find_places_async (self->store, self->view, ids, self->cancellable, on_found, self);
}

static gboolean
on_work (gpointer user_data)
{
  CorThreadList *self = user_data;

  if (self->view == NULL || self->is_asking)
    return G_SOURCE_CONTINUE;
  if (self->needs_query)
    {
      self->needs_query = FALSE;
      self->is_asking = TRUE;
      g_hash_table_remove_all (self->pending); /* the answer will have them */
      cor_store_list_places_async (self->store, self->view, self->cancellable, on_queried, self);
    }
  else if (g_hash_table_size (self->pending) > 0)
    {
      find_pending (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
update_places (CorThreadList *self, const CorStoreChanges *changes)
{
  if (self->is_asking || self->needs_query || !cor_view_is_by_flags (self->view))
    {
      remember_changes (self, changes);
      cor_later_queue (self->work);
    }
  else if (changes->threads->len > MAX_SINGLE_CHANGES)
    {
      remember_changes (self, changes);
      replace_places (self, merge_pending (self, self->places));
      g_hash_table_remove_all (self->pending);
    }
  else
    {
      for (guint i = 0; i < changes->threads->len; i++)
        apply_change (self, &g_array_index (changes->threads, CorThreadChange, i));
    }
}

static void
on_store_changed (CorThreadList *self, const CorStoreChanges *changes)
{
  cor_thread_rows_follow (self->rows, changes);
  if (changes->reset)
    {
      self->needs_query = TRUE;
      cor_later_queue (self->work);
      return;
    }
  if (self->view != NULL && changes->threads->len > 0)
    update_places (self, changes);
}

static gboolean
on_minute (gpointer user_data)
{
  CorThreadList *self = user_data;

  self->needs_query = TRUE;
  cor_later_queue (self->work);
  return G_SOURCE_CONTINUE;
}

/* The page of rows of which one was asked for. */
static void
add_ids_around (guint hint, GArray *ids, gpointer owner)
{
  CorThreadList *self = owner;
  guint          first = hint / COR_THREAD_PAGE_SIZE * COR_THREAD_PAGE_SIZE;

  for (guint i = first; i < first + COR_THREAD_PAGE_SIZE && i < self->places->len; i++)
    g_array_append_val (ids, g_array_index (self->places, CorThreadPlace, i).id);
}

static GType
cor_thread_list_get_item_type (GListModel *model)
{
  return COR_TYPE_THREAD;
}

static guint
cor_thread_list_get_n_items (GListModel *model)
{
  return COR_THREAD_LIST (model)->places->len;
}

static gpointer
cor_thread_list_get_item (GListModel *model, guint position)
{
  CorThreadList *self = COR_THREAD_LIST (model);

  if (position >= self->places->len)
    return NULL;
  return cor_thread_rows_ref_thread (self->rows, g_array_index (self->places, CorThreadPlace, position).id, position);
}

static void
cor_thread_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cor_thread_list_get_item_type;
  iface->get_n_items = cor_thread_list_get_n_items;
  iface->get_item = cor_thread_list_get_item;
}

static void
cor_thread_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorThreadList *self = COR_THREAD_LIST (object);

  switch ((CorThreadListProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->is_loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_thread_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CorThreadList *self = COR_THREAD_LIST (object);

  switch ((CorThreadListProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_LOADING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_thread_list_constructed (GObject *object)
{
  CorThreadList *self = COR_THREAD_LIST (object);

  G_OBJECT_CLASS (cor_thread_list_parent_class)->constructed (object);

  self->rows = cor_thread_rows_new (self->store, add_ids_around, self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
}

static void
cor_thread_list_finalize (GObject *object)
{
  CorThreadList *self = COR_THREAD_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_pointer (&self->work, cor_later_free);
  g_clear_pointer (&self->rows, cor_thread_rows_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_pointer (&self->asking, g_hash_table_unref);
  g_clear_pointer (&self->view, cor_view_free);
  g_clear_error (&self->error);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_thread_list_parent_class)->finalize (object);
}

static void
cor_thread_list_class_init (CorThreadListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cor_thread_list_get_property;
  object_class->set_property = cor_thread_list_set_property;
  object_class->constructed = cor_thread_list_constructed;
  object_class->finalize = cor_thread_list_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, COR_TYPE_STORE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cor_thread_list_init (CorThreadList *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (CorThreadPlace));
  self->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->asking = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->cancellable = g_cancellable_new ();
  self->work = cor_later_new (on_work, self);
}

/**
 * cor_thread_list_new:
 * @store: where the conversations are
 *
 * Returns: (transfer full): a list that is empty until it has a view
 */
CorThreadList *
cor_thread_list_new (CorStore *store)
{
  g_return_val_if_fail (COR_IS_STORE (store), NULL);

  return g_object_new (COR_TYPE_THREAD_LIST, "store", store, NULL);
}

/**
 * cor_thread_list_set_view:
 * @view: what to show, with filter, order and search
 *
 * "loading" is %TRUE until the first answer for it.
 */
void
cor_thread_list_set_view (CorThreadList *self, const CorView *view)
{
  g_return_if_fail (COR_IS_THREAD_LIST (self));
  g_return_if_fail (view != NULL);

  if (self->view != NULL && cor_view_equal (self->view, view))
    return;
  g_clear_pointer (&self->view, cor_view_free);
  self->view = cor_view_copy (view);
  cor_thread_rows_set_search (self->rows, view->search);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_asking = FALSE;
  self->needs_query = TRUE;
  g_hash_table_remove_all (self->asking);
  g_clear_handle_id (&self->minute_source, g_source_remove);
  if (view->kind == COR_VIEW_SLA) /* time alone brings conversations into it */
    self->minute_source = g_timeout_add_seconds (60, on_minute, self);
  set_loading (self, TRUE);
  cor_later_queue (self->work);
}

/**
 * cor_thread_list_get_view:
 *
 * Returns: (transfer none) (nullable): the view
 */
const CorView *
cor_thread_list_get_view (CorThreadList *self)
{
  g_return_val_if_fail (COR_IS_THREAD_LIST (self), NULL);

  return self->view;
}

/**
 * cor_thread_list_is_loading:
 *
 * Returns: whether the rows are still those of the view before
 */
gboolean
cor_thread_list_is_loading (CorThreadList *self)
{
  g_return_val_if_fail (COR_IS_THREAD_LIST (self), FALSE);

  return self->is_loading;
}

/**
 * cor_thread_list_get_error:
 *
 * Returns: (transfer none) (nullable): why the view could not be read
 */
const GError *
cor_thread_list_get_error (CorThreadList *self)
{
  g_return_val_if_fail (COR_IS_THREAD_LIST (self), NULL);

  return self->error;
}

/**
 * cor_thread_list_get_id:
 * @position: below the number of items
 *
 * Without making a row of it.
 *
 * Returns: the id of the conversation there, 0 beyond the end
 */
gint64
cor_thread_list_get_id (CorThreadList *self, guint position)
{
  g_return_val_if_fail (COR_IS_THREAD_LIST (self), 0);

  return position < self->places->len ? g_array_index (self->places, CorThreadPlace, position).id : 0;
}

/**
 * cor_thread_list_find:
 * @id: of a conversation
 * @position: (out): where it stands
 *
 * One pass over the ids, some milliseconds for a million: for keys and clicks, not for every row.
 *
 * Returns: whether it is in the list
 */
gboolean
cor_thread_list_find (CorThreadList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (COR_IS_THREAD_LIST (self), FALSE);

  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, CorThreadPlace, i).id == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cor_thread_list_get_n_page_loads:
 *
 * Returns: how often rows were asked for, for tests
 */
guint
cor_thread_list_get_n_page_loads (CorThreadList *self)
{
  g_return_val_if_fail (COR_IS_THREAD_LIST (self), 0);

  return cor_thread_rows_get_n_loads (self->rows);
}

/**
 * cor_thread_list_get_n_cached:
 *
 * Returns: how many loaded rows are in memory though nobody holds them, for tests
 */
guint
cor_thread_list_get_n_cached (CorThreadList *self)
{
  g_return_val_if_fail (COR_IS_THREAD_LIST (self), 0);

  return cor_thread_rows_get_n_cached (self->rows);
}
