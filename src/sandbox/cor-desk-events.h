/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

typedef enum
{
  COR_DESK_EVENT_MESSAGE,
  COR_DESK_EVENT_CONVERSATION,
  COR_DESK_EVENT_CONTACT,
  COR_DESK_EVENT_OTHER,
} CorDeskEventKind;

/* What the cable tells after a commit; the subject is read again then, so it is as committed. */
typedef struct
{
  const char      *name; /* literal */
  CorDeskEventKind kind;
  gint64           subject;
  gint64           inbox_id;     /* to its members and the administrators; 0: not bound to an inbox */
  gint64           only_agent;   /* 0: all */
  gint64           except_agent; /* 0: none */
  JsonObject      *extra;        /* owned, nullable: members to add */
} CorDeskEvent;

void cor_desk_event_free (CorDeskEvent *event);
void cor_desk_event_message (CorDeskRequest *request,
                             const char     *name,
                             gint64          message_id,
                             gint64          inbox_id,
                             JsonObject     *extra);
void cor_desk_event_conversation (CorDeskRequest *request,
                                  const char     *name,
                                  gint64          conversation_id,
                                  gint64          inbox_id);
void cor_desk_event_contact (CorDeskRequest *request,
                             const char     *name,
                             gint64          contact_id);
void cor_desk_event_other (CorDeskRequest *request,
                           const char     *name,
                           gint64          inbox_id,
                           gint64          only_agent,
                           gint64          except_agent,
                           JsonObject     *data);
void cor_desk_event_cache (CorDeskRequest *request,
                           const char     *key);
void cor_desk_events_send (CorDeskRequest *request);

G_END_DECLS
