/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word in a text, in bytes. */
typedef struct
{
  guint start, end;
} CorSpellWord;

GArray *cor_spell_words_find (const char *text, const char *const *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
