/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-desk-records.h"
#include "cor-excerpt.h"
#include "cor-intent.h"
#include "cor-payment-standing.h"
#include "cor-store.h"
#include "cor-view.h"

G_BEGIN_DECLS

/* A conversation's place in a list: its sort key and its local id. Lists are ascending by (key, id);
 * the key of COR_SORT_NEWEST is the negated time of the last activity. */
typedef struct
{
  gint64 key;
  gint64 id;
} CorThreadPlace;

/* What a row of a list shows; made on a reader thread, constant after that. */
typedef struct
{
  gint64             id;         /* local */
  gint64             account;    /* local */
  char              *display_id; /* the number people use */
  gint64             customer;   /* local, 0 none */
  char              *name;       /* of the customer, never NULL */
  char              *subject;
  char              *snippet;     /* one line of the newest message, or of the draft */
  char              *meaning;     /* what that says in the agent's language; NULL: she reads it, or nobody translated it */
  char              *tier;        /* NULL: no VIP */
  char              *assignee;    /* name, NULL unassigned */
  char              *assignee_id; /* remote id */
  char             **labels;      /* titles */
  char             **label_colors;
  CorChannel         channel;
  CorStatus          status;
  CorPriority        priority;
  gint64             last_activity_at, waiting_since, due_at, snoozed_until; /* due_at G_MAXINT64: nothing */
  guint              unread_count;
  guint32            views; /* CorViewFlags */
  guint              snippet_is_ours : 1;
  guint              snippet_is_note : 1;
  guint              has_draft : 1;
  guint              has_payment : 1; /* one is meant, whether anybody knows it or not */
  guint              n_messages;      /* kept here */
  guint              n_waiting;       /* replies queued, sending or uncertain */
  guint              n_needing;       /* replies held or failed */
  CorPaymentStatus   payment_status;  /* of the payment that is meant there */
  const CorStanding *payment;         /* what that means; NULL: none is meant, or nobody knows it */
  char              *news;            /* number of a watched payment of which something is new; NULL: none, or with compliance */
  CorExcerpt        *found;           /* of the message that a list was searched for; NULL: none, or not searched */
} CorThreadData;

CorThreadData *cor_thread_data_ref (CorThreadData *self);
void           cor_thread_data_unref (CorThreadData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorThreadData, cor_thread_data_unref)

/* The places of a view, ascending: GArray of CorThreadPlace. */
void    cor_store_list_places_async (CorStore *store, const CorView *view, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *cor_store_list_places_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Which of @ids (gint64) are in the view now, and where: GArray of CorThreadPlace. */
void    cor_store_find_places_async (CorStore *store, const CorView *view, GArray *ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *cor_store_find_places_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Rows by id, in the order asked, gone ones left out: GPtrArray of CorThreadData. */
void cor_store_load_threads_async (CorStore *store, GArray *ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The same for a list that is searched: with what was found in each. */
void       cor_store_load_found_threads_async (CorStore *store, GArray *ids, const char *search, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_load_threads_finish (CorStore *store, GAsyncResult *result, GError **error);

/* One count of one view. */
typedef struct
{
  char *key; /* cor_view_dup_key() of the view, or "outbox", "outbox:needing", "drafts" */
  guint n;
  guint n_unread;
} CorViewCount;

void cor_view_count_free (CorViewCount *self);

/* All counts: GPtrArray of CorViewCount; views without one are empty. @now: for what is due. */
void       cor_store_list_counts_async (CorStore *store, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_counts_finish (CorStore *store, GAsyncResult *result, GError **error);

/* The local id of a conversation by its display id, "ID" or "ACCOUNT:ID"; 0 with COR_STORE_ERROR_NOT_FOUND. */
void   cor_store_find_conversation_async (CorStore *store, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cor_store_find_conversation_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Labels, agents and so on of an account (0: of all), for menus and the sidebar. */
typedef struct
{
  GPtrArray *labels;  /* CorLabelRecord */
  GPtrArray *agents;  /* CorAgentRecord */
  GPtrArray *inboxes; /* CorInboxRecord */
  GPtrArray *teams;   /* CorTeamRecord */
} CorDeskData;

void cor_desk_data_free (CorDeskData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskData, cor_desk_data_free)

void         cor_store_load_desk_async (CorStore *store, gint64 account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorDeskData *cor_store_load_desk_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
