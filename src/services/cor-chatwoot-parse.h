/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

#include "cor-desk.h"

G_BEGIN_DECLS

/* Answers and events of the contract as records: read by key, unknown keys ignored, missing ones and
 * wrong types tolerated. Any thread; all are CorHttpParse functions where they take a node. */

gpointer cor_chatwoot_parse_profile (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_inboxes (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_agents (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_teams (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_labels (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_templates (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_version (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_conversation_root (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_conversation_page (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_message_page (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_message_root (JsonNode *root, gpointer user_data, GError **error);

CorConversationRecord *cor_chatwoot_parse_conversation (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
CorCustomerRecord     *cor_chatwoot_parse_customer (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
CorDeskEvent          *cor_chatwoot_parse_event (JsonObject *message,
                                                 const char *account_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
