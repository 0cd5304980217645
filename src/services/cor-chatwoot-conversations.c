/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-conversations"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-chatwoot-private.h"

/* A list asks for one status or for all (chatwoot.md §3), so "unresolved" is three lists. */
static const char *const unresolved[] = { "open", "pending", "snoozed", NULL };
static const char *const everything[] = { "all", NULL };

/* The same page of one or several lists, read at the same time and made one. */
typedef struct
{
  CorDeskConversationPage *whole; /* owned */
  GError                  *error; /* the first */
  CorDeskOrder             order;
  guint                    page;
  guint                    n_open;
} Gathering;

static void
gathering_free (Gathering *gathering)
{
  g_clear_pointer (&gathering->whole, cor_desk_conversation_page_free);
  g_clear_error (&gathering->error);
  g_free (gathering);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const CorConversationRecord *first = *(const CorConversationRecord *const *) a;
  const CorConversationRecord *second = *(const CorConversationRecord *const *) b;
  gboolean                     by_creation = GPOINTER_TO_UINT (user_data) == COR_DESK_ORDER_CREATED;
  gint64                       x = by_creation ? first->created_at : first->last_activity_at;
  gint64                       y = by_creation ? second->created_at : second->last_activity_at;

  return (x < y) - (x > y);
}

/* How many rows a page has is the server's setting; a first page that is not the whole list shows it. */
static gboolean
is_last_page (CorChatwoot             *self,
              CorDeskConversationPage *part,
              guint                    page)
{
  guint rows = part->conversations->len;

  if (page == 1 && rows > 0 && rows < part->total)
    self->page_size = rows;

  return part->is_last || rows < self->page_size;
}

static void
add_part (CorDeskConversationPage *whole,
          CorDeskConversationPage *part)
{
  while (part->conversations->len > 0)
    g_ptr_array_add (whole->conversations, g_ptr_array_steal_index (part->conversations, 0));
  whole->total += part->total;
}

static void
on_part (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  CorChatwoot *self = COR_CHATWOOT (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  Gathering *gathering = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (self, result, &error);

  if (response != NULL)
    {
      CorDeskConversationPage *part = response->parsed;
      CorDeskConversationPage *whole = gathering->whole;

      whole->is_last &= is_last_page (self, part, gathering->page);
      /* The earliest: what changed after it is not certain to be here. */
      if (whole->server_time == 0 || response->server_time < whole->server_time)
        whole->server_time = response->server_time;
      add_part (whole, part);
    }
  else if (gathering->error == NULL)
    gathering->error = g_steal_pointer (&error);

  if (--gathering->n_open > 0)
    return;
  if (gathering->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&gathering->error));
      return;
    }

  if (gathering->whole->conversations->len > 0)
    g_ptr_array_sort_with_data (gathering->whole->conversations, compare, GUINT_TO_POINTER (gathering->order));
  g_task_return_pointer (task, g_steal_pointer (&gathering->whole), (GDestroyNotify) cor_desk_conversation_page_free);
}

static void
start_part (GTask      *task,
            const char *status)
{
  CorChatwoot *self = g_task_get_source_object (task);
  Gathering   *gathering = g_task_get_task_data (task);
  const char  *order = gathering->order == COR_DESK_ORDER_CREATED ? "created_at_desc" : "last_activity_at_desc";
  g_autoptr (CorHttpRequest) request = _cor_chatwoot_new_request (self, "GET", "conversations", NULL, NULL);

  cor_http_request_add_query (request, "status", status);
  cor_http_request_add_query (request, "assignee_type", "all");
  cor_http_request_add_query (request, "sort_by", order);
  cor_http_request_add_query_int (request, "page", gathering->page);
  cor_http_request_set_parse (request, cor_chatwoot_parse_conversation_page, NULL, NULL,
                              (GDestroyNotify) cor_desk_conversation_page_free);
  gathering->n_open++;
  _cor_chatwoot_call_async (self, request, g_task_get_cancellable (task), on_part, g_object_ref (task));
}

void
_cor_chatwoot_list_conversations_async (CorDesk            *desk,
                                        CorDeskOrder        order,
                                        guint               page,
                                        gboolean            unresolved_only,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  CorChatwoot *self = COR_CHATWOOT (desk);
  g_autoptr (GTask) task = _cor_chatwoot_start_task (self, _cor_chatwoot_list_conversations_async, cancellable, callback, user_data);
  const char *const *statuses = unresolved_only ? unresolved : everything;
  Gathering         *gathering;

  if (task == NULL)
    return;

  gathering = g_new0 (Gathering, 1);
  gathering->whole = g_new0 (CorDeskConversationPage, 1);
  gathering->whole->conversations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  gathering->whole->is_last = TRUE;
  gathering->order = order;
  gathering->page = MAX (page, 1);
  g_task_set_task_data (task, gathering, (GDestroyNotify) gathering_free);
  for (guint i = 0; statuses[i] != NULL; i++)
    start_part (task, statuses[i]);
}
