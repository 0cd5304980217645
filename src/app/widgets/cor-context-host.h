/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_CONTEXT_HOST (cor_context_host_get_type ())
G_DECLARE_FINAL_TYPE (CorContextHost, cor_context_host, COR, CONTEXT_HOST, GtkWidget)

GtkWidget *cor_context_host_new (GtkWidget *detail, GtkWidget *context) G_GNUC_WARN_UNUSED_RESULT;
void       cor_context_host_set_context_visible (CorContextHost *self, gboolean visible);
gboolean   cor_context_host_get_context_visible (CorContextHost *self);
void       cor_context_host_set_available (CorContextHost *self, gboolean available);
gboolean   cor_context_host_is_wide (CorContextHost *self);

G_END_DECLS
