/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-reply-check.h"
#include "cor-store.h"

G_BEGIN_DECLS

CorReplyRules   *cor_store_get_reply_rules (void);
void             cor_store_load_reply_context_async (CorStore *store, gint64 conversation, gboolean is_private, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorReplyContext *cor_store_load_reply_context_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether compliance holds the conversation, or a payment linked to it: only approved texts may be sent then. */
void     cor_store_look_for_hold_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_look_for_hold_finish (CorStore *store, GAsyncResult *result, gboolean *is_held, GError **error);

/* Findings of a text as things stand now: GPtrArray of CorReplyFinding, see cor_reply_check_run(). */
void       cor_store_check_reply_async (CorStore *store, gint64 conversation, gboolean is_private, const char *text, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_check_reply_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
