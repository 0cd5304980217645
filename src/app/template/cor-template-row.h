/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-template-item.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_ROW (cor_template_row_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplateRow, cor_template_row, COR, TEMPLATE_ROW, GtkListBoxRow)

GtkWidget       *cor_template_row_new (CorTemplateItem *item, const char *locale) G_GNUC_WARN_UNUSED_RESULT;
CorTemplateItem *cor_template_row_get_item (CorTemplateRow *self);

G_END_DECLS
