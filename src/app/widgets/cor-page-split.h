/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PAGE_SPLIT (cor_page_split_get_type ())
G_DECLARE_FINAL_TYPE (CorPageSplit, cor_page_split, COR, PAGE_SPLIT, GtkWidget)

void     cor_page_split_set_children (CorPageSplit *self, GtkWidget *list, GtkWidget *detail, GtkWidget *aside);
void     cor_page_split_show_detail (CorPageSplit *self, gboolean shown);
gboolean cor_page_split_is_folded (CorPageSplit *self);
gboolean cor_page_split_is_detail_shown (CorPageSplit *self);

G_END_DECLS
