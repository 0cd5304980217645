/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_FIRST_RUN_PAGE (cor_first_run_page_get_type ())
G_DECLARE_FINAL_TYPE (CorFirstRunPage, cor_first_run_page, COR, FIRST_RUN_PAGE, GtkWidget)

GtkWidget *cor_first_run_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_first_run_page_set_problem (CorFirstRunPage *self, const char *problem);
void       cor_first_run_page_set_busy (CorFirstRunPage *self, gboolean busy);

G_END_DECLS
