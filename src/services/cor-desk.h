/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-article-data.h"
#include "cor-conversation-record.h"
#include "cor-desk-records.h"
#include "cor-template.h"

G_BEGIN_DECLS

#define COR_TYPE_DESK (cor_desk_get_type ())
G_DECLARE_INTERFACE (CorDesk, cor_desk, COR, DESK, GObject)

/* One page of conversations. */
typedef struct
{
  GPtrArray *conversations; /* CorConversationRecord */
  gint64     server_time;   /* the server's clock at the answer, seconds since the epoch */
  guint      total;         /* how many the whole list has, 0 unknown */
  gboolean   is_last;
} CorDeskConversationPage;

/* Messages in ascending order. */
typedef struct
{
  GPtrArray *messages; /* CorMessageRecord */
  gboolean   is_full;  /* the service has more in that direction */
} CorDeskMessagePage;

/* The arrangement of the desk, whole. */
typedef struct
{
  GPtrArray *inboxes;   /* CorInboxRecord: the agent's own */
  GPtrArray *agents;    /* CorAgentRecord */
  GPtrArray *teams;     /* CorTeamRecord */
  GPtrArray *labels;    /* CorLabelRecord */
  GPtrArray *templates; /* CorTemplate without source and account; NULL: it has none, or not for this agent */
  char      *version;   /* of lists that have one: the same text means nothing changed; NULL unknown */
} CorDeskLists;

/* The published articles of the desk's help centres, in all their languages. */
typedef struct
{
  GPtrArray *articles; /* CorArticleData without source and account; NULL: nothing changed */
  char      *version;  /* of what was read */
} CorDeskArticles;

typedef enum
{
  COR_DESK_ORDER_ACTIVITY, /* newest activity first */
  COR_DESK_ORDER_CREATED,  /* newest first, by a key that never changes */
} CorDeskOrder;

/* What became of a message that was posted (chatwoot.md §15, the table of outcomes). */
typedef enum
{
  COR_DESK_SEND_ACCEPTED,
  COR_DESK_SEND_NOT_SENT,  /* the server cannot have it: nothing left, or it was refused before it was read */
  COR_DESK_SEND_REJECTED,  /* refused for good: policy, not found */
  COR_DESK_SEND_UNCERTAIN, /* it may have it, or get it later */
  COR_DESK_SEND_DOUBTED,   /* the server said no (422) but may have stored it before: look once, then rejected */
} CorDeskSend;

typedef struct
{
  CorDeskSend       verdict;
  CorMessageRecord *message; /* when accepted, else NULL */
  GError           *error;   /* why not, else NULL */
} CorDeskSendResult;

/* A file to send, on this computer. */
typedef struct
{
  char *path;
  char *name; /* as the customer sees it */
  char *content_type;
} CorDeskFile;

typedef struct
{
  const char *uuid;    /* random; the service keeps it with the message */
  const char *content; /* final text; may be empty where there are files */
  gboolean    is_private;
  const char *answered; /* id of the message that it answers, or NULL */

  const CorDeskFile *files;
  guint              n_files;
} CorDeskOutgoing;

/* Something the service pushed. Exactly one of the pointers is set, or a flag. */
typedef struct
{
  CorMessageRecord      *message;
  CorConversationRecord *conversation;
  CorCustomerRecord     *customer;
  char                  *typing_conversation_id; /* somebody types there */
  char                  *typing_name;
  gboolean               typing_on, typing_private; /* private: a note for colleagues */
  gboolean               lists_changed;             /* inboxes, labels, teams, membership */
  char                  *deleted_customer_id;       /* gone or merged into another */
} CorDeskEvent;

/* A change of a conversation's state; always absolute values, safe to repeat. */
typedef enum
{
  COR_DESK_CHANGE_STATUS,
  COR_DESK_CHANGE_ASSIGNEE,
  COR_DESK_CHANGE_PRIORITY,
  COR_DESK_CHANGE_LABELS,
  COR_DESK_CHANGE_SEEN,
  COR_DESK_CHANGE_ATTRIBUTES,
  COR_DESK_CHANGE_TYPING, /* not of the conversation: that the agent types there; of this moment, never queued */
} CorDeskChangeKind;

