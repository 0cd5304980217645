/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* What one learning came to. */
typedef struct
{
  guint  n_examples, n_targets;
  gint64 took_us; /* of the learning itself */
} CorLearning;

void         cor_store_learn_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorLearning *cor_store_learn_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
