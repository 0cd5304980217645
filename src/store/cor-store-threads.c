/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-threads.h"

#include "cor-db.h"
#include "cor-fold.h"
#include "cor-projection.h"
#include "cor-thread-load.h"
#include "cor-thread-search.h"

/* "At risk" is what is due within this many seconds, or late. */
#define AT_RISK_SECONDS (15 * 60)

typedef struct
{
  CorView *view; /* owned, or NULL */
  GArray  *ids;  /* owned, or NULL */
  char    *text; /* owned, or NULL */
  gint64   number;

  CorThreadSearchMemo *memo; /* owned, or NULL */
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_clear_pointer (&ask->view, cor_view_free);
  g_clear_pointer (&ask->ids, g_array_unref);
  g_clear_pointer (&ask->memo, cor_thread_search_memo_unref);
  g_free (ask->text);
  g_free (ask);
}

static Ask *
ask_new (const CorView *view,
         GArray        *ids,
         const char    *text,
         gint64         number)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->view = view != NULL ? cor_view_copy (view) : NULL;
  ask->ids = ids != NULL ? g_array_ref (ids) : NULL;
  ask->text = g_strdup (text);
  ask->number = number;
  return ask;
}

static Ask *
ask_new_searched (CorStore      *store,
                  const CorView *view,
                  GArray        *ids,
                  const char    *text)
{
  Ask *ask = ask_new (view, ids, text, 0);

  ask->memo = cor_thread_search_memo_ref_of_store (store);
  return ask;
}

static guint32
get_filter_flags (const CorView *view)
{
  switch (view->filter)
    {
    case COR_FILTER_UNREAD:
      return COR_VIEW_IN_UNREAD;
    case COR_FILTER_WAITING:
      return COR_VIEW_IN_WAITING;
    case COR_FILTER_ALL:
    default:
      return 0;
    }
}

static void
add_places (CorDb        *db,
            sqlite3_stmt *row,
            GArray       *places)
{
  while (cor_db_next (db, row))
    {
      CorThreadPlace place = { cor_column_int (row, 0), cor_column_int (row, 1) };

      g_array_append_val (places, place);
    }
}

/* Every condition there is, for views that are not by flags alone; @id 0: all. */
static void
add_places_any (CorDb         *db,
                const CorView *view,
                gint64         id,
                GArray        *places)
{
  g_autofree char *needle = view->search != NULL ? cor_fold (view->search) : NULL;
  gint64           due_before = view->kind == COR_VIEW_SLA ? g_get_real_time () / G_USEC_PER_SEC + AT_RISK_SECONDS : G_MAXINT64;

  add_places (db,
              cor_db_query (db, id > 0 ? "place-check" : "places-any", "iiiiislssl", (int) view->sort, (int) cor_view_get_flags (view),
                            (int) get_filter_flags (view), view->kind == COR_VIEW_CHANNEL ? (int) view->channel : -1,
                            (int) (view->kind == COR_VIEW_SLA), view->kind == COR_VIEW_LABEL ? view->label : NULL,
                            view->kind == COR_VIEW_CUSTOMER ? view->customer : (gint64) 0, needle, view->search,
                            id > 0 ? id : due_before),
              places);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const CorThreadPlace *one = a;
  const CorThreadPlace *two = b;

  if (one->key != two->key)
    return one->key < two->key ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

/* The view without its search: what was said in a conversation stands for that. */
static CorView *
copy_without_search (const CorView *view)
{
  CorView *bare = cor_view_copy (view);

  g_clear_pointer (&bare->search, g_free);
  return bare;
}

/* What is in the view because of what was said there, and not yet because of whom. */
static void
add_places_said (CorDb                 *db,
                 const CorView         *view,
                 const CorThreadSearch *said,
                 GArray                *places)
{
  g_autoptr (CorView) bare = copy_without_search (view);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GList) conversations = cor_thread_search_list (said);

  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (known, g_memdup2 (&g_array_index (places, CorThreadPlace, i).id, sizeof (gint64)));
  for (GList *l = conversations; l != NULL; l = l->next)
    if (!g_hash_table_contains (known, l->data))
      add_places_any (db, bare, *(const gint64 *) l->data, places);
  g_array_sort (places, compare_places);
}

