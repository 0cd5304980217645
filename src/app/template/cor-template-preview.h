/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-template-filling.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_PREVIEW (cor_template_preview_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplatePreview, cor_template_preview, COR, TEMPLATE_PREVIEW, GtkWidget)

void     cor_template_preview_set_filling (CorTemplatePreview *self, CorTemplateFilling *filling);
gboolean cor_template_preview_can_insert (CorTemplatePreview *self);
gboolean cor_template_preview_ask (CorTemplatePreview *self);

G_END_DECLS
