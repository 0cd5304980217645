/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-drafts.h"

#include "cor-db.h"

void
cor_draft_free (CorDraft *self)
{
  g_free (self->text);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

static void
load_sources (CorDb    *db,
              CorDraft *draft)
{
  sqlite3_stmt *row = cor_db_query (db, "draft-list-sources", "li", draft->conversation, (int) draft->is_private);

  while (cor_db_next (db, row))
    {
      CorInsertSource source = { cor_column_text (row, 0), cor_column_text (row, 1), cor_column_text (row, 2), cor_column_text (row, 3), cor_column_text (row, 4), cor_column_text (row, 5) };

      if (draft->sources == NULL)
        draft->sources = cor_insert_source_array_new ();
      g_ptr_array_add (draft->sources, cor_insert_source_copy (&source));
    }
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  GPtrArray    *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_draft_free);
  sqlite3_stmt *row = cor_db_query (db, "draft-list", "l", *(gint64 *) data);

  while (cor_db_next (db, row))
    {
      CorDraft *draft = g_new0 (CorDraft, 1);

      draft->conversation = *(gint64 *) data;
      draft->is_private = cor_column_int (row, 0) != 0;
      draft->text = cor_column_dup (row, 1);
      draft->caret = (guint) cor_column_int (row, 2);
      draft->updated_at = cor_column_int (row, 3);
      g_ptr_array_add (drafts, draft);
    }
  for (guint i = 0; i < drafts->len; i++)
    load_sources (db, drafts->pdata[i]);
  return drafts;
}

void
cor_store_load_drafts_async (CorStore           *store,
                             gint64              conversation,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, g_memdup2 (&conversation, sizeof conversation), g_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_load_drafts_finish:
 *
 * Returns: (transfer full) (element-type CorDraft): at most two
 */
GPtrArray *
cor_store_load_drafts_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static void
put_draft (CorDb          *db,
           const CorDraft *draft)
{
  cor_db_run (db, "draft-put", "lisil", draft->conversation, (int) draft->is_private, draft->text, (int) draft->caret, draft->updated_at);
  for (guint i = 0; draft->sources != NULL && i < draft->sources->len; i++)
    {
      const CorInsertSource *source = draft->sources->pdata[i];

      cor_db_run (db, "draft-add-source", "lissssss", draft->conversation, (int) draft->is_private, source->kind, source->id, source->version,
                  source->locale, source->text, source->original);
    }
}

static gpointer
save_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorDraft *draft = data;

  /* one of files alone is a draft as well */
  if (*draft->text != '\0' || cor_db_get_int (db, "file-count-draft", "li", draft->conversation, (int) draft->is_private) > 0)
    put_draft (db, draft);
  else
    cor_db_run (db, "draft-remove", "li", draft->conversation, (int) draft->is_private);
  cor_db_touch_thread (db, draft->conversation);
  cor_db_touch_topics (db, COR_TOPIC_DRAFTS);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_save_draft_async (CorStore           *store,
                            gint64              conversation,
                            gboolean            is_private,
                            const char         *text,
                            guint               caret,
                            GPtrArray          *sources,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  CorDraft *draft = g_new0 (CorDraft, 1);

  draft->conversation = conversation;
  draft->is_private = is_private;
  draft->text = g_strdup (text != NULL ? text : "");
  draft->caret = caret;
  draft->sources = cor_insert_source_array_dup (sources);
  draft->updated_at = g_get_real_time () / G_USEC_PER_SEC;
  cor_store_run_async (store, COR_STORE_AGENT, save_job, draft, (GDestroyNotify) cor_draft_free, NULL, cancellable, callback, user_data);
}

static gpointer
discard_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  const CorDraft *draft = data;

  cor_db_run (db, "draft-remove", "li", draft->conversation, (int) draft->is_private);
  cor_db_touch_thread (db, draft->conversation);
  cor_db_touch_timeline (db, draft->conversation);
  cor_db_touch_topics (db, COR_TOPIC_DRAFTS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_discard_draft_async:
 * @conversation: local id
 * @is_private: which of the two
 *
 * Removes a draft, its words and its files.
 */
void
cor_store_discard_draft_async (CorStore           *store,
                               gint64              conversation,
                               gboolean            is_private,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  CorDraft *draft = g_new0 (CorDraft, 1);

  draft->conversation = conversation;
  draft->is_private = is_private;
  cor_store_run_async (store, COR_STORE_AGENT, discard_job, draft, (GDestroyNotify) cor_draft_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_save_draft_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
