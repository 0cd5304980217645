/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk.h"

G_BEGIN_DECLS

/* Reads everything of a conversation after an ordinal, to the end and without a gap. */
void       cor_message_read_async (CorDesk *desk, const char *conversation_id, gint64 after, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_message_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
