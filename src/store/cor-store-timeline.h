/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-intent.h"
#include "cor-message-record.h"
#include "cor-store-sources.h"
#include "cor-store-translations.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* One message as the timeline shows it; made on a reader thread, constant after that. */
typedef struct
{
  gint64         id; /* local; stays when the server's id becomes known */
  gint64         conversation;
  guint          channel; /* CorChannel of that conversation */
  char          *remote_id;
  CorMessageKind kind;
  CorSender      sender_kind;
  char          *sender_name;
  char          *content; /* masked Markdown */
  char          *full_content;
  char          *subject;
  char          *error;
  CorDelivery    delivery;
  gint64         created_at;
  char          *quoted, *quoted_name;            /* of the message that this one answers, where its writer pointed at it; or NULL */
  gboolean       is_private, is_deleted, is_mine; /* is_mine: of the account's own agent */
  int            rating;
  GPtrArray     *attachments; /* CorAttachmentRecord, or NULL */
  GPtrArray     *sources;     /* CorReplySource: what an accepted reply of ours was made of, or NULL */

  /* of a message in a language that the agent does not read */
  const char     *foreign_language; /* static; NULL: she reads it, or it is not known */
  const char     *target_language;  /* interned: hers */
  char           *original;         /* of a reply of hers: what she wrote before it was translated, or NULL */
  char           *original_language;
  CorTranslation *translation; /* what a machine says it means, or NULL: nobody asked */
  gboolean        is_translated_always, has_translator;

  /* of the intent behind a bubble that is not known to be on the server; intent 0: none */
  gint64         intent;
  char          *uuid;
  CorIntentState state;
  CorHoldReason  hold;
  char          *detail;     /* the server's words, or NULL */
  gint64         not_before; /* until then it can be taken back */
  gboolean       has_then;   /* after it the conversation gets then_status */
  CorStatus      then_status;
  gboolean       is_duplicate; /* the server has the same reply twice */
} CorTimelineEntry;

CorTimelineEntry *cor_timeline_entry_ref (CorTimelineEntry *self);
void              cor_timeline_entry_unref (CorTimelineEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTimelineEntry, cor_timeline_entry_unref)

typedef struct
{
  GPtrArray *entries;    /* CorTimelineEntry, ascending by (created_at, ordinal, id); waiting replies last */
  gboolean   has_older;  /* more is here in the store */
  gboolean   has_remote; /* more is on the server only */
} CorTimelinePage;

void cor_timeline_page_free (CorTimelinePage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTimelinePage, cor_timeline_page_free)

/* The newest @limit messages; @merged: of all the customer's conversations, each with its channel. */
void             cor_store_load_timeline_async (CorStore *store, gint64 conversation, gboolean merged, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTimelinePage *cor_store_load_timeline_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Asks the sync engine for what the server has before what is here. */
void     cor_store_request_history_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_request_history_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
