/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_GUARD_BANNER (cor_guard_banner_get_type ())
G_DECLARE_FINAL_TYPE (CorGuardBanner, cor_guard_banner, COR, GUARD_BANNER, GtkWidget)

void        cor_guard_banner_set_text (CorGuardBanner *self, const char *text);
const char *cor_guard_banner_get_text (CorGuardBanner *self);

G_END_DECLS
