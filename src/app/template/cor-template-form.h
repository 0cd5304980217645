/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-template-filling.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_FORM (cor_template_form_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplateForm, cor_template_form, COR, TEMPLATE_FORM, GtkWidget)

void     cor_template_form_set_filling (CorTemplateForm *self, CorTemplateFilling *filling);
void     cor_template_form_clear (CorTemplateForm *self);
void     cor_template_form_ask (CorTemplateForm *self, const char *const *names);
gboolean cor_template_form_grab_first (CorTemplateForm *self);

G_END_DECLS
