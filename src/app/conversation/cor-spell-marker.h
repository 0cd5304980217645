/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-spelling.h"

G_BEGIN_DECLS

#define COR_TYPE_SPELL_MARKER (cor_spell_marker_get_type ())
G_DECLARE_FINAL_TYPE (CorSpellMarker, cor_spell_marker, COR, SPELL_MARKER, GObject)

CorSpellMarker *cor_spell_marker_new (GtkTextView *text_view, CorSpelling *spelling) G_GNUC_WARN_UNUSED_RESULT;
void            cor_spell_marker_set_enabled (CorSpellMarker *self, gboolean is_enabled);
void            cor_spell_marker_set_reader (CorSpellMarker *self, const char *locale, const char *const *names);
const char     *cor_spell_marker_get_language (CorSpellMarker *self, gboolean *has_dictionary);
gboolean        cor_spell_marker_is_settled (CorSpellMarker *self);
gboolean        cor_spell_marker_get_word (CorSpellMarker *self, const GtkTextIter *at, GtkTextIter *start, GtkTextIter *end);

G_END_DECLS
