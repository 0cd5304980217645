/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes of one word or sign; for cor-terms.c and the queries of the store. */

char    *cor_terms_fold_word (const char *word,
                              gsize       len) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_terms_stem (const char *word,
                         const char *language) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_terms_fold_number (const char *number) G_GNUC_WARN_UNUSED_RESULT;
gunichar cor_terms_fold_han (gunichar c);
gboolean cor_terms_is_han (gunichar c);
gboolean cor_terms_is_currency (const char *letters,
                                gsize       len);
char    *cor_terms_dup_pinyin (const char *han) G_GNUC_WARN_UNUSED_RESULT;

extern const char *const cor_terms_stem_languages[];

G_END_DECLS
