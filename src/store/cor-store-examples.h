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
  guint  n_examples;
  guint  n_new;      /* of them that the last learning had not */
  guint  n_learned;  /* that it had */
  guint  n_targets;  /* different answers among these */
  gint64 learned_at; /* seconds since the epoch; 0: never */
  gint64 last;       /* the newest example */
} CorExampleState;

void     cor_store_put_examples_async (CorStore *store, GPtrArray *examples, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_forget_examples_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     cor_store_collect_examples_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_put_examples_finish (CorStore *store, GAsyncResult *result, GError **error);

void             cor_store_load_example_state_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorExampleState *cor_store_load_example_state_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Where in the conversation the question is. */
typedef struct
{
  guint    n_messages; /* it was asked in so many that do not only greet; 0: nothing is asked */
  gboolean is_last;    /* they are what the customer wrote last */
} CorQuestionPlace;

/* For jobs on the store's threads. */
char *cor_question_load (CorDb *db, gint64 conversation, gint64 before, CorQuestionPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
