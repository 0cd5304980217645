/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-load.h"

G_BEGIN_DECLS

/* What the service's JSON looks like: chatwoot.md §3, §4, §7, §8 and §13. All return (transfer full). */

JsonObject *cor_desk_shape_agent (CorDesk *desk,
                                  gint64   id) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_shape_agent_push (CorDesk *desk,
                                       gint64   id) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_desk_availability (CorDesk    *desk,
                                   gint64      agent_id,
                                   const char *availability,
                                   gboolean    auto_offline);
JsonObject *cor_desk_shape_team (CorDesk *desk,
                                 gint64   id,
                                 gint64   viewer) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_shape_inbox (CorDesk *desk,
                                  gint64   id) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_shape_inbox_slim (CorDesk *desk,
                                       gint64   id) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  COR_DESK_CONTACT_PLAIN,
  COR_DESK_CONTACT_WITH_INBOXES,
} CorDeskContactShape;

JsonObject *cor_desk_shape_contact (CorDesk            *desk,
                                    gint64              id,
                                    CorDeskContactShape shape) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_shape_contact_push (CorDesk *desk,
                                         gint64   id) G_GNUC_WARN_UNUSED_RESULT;
JsonArray  *cor_desk_shape_labels (CorDesk    *desk,
                                   const char *table,
                                   gint64      id) G_GNUC_WARN_UNUSED_RESULT;

JsonObject *cor_desk_shape_message (CorDesk              *desk,
                                    const CorDeskMessage *message) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_shape_message_push (CorDesk              *desk,
                                         const CorDeskMessage *message) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_shape_attachment (CorDesk     *desk,
                                       CorDeskRows *rows) G_GNUC_WARN_UNUSED_RESULT;

/* Columns that cor_desk_shape_attachment() reads. */
#define COR_DESK_ATTACHMENT_COLUMNS "a.id, a.message_id, a.file_type, a.content_type, a.file_name, a.blob_key, a.size"

JsonObject *cor_desk_shape_conversation (CorDesk                   *desk,
                                         const CorDeskConversation *conversation,
                                         gint64                     viewer) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_shape_conversation_push (CorDesk                   *desk,
                                              const CorDeskConversation *conversation) G_GNUC_WARN_UNUSED_RESULT;
int         cor_desk_unread_count (CorDesk                   *desk,
                                   const CorDeskConversation *conversation);

G_END_DECLS
