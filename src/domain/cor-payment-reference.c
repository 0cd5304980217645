/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-reference.h"

#include <string.h>

/* Digits of a Wise transfer's number, as they are met. */
#define WISE_LEAST 6
#define WISE_MOST 12

/**
 * cor_uetr_normalise:
 * @text: as a customer writes it: capital letters, spaces, no dashes or other ones
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the UETR; %NULL: it is none, or a UUID of another version
 */
char *
cor_uetr_normalise (const char *text)
{
  char  digits[33] = "";
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter < 128 && g_ascii_isxdigit ((char) letter))
        {
          if (n == 32)
            return NULL;
          digits[n++] = g_ascii_tolower ((char) letter);
        }
      else if (!g_unichar_isspace (letter) && g_unichar_type (letter) != G_UNICODE_DASH_PUNCTUATION)
        return NULL;
    }
  if (n != 32 || digits[12] != '4' || strchr ("89ab", digits[16]) == NULL)
    return NULL;
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", digits, digits + 8, digits + 12, digits + 16, digits + 20);
}

/**
 * cor_reference_fits:
 * @pattern: as %COR_REFERENCE_PATTERN
 *
 * Returns: whether @text is such a number, in whatever case
 */
gboolean
cor_reference_fits (const char *pattern,
                    const char *text)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern == '#' ? !g_ascii_isdigit (*text) : g_ascii_toupper (*pattern) != g_ascii_toupper (*text))
      return FALSE;
  return *text == '\0';
}

static gboolean
is_transfer_number (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return text[n] == '\0' && n >= WISE_LEAST && n <= WISE_MOST && *text != '0';
}

/**
 * cor_reference_recognise:
 * @text: what somebody gave as a reference, valid UTF-8
 * @normal: (out) (transfer full) (optional) (nullable): how services know it
 *
 * By its shape alone. Any thread.
 *
 * Returns: what it is; %COR_REFERENCE_NONE: nothing that has a shape, which a ledger may know all the same
 */
CorReferenceKind
cor_reference_recognise (const char *text,
                         char      **normal)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  char            *uetr = cor_uetr_normalise (plain);
  CorReferenceKind kind = COR_REFERENCE_NONE;

  if (uetr != NULL)
    kind = COR_REFERENCE_UETR;
  else if (cor_reference_fits (COR_REFERENCE_PATTERN, plain))
    {
      kind = COR_REFERENCE_COMPANY;
      uetr = g_ascii_strup (plain, -1);
    }
  else if (is_transfer_number (plain))
    {
      kind = COR_REFERENCE_WISE;
      uetr = g_strdup (plain);
    }
  if (normal != NULL)
    *normal = uetr;
  else
    g_free (uetr);
  return kind;
}
