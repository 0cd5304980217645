/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-template-catalog.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_COVERAGE (cor_template_coverage_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplateCoverage, cor_template_coverage, COR, TEMPLATE_COVERAGE, GtkWidget)

void cor_template_coverage_set_catalog (CorTemplateCoverage *self, CorTemplateCatalog *catalog);

G_END_DECLS
