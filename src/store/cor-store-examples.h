/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* A question and what answered it. */
typedef struct
{
  char *text;
  char *target; /* the slug of an article, SOP or template; it need not be here (yet) */
} CorExampleData;

void cor_example_data_free (CorExampleData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorExampleData, cor_example_data_free)

/* What there is to learn from, and what was. */
typedef struct
{
  guint    n_examples;
  guint    n_new;            /* of them that the last learning had not */
  guint    n_learned;        /* that it had */
  guint    n_targets;        /* different answers among these */
  gint64   learned_at;       /* seconds since the epoch; 0: never */
  gint64   last;             /* the newest example */
  gboolean has_new_articles; /* that list questions the last learning had not */
} CorExampleState;

void     cor_store_put_examples_async (CorStore *store, GPtrArray *examples, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_forget_examples_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_collect_examples_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_put_examples_finish (CorStore *store, GAsyncResult *result, GError **error);

void             cor_store_load_example_state_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorExampleState *cor_store_load_example_state_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
