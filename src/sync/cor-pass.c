/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-pass"

#include "config.h"

#include "cor-pass.h"

#include "cor-article-pull.h"
#include "cor-history.h"
#include "cor-reconcile.h"
#include "cor-service-error.h"
#include "cor-store-pull.h"
#include "cor-store-templates.h"

/* Two servers' clocks, an answer on its way: what is read again to be sure (chatwoot.md §14). */
#define OVERLAP_SECONDS 120

#define DAY_SECONDS (24 * 60 * 60)

/* Marks: server time at the start of the last complete pass; how far back its walks went; of a walk
 * not yet complete, its start and its next page; the last reconciliation; the version of the lists. */
#define MARK_CURSOR "cursor"
#define MARK_CUTOFF "cutoff"
#define MARK_WALK_START "walk-start"
#define MARK_WALK_PAGE "walk-page"
#define MARK_RECONCILED "reconciled"
#define MARK_LISTS "lists"

typedef enum
{
  STEP_MARKS,
  STEP_LISTS,
  STEP_WALK,
  STEP_FOCUS,
  STEP_HISTORY,
  STEP_RECONCILE,
  STEP_MARK_RECONCILED,
  STEP_PRUNE,
  STEP_MARK_CUTOFF,
  STEP_MARK_CURSOR,
  STEP_ARTICLES,
  STEP_DONE,
} Step;

typedef struct
{
  CorDeskLink    *link;
  CorPassFlags    flags;
  gint64          focus; /* the last one whose messages were asked for between two pages of the walk */
  CorPassProgress progress;
  gpointer        progress_data;
  GHashTable     *marks;
  Step            step;

  gint64     cursor, cutoff;
  GPtrArray *templates;    /* owned, or NULL: of the lists that were read */
  gint64     server_start; /* of this walk */
  guint      page, n_seen, total;
  gboolean   is_full_walk, walk_is_over;
} Pass;

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  cor_desk_link_unref (pass->link);
  g_clear_pointer (&pass->marks, g_hash_table_unref);
  g_clear_pointer (&pass->templates, g_ptr_array_unref);
  g_free (pass);
}

static void run_step (GTask *task);

static void
go (GTask *task,
    Step   step)
{
  Pass *pass = g_task_get_task_data (task);

  pass->step = step;
  run_step (task);
}

static gint64
get_mark (Pass       *pass,
          const char *key)
{
  const char *text = g_hash_table_lookup (pass->marks, key);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static void
on_mark_put (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass   *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    go (task, pass->step + 1);
}

static void
put_mark (GTask      *task,
          const char *key,
          gint64      value)
{
  Pass            *pass = g_task_get_task_data (task);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  cor_store_put_mark_async (pass->link->store, pass->link->account, key, text, NULL, on_mark_put, g_object_ref (task));
}

/* A full walk that was cut off goes on at its page: conversations only move up meanwhile, so pages
 * repeat some, and miss none but those that the next pass sees. */
static void
begin_walk (Pass *pass)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  pass->cutoff = cor_sync_settings_get_cutoff (&pass->link->settings, now);
  pass->cursor = get_mark (pass, MARK_CURSOR);
  /* more history is wanted than was walked: a day is not worth a walk */
  pass->is_full_walk = pass->cursor == 0 || (pass->link->settings.history_all ? get_mark (pass, MARK_CUTOFF) != 0
                                                                              : pass->cutoff < get_mark (pass, MARK_CUTOFF) - DAY_SECONDS);
  pass->page = 1;
  if (pass->is_full_walk && pass->cursor == 0 && get_mark (pass, MARK_WALK_PAGE) > 1)
    {
      pass->page = (guint) get_mark (pass, MARK_WALK_PAGE);
      pass->server_start = get_mark (pass, MARK_WALK_START);
      pass->n_seen = (pass->page - 1) * 25;
    }
}

