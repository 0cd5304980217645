/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-thread-load.h"

#include "cor-markdown.h"
#include "cor-payment-load.h"
#include "cor-projection.h"
#include "cor-translation-load.h"

struct _CorThreadLoader
{
  CorDb             *db;
  GHashTable        *colors;     /* "account title" → colour */
  CorTranslatorData *translator; /* owned */
};

static void
thread_data_clear (gpointer data)
{
  CorThreadData *self = data;

  g_clear_pointer (&self->found, cor_excerpt_free);
  g_free (self->display_id);
  g_free (self->name);
  g_free (self->subject);
  g_free (self->snippet);
  g_free (self->meaning);
  g_free (self->tier);
  g_free (self->assignee);
  g_free (self->assignee_id);
  g_free (self->news);
  g_strfreev (self->labels);
  g_strfreev (self->label_colors);
}

CorThreadData *
cor_thread_data_ref (CorThreadData *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_thread_data_unref (CorThreadData *self)
{
  g_atomic_rc_box_release_full (self, thread_data_clear);
}

CorThreadLoader *
cor_thread_loader_new (CorDb *db)
{
  CorThreadLoader *self = g_new0 (CorThreadLoader, 1);

  self->db = db;
  self->colors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->translator = cor_translator_data_load (db);
  return self;
}

void
cor_thread_loader_free (CorThreadLoader *self)
{
  g_hash_table_unref (self->colors);
  cor_translator_data_free (self->translator);
  g_free (self);
}

static const char *
get_color (CorThreadLoader *self,
           gint64           account,
           const char      *title)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", account, title);
  char            *color = g_hash_table_lookup (self->colors, key);

  if (color == NULL)
    {
      color = cor_db_dup_text (self->db, "label-color", "ls", account, title);
      color = color != NULL ? color : g_strdup ("#5e7488");
      g_hash_table_insert (self->colors, g_steal_pointer (&key), color);
    }
  return color;
}

static void
fill_labels (CorThreadLoader *self,
             CorThreadData   *thread,
             const char      *titles)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new (), colors = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (titles, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (labels, parts[i]);
        g_strv_builder_add (colors, get_color (self, thread->account, parts[i]));
      }
  thread->labels = g_strv_builder_end (labels);
  thread->label_colors = g_strv_builder_end (colors);
}

/* The services may have said since then that it is with compliance. */
static char *
dup_news (CorDb *db,
          gint64 id)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *row = cor_db_query (db, "payment-watch-of-thread", "l", id);

  while (cor_db_next (db, row))
    g_ptr_array_add (references, cor_column_dup (row, 0));
  for (guint i = 0; i < references->len; i++)
    {
      g_autoptr (CorPaymentView) view = cor_payment_load_view (db, references->pdata[i], 0);

      if (!view->is_held)
        return g_strdup (references->pdata[i]);
    }
  return NULL;
}

/* As far as the services have answered; with compliance that is all that is said. */
static void
fill_payment (CorDb         *db,
              CorThreadData *thread)
{
  g_autofree char *reference = cor_payment_load_meant (db, thread->id);
  g_autoptr (CorPaymentView) view = reference != NULL ? cor_payment_load_standing (db, reference, g_get_real_time () / G_USEC_PER_SEC) : NULL;

  thread->has_payment = reference != NULL;
  if (view == NULL || (!view->is_known && !view->is_held))
    return;
  thread->payment_status = view->status;
  thread->payment = view->standing;
}

/* A note is the desk's own, a draft is what she is writing; without a service only what was sent has another text. */
static void
fill_meaning (CorThreadLoader *self,
              CorThreadData   *thread)
{
  g_autofree char *content = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *meaning = NULL;
  sqlite3_stmt    *row;

  if (thread->has_draft || thread->snippet_is_note || (self->translator->kind == NULL && !thread->snippet_is_ours))
    return;
  row = cor_db_query (self->db, "projection-newest", "l", thread->id);
  while (cor_db_next (self->db, row))
    {
      content = cor_column_dup (row, 0);
      uuid = cor_column_dup (row, 4);
    }
  if (content != NULL && *content != '\0')
    meaning = cor_translation_load_meaning (self->db, self->translator, thread->id, uuid, content);
  thread->meaning = meaning != NULL ? cor_snippet (meaning, COR_SNIPPET_CHARS) : NULL;
}

/**
 * cor_thread_loader_load:
 * @id: local id of a conversation
 *
 * Returns: (transfer full) (nullable): its row
 */
CorThreadData *
cor_thread_loader_load (CorThreadLoader *self,
                        gint64           id)
{
  sqlite3_stmt    *row = cor_db_query (self->db, "thread-load", "l", id);
  g_autofree char *titles = NULL;
  CorThreadData   *thread;
  int              snippet_flags;

  if (!cor_db_next (self->db, row))
    return NULL;

  thread = g_atomic_rc_box_new0 (CorThreadData);
  thread->id = id;
  thread->account = cor_column_int (row, 0);
  thread->display_id = cor_column_dup (row, 1);
  thread->customer = cor_column_int (row, 2);
  thread->name = cor_column_dup (row, 3);
  thread->subject = cor_column_dup (row, 4);
  thread->snippet = cor_column_dup (row, 5);
  snippet_flags = (int) cor_column_int (row, 6);
  thread->snippet_is_ours = (snippet_flags & COR_SNIPPET_IS_OURS) != 0;
  thread->snippet_is_note = (snippet_flags & COR_SNIPPET_IS_NOTE) != 0;
  thread->tier = cor_column_dup (row, 7);
  thread->assignee = cor_column_dup (row, 8);
  titles = cor_column_dup (row, 9);
  thread->channel = (CorChannel) cor_column_int (row, 10);
  thread->status = (CorStatus) cor_column_int (row, 11);
  thread->priority = (CorPriority) cor_column_int (row, 12);
  thread->last_activity_at = cor_column_int (row, 13);
  thread->waiting_since = cor_column_int (row, 14);
  thread->due_at = cor_column_is_null (row, 15) ? G_MAXINT64 : cor_column_int (row, 15);
  thread->snoozed_until = cor_column_int (row, 16);
  thread->unread_count = (guint) cor_column_int (row, 17);
  thread->views = (guint32) cor_column_int (row, 18);
  thread->has_draft = (thread->views & COR_VIEW_IN_DRAFTS) != 0;
  thread->n_messages = (guint) cor_column_int (row, 19);
  thread->n_waiting = (guint) cor_column_int (row, 20);
  thread->n_needing = (guint) cor_column_int (row, 21);
  thread->assignee_id = cor_column_dup (row, 22);
  cor_db_next (self->db, row);

  fill_labels (self, thread, titles);
  fill_payment (self->db, thread);
  fill_meaning (self, thread);
  thread->news = dup_news (self->db, id);
  return thread;
}
