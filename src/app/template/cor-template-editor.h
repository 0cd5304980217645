/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-session.h"
#include "cor-template-catalog.h"

G_BEGIN_DECLS

#define COR_TYPE_TEMPLATE_EDITOR (cor_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (CorTemplateEditor, cor_template_editor, COR, TEMPLATE_EDITOR, AdwWindow)

GtkWidget *cor_template_editor_new (CorSession *session, CorTemplateCatalog *catalog, GtkWindow *parent, const CorTemplate *template) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
