/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-limit-words"

#include "config.h"

#include "cor-limit-words.h"

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
