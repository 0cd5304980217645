/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_FACT_ROW (cor_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (CorFactRow, cor_fact_row, COR, FACT_ROW, GtkWidget)

GtkWidget  *cor_fact_row_new (const char *key, const char *value) G_GNUC_WARN_UNUSED_RESULT;
void        cor_fact_row_set_value (CorFactRow *self, const char *value);
void        cor_fact_row_set_masked (CorFactRow *self, const char *masked);
const char *cor_fact_row_get_shown (CorFactRow *self);

G_END_DECLS
