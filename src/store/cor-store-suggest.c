/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-suggest"

#include "config.h"

#include "cor-store-suggest.h"

#include "cor-question-load.h"
#include "cor-question.h"
#include "cor-reply-load.h"
#include "cor-search-catch-up.h"
#include "cor-suggest.h"

static void
ask_free (gpointer data)
{
  CorSuggestAsk *ask = data;

  cor_search_index_unref (ask->index);
  cor_learned_unref (ask->learned);
  g_free (ask->text);
  g_strfreev (ask->locales);
  g_strfreev (ask->kinds);
  g_free (ask);
}

void
cor_suggest_result_free (CorSuggestResult *self)
{
  g_ptr_array_unref (self->suggestions);
  g_free (self->question);
  g_free (self);
}

static gpointer
suggest_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  CorSuggestAsk *ask = data;
  gint64         began_us = g_get_monotonic_time ();
  g_autoptr (CorAsked) asked = ask->text == NULL ? cor_question_load (db, ask->conversation, 0) : NULL;
  g_autofree char  *question = ask->text != NULL ? cor_question_join ((const char *const *) &ask->text, 1) : NULL;
  CorSuggestResult *result = NULL;

  ask->is_held = ask->conversation != 0 && cor_reply_load_is_held (db, ask->conversation, g_get_real_time () / G_USEC_PER_SEC);
  result = asked != NULL ? cor_suggest (db, ask, asked->text, asked->earlier) : cor_suggest (db, ask, question, NULL);
  result->n_messages = asked != NULL ? asked->n_messages : 0;
  result->is_last = asked != NULL && asked->is_last;
  result->is_held = ask->is_held;
  result->took_us = g_get_monotonic_time () - began_us;
  return result;
}

static void
suggest (CorStore           *store,
         const char         *text,
         gint64              conversation,
         const char *const  *locales,
         const char *const  *kinds,
         guint               limit,
         gboolean            with_beside,
         GCancellable       *cancellable,
         GAsyncReadyCallback callback,
         gpointer            user_data)
{
  static const char *const none[] = { NULL };
  CorSuggestAsk           *ask = g_new0 (CorSuggestAsk, 1);

  ask->index = cor_search_index_ref (cor_search_index_of_store (store));
  ask->learned = cor_learned_ref (cor_learned_of_store (store));
  ask->text = g_strdup (text);
  ask->conversation = conversation;
  ask->locales = g_strdupv ((char **) (locales != NULL ? locales : none));
  ask->kinds = g_strdupv ((char **) kinds);
  ask->limit = limit;
  ask->with_beside = with_beside;
  cor_store_run_async (store, COR_STORE_READ, suggest_job, ask, ask_free, (GDestroyNotify) cor_suggest_result_free, cancellable, callback, user_data);
}

/**
 * cor_store_suggest_async:
 * @text: a message as a customer wrote it
 * @locales: (nullable): which of an answer's translations is preferred after one in the message's own language:
 *   the customer's, the agent's, the portal's
 * @kinds: (nullable): only these: "article", "sop", "template"
 * @limit: at most so many
 * @cancellable: (nullable)
 *
 * What fits a message best: what was learned from earlier answers and the search, together; without any example
 * the search alone. A message that asks nothing, or nothing that is known here, has no suggestion.
 */
void
cor_store_suggest_async (CorStore           *store,
                         const char         *text,
                         const char *const  *locales,
                         const char *const  *kinds,
                         guint               limit,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  suggest (store, text, 0, locales, kinds, limit, FALSE, cancellable, callback, user_data);
}

/**
 * cor_store_suggest_for_conversation_async:
 * @conversation: local id
 *
 * The same for what the customer asked last: messages that follow one another are one question, those that only
 * greet are passed over. CorSuggestResult.question tells which it was. Under a compliance hold (design.md) nothing is
 * suggested that names a cause or a time: only what is marked as neutral, the fixed text first.
 */
void
cor_store_suggest_for_conversation_async (CorStore           *store,
                                          gint64              conversation,
                                          const char *const  *locales,
                                          const char *const  *kinds,
                                          guint               limit,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  suggest (store, NULL, conversation, locales, kinds, limit, FALSE, cancellable, callback, user_data);
}

/**
 * cor_store_suggest_all_async:
 *
 * As cor_store_suggest_for_conversation_async() for all kinds, and behind the best @limit stand the template that goes
 * with them and a fitting SOP, where those have none: at most two more. What to say is at hand as well as what to know.
 */
void
cor_store_suggest_all_async (CorStore           *store,
                             gint64              conversation,
                             const char *const  *locales,
                             guint               limit,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  suggest (store, NULL, conversation, locales, NULL, limit, TRUE, cancellable, callback, user_data);
}

/**
 * cor_store_suggest_finish:
 *
 * Returns: (transfer full): what fits
 */
CorSuggestResult *
cor_store_suggest_finish (CorStore     *store,
                          GAsyncResult *result,
                          GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
