/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-chatwoot-private.h"
#include "cor-desk-address.h"
#include "cor-service-error.h"

/* The header nginx lets through without a setting (chatwoot.md §1). */
#define TOKEN_HEADER "Api-Access-Token"

/* Rows of a full page of messages by what bounds it (chatwoot.md §4). */
#define PAGE_NEWEST 20
#define PAGE_BEFORE 20
#define PAGE_AFTER 100
#define PAGE_BETWEEN 1000

#define DEFAULT_CONVERSATIONS 25
#define DEFAULT_SEND_TIMEOUT_MS 60000
#define DEFAULT_CONFIRM_MS 10000
#define DEFAULT_SILENCE_MS 6000
#define DEFAULT_BACKOFF_MS 1000

static void cor_chatwoot_desk_init (CorDeskInterface *iface);

/*
 * CorChatwoot: the desk interface over Chatwoot's application API. For the main thread; answers are
 * parsed in worker threads. The other cor-chatwoot-*.c files hold its parts.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CorChatwoot, cor_chatwoot, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (COR_TYPE_DESK, cor_chatwoot_desk_init))

static void
get_conversation_async (CorDesk            *desk,
                        const char         *id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  CorChatwoot    *self = COR_CHATWOOT (desk);
  GTask          *task = _cor_chatwoot_start_task (self, get_conversation_async, cancellable, callback, user_data);
  CorHttpRequest *request;

  if (task == NULL)
    return;

  request = _cor_chatwoot_new_request (self, "GET", "conversations", id, NULL);
  cor_http_request_set_parse (request, cor_chatwoot_parse_conversation_root, NULL, NULL,
                              (GDestroyNotify) cor_conversation_record_unref);
  _cor_chatwoot_fetch (self, request, task);
}

static guint
get_page_size (gint64 after,
               gint64 before)
{
  if (after >= 0)
    return before >= 0 ? PAGE_BETWEEN : PAGE_AFTER;

  return before >= 0 ? PAGE_BEFORE : PAGE_NEWEST;
}

static void
list_messages_async (CorDesk            *desk,
                     const char         *conversation_id,
                     gint64              after,
                     gint64              before,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  CorChatwoot    *self = COR_CHATWOOT (desk);
  GTask          *task = _cor_chatwoot_start_task (self, list_messages_async, cancellable, callback, user_data);
  CorHttpRequest *request;

  if (task == NULL)
    return;

  request = _cor_chatwoot_new_request (self, "GET", "conversations", conversation_id, "messages");
  if (after >= 0)
    cor_http_request_add_query_int (request, "after", after);
  if (before >= 0)
    cor_http_request_add_query_int (request, "before", before);
  cor_http_request_set_parse (request, cor_chatwoot_parse_message_page, GUINT_TO_POINTER (get_page_size (after, before)), NULL,
                              (GDestroyNotify) cor_desk_message_page_free);
  _cor_chatwoot_fetch (self, request, task);
}

static gpointer
finish (CorDesk      *desk,
        GAsyncResult *result,
        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cor_chatwoot_desk_init (CorDeskInterface *iface)
{
  iface->sign_in_async = _cor_chatwoot_sign_in_async;
  iface->get_lists_async = _cor_chatwoot_get_lists_async;
  iface->get_articles_async = _cor_chatwoot_get_articles_async;
  iface->list_conversations_async = _cor_chatwoot_list_conversations_async;
  iface->get_conversation_async = get_conversation_async;
  iface->list_messages_async = list_messages_async;
  iface->send_async = _cor_chatwoot_send_async;
  iface->change_async = _cor_chatwoot_change_async;
  iface->finish = finish;
  iface->start_push = _cor_chatwoot_start_push;
  iface->stop_push = _cor_chatwoot_stop_push;
}

static void
cor_chatwoot_dispose (GObject *object)
{
  CorChatwoot *self = COR_CHATWOOT (object);

  _cor_chatwoot_stop_push (COR_DESK (self));
  g_clear_object (&self->http);

  G_OBJECT_CLASS (cor_chatwoot_parent_class)->dispose (object);
}

static void
cor_chatwoot_finalize (GObject *object)
{
  CorChatwoot *self = COR_CHATWOOT (object);

  g_free (self->account_id);

  G_OBJECT_CLASS (cor_chatwoot_parent_class)->finalize (object);
}

static void
cor_chatwoot_class_init (CorChatwootClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_chatwoot_dispose;
  object_class->finalize = cor_chatwoot_finalize;
}

static void
cor_chatwoot_init (CorChatwoot *self)
{
  self->page_size = DEFAULT_CONVERSATIONS;
  self->send_timeout_ms = DEFAULT_SEND_TIMEOUT_MS;
  self->confirm_ms = DEFAULT_CONFIRM_MS;
  self->silence_ms = DEFAULT_SILENCE_MS;
  self->backoff_ms = DEFAULT_BACKOFF_MS;
}

/**
 * cor_chatwoot_new:
 * @url: the server's address, see cor_desk_parse_address()
 * @account_id: (nullable): the account; %NULL: the one that @url names, else the first sign-in chooses
 * @token: the agent's access token; kept in memory only
 * @ca_file: (nullable): a PEM file, see cor_http_new()
 * @error: BAD_ADDRESS, NOT_HTTPS, or TLS for a @ca_file that cannot be used
 *
 * Returns: (transfer full) (nullable): a desk, not connected yet
 */
CorDesk *
cor_chatwoot_new (const char *url,
                  const char *account_id,
                  const char *token,
                  const char *ca_file,
                  GError    **error)
{
  g_autoptr (CorChatwoot) self = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *in_url = NULL;

  if (!cor_desk_parse_address (url, &origin, &in_url, error))
    return NULL;

  uri = g_uri_parse (origin, SOUP_HTTP_URI_FLAGS, error);
  if (uri == NULL)
    return NULL;

  self = g_object_new (COR_TYPE_CHATWOOT, NULL);
  self->http = cor_http_new (uri, ca_file, error);
  if (self->http == NULL)
    return NULL;

  cor_http_set_token (self->http, TOKEN_HEADER, token);
  self->account_id = g_strdup (account_id != NULL ? account_id : in_url);
  return COR_DESK (g_steal_pointer (&self));
}

/**
 * cor_chatwoot_get_http:
 *
 * Returns: (transfer none): the client under it, for its time-outs
 */
CorHttp *
cor_chatwoot_get_http (CorChatwoot *self)
{
  return self->http;
}

/**
 * cor_chatwoot_set_send_timeout:
 * @milliseconds: after which a message that was posted without an answer is uncertain
 */
void
cor_chatwoot_set_send_timeout (CorChatwoot *self,
                               guint        milliseconds)
{
  self->send_timeout_ms = milliseconds;
}

/**
 * cor_chatwoot_set_push_times:
 * @confirm_ms: how long the subscription may take to be confirmed
 * @silence_ms: without a ping, after which the connection counts as dead
 * @backoff_ms: about the wait before the first reconnection; it doubles up to half a minute
 *
 * Takes effect with the next cor_desk_start_push(). The defaults are those of chatwoot.md §13.
 */
void
cor_chatwoot_set_push_times (CorChatwoot *self,
                             guint        confirm_ms,
                             guint        silence_ms,
                             guint        backoff_ms)
{
  self->confirm_ms = confirm_ms;
  self->silence_ms = silence_ms;
  self->backoff_ms = backoff_ms;
}
