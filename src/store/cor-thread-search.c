/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-search"

#include "config.h"

#include "cor-thread-search.h"

#include "cor-words-find.h"

/* As wide as a row of the list shows, so that what is marked is seen. */
#define WIDTH 48

struct _CorThreadSearch
{
  char       *text;
  GHashTable *messages; /* gint64 conversation → gint64 message: the newest that has the words */
  CorMarker  *marker;
};

struct _CorThreadSearchMemo
{
  GMutex           mutex;
  CorThreadSearch *search;   /* owned, or NULL */
  gint64           found_us; /* when it began, monotonic */
};

static void
clear_search (gpointer data)
{
  CorThreadSearch *self = data;

  g_hash_table_unref (self->messages);
  cor_marker_free (self->marker);
  g_free (self->text);
}

void
cor_thread_search_unref (CorThreadSearch *self)
{
  g_atomic_rc_box_release_full (self, clear_search);
}

static void
clear_memo (gpointer data)
{
  CorThreadSearchMemo *self = data;

  g_clear_pointer (&self->search, cor_thread_search_unref);
  g_mutex_clear (&self->mutex);
}

void
cor_thread_search_memo_unref (CorThreadSearchMemo *self)
{
  g_atomic_rc_box_release_full (self, clear_memo);
}

static void
release_memo (gpointer data)
{
  cor_thread_search_memo_unref (data);
}

/**
 * cor_thread_search_memo_ref_of_store:
 *
 * Main thread.
 *
 * Returns: (transfer full): what its readers share
 */
CorThreadSearchMemo *
cor_thread_search_memo_ref_of_store (CorStore *store)
{
  static const char    key[] = "cor-thread-search";
  CorThreadSearchMemo *memo = g_object_get_data (G_OBJECT (store), key);

  if (memo == NULL)
    {
      memo = g_atomic_rc_box_new0 (CorThreadSearchMemo);
      g_mutex_init (&memo->mutex);
      g_object_set_data_full (G_OBJECT (store), key, memo, release_memo);
    }
  return g_atomic_rc_box_acquire (memo);
}

/* A row says "here it is": what has only some of the words does not belong there. */
static CorThreadSearch *
search_new (CorDb      *db,
            const char *text)
{
  CorThreadSearch *self = g_atomic_rc_box_new0 (CorThreadSearch);
  g_autoptr (CorWordsQuery) query = cor_words_query_new (db, COR_WORDS_MESSAGES, text, TRUE);
  sqlite3_stmt *row = NULL;

  self->text = g_strdup (text);
  self->messages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->marker = cor_marker_new (text, TRUE);
  for (guint i = 0; i < query->taken->len; i++)
    cor_marker_add_term (self->marker, query->taken->pdata[i]);
  row = query->unknown->len == 0 ? cor_words_find_newest (db, "message-words-place", query) : NULL;
  while (cor_db_next (db, row))
    {
      gint64 place[] = { cor_column_int (row, 1), cor_column_int (row, 0) };

      if (!g_hash_table_contains (self->messages, &place[0]))
        g_hash_table_insert (self->messages, g_memdup2 (&place[0], sizeof place[0]), g_memdup2 (&place[1], sizeof place[1]));
    }
  return self;
}

/**
 * cor_thread_search_ref_for:
 * @db: a reader, of which the job has read nothing yet
 * @text: what somebody types: the last word may be unfinished
 *
 * The places of a list and each handful of its rows are asked for one after the other: what was found is found again only
 * when anything was written since.
 *
 * Returns: (transfer full): where all its words are said in one message; constant
 */
CorThreadSearch *
cor_thread_search_ref_for (CorDb               *db,
                           CorThreadSearchMemo *memo,
                           const char          *text)
{
  gint64           began_us = g_get_monotonic_time ();
  gint64           unchanged_us = cor_db_get_unchanged_since (db);
  CorThreadSearch *self = NULL;

  g_mutex_lock (&memo->mutex);
  if (memo->search != NULL && memo->found_us >= unchanged_us && g_str_equal (memo->search->text, text))
    self = g_atomic_rc_box_acquire (memo->search);
  g_mutex_unlock (&memo->mutex);
  if (self != NULL)
    return self;

  self = search_new (db, text);
  if (cor_db_has_failed (db)) /* it was interrupted, and is not all */
    return self;
  g_mutex_lock (&memo->mutex);
  g_clear_pointer (&memo->search, cor_thread_search_unref);
  memo->search = g_atomic_rc_box_acquire (self);
  memo->found_us = began_us;
  g_mutex_unlock (&memo->mutex);
  return self;
}

gboolean
cor_thread_search_has (const CorThreadSearch *self,
                       gint64                 conversation)
{
  return g_hash_table_contains (self->messages, &conversation);
}

/**
 * cor_thread_search_list:
 *
 * Returns: (transfer container) (element-type gint64): pointers to the local ids of the conversations
 */
GList *
cor_thread_search_list (const CorThreadSearch *self)
{
  return g_hash_table_get_keys (self->messages);
}

/**
 * cor_thread_search_dup_excerpt:
 *
 * Returns: (transfer full) (nullable): what is said there, short enough for a row; %NULL where nothing of it is
 */
CorExcerpt *
cor_thread_search_dup_excerpt (const CorThreadSearch *self,
                               CorDb                 *db,
                               gint64                 conversation)
{
  const gint64    *message = g_hash_table_lookup (self->messages, &conversation);
  g_autofree char *text = message != NULL ? cor_db_dup_text (db, "message-text", "l", *message) : NULL;
  g_autofree char *plain = text != NULL ? cor_excerpt_strip (text) : NULL;

  return plain != NULL ? cor_excerpt_new (self->marker, plain, NULL, WIDTH) : NULL;
}
