/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-template-item.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_PANE (cor_template_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplatePane, cor_template_pane, COR, TEMPLATE_PANE, GtkWidget)

void             cor_template_pane_set_session (CorTemplatePane *self, CorSession *session);
void             cor_template_pane_show (CorTemplatePane *self, CorTemplateItem *item, const char *locale);
void             cor_template_pane_set_folded (CorTemplatePane *self, gboolean folded);
CorTemplateItem *cor_template_pane_get_item (CorTemplatePane *self);

G_END_DECLS
