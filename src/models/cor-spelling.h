/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-spell-words.h"
#include "cor-store.h"

G_BEGIN_DECLS

#define COR_TYPE_SPELLING (cor_spelling_get_type ())
G_DECLARE_FINAL_TYPE (CorSpelling, cor_spelling, COR, SPELLING, GObject)

/* What was found in a text. */
typedef struct
{
  char   *language;   /* BCP 47: that the text was taken to be in; NULL: it does not tell */
  char   *dictionary; /* of the system, such as "pt_BR"; NULL: it has none */
  GArray *misspelled; /* CorSpellWord, in order */
} CorSpellResult;

void cor_spell_result_free (CorSpellResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSpellResult, cor_spell_result_free)

CorSpelling    *cor_spelling_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void            cor_spelling_check_async (CorSpelling *self, const char *text, const char *whole, const char *locale, const char *const *names, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorSpellResult *cor_spelling_check_finish (CorSpelling *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            cor_spelling_suggest_async (CorSpelling *self, const char *word, const char *language, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char          **cor_spelling_suggest_finish (CorSpelling *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            cor_spelling_add (CorSpelling *self, const char *word);
void            cor_spelling_ignore (CorSpelling *self, const char *word);

G_END_DECLS
