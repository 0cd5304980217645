/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-rows"

#include "config.h"

#include "cor-thread-rows.h"

#include "cor-later.h"
#include "cor-str.h"
#include "cor-thread-pages.h"

/*
 * CorThreadRows: the row objects of one list, by id. The same object is given out for an id as long
 * as somebody holds it; what it shows is loaded a page at a time, one page under way at once, the one
 * asked for last first, so that a fast scroll does not load what has already gone by.
 */
struct _CorThreadRows
{
  CorStore           *store; /* owned */
  CorThreadRowsAround around;
  gpointer            owner;    /* borrowed: has self */
  char               *search;   /* owned: what the list is searched for, or NULL */
  GHashTable         *held;     /* gint64* in Held -> Held */
  GHashTable         *wanted;   /* gint64*: held and without data, or with old data */
  GHashTable         *outdated; /* gint64*: changed while a page was under way */
  CorThreadPages     *pages;    /* owned */
  GCancellable       *cancellable;
  guint               hint; /* position that was asked for last */
  GSource            *load; /* owned */
  gboolean            is_loading;
  gboolean            all_outdated;
  guint               n_loads;
};

/* Keeps 4096 rows beyond those on the screen, some two megabytes. */
#define MAX_PAGES 16

/* Some more than a window shows. */
#define SEARCH_PAGE_SIZE 32

typedef struct
{
  gint64         id;
  CorThread     *thread; /* weak */
  CorThreadRows *rows;
} Held;

static void
on_thread_gone (gpointer data, GObject *where_it_was)
{
  Held          *held = data;
  CorThreadRows *self = held->rows;

  g_hash_table_remove (self->wanted, &held->id);
  held->thread = NULL;
  g_hash_table_remove (self->held, &held->id);
}

static void
held_free (gpointer data)
{
  Held *held = data;

  if (held->thread != NULL)
    g_object_weak_unref (G_OBJECT (held->thread), on_thread_gone, held);
  g_free (held);
}

static void
want (CorThreadRows *self, gint64 id)
{
  g_hash_table_add (self->wanted, g_memdup2 (&id, sizeof id));
  cor_later_queue (self->load);
}

/* The answer may be older than the change. */
static void
forget_outdated (CorThreadRows *self)
{
  GHashTableIter iter;
  gpointer       id = NULL;

  g_hash_table_iter_init (&iter, self->outdated);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    cor_thread_pages_forget (self->pages, *(const gint64 *) id);
  g_hash_table_remove_all (self->outdated);
  self->all_outdated = FALSE;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cor_store_load_threads_finish (COR_STORE (source), result, &error);
  CorThreadRows *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  self = user_data;
  self->is_loading = FALSE;
  if (rows == NULL)
    {
      g_debug ("rows are not loaded: %s", error->message);
      return;
    }

  if (!self->all_outdated)
    cor_thread_pages_add (self->pages, rows);
  forget_outdated (self);
  for (guint i = 0; i < rows->len; i++)
    {
      CorThreadData *data = rows->pdata[i];
      Held          *held = g_hash_table_lookup (self->held, &data->id);

      if (held != NULL)
        cor_thread_set_data (held->thread, data);
    }
  if (g_hash_table_size (self->wanted) > 0)
    cor_later_queue (self->load);
}

/* Rows that say where the words were found take longer: those that are looked at come in handfuls, the topmost first. */
static GArray *
collect_few (CorThreadRows *self)
{
  g_autoptr (GArray) around = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray        *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer       id = NULL;

  self->around (self->hint, around, self->owner);
  for (guint i = 0; i < around->len && ids->len < SEARCH_PAGE_SIZE; i++)
    if (g_hash_table_remove (self->wanted, &g_array_index (around, gint64, i)))
      g_array_append_val (ids, g_array_index (around, gint64, i));
  g_hash_table_iter_init (&iter, self->wanted);
  while (ids->len < SEARCH_PAGE_SIZE && g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_array_append_vals (ids, id, 1);
      g_hash_table_iter_remove (&iter);
    }
  return ids;
}

/* Those that somebody looks at and, so that scrolling on finds them here, their neighbours. */
static GArray *
collect_ids (CorThreadRows *self)
{
  g_autoptr (GArray) around = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  /* never grows beyond what is reserved, so that pointers into it stay good */
  GArray        *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), COR_THREAD_PAGE_SIZE);
  GHashTableIter iter;
  gpointer       id = NULL;

  g_hash_table_iter_init (&iter, self->wanted);
  while (ids->len < COR_THREAD_PAGE_SIZE && g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_array_append_vals (ids, id, 1);
      g_hash_table_iter_remove (&iter);
    }
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (seen, &g_array_index (ids, gint64, i));

  self->around (self->hint, around, self->owner);
  for (guint i = 0; i < around->len && ids->len < COR_THREAD_PAGE_SIZE; i++)
    {
      gint64 next = g_array_index (around, gint64, i);

      if (!g_hash_table_contains (seen, &next) && cor_thread_pages_lookup (self->pages, next) == NULL)
        g_array_append_val (ids, next);
    }
  return ids;
}

