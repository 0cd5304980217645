/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-insert-source.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* What the agent has written and not sent. A conversation has one for the customer and one private. */
typedef struct
{
  gint64     conversation;
  gboolean   is_private;
  char      *text;
  guint      caret;   /* characters before it */
  GPtrArray *sources; /* CorInsertSource, what was inserted, also what was deleted again; or NULL */
  gint64     updated_at;
} CorDraft;

void cor_draft_free (CorDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDraft, cor_draft_free)

/* Both drafts of a conversation: GPtrArray of CorDraft, at most two. */
void       cor_store_load_drafts_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_load_drafts_finish (CorStore *store, GAsyncResult *result, GError **error);

/* With its files. To be ended by cor_store_save_draft_finish(). */
void cor_store_discard_draft_async (CorStore *store, gint64 conversation, gboolean is_private, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* An empty text removes the draft, unless files are attached to it. @sources: as above, copied. On disk when it returns. */
void     cor_store_save_draft_async (CorStore *store, gint64 conversation, gboolean is_private, const char *text, guint caret, GPtrArray *sources, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_save_draft_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
