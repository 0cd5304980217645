/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-spell-marker.h"

G_BEGIN_DECLS

#define COR_TYPE_SPELL_MENU (cor_spell_menu_get_type ())
G_DECLARE_FINAL_TYPE (CorSpellMenu, cor_spell_menu, COR, SPELL_MENU, GObject)

CorSpellMenu *cor_spell_menu_new (GtkTextView *text_view, CorSpelling *spelling, CorSpellMarker *marker, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void          cor_spell_menu_open_at (CorSpellMenu *self, const GtkTextIter *at);

G_END_DECLS