static gboolean
on_load (gpointer user_data)
{
  CorThreadRows *self = user_data;
  g_autoptr (GArray) ids = NULL;

  if (self->is_loading || g_hash_table_size (self->wanted) == 0)
    return G_SOURCE_CONTINUE;
  ids = self->search != NULL ? collect_few (self) : collect_ids (self);
  self->is_loading = TRUE;
  self->n_loads++;
  cor_store_load_found_threads_async (self->store, ids, self->search, self->cancellable, on_loaded, self);
  return G_SOURCE_CONTINUE;
}

/**
 * cor_thread_rows_new:
 * @store: where rows are loaded from
 * @around: tells the neighbours of a row
 * @owner: for @around; frees the rows before it goes
 *
 * Returns: (transfer full): no rows
 */
CorThreadRows *
cor_thread_rows_new (CorStore *store, CorThreadRowsAround around, gpointer owner)
{
  CorThreadRows *self = g_new0 (CorThreadRows, 1);

  self->store = g_object_ref (store);
  self->around = around;
  self->owner = owner;
  self->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, held_free);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->outdated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->pages = cor_thread_pages_new (MAX_PAGES);
  self->cancellable = g_cancellable_new ();
  self->load = cor_later_new (on_load, self);
  return self;
}

/**
 * cor_thread_rows_free:
 */
void
cor_thread_rows_free (CorThreadRows *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  cor_later_free (self->load);
  g_hash_table_unref (self->held);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->outdated);
  cor_thread_pages_free (self->pages);
  g_object_unref (self->store);
  g_free (self->search);
  g_free (self);
}

/**
 * cor_thread_rows_ref_thread:
 * @id: of the conversation
 * @hint: its position now
 *
 * Returns: (transfer full): the row of a conversation, which may still be loading
 */
CorThread *
cor_thread_rows_ref_thread (CorThreadRows *self, gint64 id, guint hint)
{
  Held          *held = g_hash_table_lookup (self->held, &id);
  CorThreadData *data = NULL;

  if (held != NULL)
    return g_object_ref (held->thread);

  held = g_new (Held, 1);
  *held = (Held){ id, cor_thread_new (id), self };
  g_object_weak_ref (G_OBJECT (held->thread), on_thread_gone, held);
  g_hash_table_insert (self->held, &held->id, held);

  data = cor_thread_pages_lookup (self->pages, id);
  if (data != NULL)
    {
      cor_thread_set_data (held->thread, data);
    }
  else
    {
      self->hint = hint;
      want (self, id);
    }
  return held->thread;
}

static void
refresh (CorThreadRows *self, gint64 id)
{
  cor_thread_pages_forget (self->pages, id);
  if (self->is_loading)
    g_hash_table_add (self->outdated, g_memdup2 (&id, sizeof id));
  if (g_hash_table_contains (self->held, &id))
    want (self, id);
}

/* Something is new of payments, nobody says of which: the rows that are about one are read anew. */
static void
refresh_payments (CorThreadRows *self)
{
  GHashTableIter iter;
  gpointer       value = NULL;

  cor_thread_pages_forget_payments (self->pages);
  self->all_outdated = self->all_outdated || self->is_loading;
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Held          *held = value;
      const CorThreadData *data = cor_thread_get_data (held->thread);

      if (data == NULL || data->has_payment)
        want (self, held->id);
    }
}

/* Forgets what was loaded; rows that are held keep showing it until there is new data. */
static void
refresh_all (CorThreadRows *self)
{
  GHashTableIter iter;
  gpointer       id = NULL;

  cor_thread_pages_clear (self->pages);
  self->all_outdated = self->is_loading;
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    want (self, *(const gint64 *) id);
}

/**
 * cor_thread_rows_follow:
 * @changes: what is new in the store
 *
 * Rows that show something of it are read anew. Of translations nobody says whose they are.
 */
void
cor_thread_rows_follow (CorThreadRows *self, const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_TRANSLATIONS))
    {
      refresh_all (self);
      return;
    }
  for (guint i = 0; i < changes->timelines->len; i++)
    refresh (self, g_array_index (changes->timelines, gint64, i));
  for (guint i = 0; i < changes->threads->len; i++)
    refresh (self, g_array_index (changes->threads, CorThreadChange, i).conversation);
  if (changes->topics & COR_TOPIC_PAYMENTS)
    refresh_payments (self);
}

/**
 * cor_thread_rows_set_search:
 * @search: (nullable): what the list is searched for: each row shows what of it was said there
 */
void
cor_thread_rows_set_search (CorThreadRows *self, const char *search)
{
  if (cor_set_str (&self->search, search))
    refresh_all (self);
}

/**
 * cor_thread_rows_get_n_loads:
 *
 * Returns: how often the store was asked for a page
 */
guint
cor_thread_rows_get_n_loads (CorThreadRows *self)
{
  return self->n_loads;
}

/**
 * cor_thread_rows_get_n_cached:
 *
 * Returns: how many rows are kept in memory beside those that are held
 */
guint
cor_thread_rows_get_n_cached (CorThreadRows *self)
{
  return cor_thread_pages_get_n_rows (self->pages);
}
