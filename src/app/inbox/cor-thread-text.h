/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-threads.h"

G_BEGIN_DECLS

/* What a row of the conversation list says. */

char       *cor_thread_data_dup_snippet (const CorThreadData *data) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_thread_data_get_outbox_word (const CorThreadData *data);
const char *cor_thread_data_get_payment_word (const CorThreadData *data);
gboolean    cor_thread_data_is_translated (const CorThreadData *data);
char       *cor_thread_data_dup_tooltip (const CorThreadData *data) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_thread_data_dup_spoken (const CorThreadData *data, gint64 now, const char *time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
