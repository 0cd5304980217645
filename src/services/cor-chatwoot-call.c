/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-call"

#include "config.h"

#include "cor-chatwoot-private.h"
#include "cor-http-error.h"
#include "cor-json.h"
#include "cor-service-error.h"

/* Fixed English text of the server, not translated there (chatwoot.md §2). */
#define INVALID_TOKEN "Invalid Access Token"

/* Whether a 401 speaks of the token: any other is a refusal of that one call (chatwoot.md §2). */
static gboolean
is_about_token (CorHttpResponse *response)
{
  JsonObject *root = cor_json_as_object (response->json);

  return g_strcmp0 (cor_json_get_string (root, "error"), INVALID_TOKEN) == 0 || cor_json_get_array (root, "errors") != NULL;
}

static CorServiceErrorCode
code_from_response (CorHttpResponse *response,
                    const GError    *usual)
{
  if (response->status == 401)
    return is_about_token (response) ? COR_SERVICE_ERROR_UNAUTHORISED : COR_SERVICE_ERROR_FORBIDDEN;

  /* The server says "not found" in JSON. A page in HTML is some proxy's, and no proof that a
   * conversation is deleted. */
  if (response->status == 404 && response->json == NULL)
    return COR_SERVICE_ERROR_BAD_RESPONSE;

  return (CorServiceErrorCode) usual->code;
}

/* What an answer that is no success means (chatwoot.md §2). */
GError *
_cor_chatwoot_error_from_response (CorHttpResponse *response)
{
  GError *error = cor_http_error_from_response (response);

  error->code = (int) code_from_response (response, error);
  return error;
}

/* The profile was asked for: does the server know the token after all? */
static void
on_confirmed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *refusal = g_task_get_task_data (task);
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, NULL);

  if (response != NULL && cor_http_response_is_success (response))
    g_task_return_error (task, cor_service_error_new (COR_SERVICE_ERROR_FORBIDDEN, 401, 0, refusal->message));
  else
    g_task_return_error (task, g_error_copy (refusal));
}

/* chatwoot.md §2: before anybody is signed out. */
static void
confirm_refusal (CorChatwoot *self,
                 GTask       *task,
                 GError      *refusal)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "api", "v1", "profile", NULL);

  g_task_set_task_data (task, refusal, (GDestroyNotify) g_error_free);
  cor_http_send_async (self->http, request, g_task_get_cancellable (task), on_confirmed, g_object_ref (task));
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, &error);

  if (response != NULL && !cor_http_response_is_success (response))
    error = _cor_chatwoot_error_from_response (response);

  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&response), (GDestroyNotify) cor_http_response_free);
  else if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_UNAUTHORISED))
    confirm_refusal (g_task_get_source_object (task), task, g_steal_pointer (&error));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Sends @request; finishes with the answer if it is 2xx, else with what the refusal means. */
void
_cor_chatwoot_call_async (CorChatwoot        *self,
                          CorHttpRequest     *request,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, _cor_chatwoot_call_async);
  g_task_set_check_cancellable (task, FALSE);
  cor_http_send_async (self->http, request, cancellable, on_answer, g_object_ref (task));
}

CorHttpResponse *
_cor_chatwoot_call_finish (CorChatwoot  *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_fetched (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (COR_CHATWOOT (source), result, &error);

  if (response == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (response->parsed != NULL)
    g_task_return_pointer (task, cor_http_response_steal_parsed (response), response->parsed_free);
  else
    g_task_return_pointer (task, GINT_TO_POINTER (TRUE), NULL); /* done, and nothing to say */
}

/* Ends @task with what the request's parse function made. Takes @request and @task. */
void
_cor_chatwoot_fetch (CorChatwoot    *self,
                     CorHttpRequest *request,
                     GTask          *task)
{
  _cor_chatwoot_call_async (self, request, g_task_get_cancellable (task), on_fetched, task);
  cor_http_request_unref (request);
}

/* A task for a call that needs an account; NULL if it has ended already. */
GTask *
_cor_chatwoot_start_task (CorChatwoot        *self,
                          gpointer            tag,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (self->account_id == NULL)
    {
      g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_ACCOUNT, "No account is chosen yet");
      return NULL;
    }

  return g_steal_pointer (&task);
}

/* A request below the account; @id and @action may be NULL. */
CorHttpRequest *
_cor_chatwoot_new_request (CorChatwoot *self,
                           const char  *method,
                           const char  *collection,
                           const char  *id,
                           const char  *action)
{
  /* The list ends at the first NULL. */
  return cor_http_request_new (method, "api", "v1", "accounts", self->account_id, collection, id, id != NULL ? action : NULL, NULL);
}
