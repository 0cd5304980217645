/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-template-text.h"

G_BEGIN_DECLS

/* A filled text on the screen. */

void cor_template_tint_show (GtkLabel *label, const CorTemplateFill *fill);
void cor_template_tint_mark_fault (GtkTextBuffer *buffer, const GError *fault);

G_END_DECLS
