/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-sign-in"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-chatwoot-private.h"
#include "cor-json.h"
#include "cor-service-error.h"

static gboolean
has_account (CorProfileRecord *profile,
             const char       *account_id)
{
  for (guint i = 0; i < profile->accounts->len; i++)
    {
      CorDeskAccountRecord *account = g_ptr_array_index (profile->accounts, i);

      if (account_id == NULL || g_str_equal (account->remote_id, account_id))
        return TRUE;
    }

  return FALSE;
}

static void
on_profile (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  CorChatwoot *self = COR_CHATWOOT (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (self, result, &error);
  CorProfileRecord *profile;

  if (response == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  profile = response->parsed;
  if (!has_account (profile, self->account_id))
    {
      g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NO_ACCOUNT,
                               self->account_id != NULL ? "The token does not open this account" : "The token opens no account");
      return;
    }

  if (self->account_id == NULL)
    self->account_id = g_strdup (((CorDeskAccountRecord *) g_ptr_array_index (profile->accounts, 0))->remote_id);
  g_task_return_pointer (task, cor_http_response_steal_parsed (response), response->parsed_free);
}

/* What `GET /api` says on this kind of server (chatwoot.md §1). */
static gboolean
is_this_kind (CorHttpResponse *response)
{
  JsonObject *root = cor_json_as_object (response->json);

  return cor_http_response_is_success (response) && cor_json_get_string (root, "version") != NULL &&
         cor_json_has (root, "queue_services");
}

static GError *
check_server (CorChatwoot     *self,
              CorHttpResponse *response)
{
  g_autofree char *origin = cor_http_dup_origin (self->http);
  g_autofree char *message = NULL;

  if (response->status == 429 || response->status >= 500)
    return _cor_chatwoot_error_from_response (response);
  if (!is_this_kind (response))
    return cor_service_error_new (COR_SERVICE_ERROR_BAD_RESPONSE, response->status, 0, "This is not a Chatwoot server");
  if (g_str_equal (response->origin, origin))
    return NULL;

  /* The token would not go there, and every call would be refused without a word why. */
  message = g_strdup_printf ("The server is at %s", response->origin);
  return cor_service_error_new (COR_SERVICE_ERROR_BAD_ADDRESS, response->status, 0, message);
}

static void
on_server (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CorChatwoot *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, &error);
  g_autoptr (CorHttpRequest) request = NULL;

  if (response != NULL)
    error = check_server (self, response);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  request = cor_http_request_new ("GET", "api", "v1", "profile", NULL);
  cor_http_request_set_parse (request, cor_chatwoot_parse_profile, NULL, NULL, (GDestroyNotify) cor_profile_record_free);
  _cor_chatwoot_call_async (self, request, g_task_get_cancellable (task), on_profile, g_object_ref (task));
}

void
_cor_chatwoot_sign_in_async (CorDesk            *desk,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  CorChatwoot *self = COR_CHATWOOT (desk);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = cor_http_request_new ("GET", "api", NULL);

  g_task_set_source_tag (task, _cor_chatwoot_sign_in_async);
  /* Judged by on_server(): a web page here means another kind of server. */
  cor_http_request_set_wants_json (request, FALSE);
  cor_http_send_async (self->http, request, cancellable, on_server, g_steal_pointer (&task));
}
