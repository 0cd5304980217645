/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-page.h"
#include "cor-template-item.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATES_PAGE (cor_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplatesPage, cor_templates_page, COR, TEMPLATES_PAGE, CorPage)

void cor_templates_page_open (CorTemplatesPage *self, CorTemplateItem *item, const char *locale);
void cor_templates_page_show_languages (CorTemplatesPage *self, gboolean shown);

G_END_DECLS
