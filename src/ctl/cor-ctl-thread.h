/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl-output.h"
#include "cor-store-threads.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A conversation in lists and as JSON. */

const char  *cor_ctl_channel_get_name (CorChannel channel);
char        *cor_ctl_dup_when (gint64 at) G_GNUC_WARN_UNUSED_RESULT;
char        *cor_ctl_dup_when_full (gint64 at) G_GNUC_WARN_UNUSED_RESULT;
void         cor_ctl_thread_add_json (JsonBuilder *builder, const CorThreadData *thread);
CorCtlTable *cor_ctl_thread_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         cor_ctl_thread_table_add (CorCtlTable *table, const CorThreadData *thread);

G_END_DECLS
