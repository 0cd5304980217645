/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-timeline.h"

#include "cor-db.h"
#include "cor-file-vault.h"
#include "cor-translation-load.h"

typedef struct
{
  gint64   conversation;
  gboolean merged;
  guint    limit;
} Ask;

static void
timeline_entry_clear (gpointer data)
{
  CorTimelineEntry *self = data;

  g_free (self->remote_id);
  g_free (self->sender_name);
  g_free (self->content);
  g_free (self->full_content);
  g_free (self->subject);
  g_free (self->quoted);
  g_free (self->quoted_name);
  g_free (self->error);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self->original);
  g_free (self->original_language);
  g_clear_pointer (&self->translation, cor_translation_free);
  g_free (self->uuid);
  g_free (self->detail);
}

CorTimelineEntry *
cor_timeline_entry_ref (CorTimelineEntry *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_timeline_entry_unref (CorTimelineEntry *self)
{
  g_atomic_rc_box_release_full (self, timeline_entry_clear);
}

void
cor_timeline_page_free (CorTimelinePage *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
fill_intent (CorTimelineEntry *entry,
             sqlite3_stmt     *row)
{
  if (cor_column_is_null (row, 19) || entry->remote_id != NULL)
    return;

  entry->intent = cor_column_int (row, 19);
  cor_intent_state_from_string (cor_column_text (row, 20), &entry->state);
  entry->hold = cor_hold_reason_from_string (cor_column_text (row, 21));
  entry->detail = cor_column_dup (row, 22);
  entry->not_before = cor_column_int (row, 23);
}

static CorTimelineEntry *
read_entry (sqlite3_stmt *row)
{
  CorTimelineEntry *entry = g_atomic_rc_box_new0 (CorTimelineEntry);

  entry->id = cor_column_int (row, 0);
  entry->conversation = cor_column_int (row, 1);
  entry->channel = (guint) cor_column_int (row, 2);
  entry->remote_id = cor_column_dup (row, 3);
  entry->kind = (CorMessageKind) cor_column_int (row, 4);
  entry->sender_kind = (CorSender) cor_column_int (row, 5);
  entry->sender_name = cor_column_dup (row, 6);
  entry->content = cor_column_dup (row, 7);
  entry->full_content = cor_column_dup (row, 8);
  entry->subject = cor_column_dup (row, 9);
  entry->error = cor_column_dup (row, 10);
  entry->delivery = (CorDelivery) cor_column_int (row, 11);
  entry->created_at = cor_column_int (row, 12);
  entry->is_private = cor_column_int (row, 13) != 0;
  entry->is_deleted = cor_column_int (row, 14) != 0;
  entry->is_duplicate = cor_column_int (row, 15) != 0;
  entry->is_mine = cor_column_int (row, 16) != 0;
  entry->rating = (int) cor_column_int (row, 17);
  entry->uuid = cor_column_dup (row, 18);
  fill_intent (entry, row);
  entry->quoted = cor_column_dup (row, 24);
  entry->quoted_name = cor_column_dup (row, 25);
  entry->has_then = entry->intent != 0 && !cor_column_is_null (row, 26);
  entry->then_status = (CorStatus) cor_column_int (row, 26);
  return entry;
}

static void
fill_attachments (CorDb            *db,
                  CorTimelineEntry *entry)
{
  sqlite3_stmt *row = cor_db_query (db, "attachment-list", "l", entry->id);

  while (cor_db_next (db, row))
    {
      CorAttachmentRecord *file = cor_attachment_record_new ();

      file->remote_id = cor_column_dup (row, 0);
      file->file_name = cor_column_dup (row, 1);
      file->content_type = cor_column_dup (row, 2);
      file->kind = cor_column_dup (row, 3);
      file->url = cor_column_dup (row, 4);
      file->size = cor_column_int (row, 5);
      if (entry->attachments == NULL)
        entry->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_attachment_record_free);
      g_ptr_array_add (entry->attachments, file);
    }
}

/* Of a bubble that is only here: what will go with it. */
static void
fill_outgoing (CorDb            *db,
               CorTimelineEntry *entry)
{
  g_autoptr (GPtrArray) files = NULL;

  if (entry->intent == 0)
    return;
  files = cor_file_vault_load (db, cor_db_query (db, "file-list-reply", "s", entry->uuid));
  for (guint i = 0; i < files->len; i++)
    {
      const CorOutgoingFile *from = files->pdata[i];
      CorAttachmentRecord   *file = cor_attachment_record_new ();

      file->file_name = g_strdup (from->name);
      file->content_type = g_strdup (from->content_type);
      file->size = from->size;
      file->path = g_strdup (from->path);
      if (entry->attachments == NULL)
        entry->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_attachment_record_free);
      g_ptr_array_add (entry->attachments, file);
    }
}

static void
fill_sources (CorDb            *db,
              CorTimelineEntry *entry)
{
  if (entry->uuid != NULL && entry->remote_id != NULL && !entry->is_private)
    entry->sources = cor_reply_sources_load (db, entry->id);
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer other = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = other;
    }
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Ask             *ask = data;
  CorTimelinePage *page = g_new0 (CorTimelinePage, 1);
  g_autoptr (CorTranslatorData) translator = NULL;
  sqlite3_stmt *row = cor_db_query (db, ask->merged ? "timeline-merged" : "timeline-one", "li", ask->conversation, (int) ask->limit + 1);

  page->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_timeline_entry_unref);
  while (cor_db_next (db, row))
    {
      if (page->entries->len < ask->limit)
        g_ptr_array_add (page->entries, read_entry (row));
      else
        page->has_older = TRUE;
    }
  reverse (page->entries);
  translator = cor_translator_data_load (db);
  for (guint i = 0; i < page->entries->len; i++)
    {
      fill_attachments (db, page->entries->pdata[i]);
      fill_outgoing (db, page->entries->pdata[i]);
      fill_sources (db, page->entries->pdata[i]);
      cor_translation_load (db, translator, page->entries->pdata[i]);
    }
  page->has_remote = cor_db_get_int (db, "conversation-has-remote", "l", ask->conversation) != 0;
  return page;
}

void
cor_store_load_timeline_async (CorStore           *store,
                               gint64              conversation,
                               gboolean            merged,
                               guint               limit,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Ask ask = { conversation, merged, limit };

  cor_store_run_async (store, COR_STORE_READ, load_job, g_memdup2 (&ask, sizeof ask), g_free, (GDestroyNotify) cor_timeline_page_free,
                       cancellable, callback, user_data);
}

/**
 * cor_store_load_timeline_finish:
 *
 * Returns: (transfer full): the newest messages, oldest of them first
 */
CorTimelinePage *
cor_store_load_timeline_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
request_history_job (CorDb   *db,
                     gpointer data,
                     GError **error)
{
  cor_db_run (db, "conversation-want-history", "l", *(gint64 *) data);
  cor_db_touch_topics (db, COR_TOPIC_WORK | COR_TOPIC_PULL);
  return GINT_TO_POINTER (TRUE);
}

void
cor_store_request_history_async (CorStore           *store,
                                 gint64              conversation,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, request_history_job, g_memdup2 (&conversation, sizeof conversation), g_free, NULL,
                       cancellable, callback, user_data);
}

gboolean
cor_store_request_history_finish (CorStore     *store,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
