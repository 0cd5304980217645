/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-drafts.h"

#include "cor-db.h"

void
cor_draft_free (CorDraft *self)
{
  g_free (self->text);
  g_free (self);
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

static gpointer
save_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorDraft *draft = data;

  if (*draft->text == '\0')
    cor_db_run (db, "draft-remove", "li", draft->conversation, (int) draft->is_private);
  else
    cor_db_run (db, "draft-put", "lisil", draft->conversation, (int) draft->is_private, draft->text, (int) draft->caret, draft->updated_at);
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
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  CorDraft *draft = g_new0 (CorDraft, 1);

  draft->conversation = conversation;
  draft->is_private = is_private;
  draft->text = g_strdup (text != NULL ? text : "");
  draft->caret = caret;
  draft->updated_at = g_get_real_time () / G_USEC_PER_SEC;
  cor_store_run_async (store, COR_STORE_AGENT, save_job, draft, (GDestroyNotify) cor_draft_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_save_draft_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
