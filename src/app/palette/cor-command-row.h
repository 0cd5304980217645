/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-command.h"

G_BEGIN_DECLS

#define COR_TYPE_COMMAND_ROW (cor_command_row_get_type ())
G_DECLARE_FINAL_TYPE (CorCommandRow, cor_command_row, COR, COMMAND_ROW, GtkListBoxRow)

GtkWidget  *cor_command_row_new (CorCommand *command) G_GNUC_WARN_UNUSED_RESULT;
CorCommand *cor_command_row_get_command (CorCommandRow *self);

G_END_DECLS
