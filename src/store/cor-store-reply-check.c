/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-reply-check"

#include "config.h"

#include "cor-store-reply-check.h"

#include "cor-reply-load.h"
#include "cor-store-resources.h"

#define CHECKS "/org/corridordesk/Corridor/checks/"

/**
 * cor_store_get_reply_rules:
 *
 * The rules that come with the program, compiled at the first call: some 50 ms, so that one is better made away from the
 * main thread. Any thread.
 *
 * Returns: (transfer none): live as long as the process
 */
CorReplyRules *
cor_store_get_reply_rules (void)
{
  static CorReplyRules *rules = NULL;
  static gsize          once = 0;

  if (g_once_init_enter (&once))
    {
      static const char *const files[] = { CHECKS "rules.tsv", CHECKS "phrases.tsv" };

      rules = cor_reply_rules_new ();
      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        {
          g_autoptr (GBytes) bytes = g_resource_lookup_data (cor_store_get_resource (), files[i], G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
          g_autoptr (GError) error = NULL;

          /* they are of this program: tests/text reads them, too */
          if (!cor_reply_rules_add (rules, g_bytes_get_data (bytes, NULL), &error))
            g_critical ("%s: %s", files[i], error->message);
        }
      g_once_init_leave (&once, 1);
    }
  return rules;
}

typedef struct
{
  gint64   conversation;
  gboolean is_private;
  gint64   now;
  char    *text; /* to be checked, or NULL */
} Ask;

static Ask *
ask_new (gint64      conversation,
         gboolean    is_private,
         gint64      now,
         const char *text)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->conversation = conversation;
  ask->is_private = is_private;
  ask->now = now;
  ask->text = g_strdup (text);
  return ask;
}

static void
ask_free (gpointer data)
{
  g_free (((Ask *) data)->text);
  g_free (data);
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask *ask = data;

  return cor_reply_load_context (db, ask->conversation, ask->is_private, ask->now);
}

/**
 * cor_store_load_reply_context_async:
 * @conversation: local id
 * @is_private: of a note for colleagues
 * @now: seconds since the epoch
 *
 * What is known of whoever gets a reply in this conversation: for cor_reply_check_run(). Nobody is asked.
 */
void
cor_store_load_reply_context_async (CorStore           *store,
                                    gint64              conversation,
                                    gboolean            is_private,
                                    gint64              now,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, ask_new (conversation, is_private, now, NULL), ask_free, (GDestroyNotify) cor_reply_context_free,
                       cancellable, callback, user_data);
}

CorReplyContext *
cor_store_load_reply_context_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
hold_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask *ask = data;
  gboolean   is_held = cor_reply_load_is_held (db, ask->conversation, ask->now);

  return g_memdup2 (&is_held, sizeof is_held);
}

/**
 * cor_store_look_for_hold_async:
 * @conversation: local id
 *
 * Main thread.
 */
void
cor_store_look_for_hold_async (CorStore           *store,
                               gint64              conversation,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, hold_job, ask_new (conversation, FALSE, g_get_real_time () / G_USEC_PER_SEC, NULL), ask_free, g_free,
                       cancellable, callback, user_data);
}

/**
 * cor_store_look_for_hold_finish:
 * @is_held: (out)
 *
 * Returns: whether it could be looked for
 */
gboolean
cor_store_look_for_hold_finish (CorStore     *store,
                                GAsyncResult *result,
                                gboolean     *is_held,
                                GError      **error)
{
  g_autofree gboolean *found = cor_store_run_finish (store, result, error);

  if (found != NULL)
    *is_held = *found;
  return found != NULL;
}

static gpointer
check_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  const Ask *ask = data;
  g_autoptr (CorReplyContext) context = cor_reply_load_context (db, ask->conversation, ask->is_private, ask->now);

  return context != NULL ? cor_reply_check_run (cor_store_get_reply_rules (), ask->text, context) : NULL;
}

/**
 * cor_store_check_reply_async:
 * @conversation: local id
 * @text: what is about to be sent; valid UTF-8
 * @now: seconds since the epoch
 *
 * Checks a reply with what is known at this moment, away from the main thread: a hold or a message may have come while
 * it was written.
 */
void
cor_store_check_reply_async (CorStore           *store,
                             gint64              conversation,
                             gboolean            is_private,
                             const char         *text,
                             gint64              now,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, check_job, ask_new (conversation, is_private, now, text), ask_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

GPtrArray *
cor_store_check_reply_finish (CorStore     *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
