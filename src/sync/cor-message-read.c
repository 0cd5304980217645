/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-message-read.h"

/* The bound of a page is on the number, its order is by time: a full page may lack a lower number
 * with a later time. So after a full page the range up to its highest number is read with bounds on
 * both sides, before going on from there (chatwoot.md §4). */
typedef enum
{
  STEP_FORWARD,
  STEP_FILL,
} Step;

typedef struct
{
  char       *conversation_id;
  gint64      after; /* read up to here without a gap */
  gint64      high;  /* the highest number of the full page; less when there is too much up to there */
  Step        step;
  GPtrArray  *messages; /* CorMessageRecord, each once, ascending by number when done */
  GHashTable *seen;     /* set of remote ids */
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_free (read->conversation_id);
  g_ptr_array_unref (read->messages);
  g_hash_table_unref (read->seen);
  g_free (read);
}

static void
add_page (Read               *read,
          CorDeskMessagePage *page)
{
  for (guint i = 0; i < page->messages->len; i++)
    {
      CorMessageRecord *message = page->messages->pdata[i];

      if (read->step == STEP_FORWARD)
        read->high = MAX (read->high, message->ordinal);
      if (message->ordinal > read->after && !g_hash_table_contains (read->seen, message->remote_id))
        {
          g_hash_table_add (read->seen, message->remote_id);
          g_ptr_array_add (read->messages, cor_message_record_ref (message));
        }
    }
}

static int
compare_ordinals (gconstpointer a,
                  gconstpointer b)
{
  const CorMessageRecord *one = *(const CorMessageRecord *const *) a, *other = *(const CorMessageRecord *const *) b;

  return one->ordinal < other->ordinal ? -1 : one->ordinal > other->ordinal;
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorDeskMessagePage) page = cor_desk_list_messages_finish (COR_DESK (source), result, &error);
  Read         *read = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (page == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  add_page (read, page);
  if (page->is_full)
    {
      /* a range that is cut off lacks the latest times: half of it, as often as need be */
      if (read->step == STEP_FILL)
        read->high = read->after + (read->high - read->after) / 2;
      read->step = STEP_FILL;
      cor_desk_list_messages_async (COR_DESK (source), read->conversation_id, read->after + 1, read->high + 1, cancellable, on_page,
                                    g_steal_pointer (&task));
      return;
    }
  if (read->step == STEP_FILL)
    {
      read->step = STEP_FORWARD;
      read->after = read->high;
      cor_desk_list_messages_async (COR_DESK (source), read->conversation_id, read->after, -1, cancellable, on_page,
                                    g_steal_pointer (&task));
      return;
    }

  g_ptr_array_sort (read->messages, compare_ordinals);
  g_task_return_pointer (task, g_ptr_array_ref (read->messages), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cor_message_read_async:
 * @after: ordinal; everything with a larger one is read
 */
void
cor_message_read_async (CorDesk            *desk,
                        const char         *conversation_id,
                        gint64              after,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);
  Read  *read = g_new0 (Read, 1);

  g_task_set_source_tag (task, cor_message_read_async);
  read->conversation_id = g_strdup (conversation_id);
  read->after = after;
  read->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);
  read->seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_task_set_task_data (task, read, read_free);
  cor_desk_list_messages_async (desk, conversation_id, after, -1, cancellable, on_page, task);
}

/**
 * cor_message_read_finish:
 * @error: COR_SERVICE_ERROR
 *
 * Returns: (transfer full) (element-type CorMessageRecord): ascending by ordinal
 */
GPtrArray *
cor_message_read_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
