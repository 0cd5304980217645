/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-load.h"

G_BEGIN_DECLS

typedef struct
{
  CorDeskMessageType type;
  const char        *content, *content_type, *content_attributes, *additional, *source_id;
  gboolean           is_private;
  gboolean           skips_statistics; /* a campaign's or an automation's message is no first reply */
  const char        *sender_type;      /* "User", "Contact", "AgentBot" or NULL */
  gint64             sender_id;
  const char        *echo_id;
  GPtrArray         *uploads; /* (element-type CorDeskUpload) (nullable) */
} CorDeskNewMessage;

/* What the service does when something happens: rows, follow-ups and events. The conversation is
 * updated in place. All need a running transaction. */

gint64 cor_desk_add_message (CorDeskRequest          *request,
                             CorDeskConversation     *conversation,
                             const CorDeskNewMessage *message);
void   cor_desk_add_attachment (CorDeskRequest      *request,
                                gint64               message_id,
                                const CorDeskUpload *upload);
void   cor_desk_add_activity (CorDeskRequest      *request,
                              CorDeskConversation *conversation,
                              const char          *format,
                              ...) G_GNUC_PRINTF (3, 4);
void   cor_desk_change_status (CorDeskRequest      *request,
                               CorDeskConversation *conversation,
                               CorDeskStatus        status,
                               gint64               snoozed_until);
void   cor_desk_change_assignee (CorDeskRequest      *request,
                                 CorDeskConversation *conversation,
                                 gint64               agent_id);
void   cor_desk_change_team (CorDeskRequest      *request,
                             CorDeskConversation *conversation,
                             gint64               team_id);
void   cor_desk_tell_typing (CorDeskRequest      *request,
                             CorDeskConversation *conversation,
                             gboolean             is_on);
void   cor_desk_change_priority (CorDeskRequest      *request,
                                 CorDeskConversation *conversation,
                                 int                  priority);
void   cor_desk_change_labels (CorDeskRequest      *request,
                               CorDeskConversation *conversation,
                               GPtrArray           *titles);
void   cor_desk_add_participant (CorDeskRequest *request,
                                 gint64          conversation_id,
                                 gint64          agent_id);
void   cor_desk_notify (CorDeskRequest            *request,
                        const char                *kind,
                        gint64                     agent_id,
                        const CorDeskConversation *conversation,
                        gint64                     message_id);
gint64 cor_desk_find_contact_inbox (CorDeskRequest *request,
                                    gint64          contact_id,
                                    gint64          inbox_id,
                                    const char     *source_id);
gint64 cor_desk_add_conversation (CorDeskRequest *request,
                                  gint64          contact_inbox_id,
                                  CorDeskStatus   status);
gint64 cor_desk_run_due (CorDesk *desk);
char  *cor_desk_random_token (guint bytes) G_GNUC_WARN_UNUSED_RESULT;

/* How long the channel takes to deliver, in milliseconds. */
#define COR_DESK_DELIVERY_MS 300

G_END_DECLS
