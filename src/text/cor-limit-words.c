/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-limit-words"

#include "config.h"

#include "cor-limit-words.h"

#include "cor-locale.h"

#include <glib/gi18n-lib.h>

/* Names that ledgers give to limits, in any case; a period without a name says as much. */
static const struct
{
  const char *name;
  const char *period;
  const char *words;
} known[] = {
  { "payment limit", "payment", N_ ("Limit for each payment") },
  { "transfer limit", "transfer", N_ ("Limit for each payment") },
  { "daily limit", "day", N_ ("Daily limit") },
  { "weekly limit", "week", N_ ("Weekly limit") },
  { "monthly limit", "month", N_ ("Monthly limit") },
  { "quarterly limit", "quarter", N_ ("Quarterly limit") },
  { "yearly limit", "year", N_ ("Yearly limit") },
  { "annual limit", "year", N_ ("Yearly limit") },
};

/* Likewise for a reply; data/payments/limits.tsv. */
static const char *const locales[] = { "en", "zh-Hans", "zh-Hant", "es", "pt-BR", "fr", "de", "ja", "ar", "vi" };

enum
{
  CELL_NAME,
  CELL_PERIOD,
  CELL_WORDS, /* one for each locale */
};

static const char *const replies[][CELL_WORDS + G_N_ELEMENTS (locales)] = {
#include "limits.inc"
};

/**
 * cor_limit_words_get_name:
 * @name: (nullable): of a limit, as the ledger says it
 * @period: (nullable): likewise; it names a limit that has no name
 *
 * Returns: (transfer none): in the reader's language where it is known, else as it is; "" where nothing is said
 */
const char *
cor_limit_words_get_name (const char *name,
                          const char *period)
{
  gboolean has_name = name != NULL && *name != '\0';

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (has_name ? g_ascii_strcasecmp (name, known[i].name) == 0 : g_strcmp0 (period, known[i].period) == 0)
      return _ (known[i].words);
  return has_name ? name : "";
}

/* The nearest to the reader's; -1: none is theirs. */
static int
find_locale (const char *locale)
{
  guint nearest = COR_LOCALE_NO_MATCH;
  int   found = -1;

  for (guint i = 0; locale != NULL && i < G_N_ELEMENTS (locales); i++)
    {
      guint distance = cor_locale_distance (locale, locales[i]);

      if (distance >= nearest)
        continue;
      nearest = distance;
      found = (int) i;
    }
  return found;
}

/**
 * cor_limit_words_find_name:
 * @name: (nullable): of a limit, as the ledger says it
 * @period: (nullable): likewise; it names a limit that has no name
 * @locale: (nullable): the customer's, BCP 47
 *
 * Returns: (transfer none) (nullable): what a reply calls it, inside a sentence; the ledger's own words where it is not
 *   known, or not in that language
 */
const char *
cor_limit_words_find_name (const char *name,
                           const char *period,
                           const char *locale)
{
  gboolean has_name = name != NULL && *name != '\0';
  int      column = find_locale (locale);

  for (guint i = 0; column >= 0 && i < G_N_ELEMENTS (replies); i++)
    if (has_name ? g_ascii_strcasecmp (name, replies[i][CELL_NAME]) == 0 : g_strcmp0 (period, replies[i][CELL_PERIOD]) == 0)
      return replies[i][CELL_WORDS + column];
  return has_name ? name : NULL;
}
