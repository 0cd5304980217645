/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

typedef enum
{
  COR_DESK_OPEN,
  COR_DESK_RESOLVED,
  COR_DESK_PENDING,
  COR_DESK_SNOOZED,
} CorDeskStatus;

typedef enum
{
  COR_DESK_INCOMING,
  COR_DESK_OUTGOING,
  COR_DESK_ACTIVITY,
  COR_DESK_TEMPLATE,
} CorDeskMessageType;

#define COR_DESK_NO_PRIORITY (-1)

typedef struct
{
  gint64        id, inbox_id, contact_id, contact_inbox_id, assignee_id, team_id; /* 0: none */
  CorDeskStatus status;
  int           priority; /* 0 low … 3 urgent, or none */
  gint64        created_at, updated_at, last_activity_at;
  gint64        agent_last_seen_at, assignee_last_seen_at, contact_last_seen_at;
  gint64        first_reply_created_at, waiting_since, snoozed_until; /* 0: never */
  char         *uuid, *additional, *custom, *channel_type, *medium;
  char         *inbox_additional;
} CorDeskConversation;

/* CROSS JOIN keeps the conversations outside, so that a list can walk an index in its order. */
#define COR_DESK_CONVERSATION_SELECT                                                                \
  "SELECT c.id, c.inbox_id, c.contact_id, c.contact_inbox_id, c.assignee_id, c.team_id, c.status, " \
  "ifnull (c.priority, -1), c.created_at, c.updated_at, c.last_activity_at, c.agent_last_seen_at, " \
  "c.assignee_last_seen_at, c.contact_last_seen_at, c.first_reply_created_at, c.waiting_since, "    \
  "c.snoozed_until, c.uuid, c.additional, c.custom, i.channel_type, i.medium, i.additional "        \
  "FROM conversations c CROSS JOIN inboxes i ON i.id = c.inbox_id "

typedef struct
{
  gint64             id, conversation_id, inbox_id, sender_id;
  CorDeskMessageType type;
  gboolean           is_private;
  gint64             created_at, updated_at;
  char              *content, *content_type, *content_attributes, *additional, *status, *source_id, *sender_type;
} CorDeskMessage;

#define COR_DESK_MESSAGE_SELECT                                                                 \
  "SELECT m.id, m.conversation_id, m.inbox_id, m.sender_id, m.message_type, m.private, "        \
  "m.created_at, m.updated_at, m.content, m.content_type, m.content_attributes, m.additional, " \
  "m.status, m.source_id, m.sender_type FROM messages m "

const char *cor_desk_status_name (CorDeskStatus status);
gboolean    cor_desk_status_parse (const char    *name,
                                   CorDeskStatus *status);
const char *cor_desk_priority_name (int priority);
gboolean    cor_desk_priority_parse (const char *name,
                                     int        *priority);

CorDeskConversation *cor_desk_conversation_read (CorDeskRows *rows) G_GNUC_WARN_UNUSED_RESULT;
CorDeskConversation *cor_desk_conversation_load (CorDesk *desk,
                                                 gint64   id) G_GNUC_WARN_UNUSED_RESULT;
void                 cor_desk_conversation_free (CorDeskConversation *conversation);
gboolean             cor_desk_conversation_can_reply (CorDesk                   *desk,
                                                      const CorDeskConversation *conversation,
                                                      gint64                     now);
CorDeskConversation *cor_desk_request_conversation (CorDeskRequest *request) G_GNUC_WARN_UNUSED_RESULT;
gboolean             cor_desk_request_sees_inbox (CorDeskRequest *request,
                                                  gint64          inbox_id);

CorDeskMessage *cor_desk_message_read (CorDeskRows *rows) G_GNUC_WARN_UNUSED_RESULT;
CorDeskMessage *cor_desk_message_load (CorDesk *desk,
                                       gint64   id) G_GNUC_WARN_UNUSED_RESULT;
void            cor_desk_message_free (CorDeskMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskConversation, cor_desk_conversation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskMessage, cor_desk_message_free)

G_END_DECLS
