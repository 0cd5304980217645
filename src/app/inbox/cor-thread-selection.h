/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-thread-list.h"

G_BEGIN_DECLS

#define COR_TYPE_THREAD_SELECTION (cor_thread_selection_get_type ())
G_DECLARE_FINAL_TYPE (CorThreadSelection, cor_thread_selection, COR, THREAD_SELECTION, GObject)

CorThreadSelection *cor_thread_selection_new (CorThreadList *list) G_GNUC_WARN_UNUSED_RESULT;
void                cor_thread_selection_set_id (CorThreadSelection *self, gint64 id);
gint64              cor_thread_selection_get_id (CorThreadSelection *self);

G_END_DECLS
