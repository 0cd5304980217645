/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PANE_SLOT (cor_pane_slot_get_type ())
G_DECLARE_FINAL_TYPE (CorPaneSlot, cor_pane_slot, COR, PANE_SLOT, GtkWidget)

GtkWidget *cor_pane_slot_new (GtkWidget *child, int width) G_GNUC_WARN_UNUSED_RESULT;
void       cor_pane_slot_set_width (CorPaneSlot *self, int width);

G_END_DECLS