static gpointer
list_places_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  const Ask     *ask = data;
  const CorView *view = ask->view;
  GArray        *places = g_array_new (FALSE, FALSE, sizeof (CorThreadPlace));
  int            flags = (int) cor_view_get_flags (view), filter = (int) get_filter_flags (view);
  int            channel = view->kind == COR_VIEW_CHANNEL ? (int) view->channel : -1;

  if (!cor_view_is_by_flags (view))
    {
      g_autoptr (CorThreadSearch) said = view->search != NULL ? cor_thread_search_ref_for (db, ask->memo, view->search) : NULL;

      add_places_any (db, view, 0, places);
      if (said != NULL)
        add_places_said (db, view, said, places);
    }
  else if (view->sort == COR_SORT_DUE)
    {
      add_places (db, cor_db_query (db, "places-due", "iii", flags, filter, channel), places);
      add_places (db, cor_db_query (db, "places-undue", "iii", flags, filter, channel), places);
    }
  else
    {
      add_places (db, cor_db_query (db, "places-newest", "iii", flags, filter, channel), places);
    }
  return places;
}

void
cor_store_list_places_async (CorStore           *store,
                             const CorView      *view,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_places_job, ask_new_searched (store, view, NULL, NULL), ask_free, (GDestroyNotify) g_array_unref,
                       cancellable, callback, user_data);
}

/**
 * cor_store_list_places_finish:
 *
 * Returns: (transfer full) (element-type CorThreadPlace): the places, ascending
 */
GArray *
cor_store_list_places_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
find_places_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  Ask    *ask = data;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (CorThreadPlace));
  g_autoptr (CorThreadSearch) said = ask->view->search != NULL ? cor_thread_search_ref_for (db, ask->memo, ask->view->search) : NULL;
  g_autoptr (CorView) bare = copy_without_search (ask->view);

  for (guint i = 0; i < ask->ids->len; i++)
    {
      gint64 id = g_array_index (ask->ids, gint64, i);

      add_places_any (db, said != NULL && cor_thread_search_has (said, id) ? bare : ask->view, id, places);
    }
  return places;
}

void
cor_store_find_places_async (CorStore           *store,
                             const CorView      *view,
                             GArray             *ids,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, find_places_job, ask_new_searched (store, view, ids, NULL), ask_free, (GDestroyNotify) g_array_unref,
                       cancellable, callback, user_data);
}

GArray *
cor_store_find_places_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
load_threads_job (CorDb   *db,
                  gpointer data,
                  GError **error)
{
  Ask       *ask = data;
  GPtrArray *threads = g_ptr_array_new_full (ask->ids->len, (GDestroyNotify) cor_thread_data_unref);
  g_autoptr (CorThreadSearch) said = ask->text != NULL ? cor_thread_search_ref_for (db, ask->memo, ask->text) : NULL;
  g_autoptr (CorThreadLoader) loader = cor_thread_loader_new (db);

  for (guint i = 0; i < ask->ids->len; i++)
    {
      CorThreadData *thread = cor_thread_loader_load (loader, g_array_index (ask->ids, gint64, i));

      if (thread == NULL)
        continue;
      if (said != NULL)
        thread->found = cor_thread_search_dup_excerpt (said, db, thread->id);
      g_ptr_array_add (threads, thread);
    }
  return threads;
}

void
cor_store_load_threads_async (CorStore           *store,
                              GArray             *ids,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_threads_job, ask_new (NULL, ids, NULL, 0), ask_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

/**
 * cor_store_load_found_threads_async:
 * @search: (nullable): what the list is searched for
 */
void
cor_store_load_found_threads_async (CorStore           *store,
                                    GArray             *ids,
                                    const char         *search,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_threads_job, ask_new_searched (store, NULL, ids, search), ask_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

/**
 * cor_store_load_threads_finish:
 *
 * Returns: (transfer full) (element-type CorThreadData): the rows
 */
GPtrArray *
cor_store_load_threads_finish (CorStore     *store,
                               GAsyncResult *result,
                               GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

void
cor_view_count_free (CorViewCount *self)
{
  g_free (self->key);
  g_free (self);
}

static void
add_counts (CorDb        *db,
            sqlite3_stmt *row,
            GPtrArray    *counts)
{
  while (cor_db_next (db, row))
    {
      CorViewCount *count = g_new0 (CorViewCount, 1);

      count->key = cor_column_dup (row, 0);
      count->n = (guint) cor_column_int (row, 1);
      count->n_unread = (guint) cor_column_int (row, 2);
      g_ptr_array_add (counts, count);
    }
}

static gpointer
list_counts_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_view_count_free);

  add_counts (db, cor_db_query (db, "counter-list", ""), counts);
  add_counts (db, cor_db_query (db, "counter-sla", "l", ((Ask *) data)->number + AT_RISK_SECONDS), counts);
  add_counts (db, cor_db_query (db, "counter-outbox", ""), counts);
  return counts;
}

void
cor_store_list_counts_async (CorStore           *store,
                             gint64              now,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_counts_job, ask_new (NULL, NULL, NULL, now), ask_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_counts_finish:
 *
 * Returns: (transfer full) (element-type CorViewCount): the counts
 */
GPtrArray *
cor_store_list_counts_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
find_conversation_job (CorDb   *db,
                       gpointer data,
                       GError **error)
{
  const char *name = ((Ask *) data)->text;
  const char *colon = strchr (name, ':');
  gint64      account = colon != NULL ? g_ascii_strtoll (name, NULL, 10) : 0;
  const char *remote_id = colon != NULL ? colon + 1 : name;
  gint64      id = cor_db_get_int (db, "conversation-find-named", "sl", remote_id, account);

  if (id == 0)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no conversation %s here", name);
  else if (account == 0 && cor_db_get_int (db, "conversation-count-named", "s", remote_id) > 1)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "Several accounts have a conversation %s; write ACCOUNT:%s", name, name);
  return g_memdup2 (&id, sizeof id);
}

void
cor_store_find_conversation_async (CorStore           *store,
                                   const char         *name,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, find_conversation_job, ask_new (NULL, NULL, name, 0), ask_free, g_free, cancellable, callback,
                       user_data);
}

