/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-send"

#include "config.h"

#include "cor-chatwoot-parse.h"
#include "cor-chatwoot-private.h"
#include "cor-liquid.h"
#include "cor-service-error.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/* Half a megabit a second: a file is given that much time before it counts as stuck. */
#define SLOWEST_BYTES_PER_MS 64

/*
 * _cor_chatwoot_add_attributes:
 * @uuid: of the message
 * @answered: (nullable): id of the one that it answers
 *
 * The object "content_attributes": the mark that survives in the store, and what Chatwoot itself knows of it.
 */
void
_cor_chatwoot_add_attributes (JsonBuilder *builder,
                              const char  *uuid,
                              const char  *answered)
{
  gint64 number = 0;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "client_message_id");
  json_builder_add_string_value (builder, uuid);
  if (answered != NULL)
    {
      /* a number as in its answers, and as its own window sends it */
      json_builder_set_member_name (builder, "in_reply_to");
      if (g_ascii_string_to_signed (answered, 10, 1, G_MAXINT64, &number, NULL))
        json_builder_add_int_value (builder, number);
      else
        json_builder_add_string_value (builder, answered);
    }
  json_builder_end_object (builder);
}

static JsonNode *
build_body (const CorDeskOutgoing *outgoing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *content = cor_liquid_escape (outgoing->content);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "content");
  json_builder_add_string_value (builder, content);
  json_builder_set_member_name (builder, "private");
  json_builder_add_boolean_value (builder, outgoing->is_private);
  json_builder_set_member_name (builder, "message_type");
  json_builder_add_string_value (builder, "outgoing");
  /* The mark that survives in the store; the other two are an echo and a proposal (chatwoot.md §5).
   * Never source_id: a message that has one is not delivered. */
  json_builder_set_member_name (builder, "content_attributes");
  _cor_chatwoot_add_attributes (builder, outgoing->uuid, outgoing->answered);
  json_builder_set_member_name (builder, "echo_id");
  json_builder_add_string_value (builder, outgoing->uuid);
  json_builder_set_member_name (builder, "client_message_id");
  json_builder_add_string_value (builder, outgoing->uuid);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* The table of chatwoot.md §15 for what was answered. */
static CorDeskSend
get_verdict (guint               status,
             CorServiceErrorCode code)
{
  switch (status)
    {
    case 401:
      return code == COR_SERVICE_ERROR_UNAUTHORISED ? COR_DESK_SEND_NOT_SENT : COR_DESK_SEND_REJECTED;
    case 403:
    case 413:
      return COR_DESK_SEND_REJECTED;
    case 404:
      /* A proxy's page (see cor-chatwoot-call.c): refused as well, but not for good. */
      return code == COR_SERVICE_ERROR_NOT_FOUND ? COR_DESK_SEND_REJECTED : COR_DESK_SEND_NOT_SENT;
    case 429:
      return COR_DESK_SEND_NOT_SENT;
    case 422:
      return COR_DESK_SEND_DOUBTED;
    default:
      return COR_DESK_SEND_UNCERTAIN;
    }
}

static CorDeskSendResult *
judge_refusal (CorHttpResponse *response)
{
  CorDeskSendResult *outcome = g_new0 (CorDeskSendResult, 1);

  outcome->error = _cor_chatwoot_error_from_response (response);
  /* mostly a proxy's page: no words of the desk's own */
  if (response->status == 413)
    cor_set_str (&outcome->error->message, _ ("the reply with its files is too large"));
  outcome->verdict = get_verdict (response->status, (CorServiceErrorCode) outcome->error->code);
  return outcome;
}

/* No answer, or one that cannot be read. */
static CorDeskSendResult *
judge_failure (CorHttpRequest *request,
               const GError   *error)
{
  CorDeskSendResult *outcome = g_new0 (CorDeskSendResult, 1);

  outcome->error = g_error_copy (error);
  outcome->verdict = cor_http_request_has_left (request) ? COR_DESK_SEND_UNCERTAIN : COR_DESK_SEND_NOT_SENT;
  return outcome;
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CorHttpRequest *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorHttpResponse) response = cor_http_send_finish (COR_HTTP (source), result, &error);
  CorDeskSendResult *outcome;

  if (response == NULL)
    outcome = judge_failure (request, error);
  else if (!cor_http_response_is_success (response))
    outcome = judge_refusal (response);
  else
    {
      outcome = g_new0 (CorDeskSendResult, 1);
      outcome->verdict = COR_DESK_SEND_ACCEPTED;
      outcome->message = cor_http_response_steal_parsed (response);
    }

  g_task_return_pointer (task, outcome, (GDestroyNotify) cor_desk_send_result_free);
}

/* A file that cannot be read now will not be readable in a minute: the agent is told. */
static void
on_packed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  CorChatwoot    *self = COR_CHATWOOT (source);
  CorHttpRequest *request = g_task_get_task_data (task);
  GError         *error = NULL;

  if (!_cor_chatwoot_pack_finish (self, result, &error))
    {
      CorDeskSendResult *outcome = g_new0 (CorDeskSendResult, 1);

      outcome->verdict = COR_DESK_SEND_REJECTED;
      outcome->error = error;
      g_task_return_pointer (task, outcome, (GDestroyNotify) cor_desk_send_result_free);
      return;
    }
  /* what it takes longer for its size; a timeout of tests, 0 for none, stays what it is */
  if (self->send_timeout_ms > 0)
    cor_http_request_set_timeout (request, self->send_timeout_ms + (guint) (cor_http_body_get_size (request->parts) / SLOWEST_BYTES_PER_MS));
  cor_http_send_async (self->http, request, g_task_get_cancellable (task), on_sent, g_object_ref (task));
}

void
_cor_chatwoot_send_async (CorDesk               *desk,
                          const char            *conversation_id,
                          const CorDeskOutgoing *outgoing,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  CorChatwoot *self = COR_CHATWOOT (desk);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (JsonNode) body = NULL;
  CorHttpRequest *request;

  g_task_set_source_tag (task, _cor_chatwoot_send_async);
  /* The verdict counts, also when nobody waits for it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->account_id == NULL)
    {
      CorDeskSendResult *outcome = g_new0 (CorDeskSendResult, 1);

      outcome->verdict = COR_DESK_SEND_NOT_SENT;
      outcome->error = cor_service_error_new (COR_SERVICE_ERROR_NO_ACCOUNT, 0, 0, "No account is chosen yet");
      g_task_return_pointer (task, outcome, (GDestroyNotify) cor_desk_send_result_free);
      return;
    }

  request = _cor_chatwoot_new_request (self, "POST", "conversations", conversation_id, "messages");
  g_task_set_task_data (task, request, (GDestroyNotify) cor_http_request_unref);
  cor_http_request_set_parse (request, cor_chatwoot_parse_message_root, NULL, NULL, (GDestroyNotify) cor_message_record_unref);
  cor_http_request_set_priority (request, SOUP_MESSAGE_PRIORITY_HIGH);
  cor_http_request_set_timeout (request, self->send_timeout_ms);
  cor_http_request_set_fresh (request, TRUE);
  if (outgoing->n_files > 0)
    {
      _cor_chatwoot_pack_async (self, outgoing, request, on_packed, g_steal_pointer (&task));
      return;
    }
  body = build_body (outgoing);
  cor_http_request_set_json (request, body);
  cor_http_send_async (self->http, request, cancellable, on_sent, g_steal_pointer (&task));
}
