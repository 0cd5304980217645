/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-payment-watches"

#include "config.h"

#include "cor-store-payment-watches.h"

#include "cor-db.h"
#include "cor-payment-load.h"
#include "cor-payment-reference.h"
#include "cor-str.h"
#include "cor-view.h"

#include <string.h>

/* One that is on its way is asked for as often as somebody who looks at it would; one that came to its end may still
 * come back. */
#define ASK_EVERY_SECONDS (10 * 60)
#define ASK_FINAL_EVERY_SECONDS (6 * 3600)

void
cor_payment_watch_free (CorPaymentWatch *self)
{
  g_free (self->reference);
  g_free (self->display_id);
  g_free (self->name);
  g_clear_pointer (&self->view, cor_payment_view_unref);
  g_free (self);
}

/* A word for how it stands, and a code where one was reported: what the agent wants to be told of. With compliance
 * there is only that. NULL while nobody has said anything. */
static char *
dup_stand (const CorPaymentView *view)
{
  const CorPaymentCause *cause = cor_payment_view_get_cause (view);
  const char            *status = cor_payment_status_get_key (view->status);

  if (!view->is_held && !view->is_known)
    return NULL;
  if (view->is_held || cause == NULL || !cause->is_reported || cause->code == NULL)
    return g_strdup (status);
  return g_strdup_printf ("%s %s", status, cause->code);
}

static CorPaymentStatus
read_status (const char *stand)
{
  g_auto (GStrv) words = g_strsplit (stand != NULL ? stand : "", " ", 2);

  return words[0] != NULL ? cor_payment_status_from_key (words[0]) : COR_PAYMENT_UNKNOWN;
}

static char *
dup_normal (const char *reference)
{
  char *normal = NULL;

  if (cor_reference_recognise (reference, &normal) != COR_REFERENCE_NONE)
    return normal;
  return g_strdup (reference);
}

typedef struct
{
  char  *reference;
  gint64 conversation;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_free (watch->reference);
  g_free (watch);
}

/* The row of its conversation says whether something is new. */
static void
touch_place (CorDb      *db,
             const char *reference)
{
  gint64 conversation = cor_db_get_int (db, "payment-watch-place", "s", reference);

  if (conversation != 0)
    cor_db_touch_thread (db, conversation);
}

static gpointer
watch_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  const Watch *watch = data;
  gint64       now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (CorPaymentView) view = cor_payment_load_view (db, watch->reference, now);
  g_autofree char *stand = dup_stand (view);

  touch_place (db, watch->reference);
  cor_db_run (db, "payment-watch-put", "slls", watch->reference, watch->conversation, now, stand);
  touch_place (db, watch->reference);
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

static void
run (CorStore           *store,
     CorStoreFunc        func,
     const char         *reference,
     gint64              conversation,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->reference = dup_normal (reference);
  watch->conversation = conversation;
  cor_store_run_async (store, COR_STORE_AGENT, func, watch, watch_free, NULL, cancellable, callback, user_data);
}

/**
 * cor_store_watch_payment_async:
 * @reference: as somebody wrote it
 * @conversation: local id of where it is asked for, 0 nowhere
 *
 * The services are asked about it from now on, again and again. That nobody knows it yet is no error.
 */
void
cor_store_watch_payment_async (CorStore           *store,
                               const char         *reference,
                               gint64              conversation,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  run (store, watch_job, reference, conversation, cancellable, callback, user_data);
}

static gpointer
unwatch_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  const Watch *watch = data;

  touch_place (db, watch->reference);
  cor_db_run (db, "payment-watch-remove", "s", watch->reference);
  if (cor_db_get_n_changed (db) == 0)
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "That payment is not watched");
      return NULL;
    }
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_unwatch_payment_async:
 *
 * Fails with COR_STORE_ERROR_NOT_FOUND where it is not watched.
 */
void
cor_store_unwatch_payment_async (CorStore           *store,
                                 const char         *reference,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  run (store, unwatch_job, reference, 0, cancellable, callback, user_data);
}

static gpointer
tell_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  cor_db_run (db, "payment-watch-told", "s", ((const Watch *) data)->reference);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_tell_payment_watch_async:
 *
 * The agent was notified of what is new: once is enough, also after the program was started anew.
 */
void
cor_store_tell_payment_watch_async (CorStore           *store,
                                    const char         *reference,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  run (store, tell_job, reference, 0, cancellable, callback, user_data);
}

