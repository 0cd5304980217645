/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folding for search: two spellings a person holds for the same become equal. */

char    *cor_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_fold_digits (const char *phone) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_fold_matches (const char *folded_haystack,
                           const char *folded_needle);

G_END_DECLS
