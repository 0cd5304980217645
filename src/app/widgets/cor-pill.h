/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-hue.h"

G_BEGIN_DECLS

#define COR_TYPE_PILL (cor_pill_get_type ())
G_DECLARE_FINAL_TYPE (CorPill, cor_pill, COR, PILL, GtkWidget)

GtkWidget *cor_pill_new (const char *label, CorHue hue) G_GNUC_WARN_UNUSED_RESULT;
void       cor_pill_set_label (CorPill *self, const char *label);
void       cor_pill_set_hue (CorPill *self, CorHue hue);

G_END_DECLS
