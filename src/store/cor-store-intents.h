/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-insert-source.h"
#include "cor-intent.h"
#include "cor-payment-link.h"
#include "cor-procedure.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* An intent as the outbox shows it. */
typedef struct
{
  gint64         id;
  char          *uuid;
  gint64         account;
  gint64         conversation; /* local; 0 when it is gone here */
  char          *display_id;
  char          *name;    /* of the customer */
  guint          channel; /* CorChannel */
  CorIntentKind  kind;
  CorIntentState state;
  CorHoldReason  hold;
  char          *text;     /* of a reply or a note; empty when it is nothing but files */
  char         **files;    /* their names, or NULL */
  gboolean       has_then; /* a reply after which the conversation gets then_status */
  CorStatus      then_status;
  char          *answered; /* of a reply: remote id of the message that it answers, or NULL */
  char          *detail;   /* the server's words; with COR_HOLD_CONFLICT what was found: cor_state_value_from_string() */
  gint64         created_at, not_before, updated_at;
  gint64         send_at;       /* when the agent wants it to leave; 0: as soon as it can */
  gint64         floor;         /* largest message ordinal the writer had seen */
  gint64         message;       /* local id of its bubble */
  gboolean       from_offline;  /* it had to wait for the connection */
  gboolean       is_confirmed;  /* the agent said: send as it is */
  gboolean       is_time_bound; /* it states a date, an estimate or a rate */

  /* for the sync engine */
  gboolean    is_restarted; /* its countdown was, once, for a further message */
  gboolean    is_doubted;   /* refused with words that stand in detail */
  gboolean    is_check_asked;
  guint       checks, attempts;
  gint64      uncertain_since_ms; /* milliseconds since the epoch */
  CorStatus   base_status;        /* what the agent saw */
  char       *base_assignee;
  CorPriority base_priority;
  gboolean    has_base_priority;
  CorStatus   status; /* what is asked for, by kind */
  gint64      snoozed_until;
  char       *assignee, *assignee_name;
  char       *found_name; /* of a conflict about whose it is: who has it */
  CorPriority priority;
  char      **labels_added, **labels_removed; /* may be NULL */
  char      **changes;                        /* of a procedure: cor_procedure_change_from_text(); of payments: cor_link_change_from_text(); may be NULL */
} CorIntentData;

CorIntentData *cor_intent_data_ref (CorIntentData *self);
void           cor_intent_data_unref (CorIntentData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorIntentData, cor_intent_data_unref)

/* Queues a reply or note, with its bubble, and removes the draft it came from, in one transaction;
 * on disk when it returns. @undo_seconds: negative = the account's setting for the channel.
 * Returns the intent's id, or 0. */
void cor_store_queue_reply_async (CorStore *store, gint64 conversation, gboolean is_private, const char *text, int undo_seconds, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void cor_store_queue_reply_from_async (CorStore *store, gint64 conversation, gboolean is_private, const char *text, GPtrArray *sources, int undo_seconds, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* A reply or note as it shall leave. */
typedef struct
{
  gint64        conversation;
  gboolean      is_private;
  const char   *text;    /* may be empty when there are files */
  GPtrArray    *sources; /* CorInsertSource, or NULL */
  const gint64 *files;   /* ids of those of its draft that go with it */
  guint         n_files;
  GPtrArray    *staged;       /* CorStagedFile, or NULL: further ones; not to be used any more */
  int           undo_seconds; /* negative: the account's */
  gint64        send_at;      /* 0: as soon as it can */
  gboolean      has_then;     /* once it has left, and not before, the conversation gets another status */
  CorStatus     then_status;
  gint64        then_until; /* of COR_STATUS_SNOOZED: seconds since the epoch, 0 until the customer writes */
} CorReplyOrder;

void   cor_store_queue_reply_with_async (CorStore *store, const CorReplyOrder *order, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cor_store_queue_reply_finish (CorStore *store, GAsyncResult *result, GError **error);

/* State changes; the list shows their effect at once, as an overlay. */
void     cor_store_queue_status_async (CorStore *store, gint64 conversation, CorStatus status, gint64 snoozed_until, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_queue_assign_async (CorStore *store, gint64 conversation, const char *agent_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_queue_priority_async (CorStore *store, gint64 conversation, CorPriority priority, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_queue_labels_async (CorStore *store, gint64 conversation, const char *const *added, const char *const *removed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_queue_seen_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_queue_procedure_async (CorStore *store, gint64 conversation, const CorProcedureChange *change, const char *note, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_queue_links_async (CorStore *store, gint64 conversation, const CorLinkChange *changes, guint n_changes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_queue_finish (CorStore *store, GAsyncResult *result, GError **error);

/* What is not final, and replies that failed: GPtrArray of CorIntentData, oldest first. */
void       cor_store_list_outbox_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_outbox_finish (CorStore *store, GAsyncResult *result, GError **error);

/* One intent by its id, whatever its state. */
void           cor_store_load_intent_async (CorStore *store, gint64 intent, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorIntentData *cor_store_load_intent_finish (CorStore *store, GAsyncResult *result, GError **error);

/* What the agent decides. Each fails with COR_STORE_ERROR_CONFLICT when the intent has moved on. */
typedef enum
{
  COR_INTENT_RETRY,     /* held, failed, uncertain, scheduled: now, as it is, over what the agent has now seen */
  COR_INTENT_CANCEL,    /* queued, scheduled, held, failed, uncertain: discard; the text is gone */
  COR_INTENT_TAKE_BACK, /* queued, scheduled, held, failed, uncertain: discard, and its text becomes the draft again */
  COR_INTENT_CHECK,     /* uncertain: look now whether it arrived */
} CorIntentAction;

void     cor_store_act_on_intent_async (CorStore *store, gint64 intent, CorIntentAction action, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_schedule_intent_async (CorStore *store, gint64 intent, gint64 send_at, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_act_on_intent_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
