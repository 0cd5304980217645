/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib-object.h>

#include "cor-sla.h"
#include "cor-store-threads.h"

G_BEGIN_DECLS

#define COR_TYPE_THREAD (cor_thread_get_type ())
G_DECLARE_FINAL_TYPE (CorThread, cor_thread, COR, THREAD, GObject)

CorThread           *cor_thread_new (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
gint64               cor_thread_get_id (CorThread *self);
const CorThreadData *cor_thread_get_data (CorThread *self);
void                 cor_thread_set_data (CorThread *self, CorThreadData *data);

CorSlaState cor_thread_data_get_sla_state (const CorThreadData *data, gint64 now);

G_END_DECLS
