/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-search"

#include "config.h"

#include "cor-thread-search.h"

#include "cor-db.h"
#include "cor-words-find.h"

/* As wide as a row of the list shows, so that what is marked is seen. */
#define WIDTH 48

/* A row says "here it is": what has only some of the words does not belong there. */
#define WHOLE 0.999

struct _CorThreadSearch
{
  GHashTable *messages; /* gint64 conversation → gint64 message: the newest that has the words */
  CorMarker  *marker;
};

/**
 * cor_thread_search_new:
 * @text: what somebody types: the last word may be unfinished
 *
 * Returns: (transfer full): where all its words are said in one message
 */
CorThreadSearch *
cor_thread_search_new (CorDb      *db,
                       const char *text)
{
  CorThreadSearch *self = g_new0 (CorThreadSearch, 1);
  g_autoptr (CorWordsQuery) query = cor_words_query_new (db, COR_WORDS_MESSAGES, text, TRUE);
  g_autoptr (GArray) matches = query->unknown->len == 0 ? cor_words_find (db, COR_WORDS_MESSAGES, query, 0) : NULL;

  self->messages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->marker = cor_marker_new (text, TRUE);
  for (guint i = 0; i < query->taken->len; i++)
    cor_marker_add_term (self->marker, query->taken->pdata[i]);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const CorWordsMatch *match = &g_array_index (matches, CorWordsMatch, i);
      sqlite3_stmt        *row = match->score >= WHOLE ? cor_db_query (db, "message-place", "l", match->doc) : NULL;

      while (cor_db_next (db, row))
        {
          gint64 place[] = { cor_column_int (row, 1), cor_column_int (row, 0) };

          if (!g_hash_table_contains (self->messages, &place[0]))
            g_hash_table_insert (self->messages, g_memdup2 (&place[0], sizeof place[0]), g_memdup2 (&place[1], sizeof place[1]));
        }
    }
  return self;
}

void
cor_thread_search_free (CorThreadSearch *self)
{
  g_hash_table_unref (self->messages);
  cor_marker_free (self->marker);
  g_free (self);
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
