/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

#include "cor-customer-record.h"
#include "cor-message-record.h"

G_BEGIN_DECLS

/* The values are stored: never renumber. */
typedef enum
{
  COR_STATUS_OPEN = 0,
  COR_STATUS_PENDING = 1, /* with a bot */
  COR_STATUS_SNOOZED = 2,
  COR_STATUS_RESOLVED = 3,
} CorStatus;

/* Stored. */
typedef enum
{
  COR_PRIORITY_NONE = 0,
  COR_PRIORITY_LOW = 1,
  COR_PRIORITY_MEDIUM = 2,
  COR_PRIORITY_HIGH = 3,
  COR_PRIORITY_URGENT = 4,
} CorPriority;

/* Which parts of a record were said: a push leaves out what a full answer has. */
typedef enum
{
  COR_CONVERSATION_HAS_STATUS = 1 << 0,
  COR_CONVERSATION_HAS_PRIORITY = 1 << 1,
  COR_CONVERSATION_HAS_ASSIGNEE = 1 << 2,
  COR_CONVERSATION_HAS_TEAM = 1 << 3,
  COR_CONVERSATION_HAS_LABELS = 1 << 4,
  COR_CONVERSATION_HAS_TIMES = 1 << 5, /* waiting_since, first_reply_at */
  COR_CONVERSATION_HAS_SEEN = 1 << 6,  /* agent_seen_at, unread_count */
  COR_CONVERSATION_HAS_CAN_REPLY = 1 << 7,
  COR_CONVERSATION_HAS_ATTRIBUTES = 1 << 8,
  COR_CONVERSATION_HAS_ALL = (1 << 9) - 1,
} CorConversationFields;

const char *cor_status_to_string (CorStatus status);
gboolean    cor_status_from_string (const char *name,
                                    CorStatus  *status);
const char *cor_priority_to_string (CorPriority priority);
CorPriority cor_priority_from_string (const char *name);

/* What a desk service said of a conversation. Strings are owned and may be NULL. */
typedef struct
{
  char              *remote_id;   /* owned */
  guint              fields;      /* CorConversationFields */
  char              *inbox_id;    /* remote id */
  CorCustomerRecord *customer;    /* owned, or NULL */
  char              *assignee_id; /* remote id of an agent, NULL unassigned */
  char              *team_id;     /* remote id */
  char              *subject;
  char              *attributes_json; /* JSON object, custom attributes */
  char             **labels;          /* titles */
  CorStatus          status;
  CorPriority        priority;
  gint64             snoozed_until; /* seconds since the epoch, as all times here; 0 with snoozed: until the next message */
  gint64             created_at;
  gint64             last_activity_at;
  gint64             waiting_since;   /* 0: nobody waits for us */
  gint64             first_reply_at;  /* 0 never */
  gint64             agent_seen_at;   /* 0 never */
  gint64             updated_at_us;   /* microseconds since the epoch */
  int                sla_first_reply; /* seconds of the policy, 0 none */
  int                sla_next_reply;
  guint              unread_count; /* may be capped by the service */
  gboolean           can_reply;    /* inside the channel's window */
  CorMessageRecord  *newest;       /* the newest message of any kind, or NULL */
} CorConversationRecord;

CorConversationRecord *cor_conversation_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorConversationRecord *cor_conversation_record_ref (CorConversationRecord *self);
void                   cor_conversation_record_unref (CorConversationRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorConversationRecord, cor_conversation_record_unref)

G_END_DECLS
