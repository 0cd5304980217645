/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_FIT_LABEL (cor_fit_label_get_type ())
G_DECLARE_FINAL_TYPE (CorFitLabel, cor_fit_label, COR, FIT_LABEL, GtkWidget)

GtkWidget *cor_fit_label_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void       cor_fit_label_set_text (CorFitLabel *self, const char *text);
gboolean   cor_fit_label_is_whole (CorFitLabel *self);

G_END_DECLS
