/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

G_BEGIN_DECLS

/* The agent's own words, which no dictionary has. */

void     cor_store_load_own_words_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char   **cor_store_load_own_words_finish (CorStore *store, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     cor_store_add_own_word_async (CorStore *store, const char *word, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_add_own_word_finish (CorStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
