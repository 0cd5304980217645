/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-lists"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-chatwoot-private.h"
#include "cor-service-error.h"

/* One list of several that are read at the same time. */
typedef struct
{
  GTask      *task;  /* owned: the whole */
  GPtrArray **where; /* in the lists of the task */
  gboolean    is_optional;
} Part;

typedef struct
{
  CorDeskLists *lists; /* owned */
  GError       *error; /* the first */
  guint         n_open;
} Gathering;

static void
gathering_free (Gathering *gathering)
{
  g_clear_pointer (&gathering->lists, cor_desk_lists_free);
  g_clear_error (&gathering->error);
  g_free (gathering);
}

/* A role of the company's own may not see them; a desk can do without. */
static gboolean
is_withheld (const GError *error)
{
  return g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND) || g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_FORBIDDEN);
}

static void
on_part (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Part *part = user_data;
  g_autoptr (GTask) task = part->task;
  Gathering *gathering = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (COR_CHATWOOT (source), result, &error);

  if (response != NULL)
    *part->where = cor_http_response_steal_parsed (response);
  else if (gathering->error == NULL && !(part->is_optional && is_withheld (error)))
    gathering->error = g_steal_pointer (&error);

  if (--gathering->n_open > 0)
    return;
  if (gathering->error != NULL)
    g_task_return_error (task, g_steal_pointer (&gathering->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&gathering->lists), (GDestroyNotify) cor_desk_lists_free);
}

static void
start_part (GTask       *task,
            const char  *collection,
            CorHttpParse parse,
            gboolean     is_optional,
            GPtrArray  **where)
{
  CorChatwoot *self = g_task_get_source_object (task);
  Gathering   *gathering = g_task_get_task_data (task);
  Part        *part = g_new0 (Part, 1);
  g_autoptr (CorHttpRequest) request = _cor_chatwoot_new_request (self, "GET", collection, NULL, NULL);

  part->task = g_object_ref (task);
  part->where = where;
  part->is_optional = is_optional;
  gathering->n_open++;
  cor_http_request_set_parse (request, parse, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  _cor_chatwoot_call_async (self, request, g_task_get_cancellable (task), on_part, part);
}

static void
on_version (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CorDeskLists *lists = ((Gathering *) g_task_get_task_data (task))->lists;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (COR_CHATWOOT (source), result, &error);
  g_autofree char *version = response != NULL ? cor_http_response_steal_parsed (response) : NULL;

  /* Without the keys the lists are only read more often. */
  if (response == NULL && !is_withheld (error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (version != NULL && *version != '\0')
    lists->version = g_steal_pointer (&version);

  start_part (task, "inboxes", cor_chatwoot_parse_inboxes, FALSE, &lists->inboxes);
  start_part (task, "agents", cor_chatwoot_parse_agents, FALSE, &lists->agents);
  start_part (task, "teams", cor_chatwoot_parse_teams, FALSE, &lists->teams);
  start_part (task, "labels", cor_chatwoot_parse_labels, FALSE, &lists->labels);
  start_part (task, "canned_responses", cor_chatwoot_parse_templates, TRUE, &lists->templates);
}

/* The version is read first: a change in between then makes the lists too new for it, which costs one
 * more reading, never too old. */
void
_cor_chatwoot_get_lists_async (CorDesk            *desk,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  CorChatwoot *self = COR_CHATWOOT (desk);
  g_autoptr (GTask) task = _cor_chatwoot_start_task (self, _cor_chatwoot_get_lists_async, cancellable, callback, user_data);
  Gathering *gathering;
  g_autoptr (CorHttpRequest) request = NULL;

  if (task == NULL)
    return;

  gathering = g_new0 (Gathering, 1);
  gathering->lists = g_new0 (CorDeskLists, 1);
  g_task_set_task_data (task, gathering, (GDestroyNotify) gathering_free);
  request = _cor_chatwoot_new_request (self, "GET", "cache_keys", NULL, NULL);
  cor_http_request_set_parse (request, cor_chatwoot_parse_version, NULL, NULL, g_free);
  _cor_chatwoot_call_async (self, request, cancellable, on_version, g_steal_pointer (&task));
}
