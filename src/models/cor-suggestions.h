/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-knowledge-hit.h"
#include "cor-object-list.h"
#include "cor-store.h"

G_BEGIN_DECLS

#define COR_TYPE_SUGGESTIONS (cor_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (CorSuggestions, cor_suggestions, COR, SUGGESTIONS, CorObjectList)

CorSuggestions    *cor_suggestions_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void               cor_suggestions_open (CorSuggestions *self, gint64 conversation);
gint64             cor_suggestions_get_conversation (CorSuggestions *self);
gboolean           cor_suggestions_is_loaded (CorSuggestions *self);
const char        *cor_suggestions_get_question (CorSuggestions *self);
guint              cor_suggestions_get_n_messages (CorSuggestions *self, gboolean *is_last);
gboolean           cor_suggestions_is_held (CorSuggestions *self);
const char *const *cor_suggestions_get_locales (CorSuggestions *self);

G_END_DECLS
