/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-reply-translation.h"

G_BEGIN_DECLS

#define COR_TYPE_TRANSLATION_BAR (cor_translation_bar_get_type ())
G_DECLARE_FINAL_TYPE (CorTranslationBar, cor_translation_bar, COR, TRANSLATION_BAR, GtkWidget)

void                 cor_translation_bar_set_store (CorTranslationBar *self, CorStore *store);
void                 cor_translation_bar_ask (CorTranslationBar *self, gint64 conversation, const char *text);
void                 cor_translation_bar_close (CorTranslationBar *self);
CorReplyTranslation *cor_translation_bar_get_translation (CorTranslationBar *self);
const char          *cor_translation_bar_get_status (CorTranslationBar *self);

G_END_DECLS
