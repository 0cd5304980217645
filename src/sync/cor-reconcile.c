/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-reconcile.h"

#include "cor-service-error.h"
#include "cor-store-pull.h"

typedef struct
{
  CorDeskLink *link;
  guint        page;
  GHashTable  *seen;   /* set of remote ids */
  GPtrArray   *unseen; /* char*: to be asked for one by one */
} Reconcile;

static void
reconcile_free (gpointer data)
{
  Reconcile *self = data;

  cor_desk_link_unref (self->link);
  g_hash_table_unref (self->seen);
  g_clear_pointer (&self->unseen, g_ptr_array_unref);
  g_free (self);
}

static void look_at_next (GTask *task);

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    look_at_next (task);
}

static void
on_looked_at (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reconcile *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorConversationRecord) conversation = cor_desk_get_conversation_finish (COR_DESK (source), result, &error);
  g_autofree char *id = g_ptr_array_steal_index (self->unseen, self->unseen->len - 1);

  if (conversation != NULL)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);

      g_ptr_array_add (one, g_steal_pointer (&conversation));
      cor_store_put_conversations_async (self->link->store, self->link->account, one, NULL, on_written, g_steal_pointer (&task));
    }
  else if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND) ||
           g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_FORBIDDEN))
    {
      cor_store_drop_conversation_async (self->link->store, self->link->account, id, NULL, on_written, g_steal_pointer (&task));
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
look_at_next (GTask *task)
{
  Reconcile *self = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->unseen->len == 0)
    g_task_return_boolean (task, TRUE);
  else
    cor_desk_get_conversation_async (self->link->desk, self->unseen->pdata[self->unseen->len - 1], g_task_get_cancellable (task),
                                     on_looked_at, g_object_ref (task));
}

static void
on_unseen (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reconcile *self = g_task_get_task_data (task);
  GError    *error = NULL;

  self->unseen = cor_store_list_unseen_finish (COR_STORE (source), result, &error);
  if (self->unseen == NULL)
    g_task_return_error (task, error);
  else
    look_at_next (task);
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reconcile *self = g_task_get_task_data (task);
  GError    *error = NULL;
  g_autoptr (CorDeskConversationPage) page = cor_desk_list_conversations_finish (COR_DESK (source), result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < page->conversations->len; i++)
    g_hash_table_add (self->seen, g_strdup (((CorConversationRecord *) page->conversations->pdata[i])->remote_id));

  /* by creation: the key never changes, so while we read, rows repeat and none is missed */
  if (page->is_last || page->conversations->len == 0)
    cor_store_list_unseen_async (self->link->store, self->link->account, self->seen, NULL, on_unseen, g_steal_pointer (&task));
  else
    cor_desk_list_conversations_async (COR_DESK (source), COR_DESK_ORDER_CREATED, ++self->page, TRUE, g_task_get_cancellable (task), on_page,
                                       g_object_ref (task));
}

void
cor_reconcile_async (CorDeskLink        *link,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask     *task = g_task_new (link->store, cancellable, callback, user_data);
  Reconcile *self = g_new0 (Reconcile, 1);

  g_task_set_source_tag (task, cor_reconcile_async);
  self->link = cor_desk_link_ref (link);
  self->page = 1;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, self, reconcile_free);
  cor_desk_list_conversations_async (link->desk, COR_DESK_ORDER_CREATED, 1, TRUE, cancellable, on_page, task);
}

gboolean
cor_reconcile_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