static gpointer
see_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  const Watch *watch = data;

  cor_db_run (db, "payment-watch-seen", "s", watch->reference);
  touch_place (db, watch->reference);
  cor_db_touch_topics (db, COR_TOPIC_PAYMENTS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_see_payment_watch_async:
 *
 * The agent has done with what was new.
 */
void
cor_store_see_payment_watch_async (CorStore           *store,
                                   const char         *reference,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  run (store, see_job, reference, 0, cancellable, callback, user_data);
}

gboolean
cor_store_payment_watch_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

/* As whom who writes there may be told of it, by herself or by us. */
static CorPaymentAudience
find_audience (CorDb      *db,
               gint64      conversation,
               const char *reference)
{
  g_autoptr (GPtrArray) links = cor_payment_load_links (db, conversation);

  for (guint i = 0; i < links->len; i++)
    {
      const CorPaymentLink *link = links->pdata[i];

      if (cor_payment_link_is_same (link->reference, reference))
        return cor_payment_audience_from_link (link->role, link->verified_at != 0);
    }
  return COR_AUDIENCE_NOBODY;
}

static GPtrArray *
read_watches (CorDb *db)
{
  GPtrArray    *watches = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_watch_free);
  sqlite3_stmt *row = cor_db_query (db, "payment-watch-list", "");

  while (cor_db_next (db, row))
    {
      CorPaymentWatch *watch = g_new0 (CorPaymentWatch, 1);

      watch->reference = cor_column_dup (row, 0);
      watch->conversation = cor_column_int (row, 1);
      watch->display_id = cor_column_dup (row, 2);
      watch->name = cor_column_dup (row, 3);
      watch->since = cor_column_int (row, 4);
      watch->changed_at = cor_column_int (row, 5);
      watch->is_told = cor_column_int (row, 6) != 0;
      watch->was = watch->changed_at != 0 ? read_status (cor_column_text (row, 7)) : read_status (cor_column_text (row, 8));
      watch->asked_at = cor_column_int (row, 9);
      g_ptr_array_add (watches, watch);
    }
  return watches;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  gint64     now = *(const gint64 *) data;
  GPtrArray *watches = read_watches (db);

  for (guint i = 0; i < watches->len; i++)
    {
      CorPaymentWatch   *watch = watches->pdata[i];
      CorPaymentAudience audience = watch->conversation != 0 ? find_audience (db, watch->conversation, watch->reference) : COR_AUDIENCE_NOBODY;

      watch->view = cor_payment_load_view (db, watch->reference, now);
      watch->reply = cor_payment_audience_get_reply (audience, watch->view->standing);
      watch->may_offer = cor_payment_view_may_notify (watch->view) && cor_payment_audience_may_hear_status (audience, watch->view->standing);
      if (watch->changed_at == 0)
        watch->was = COR_PAYMENT_UNKNOWN;
    }
  return watches;
}

/**
 * cor_store_list_payment_watches_async:
 * @now: seconds since the epoch: what is late depends on it
 */
void
cor_store_list_payment_watches_async (CorStore           *store,
                                      gint64              now,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, g_memdup2 (&now, sizeof now), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

/**
 * cor_store_list_payment_watches_finish:
 *
 * Returns: (transfer full) (element-type CorPaymentWatch) (nullable): what is new first
 */
GPtrArray *
cor_store_list_payment_watches_finish (CorStore     *store,
                                       GAsyncResult *result,
                                       GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

/* At one look. The ledger tells later changes of itself. */
#define MOST_OWN 50

static gboolean
is_due (const CorPaymentWatch *watch,
        gint64                 now)
{
  return now - watch->asked_at >= (cor_payment_status_is_final (watch->was) ? ASK_FINAL_EVERY_SECONDS : ASK_EVERY_SECONDS);
}

static gpointer
wish_due_job (CorDb   *db,
              gpointer data,
              GError **error)
{
  gint64 now = *(const gint64 *) data;
  g_autoptr (GPtrArray) watches = read_watches (db);

  for (guint i = 0; i < watches->len; i++)
    {
      const CorPaymentWatch *watch = watches->pdata[i];

      if (!is_due (watch, now))
        continue;
      cor_db_run (db, "payment-wish-put", "sl", watch->reference, now);
      cor_db_run (db, "payment-watch-asked", "ls", now, watch->reference);
    }
  cor_db_run (db, "payment-wish-own", "iil", (int) COR_VIEW_IN_MINE, MOST_OWN, now);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_wish_due_payments_async:
 * @now: seconds since the epoch
 *
 * Wishes for what is watched and was not asked for lately, and for what the agent's own conversations name and nobody was
 * ever asked about: their rows say how it stands, and it is here when the network is not. The next one is due later
 * whatever comes of it.
 */
void
cor_store_wish_due_payments_async (CorStore           *store,
                                   gint64              now,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, wish_due_job, g_memdup2 (&now, sizeof now), g_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_wish_due_payments_finish (CorStore     *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

/* The services were asked about @reference: whether it stands otherwise than the agent knows. */
void
cor_payment_look_at_watch (CorDb      *db,
                           const char *reference,
                           gint64      now)
{
  sqlite3_stmt    *row = cor_db_query (db, "payment-watch-load", "s", reference);
  gboolean         is_watched = cor_db_next (db, row);
  g_autofree char *known = is_watched ? cor_column_dup (row, 0) : NULL;
  g_autofree char *was = is_watched ? cor_column_dup (row, 1) : NULL;
  gboolean         is_new = is_watched && cor_column_int (row, 2) != 0;
  g_autoptr (CorPaymentView) view = NULL;
  g_autofree char *stand = NULL;

  if (!is_watched)
    return;
  cor_db_next (db, row);
  view = cor_payment_load_view (db, reference, now);
  stand = dup_stand (view);
  if (stand == NULL || g_strcmp0 (stand, known) == 0)
    return;
  if (known == NULL || (is_new && g_strcmp0 (stand, was) == 0))
    cor_db_run (db, "payment-watch-know", "ss", stand, reference);
  else
    cor_db_run (db, "payment-watch-news", "sls", stand, now, reference);
  touch_place (db, reference);
}

/* A payment went to compliance: the rows of lists that tell of news are read again. */
void
cor_payment_touch_watched (CorDb *db)
{
  sqlite3_stmt *row = cor_db_query (db, "payment-watch-places", "");

  while (cor_db_next (db, row))
    cor_db_touch_thread (db, cor_column_int (row, 0));
}
