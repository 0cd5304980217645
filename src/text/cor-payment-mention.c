/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-mention"

#include "config.h"

#include "cor-payment-mention.h"

/* What may be a reference; cor_reference_recognise() decides. A transfer's number is digits like any other, so
 * it counts only behind a word for it. */
#define CANDIDATES                                                                                                          \
  "(?<![0-9A-Za-z])(?:"                                                                                                     \
  "(?<uetr>[0-9A-Fa-f](?:[ \\-\\x{2010}-\\x{2015}]?[0-9A-Fa-f]){31})"                                                       \
  "|(?<company>[A-Za-z]{1,4}-[0-9]{3,12})"                                                                                  \
  "|(?i:wise|transfer|transferencia|transferência|überweisung|virement)\\W{0,3}(?i:id|nr|no|number|numéro|número|nº)?" \
  "\\W{0,4}(?<wise>[0-9]{6,12})"                                                                                            \
  ")(?![0-9A-Za-z])"                                                                                                        \
  "|(?:转账|轉帳|轉賬|汇款|匯款|送金)[^0-9\\n]{0,6}(?<number>[0-9]{6,12})(?![0-9A-Za-z])"

static GRegex *
get_regex (void)
{
  static GRegex *regex = NULL;

  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new (CANDIDATES, G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&regex, made);
    }
  return regex;
}

static void
clear_mention (gpointer data)
{
  g_free (((CorPaymentMention *) data)->reference);
}

static void
take_match (GArray     *mentions,
            GMatchInfo *match)
{
  static const char *const names[] = { "uetr", "company", "wise", "number" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char  *candidate = g_match_info_fetch_named (match, names[i]);
      CorPaymentMention mention = { .reference = NULL };
      int               start = -1;
      int               end = -1;

      if (candidate == NULL || *candidate == '\0')
        continue;
      mention.kind = cor_reference_recognise (candidate, &mention.reference);
      if (mention.kind == COR_REFERENCE_NONE)
        continue;
      g_match_info_fetch_named_pos (match, names[i], &start, &end);
      mention.start = (gsize) start;
      mention.end = (gsize) end;
      g_array_append_val (mentions, mention);
    }
}

/**
 * cor_payment_mentions_find:
 * @text: valid UTF-8; whatever somebody wrote
 *
 * The UETRs, numbers of the company and of Wise's transfers in a message (payments.md §1). Any thread.
 *
 * Returns: (transfer full) (element-type CorPaymentMention): ascending; nothing overlaps
 */
GArray *
cor_payment_mentions_find (const char *text)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (CorPaymentMention));
  g_autoptr (GMatchInfo) match = NULL;

  g_array_set_clear_func (mentions, clear_mention);
  g_regex_match (get_regex (), text, 0, &match);
  while (g_match_info_matches (match))
    {
      take_match (mentions, match);
      g_match_info_next (match, NULL);
    }
  return mentions;
}