/**
 * cor_store_find_conversation_finish:
 *
 * Returns: the local id, or 0 with COR_STORE_ERROR_NOT_FOUND
 */
gint64
cor_store_find_conversation_finish (CorStore     *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_autofree gint64 *id = cor_store_run_finish (store, result, error);

  return id != NULL ? *id : 0;
}

void
cor_desk_data_free (CorDeskData *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->agents);
  g_ptr_array_unref (self->inboxes);
  g_ptr_array_unref (self->teams);
  g_free (self);
}

static void
load_agents (CorDb     *db,
             gint64     account,
             GPtrArray *agents)
{
  sqlite3_stmt *row = cor_db_query (db, "agent-list", "l", account);

  while (cor_db_next (db, row))
    {
      CorAgentRecord *agent = cor_agent_record_new ();

      agent->remote_id = cor_column_dup (row, 0);
      agent->name = cor_column_dup (row, 1);
      agent->email = cor_column_dup (row, 2);
      agent->availability = cor_column_dup (row, 3);
      agent->is_administrator = cor_column_int (row, 4) != 0;
      g_ptr_array_add (agents, agent);
    }
}

static gpointer
load_desk_job (CorDb   *db,
               gpointer data,
               GError **error)
{
  gint64        account = ((Ask *) data)->number;
  CorDeskData  *desk = g_new0 (CorDeskData, 1);
  sqlite3_stmt *row;

  desk->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_label_record_free);
  desk->agents = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_agent_record_free);
  desk->inboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_inbox_record_free);
  desk->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_team_record_free);

  load_agents (db, account, desk->agents);
  row = cor_db_query (db, "label-list", "l", account);
  while (cor_db_next (db, row))
    {
      CorLabelRecord *label = cor_label_record_new ();

      label->title = cor_column_dup (row, 0);
      label->description = cor_column_dup (row, 1);
      label->color = cor_column_dup (row, 2);
      g_ptr_array_add (desk->labels, label);
    }
  row = cor_db_query (db, "inbox-list", "l", account);
  while (cor_db_next (db, row))
    {
      CorInboxRecord *inbox = cor_inbox_record_new ();

      inbox->remote_id = cor_column_dup (row, 0);
      inbox->name = cor_column_dup (row, 1);
      inbox->address = cor_column_dup (row, 2);
      inbox->channel = (CorChannel) cor_column_int (row, 3);
      g_ptr_array_add (desk->inboxes, inbox);
    }
  row = cor_db_query (db, "team-list", "l", account);
  while (cor_db_next (db, row))
    {
      CorTeamRecord *team = cor_team_record_new ();

      team->remote_id = cor_column_dup (row, 0);
      team->name = cor_column_dup (row, 1);
      team->is_member = cor_column_int (row, 2) != 0;
      g_ptr_array_add (desk->teams, team);
    }
  return desk;
}

void
cor_store_load_desk_async (CorStore           *store,
                           gint64              account,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_desk_job, ask_new (NULL, NULL, NULL, account), ask_free,
                       (GDestroyNotify) cor_desk_data_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_desk_finish:
 *
 * Returns: (transfer full): the arrangement of one desk, or of all
 */
CorDeskData *
cor_store_load_desk_finish (CorStore     *store,
                            GAsyncResult *result,
                            GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