typedef struct
{
  CorDeskChangeKind  kind;
  CorStatus          status;
  gint64             snoozed_until; /* 0: until the next message */
  const char        *assignee_id;   /* NULL: unassign */
  CorPriority        priority;
  const char *const *labels_added;
  const char *const *labels_removed;
  gboolean           typing_on, typing_private;
  const char        *attributes_json; /* ATTRIBUTES: all that the conversation is to have, a JSON object */
} CorDeskChange;

struct _CorDeskInterface
{
  GTypeInterface parent_iface;

  void (*sign_in_async) (CorDesk *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  void (*get_lists_async) (CorDesk *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  void (*get_articles_async) (CorDesk *self, const char *known_version, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data); /* NULL: it has none */
  void (*list_conversations_async) (CorDesk *self, CorDeskOrder order, guint page, gboolean unresolved_only, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  void (*get_conversation_async) (CorDesk *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  void (*list_messages_async) (CorDesk *self, const char *conversation_id, gint64 after, gint64 before, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  void (*send_async) (CorDesk *self, const char *conversation_id, const CorDeskOutgoing *outgoing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  void (*change_async) (CorDesk *self, const char *conversation_id, const CorDeskChange *change, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

  gpointer (*finish) (CorDesk *self, GAsyncResult *result, GError **error);

  void (*start_push) (CorDesk *self);
  void (*stop_push) (CorDesk *self);
};

/* All are for the main thread; all *_finish take over nothing and return (transfer full).
 *
 * Signals, on the main thread:
 *   "event" (CorDeskEvent *): something was pushed; valid during the emission only
 *   "push-state" (gboolean): whether the push connection is up; what was missed while it was down
 *     is not told again */

void              cor_desk_sign_in_async (CorDesk *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorProfileRecord *cor_desk_sign_in_finish (CorDesk *self, GAsyncResult *result, GError **error);

void          cor_desk_get_lists_async (CorDesk *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorDeskLists *cor_desk_get_lists_finish (CorDesk *self, GAsyncResult *result, GError **error);

void             cor_desk_get_articles_async (CorDesk *self, const char *known_version, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorDeskArticles *cor_desk_get_articles_finish (CorDesk *self, GAsyncResult *result, GError **error);

void                     cor_desk_list_conversations_async (CorDesk *self, CorDeskOrder order, guint page, gboolean unresolved_only, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorDeskConversationPage *cor_desk_list_conversations_finish (CorDesk *self, GAsyncResult *result, GError **error);

void                   cor_desk_get_conversation_async (CorDesk *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorConversationRecord *cor_desk_get_conversation_finish (CorDesk *self, GAsyncResult *result, GError **error);

void                cor_desk_list_messages_async (CorDesk *self, const char *conversation_id, gint64 after, gint64 before, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorDeskMessagePage *cor_desk_list_messages_finish (CorDesk *self, GAsyncResult *result, GError **error);

void               cor_desk_send_async (CorDesk *self, const char *conversation_id, const CorDeskOutgoing *outgoing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorDeskSendResult *cor_desk_send_finish (CorDesk *self, GAsyncResult *result);

void     cor_desk_change_async (CorDesk *self, const char *conversation_id, const CorDeskChange *change, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_desk_change_finish (CorDesk *self, GAsyncResult *result, GError **error);

void cor_desk_start_push (CorDesk *self);
void cor_desk_stop_push (CorDesk *self);

CorDeskEvent *cor_desk_event_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          cor_desk_event_free (CorDeskEvent *self);
void          cor_desk_conversation_page_free (CorDeskConversationPage *self);
void          cor_desk_message_page_free (CorDeskMessagePage *self);
void          cor_desk_lists_free (CorDeskLists *self);
void          cor_desk_articles_free (CorDeskArticles *self);
void          cor_desk_send_result_free (CorDeskSendResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskEvent, cor_desk_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskConversationPage, cor_desk_conversation_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskMessagePage, cor_desk_message_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskLists, cor_desk_lists_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskArticles, cor_desk_articles_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskSendResult, cor_desk_send_result_free)

G_END_DECLS
