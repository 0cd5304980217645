/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-change"

#include "config.h"

#include "cor-chatwoot-private.h"
#include "cor-json.h"

#include <string.h>

/* Remote ids are numbers there; a text that is none stays a text, for the server to refuse. */
static void
add_id (JsonBuilder *builder,
        const char  *id)
{
  gint64 number = 0;

  if (id == NULL)
    json_builder_add_null_value (builder);
  else if (g_ascii_string_to_signed (id, 10, 0, G_MAXINT64, &number, NULL))
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_string_value (builder, id);
}

static void
add_strings (JsonBuilder       *builder,
             const char        *member,
             const char *const *strings)
{
  if (strings == NULL || strings[0] == NULL)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_status (JsonBuilder         *builder,
            const CorDeskChange *change)
{
  /* Always with the status: without it the call toggles (chatwoot.md §6). */
  json_builder_set_member_name (builder, "status");
  json_builder_add_string_value (builder, cor_status_to_string (change->status));
  if (change->status == COR_STATUS_SNOOZED && change->snoozed_until > 0)
    {
      json_builder_set_member_name (builder, "snoozed_until");
      json_builder_add_int_value (builder, change->snoozed_until);
    }
}

static void
add_priority (JsonBuilder         *builder,
              const CorDeskChange *change)
{
  json_builder_set_member_name (builder, "priority");
  if (cor_priority_to_string (change->priority) != NULL)
    json_builder_add_string_value (builder, cor_priority_to_string (change->priority));
  else
    json_builder_add_null_value (builder);
}

static void
add_typing (JsonBuilder         *builder,
            const CorDeskChange *change)
{
  json_builder_set_member_name (builder, "typing_status");
  json_builder_add_string_value (builder, change->typing_on ? "on" : "off");
  json_builder_set_member_name (builder, "is_private");
  json_builder_add_boolean_value (builder, change->typing_private);
}

/* As bulk action, which adds and removes on the server: writing the whole set would undo what a
 * colleague did meanwhile (chatwoot.md §6). */
static void
add_labels (JsonBuilder         *builder,
            const char          *conversation_id,
            const CorDeskChange *change)
{
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, "Conversation");
  json_builder_set_member_name (builder, "ids");
  json_builder_begin_array (builder);
  add_id (builder, conversation_id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "labels");
  json_builder_begin_object (builder);
  add_strings (builder, "add", change->labels_added);
  add_strings (builder, "remove", change->labels_removed);
  json_builder_end_object (builder);
}

/* The call replaces all of them (chatwoot.md §6). */
static void
add_attributes (JsonBuilder         *builder,
                const CorDeskChange *change)
{
  g_autoptr (JsonNode) attributes = cor_json_parse (change->attributes_json, strlen (change->attributes_json), NULL);

  g_assert (attributes != NULL); /* anything else would empty them */
  json_builder_set_member_name (builder, "custom_attributes");
  json_builder_add_value (builder, g_steal_pointer (&attributes));
}

static CorHttpRequest *
build_request (CorChatwoot         *self,
               const char          *id,
               const CorDeskChange *change)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (CorHttpRequest) request = NULL;

  json_builder_begin_object (builder);
  switch (change->kind)
    {
    case COR_DESK_CHANGE_STATUS:
      add_status (builder, change);
      request = _cor_chatwoot_new_request (self, "POST", "conversations", id, "toggle_status");
      break;
    case COR_DESK_CHANGE_ASSIGNEE:
      json_builder_set_member_name (builder, "assignee_id");
      add_id (builder, change->assignee_id);
      request = _cor_chatwoot_new_request (self, "POST", "conversations", id, "assignments");
      break;
    case COR_DESK_CHANGE_PRIORITY:
      add_priority (builder, change);
      request = _cor_chatwoot_new_request (self, "POST", "conversations", id, "toggle_priority");
      break;
    case COR_DESK_CHANGE_LABELS:
      add_labels (builder, id, change);
      request = _cor_chatwoot_new_request (self, "POST", "bulk_actions", NULL, NULL);
      break;
    case COR_DESK_CHANGE_TYPING:
      add_typing (builder, change);
      request = _cor_chatwoot_new_request (self, "POST", "conversations", id, "toggle_typing_status");
      break;
    case COR_DESK_CHANGE_ATTRIBUTES:
      add_attributes (builder, change);
      request = _cor_chatwoot_new_request (self, "POST", "conversations", id, "custom_attributes");
      break;
    case COR_DESK_CHANGE_SEEN:
    default:
      request = _cor_chatwoot_new_request (self, "POST", "conversations", id, "update_last_seen");
      break;
    }
  json_builder_end_object (builder);

  body = json_builder_get_root (builder);
  cor_http_request_set_json (request, body);
  return g_steal_pointer (&request);
}

void
_cor_chatwoot_change_async (CorDesk             *desk,
                            const char          *conversation_id,
                            const CorDeskChange *change,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CorChatwoot    *self = COR_CHATWOOT (desk);
  GTask          *task = _cor_chatwoot_start_task (self, _cor_chatwoot_change_async, cancellable, callback, user_data);
  CorHttpRequest *request;

  if (task == NULL)
    return;

  request = build_request (self, conversation_id, change);
  /* Several of these answer with nothing at all (chatwoot.md §6). */
  cor_http_request_set_wants_json (request, FALSE);
  _cor_chatwoot_fetch (self, request, task);
}
