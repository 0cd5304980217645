/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-template.h"

G_BEGIN_DECLS

#define COR_TYPE_COVER_CELLS (cor_cover_cells_get_type ())
G_DECLARE_FINAL_TYPE (CorCoverCells, cor_cover_cells, COR, COVER_CELLS, GtkWidget)

GtkWidget       *cor_cover_cells_new (GtkAdjustment *adjustment) G_GNUC_WARN_UNUSED_RESULT;
void             cor_cover_cells_set_locales (CorCoverCells *self, const char *const *locales, CorTemplateCover *covers);
CorTemplateCover cor_cover_cells_get_cover (CorCoverCells *self, int column);
void             cor_cover_cells_set_column (CorCoverCells *self, int column);
int              cor_cover_cells_find (CorCoverCells *self, double x);
void             cor_cover_cells_show (CorCoverCells *self, int column);

G_END_DECLS
