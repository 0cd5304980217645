/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-pack-fetch"

#include "config.h"

#include "cor-pack-fetch.h"

#include "cor-detached-read.h"
#include "cor-service-error.h"
#include "cor-signature.h"

/* The documents' own bound is COR_HTTP_MAX_BODY. */
#define MAX_SIGNATURE 1024

typedef struct
{
  char           *path, *public_key; /* the key: nullable */
  char           *origin;            /* where the document has to come from, if no key vouches for it */
  GBytes         *document, *signature;
  CorPackFetched *fetched;
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_free (fetch->path);
  g_free (fetch->public_key);
  g_free (fetch->origin);
  g_clear_pointer (&fetch->document, g_bytes_unref);
  g_clear_pointer (&fetch->signature, g_bytes_unref);
  g_clear_pointer (&fetch->fetched, cor_pack_fetched_free);
  g_free (fetch);
}

void
cor_pack_fetched_free (CorPackFetched *self)
{
  g_clear_pointer (&self->pack, cor_pack_free);
  g_free (self->etag);
  g_free (self);
}

static gpointer
read_pack (gpointer data,
           GError **error)
{
  Fetch      *fetch = data;
  gsize       len = 0;
  const char *text = g_bytes_get_data (fetch->document, &len);

  if (fetch->signature != NULL && !cor_signature_verify (fetch->document, fetch->signature, fetch->public_key, error))
    return NULL;
  fetch->fetched->is_signed = fetch->signature != NULL;
  fetch->fetched->pack = cor_pack_parse (text, len, error);
  return fetch->fetched->pack != NULL ? g_steal_pointer (&fetch->fetched) : NULL;
}

static void
read_document (GTask *task)
{
  cor_detached_read_run (task, read_pack, (GDestroyNotify) cor_pack_fetched_free);
}

static void
on_signature (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch  *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, &error);

  if (response == NULL || !cor_http_response_check (response, &error))
    {
      g_prefix_error (&error, "The signature: ");
      g_task_return_error (task, error);
      return;
    }
  fetch->signature = g_bytes_ref (response->body);
  read_document (task);
}

static void
on_document (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  CorHttp *http = COR_HTTP (source);
  Fetch   *fetch = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (http, result, &error);
  g_autoptr (CorHttpRequest) request = NULL;
  g_autofree char *path = NULL;

  if (response == NULL || !cor_http_response_check (response, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* without a key, who answers is all that vouches for it */
  if (fetch->public_key == NULL && g_strcmp0 (response->origin, fetch->origin) != 0)
    {
      g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE,
                               "The address leads to another server, and there is no key to tell whose the document is");
      return;
    }
  fetch->fetched->etag = g_strdup (response->etag);
  if (response->status == 304 || response->body == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&fetch->fetched), (GDestroyNotify) cor_pack_fetched_free);
      return;
    }
  fetch->document = g_bytes_ref (response->body);
  if (fetch->public_key == NULL)
    {
      read_document (task);
      return;
    }
  path = g_strconcat (fetch->path, ".sig", NULL);
  request = cor_http_request_new_for_path ("GET", path);
  cor_http_request_set_wants_json (request, FALSE);
  cor_http_request_set_max_body (request, MAX_SIGNATURE);
  cor_http_send_async (http, request, g_task_get_cancellable (task), on_signature, g_object_ref (task));
}

/**
 * cor_pack_fetch_async:
 * @http: of the pack's server
 * @path: of the pack, percent-encoded; its signature is at the same with ".sig" behind
 * @etag: (nullable): of the document that the caller has
 * @public_key: (nullable): Ed25519, base64; without one the document is taken only if the server itself answers,
 *   and counts as unsigned
 *
 * Fetches a pack if there is a newer one, verifies it and reads it, both in a worker thread. Main thread.
 */
void
cor_pack_fetch_async (CorHttp            *http,
                      const char         *path,
                      const char         *etag,
                      const char         *public_key,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (http, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = cor_http_request_new_for_path ("GET", path);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, cor_pack_fetch_async);
  fetch->path = g_strdup (path);
  fetch->public_key = g_strdup (public_key);
  fetch->origin = cor_http_dup_origin (http);
  fetch->fetched = g_new0 (CorPackFetched, 1);
  g_task_set_task_data (task, fetch, fetch_free);
  cor_http_request_set_wants_json (request, FALSE);
  cor_http_request_set_etag (request, etag);
  cor_http_request_set_priority (request, SOUP_MESSAGE_PRIORITY_LOW);
  cor_http_send_async (http, request, cancellable, on_document, g_steal_pointer (&task));
}

/**
 * cor_pack_fetch_finish:
 * @error: COR_SERVICE_ERROR, or the document's own problem with the place of it
 *
 * Returns: (transfer full): what there is
 */
CorPackFetched *
cor_pack_fetch_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
