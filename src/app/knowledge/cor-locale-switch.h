/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_LOCALE_SWITCH (cor_locale_switch_get_type ())
G_DECLARE_FINAL_TYPE (CorLocaleSwitch, cor_locale_switch, COR, LOCALE_SWITCH, GtkWidget)

void cor_locale_switch_show (CorLocaleSwitch *self, CorArticle *article, gint64 beside);
void cor_locale_switch_set_folded (CorLocaleSwitch *self, gboolean is_folded);

G_END_DECLS
