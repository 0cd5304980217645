/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-mask"

#include "config.h"

#include "cor-mask.h"
#include "cor-mask-private.h"

#define DOTS_CARD "\u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022 "
#define DOTS_CODE "\u2022\u2022\u2022"

static gboolean
has_digit (const CorMaskText *text)
{
  for (gsize i = 0; i < text->n; i++)
    if (cor_mask_digit (text, i) >= 0)
      return TRUE;
  return FALSE;
}

static char *
write_masked (const CorMaskText *text)
{
  GString *out = g_string_sized_new (text->n + 16);

  for (gsize i = 0; i < text->n; i++)
    switch ((CorMaskAction) text->masks[i])
      {
      case COR_MASK_DROP:
        break;
      case COR_MASK_DOTS_CARD:
        g_string_append (out, DOTS_CARD);
        break;
      case COR_MASK_DOTS_SECURITY_CODE:
      case COR_MASK_DOTS_ONE_TIME_CODE:
        g_string_append (out, DOTS_CODE);
        break;
      case COR_MASK_KEEP:
      case COR_MASK_PROTECTED:
      default:
        g_string_append_unichar (out, text->chars[i]);
        break;
      }
  return g_string_free (out, FALSE);
}

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
  g_autofree char     *valid = g_utf8_make_valid (text ? text : "", -1);
  glong                n = 0;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (valid, -1, &n);
  g_autofree guint8   *masks = g_malloc0 ((gsize) n + 1);
  CorMaskText          work = { chars, masks, (gsize) n };
  guint                findings = COR_MASK_FINDING_NONE;

  if (has_digit (&work))
    {
      cor_mask_protect (&work);
      if (cor_mask_find_cards (&work))
        findings |= COR_MASK_FINDING_CARD;
      findings |= cor_mask_find_codes (&work);
    }
  if (found)
    *found = (CorMaskFinding) findings;
  return findings ? write_masked (&work) : g_steal_pointer (&valid);
}