static void
on_marks (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass   *pass = g_task_get_task_data (task);
  GError *error = NULL;

  pass->marks = cor_store_load_marks_finish (COR_STORE (source), result, &error);
  if (pass->marks == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  begin_walk (pass);
  if (get_mark (pass, MARK_RECONCILED) < g_get_real_time () / G_USEC_PER_SEC - DAY_SECONDS && !pass->is_full_walk)
    pass->flags |= COR_PASS_RECONCILE;
  go (task, (pass->flags & COR_PASS_LISTS) != 0 || pass->is_full_walk ? STEP_LISTS : STEP_WALK);
}

static void
on_templates_stored (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_put_templates_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    go (task, STEP_WALK);
}

static void
on_lists_stored (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass   *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else if (pass->templates != NULL)
    cor_store_put_templates_async (pass->link->store, pass->link->account, COR_TEMPLATE_SOURCE_ACCOUNT, g_steal_pointer (&pass->templates), NULL, NULL,
                                   on_templates_stored, g_steal_pointer (&task));
  else
    go (task, STEP_WALK);
}

static void
on_lists (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass   *pass = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CorDeskLists) lists = cor_desk_get_lists_finish (COR_DESK (source), result, &error);

  if (lists == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_pointer (&pass->templates, g_ptr_array_unref);
  pass->templates = g_steal_pointer (&lists->templates);
  cor_store_put_lists_async (pass->link->store, pass->link->account, lists->inboxes, lists->agents, lists->teams, lists->labels, NULL,
                             on_lists_stored, g_steal_pointer (&task));
}

static void
on_focus_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_history_run_finish (result, &error))
    g_task_return_error (task, error);
  else
    go (task, STEP_WALK);
}

/* A walk may take minutes: what the agent opens meanwhile is not kept waiting for its end. */
static void
walk_on (GTask *task)
{
  Pass    *pass = g_task_get_task_data (task);
  gboolean is_other = pass->focus != pass->link->focus;

  pass->focus = pass->link->focus;
  go (task, is_other && pass->focus != 0 ? STEP_FOCUS : STEP_WALK);
}

static void
on_walk_marked (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    walk_on (task);
}

static void
on_walk_start_marked (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass            *pass = g_task_get_task_data (task);
  g_autofree char *page = g_strdup_printf ("%u", pass->page);
  GError          *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  cor_store_put_mark_async (pass->link->store, pass->link->account, MARK_WALK_PAGE, page, NULL, on_walk_marked, g_steal_pointer (&task));
}

static void
on_page_stored (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass            *pass = g_task_get_task_data (task);
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, pass->server_start);
  GError          *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (pass->progress != NULL && pass->is_full_walk)
    pass->progress (pass->n_seen, pass->total, pass->progress_data);
  pass->page++;
  if (pass->walk_is_over)
    go (task, STEP_HISTORY);
  else if (pass->is_full_walk)
    cor_store_put_mark_async (pass->link->store, pass->link->account, MARK_WALK_START, start, NULL, on_walk_start_marked,
                              g_steal_pointer (&task));
  else
    walk_on (task);
}

/* Whether the walk has reached what was here before, or what is not kept here. */
static gboolean
is_beyond (Pass                    *pass,
           CorDeskConversationPage *page)
{
  gint64 until = pass->is_full_walk ? pass->cutoff : pass->cursor - OVERLAP_SECONDS;

  for (guint i = 0; i < page->conversations->len; i++)
    {
      CorConversationRecord *conversation = page->conversations->pdata[i];

      if (conversation->last_activity_at >= until)
        return FALSE;
    }
  return TRUE;
}

static void
drop_too_old (Pass                    *pass,
              CorDeskConversationPage *page)
{
  for (guint i = page->conversations->len; i > 0; i--)
    if (((CorConversationRecord *) page->conversations->pdata[i - 1])->last_activity_at < pass->cutoff)
      g_ptr_array_remove_index (page->conversations, i - 1);
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass   *pass = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CorDeskConversationPage) page = cor_desk_list_conversations_finish (COR_DESK (source), result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (pass->server_start == 0)
    pass->server_start = page->server_time;
  pass->n_seen += page->conversations->len;
  pass->total = page->total;
  pass->walk_is_over = page->is_last || page->conversations->len == 0 || is_beyond (pass, page);
  drop_too_old (pass, page);
  cor_store_put_conversations_async (pass->link->store, pass->link->account, page->conversations, NULL, on_page_stored,
                                     g_steal_pointer (&task));
}

