/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-hue.h"

G_BEGIN_DECLS

#define COR_DOTS_MAX 4

#define COR_TYPE_DOTS (cor_dots_get_type ())
G_DECLARE_FINAL_TYPE (CorDots, cor_dots, COR, DOTS, GtkWidget)

GtkWidget *cor_dots_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_dots_set_hues (CorDots *self, const CorHue *hues, guint n);

G_END_DECLS
