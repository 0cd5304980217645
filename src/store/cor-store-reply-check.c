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
} Ask;

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  const Ask *ask = data;

  cor_store_get_reply_rules ();
  return cor_reply_load_context (db, ask->conversation, ask->is_private, ask->now);
}

/**
 * cor_store_load_reply_context_async:
 * @conversation: local id
 * @is_private: of a note for colleagues
 * @now: seconds since the epoch
 *
 * What is known of whoever gets a reply in this conversation: for cor_reply_check_run(). Nobody is asked. The rules of
 * cor_store_get_reply_rules() are compiled when it has finished.
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
  Ask ask = { conversation, is_private, now };

  cor_store_run_async (store, COR_STORE_READ, load_job, g_memdup2 (&ask, sizeof ask), g_free, (GDestroyNotify) cor_reply_context_free,
                       cancellable, callback, user_data);
}

CorReplyContext *
cor_store_load_reply_context_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
