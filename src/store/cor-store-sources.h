/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-insert-source.h"
#include "cor-store.h"

G_BEGIN_DECLS

/*
 * What replies were made of. A text that is inserted into a reply is noted with its draft
 * (cor_store_save_draft_async()), goes with the reply into the outbox (cor_store_queue_reply_from_async()),
 * comes back with it when it is taken back, and becomes rows of the table reply_source in the transaction
 * in which the reply is known to be accepted. Statements that rank or list what was used join the view
 * source_use (kind, source_id, n_replies, n_resolved, last_at).
 */

/* One source of an accepted reply. */
typedef struct
{
  char *kind; /* COR_SOURCE_… */
  char *id;
  char *version; /* that was inserted, or NULL */
  char *locale;  /* or NULL */
  char *title;   /* of what is here under that id now; NULL when nothing is */

  gboolean is_changed; /* an article says something else by now */
} CorReplySource;

void cor_reply_source_free (CorReplySource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorReplySource, cor_reply_source_free)

/* For jobs on the store's threads. */
void cor_reply_sources_put (CorDb *db, const GPtrArray *sources, const char *text, const char *uuid, gint64 intent);

/* Likewise: GPtrArray of CorReplySource, or NULL for none. */
GPtrArray *cor_reply_sources_load (CorDb *db, gint64 message) G_GNUC_WARN_UNUSED_RESULT;

/* How often something was used in replies that were accepted. */
typedef struct
{
  guint  n_replies;
  guint  n_resolved; /* of them: in conversations that are resolved now */
  gint64 last_at;    /* seconds since the epoch, 0 never */
} CorSourceUse;

void          cor_store_count_uses_async (CorStore *store, const char *kind, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorSourceUse *cor_store_count_uses_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
