/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-document-steps.h"

G_BEGIN_DECLS

#define COR_TYPE_PROCEDURE_ROW (cor_procedure_row_get_type ())
G_DECLARE_FINAL_TYPE (CorProcedureRow, cor_procedure_row, COR, PROCEDURE_ROW, GtkWidget)

GtkWidget *cor_procedure_row_new (const CorStep *step) G_GNUC_WARN_UNUSED_RESULT;
void       cor_procedure_row_show (CorProcedureRow *self, gboolean is_done, const char *who_and_when);

G_END_DECLS
