/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-row-filler.h"
#include "cor-row-palette.h"
#include "cor-session.h"
#include "cor-thread.h"

G_BEGIN_DECLS

#define COR_TYPE_THREAD_ROW (cor_thread_row_get_type ())
G_DECLARE_FINAL_TYPE (CorThreadRow, cor_thread_row, COR, THREAD_ROW, GtkWidget)

GtkWidget *cor_thread_row_new (CorSession *session, GtkListItem *item, CorRowFiller *filler, const CorRowPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
void       cor_thread_row_set_thread (CorThreadRow *self, CorThread *thread);
void       cor_thread_row_fill (CorThreadRow *self);
void       cor_thread_row_update (CorThreadRow *self);

G_END_DECLS
