/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-session.h"

G_BEGIN_DECLS

void   cor_take_oldest_async (CorSession *session, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cor_take_oldest_finish (CorSession *session, GAsyncResult *result, GError **error);

G_END_DECLS
