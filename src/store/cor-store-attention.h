/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/*
 * What holds for moments only: who types where, as the services told, and what the agent has before her, for the
 * engine that may run in another process. None of it has to survive anything.
 */

typedef enum
{
  COR_WRITING_NOTHING,
  COR_WRITING_REPLY,
  COR_WRITING_NOTE, /* for colleagues only */
} CorWriting;

/* Somebody who types in a conversation. */
typedef struct
{
  char    *name;
  gboolean is_private; /* a note for colleagues */
  gint64   until;      /* seconds since the epoch: not longer, unless it is told again */
} CorTypist;

void cor_typist_free (CorTypist *self);

/* What an agent has before her in one window. */
typedef struct
{
  gint64     conversation, account; /* local ids */
  char      *display_id;
  CorWriting writing;
  gint64     writing_until_ms; /* milliseconds since the epoch */
} CorAttention;

void cor_attention_free (CorAttention *self);

/* Told by a service; @name NULL with @is_on FALSE: whoever it was. cor_store_pull_finish() ends it. */
void cor_store_put_typing_async (CorStore *store, gint64 account, const char *conversation_id, const char *name, gboolean is_private, gboolean is_on, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Who types there now: GPtrArray of CorTypist. @conversation is a local id. */
void       cor_store_list_typists_async (CorStore *store, gint64 conversation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_typists_finish (CorStore *store, GAsyncResult *result, GError **error);

/* @process: names the window. @conversation: local id of the one that is open, 0 none. */
void cor_store_put_attention_async (CorStore *store, const char *process, gint64 conversation, CorWriting writing, gint64 writing_until_ms, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void cor_store_remove_attention_async (CorStore *store, const char *process, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Of every window with an open conversation, the one that told last first: GPtrArray of CorAttention. */
void       cor_store_list_attention_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_attention_finish (CorStore *store, GAsyncResult *result, GError **error);

/* At the start of an engine: what an earlier one left is no longer so. */
void cor_store_clear_moments_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
