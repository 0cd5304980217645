/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-excerpt.h"
#include "cor-message-record.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* What is asked of the messages. */
typedef struct
{
  const char *query;           /* whatever somebody typed or pasted */
  guint       limit;           /* at most so many */
  gint64      conversation;    /* only in this one, local id; 0: in all */
  gboolean    is_typing;       /* the last word may be unfinished */
  gboolean    by_conversation; /* of each conversation only the message that fits best */
} CorMessageAsk;

/* A message that was found. */
typedef struct
{
  gint64         id;           /* local */
  char          *remote_id;    /* or NULL: not on the server yet */
  gint64         conversation; /* local */
  gint64         account;      /* local */
  char          *display_id;   /* the conversation's number that people use */
  guint          channel;      /* CorChannel */
  gint64         customer;     /* local, 0 none */
  char          *customer_name;
  CorMessageKind kind;
  CorSender      sender_kind;
  char          *sender_name; /* or NULL */
  gboolean       is_private;  /* a note, which the customer never saw */
  gint64         created_at;
  double         score;   /* 1: all words are in it */
  CorExcerpt    *excerpt; /* of its text, its subject or the names of its files, wherever the words are */
  guint          n_more;  /* with by_conversation: messages of the same conversation that were found too */
} CorMessageHit;

typedef struct
{
  GPtrArray *hits;      /* CorMessageHit: with most of the words first, then the newest */
  char     **unknown;   /* words that are in no message, and nothing like them */
  guint      n_found;   /* among the newest that were looked at; hits are cut at the limit */
  guint      n_waiting; /* messages and customers that came and are not in the index yet, about */
  gint64     took_us;
} CorMessageResult;

void cor_message_result_free (CorMessageResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMessageResult, cor_message_result_free)

void              cor_store_find_messages_async (CorStore *store, const CorMessageAsk *ask, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorMessageResult *cor_store_find_messages_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
