/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-readings.h"

#include "cor-db.h"

typedef struct
{
  gint64         id;
  CorReadingMark mark;
} Mark;

static void
write_mark (CorDb         *db,
            gint64         reading,
            gint64         id,
            CorReadingMark mark)
{
  switch (mark)
    {
    case COR_READING_READ:
      cor_db_run (db, "reading-put-text", "ll", reading, id);
      break;
    case COR_READING_USED:
      cor_db_run (db, "reading-set-used", "l", reading);
      break;
    case COR_READING_FAVOURITE:
    case COR_READING_NOT_FAVOURITE:
      cor_db_run (db, "reading-set-favourite", "li", reading, (int) (mark == COR_READING_FAVOURITE));
      break;
    case COR_READING_ACKNOWLEDGED:
      cor_db_run (db, "reading-set-acknowledged", "l", reading);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gpointer
mark_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Mark  *mark = data;
  gint64 reading = 0;

  cor_db_run (db, "reading-put", "l", mark->id);
  reading = cor_db_get_int (db, "reading-find", "l", mark->id);
  if (reading == 0)
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such article here");
      return NULL;
    }
  write_mark (db, reading, mark->id, mark->mark);
  cor_db_touch_topics (db, COR_TOPIC_READINGS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_mark_article_async:
 * @id: local, of one of its texts
 *
 * Keeps what the agent did with the article. Acknowledging twice changes nothing.
 */
void
cor_store_mark_article_async (CorStore           *store,
                              gint64              id,
                              CorReadingMark      mark,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Mark *data = g_new0 (Mark, 1);

  data->id = id;
  data->mark = mark;
  cor_store_run_async (store, COR_STORE_AGENT, mark_job, data, g_free, NULL, cancellable, callback, user_data);
}

/**
 * cor_store_mark_article_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND if the article is gone
 */
gboolean
cor_store_mark_article_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

void
cor_article_text_free (CorArticleText *self)
{
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

static gpointer
load_text_job (CorDb   *db,
               gpointer data,
               GError **error)
{
  CorArticleText *text = g_new0 (CorArticleText, 1);
  sqlite3_stmt   *row = cor_db_query (db, "reading-text", "l", *(gint64 *) data);

  while (cor_db_next (db, row))
    {
      text->title = cor_column_dup (row, 0);
      text->body = cor_column_dup (row, 1);
      text->read_at = cor_column_int (row, 2);
    }
  return text;
}

/**
 * cor_store_load_read_text_async:
 * @id: local
 *
 * Loads the text as the agent read it last, to be compared with the one that is here now by cor_text_diff().
 */
void
cor_store_load_read_text_async (CorStore           *store,
                                gint64              id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_text_job, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) cor_article_text_free,
                       cancellable, callback, user_data);
}

/**
 * cor_store_load_read_text_finish:
 *
 * Returns: (transfer full): the text; its body is %NULL and read_at 0 if it was never read
 */
CorArticleText *
cor_store_load_read_text_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
