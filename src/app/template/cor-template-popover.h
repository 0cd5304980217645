/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-template-filling.h"
#include "cor-template-picker.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_POPOVER (cor_template_popover_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplatePopover, cor_template_popover, COR, TEMPLATE_POPOVER, GtkPopover)

void cor_template_popover_set_models (CorTemplatePopover *self, CorTemplatePicker *picker, CorTemplateFilling *filling);
void cor_template_popover_begin (CorTemplatePopover *self, const char *template);

G_END_DECLS