static void
on_history_progress (guint    done,
                     gpointer user_data)
{
  Pass *pass = user_data;

  if (pass->progress != NULL && pass->is_full_walk)
    pass->progress (MIN (done, MAX (pass->n_seen, done)), MAX (pass->n_seen, done), pass->progress_data);
}

static void
on_history (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass   *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cor_history_run_finish (result, &error))
    g_task_return_error (task, error);
  else
    go (task, (pass->flags & COR_PASS_RECONCILE) != 0 ? STEP_RECONCILE : STEP_PRUNE);
}

static void
on_reconciled (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_reconcile_finish (result, &error))
    g_task_return_error (task, error);
  else
    go (task, STEP_MARK_RECONCILED);
}

static void
on_pruned (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_pull_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    go (task, STEP_MARK_CUTOFF);
}

/* The conversations are here: that the help centre is not must not take the pass back. It is asked again with the
 * next lists. */
static void
on_articles (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!cor_article_pull_finish (result, &error))
    g_debug ("The help centres: %s", error->message);
  go (task, STEP_DONE);
}

static void
run_step (GTask *task)
{
  Pass         *pass = g_task_get_task_data (task);
  CorDeskLink  *link = pass->link;
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  switch (pass->step)
    {
    case STEP_MARKS:
      cor_store_load_marks_async (link->store, link->account, cancellable, on_marks, g_object_ref (task));
      break;
    case STEP_LISTS:
      cor_desk_get_lists_async (link->desk, cancellable, on_lists, g_object_ref (task));
      break;
    case STEP_WALK:
      cor_desk_list_conversations_async (link->desk, COR_DESK_ORDER_ACTIVITY, pass->page, FALSE, cancellable, on_page, g_object_ref (task));
      break;
    case STEP_FOCUS:
      cor_history_read_async (link, pass->focus, cancellable, on_focus_read, g_object_ref (task));
      break;
    case STEP_HISTORY:
      cor_history_run_async (link, on_history_progress, pass, cancellable, on_history, g_object_ref (task));
      break;
    case STEP_RECONCILE:
      cor_reconcile_async (link, cancellable, on_reconciled, g_object_ref (task));
      break;
    case STEP_MARK_RECONCILED:
      put_mark (task, MARK_RECONCILED, pass->server_start);
      break;
    case STEP_PRUNE:
      /* a day late, so that what stands on the edge is not fetched and removed in turns */
      cor_store_prune_async (link->store, link->account, MAX (0, pass->cutoff - DAY_SECONDS), NULL, on_pruned, g_object_ref (task));
      break;
    case STEP_MARK_CUTOFF:
      if (pass->is_full_walk)
        put_mark (task, MARK_CUTOFF, pass->cutoff);
      else
        go (task, STEP_MARK_CURSOR);
      break;
    case STEP_MARK_CURSOR:
      put_mark (task, MARK_CURSOR, pass->server_start);
      break;
    case STEP_ARTICLES:
      if ((pass->flags & COR_PASS_LISTS) != 0 || pass->is_full_walk)
        cor_article_pull_async (link, g_hash_table_lookup (pass->marks, COR_ARTICLE_PULL_MARK), cancellable, on_articles, g_object_ref (task));
      else
        go (task, STEP_DONE);
      break;
    case STEP_DONE:
    default:
      g_task_return_boolean (task, TRUE);
    }
}

/**
 * cor_pass_run_async:
 * @progress: (nullable): called on the main thread
 */
void
cor_pass_run_async (CorDeskLink        *link,
                    CorPassFlags        flags,
                    CorPassProgress     progress,
                    gpointer            progress_data,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (link->store, cancellable, callback, user_data);
  Pass *pass = g_new0 (Pass, 1);

  g_task_set_source_tag (task, cor_pass_run_async);
  pass->link = cor_desk_link_ref (link);
  pass->flags = flags;
  pass->progress = progress;
  pass->progress_data = progress_data;
  g_task_set_task_data (task, pass, pass_free);
  run_step (task);
}

/**
 * cor_pass_run_finish:
 * @error: COR_SERVICE_ERROR or COR_STORE_ERROR
 *
 * Returns: whether the pass is complete
 */
gboolean
cor_pass_run_finish (GAsyncResult *result,
                     GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
