/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-sources.h"

#include "cor-db.h"
#include "cor-mask.h"

/**
 * cor_reply_source_free:
 * @self: (transfer full): one source
 */
void
cor_reply_source_free (CorReplySource *self)
{
  g_free (self->kind);
  g_free (self->id);
  g_free (self->version);
  g_free (self->locale);
  g_free (self->title);
  g_free (self);
}

/* Stays with the bubble when the intent has been forgotten. */
static void
put_original (CorDb                 *db,
              const char            *uuid,
              const CorInsertSource *source)
{
  g_autofree char *masked = cor_mask_secrets (source->original, NULL);

  cor_db_run (db, "reply-original-put", "ssss", uuid, source->locale, masked, source->id);
}

/* Of the reply and its bubble; no source of its words, so nothing is counted by it. */
static void
put_answered (CorDb                 *db,
              const char            *uuid,
              gint64                 intent,
              const CorInsertSource *message)
{
  cor_db_run (db, "intent-put-answered", "lss", intent, message->id, message->text);
  cor_db_run (db, "message-put-answered", "ss", uuid, message->id);
}

/**
 * cor_reply_sources_put:
 * @db: the connection of the calling thread
 * @sources: (nullable) (element-type CorInsertSource): what was inserted while @text was written
 * @uuid: of the reply
 * @intent: of the reply
 *
 * Notes them with the reply. What was inserted and deleted again has no part in it. Of messages that it answers, the
 * last one counts.
 */
void
cor_reply_sources_put (CorDb           *db,
                       const GPtrArray *sources,
                       const char      *text,
                       const char      *uuid,
                       gint64           intent)
{
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const CorInsertSource *source = sources->pdata[i];

      if (g_str_equal (source->kind, COR_SOURCE_MESSAGE))
        {
          put_answered (db, uuid, intent, source);
          continue;
        }
      if (!cor_insert_source_is_left_in (source, text))
        continue;
      cor_db_run (db, "intent-add-source", "lssssss", intent, source->kind, source->id, source->version, source->locale, source->text, source->original);
      if (source->original != NULL)
        put_original (db, uuid, source);
    }
}

/**
 * cor_reply_sources_load:
 * @db: the connection of the calling thread
 * @message: local id
 *
 * Returns: (transfer full) (nullable) (element-type CorReplySource): what that reply was made of
 */
GPtrArray *
cor_reply_sources_load (CorDb *db,
                        gint64 message)
{
  GPtrArray    *sources = NULL;
  sqlite3_stmt *row = cor_db_query (db, "reply-source-list", "l", message);

  while (cor_db_next (db, row))
    {
      CorReplySource *source = g_new0 (CorReplySource, 1);

      source->kind = cor_column_dup (row, 0);
      source->id = cor_column_dup (row, 1);
      source->version = cor_column_dup (row, 2);
      source->locale = cor_column_dup (row, 3);
      source->title = cor_column_dup (row, 4);
      source->is_changed = cor_column_int (row, 5) != 0;
      if (sources == NULL)
        sources = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_reply_source_free);
      g_ptr_array_add (sources, source);
    }
  return sources;
}

static gpointer
count_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  const CorInsertSource *source = data;
  CorSourceUse          *use = g_new0 (CorSourceUse, 1);
  sqlite3_stmt          *row = cor_db_query (db, "reply-source-count", "ss", source->kind, source->id);

  if (!cor_db_next (db, row))
    return use;
  use->n_replies = (guint) cor_column_int (row, 0);
  use->n_resolved = (guint) cor_column_int (row, 1);
  use->last_at = cor_column_int (row, 2);
  cor_db_next (db, row);
  return use;
}

/**
 * cor_store_count_uses_async:
 * @kind: COR_SOURCE_ARTICLE, COR_SOURCE_TEMPLATE
 * @id: as in #CorInsertSource, in whatever version and locale
 */
void
cor_store_count_uses_async (CorStore           *store,
                            const char         *kind,
                            const char         *id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  CorInsertSource source = { .kind = kind, .id = id };

  cor_store_run_async (store, COR_STORE_READ, count_job, cor_insert_source_copy (&source), (GDestroyNotify) cor_insert_source_free, g_free,
                       cancellable, callback, user_data);
}

/**
 * cor_store_count_uses_finish:
 *
 * Returns: (transfer full): to be freed with g_free(); all 0 when it was never used
 */
CorSourceUse *
cor_store_count_uses_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
