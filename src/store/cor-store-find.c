/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-find"

#include "config.h"

#include "cor-store-find.h"

#include "cor-db.h"
#include "cor-words-find.h"

/* With fewer messages that have all words, those that have some are shown behind them. */
#define ENOUGH 20

typedef struct
{
  char    *query;
  guint    limit;
  gint64   conversation;
  gboolean is_typing, by_conversation;
} Ask;

static void
ask_free (gpointer data)
{
  g_free (((Ask *) data)->query);
  g_free (data);
}

static void
hit_free (gpointer data)
{
  CorMessageHit *hit = data;

  g_free (hit->remote_id);
  g_free (hit->display_id);
  g_free (hit->customer_name);
  g_free (hit->sender_name);
  g_clear_pointer (&hit->excerpt, cor_excerpt_free);
  g_free (hit);
}

void
cor_message_result_free (CorMessageResult *self)
{
  g_ptr_array_unref (self->hits);
  g_strfreev (self->unknown);
  g_free (self);
}

/* Of the text, unless the words are only in the subject or in the name of a file. */
static CorExcerpt *
make_excerpt (const CorMarker *marker,
              sqlite3_stmt    *row)
{
  CorExcerpt *of_text = NULL;

  for (int column = 11; column <= 13 && (of_text == NULL || of_text->marks->len == 0); column++)
    {
      const char      *text = cor_column_text (row, column);
      g_autofree char *plain = text != NULL || column == 11 ? cor_excerpt_strip (text != NULL ? text : "") : NULL;
      g_autoptr (CorExcerpt) excerpt = plain != NULL ? cor_excerpt_new (marker, plain, NULL, COR_EXCERPT_WIDTH) : NULL;

      if (excerpt == NULL || (of_text != NULL && excerpt->marks->len == 0))
        continue;
      g_clear_pointer (&of_text, cor_excerpt_free);
      of_text = g_steal_pointer (&excerpt);
    }
  return of_text;
}

static CorMessageHit *
load_hit (CorDb           *db,
          gint64           message,
          const CorMarker *marker)
{
  sqlite3_stmt  *row = cor_db_query (db, "message-hit", "l", message);
  CorMessageHit *hit = NULL;

  while (cor_db_next (db, row))
    {
      hit = g_new0 (CorMessageHit, 1);
      hit->id = message;
      hit->conversation = cor_column_int (row, 0);
      hit->account = cor_column_int (row, 1);
      hit->display_id = cor_column_dup (row, 2);
      hit->channel = (guint) cor_column_int (row, 3);
      hit->customer = cor_column_int (row, 4);
      hit->customer_name = cor_column_dup (row, 5);
      hit->kind = (CorMessageKind) cor_column_int (row, 6);
      hit->sender_kind = (CorSender) cor_column_int (row, 7);
      hit->sender_name = cor_column_dup (row, 8);
      hit->is_private = cor_column_int (row, 9) != 0;
      hit->created_at = cor_column_int (row, 10);
      hit->excerpt = make_excerpt (marker, row);
      hit->remote_id = cor_column_dup (row, 14);
    }
  return hit;
}

static void
add_hits (CorDb            *db,
          const Ask        *ask,
          const GArray     *matches,
          const CorMarker  *marker,
          CorMessageResult *result)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < matches->len && !cor_db_has_failed (db); i++)
    {
      const CorWordsMatch *match = &g_array_index (matches, CorWordsMatch, i);
      sqlite3_stmt        *row = NULL;
      gint64               message = 0;
      gint64               conversation = 0;
      CorMessageHit       *hit = NULL;

      if (result->hits->len >= ask->limit && !ask->by_conversation && ask->conversation == 0)
        {
          result->n_found += matches->len - i;
          return;
        }
      row = cor_db_query (db, "message-place", "l", match->doc);
      while (cor_db_next (db, row))
        {
          message = cor_column_int (row, 0);
          conversation = cor_column_int (row, 1);
        }
      /* changed or removed since it was taken in */
      if (message == 0 || (ask->conversation > 0 && conversation != ask->conversation))
        continue;
      result->n_found++;
      if (ask->by_conversation && g_hash_table_lookup_extended (seen, &conversation, NULL, (gpointer *) &hit))
        {
          if (hit != NULL)
            hit->n_more++;
          continue;
        }
      if (result->hits->len < ask->limit)
        hit = load_hit (db, message, marker);
      if (hit != NULL)
        {
          hit->score = match->score;
          g_ptr_array_add (result->hits, hit);
        }
      if (ask->by_conversation)
        g_hash_table_insert (seen, g_memdup2 (&conversation, sizeof conversation), hit);
    }
}

static gpointer
find_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask        *ask = data;
  gint64            began_us = g_get_monotonic_time ();
  CorMessageResult *result = g_new0 (CorMessageResult, 1);
  g_autoptr (CorWordsQuery) query = cor_words_query_new (db, COR_WORDS_MESSAGES, ask->query, ask->is_typing);
  g_autoptr (CorMarker) marker = cor_marker_new (ask->query, ask->is_typing);
  g_autoptr (GArray) matches = cor_words_find (db, COR_WORDS_MESSAGES, query, MIN (ask->limit, ENOUGH));

  for (guint i = 0; i < query->taken->len; i++)
    cor_marker_add_term (marker, query->taken->pdata[i]);
  result->hits = g_ptr_array_new_with_free_func (hit_free);
  add_hits (db, ask, matches, marker, result);
  g_ptr_array_add (query->unknown, NULL);
  result->unknown = (char **) g_ptr_array_steal (query->unknown, NULL);
  result->n_waiting = cor_words_count_waiting (db);
  result->took_us = g_get_monotonic_time () - began_us;
  return result;
}

/**
 * cor_store_find_messages_async:
 * @ask: copied
 * @cancellable: (nullable): interrupts it
 *
 * Finds messages by what they say: the newest thousand that have all words, and where those are few what has
 * some of the rarest. Notes are found too. No text is an error; one that fits nothing has no hits.
 */
void
cor_store_find_messages_async (CorStore            *store,
                               const CorMessageAsk *ask,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Ask copy = { g_strdup (ask->query), ask->limit, ask->conversation, ask->is_typing, ask->by_conversation };

  cor_store_run_async (store, COR_STORE_READ, find_job, g_memdup2 (&copy, sizeof copy), ask_free, (GDestroyNotify) cor_message_result_free,
                       cancellable, callback, user_data);
}

/**
 * cor_store_find_messages_finish:
 *
 * Returns: (transfer full): what was found
 */
CorMessageResult *
cor_store_find_messages_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
