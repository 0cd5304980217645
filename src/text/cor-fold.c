/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fold"

#include "config.h"

#include "cor-fold.h"
#include "cor-icu.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

/* Letters that Unicode does not take apart but people type without their stroke,
 * and the Arabic letters that keyboards of neighbouring languages exchange. */
static const struct
{
  UChar       letter;
  const char *folded; /* ASCII, or NULL: see arabic */
  UChar       arabic;
} letters[] = {
  { 0x00e6, "ae", 0 },
  { 0x00f0, "d", 0 },
  { 0x00f8, "o", 0 },
  { 0x00fe, "th", 0 },
  { 0x0111, "d", 0 },
  { 0x0127, "h", 0 },
  { 0x0131, "i", 0 },
  { 0x0142, "l", 0 },
  { 0x0153, "oe", 0 },
  { 0x0167, "t", 0 },
  { 0x0629, NULL, 0x0647 }, /* teh marbuta → heh */
  { 0x0649, NULL, 0x064a }, /* alef maksura → yeh */
  { 0x0671, NULL, 0x0627 }, /* alef wasla → alef */
  { 0x06a9, NULL, 0x0643 }, /* keheh → kaf */
  { 0x06cc, NULL, 0x064a }, /* Farsi yeh → yeh */
};

static char *
fold_ascii (const char *text,
            gsize       len)
{
  char    *folded = g_malloc (len + 1);
  gsize    n = 0;
  gboolean blank = FALSE;

  for (gsize i = 0; i < len; i++)
    {
      if (g_ascii_isspace (text[i]) || text[i] == '\v')
        {
          blank = n > 0;
          continue;
        }
      if (blank)
        folded[n++] = ' ';
      blank = FALSE;
      folded[n++] = g_ascii_tolower (text[i]);
    }
  folded[n] = '\0';
  return folded;
}

static UChar *
normalize (const UNormalizer2 *form,
           const UChar        *units,
           int32_t            *n_units)
{
  int32_t room = *n_units + *n_units / 2 + 16;
  UChar  *result = NULL;

  for (;;)
    {
      UErrorCode status = U_ZERO_ERROR;
      int32_t    n;

      result = g_renew (UChar, result, room);
      n = unorm2_normalize (form, units, *n_units, result, room, &status);
      if (status == U_BUFFER_OVERFLOW_ERROR && n > room)
        {
          room = n;
          continue;
        }
      *n_units = U_FAILURE (status) ? 0 : n;
      return result;
    }
}

/* Marks are accents only on these; in other scripts they are letters. */
static gboolean
script_has_accents (UChar32 letter)
{
  UErrorCode  status = U_ZERO_ERROR;
  UScriptCode script;

  if (letter < 0x250)
    return TRUE;
  script = uscript_getScript (letter, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

static int32_t
append_folded (UChar    *out,
               int32_t   n,
               UChar32   c,
               gboolean *han)
{
  if (c >= 0x2e80 && u_hasBinaryProperty (c, UCHAR_UNIFIED_IDEOGRAPH))
    *han = TRUE;
  else if (c >= 0x80 && u_charType (c) == U_DECIMAL_DIGIT_NUMBER)
    c = '0' + u_charDigitValue (c);
  else
    for (guint i = 0; c >= 0x80 && i < G_N_ELEMENTS (letters); i++)
      if (letters[i].letter == c)
        {
          if (letters[i].folded && letters[i].folded[1])
            out[n++] = (UChar) letters[i].folded[0];
          c = letters[i].folded ? letters[i].folded[strlen (letters[i].folded) - 1] : letters[i].arabic;
          break;
        }

  U16_APPEND_UNSAFE (out, n, c);
  return n;
}

/* Drops accents and folds blanks; @units is decomposed. No letter grows by more
 * than one unit, so twice the room is enough. */
static UChar *
strip (const UChar *units,
       int32_t     *n_units,
       gboolean    *han)
{
  UChar   *out = g_new (UChar, (gsize) *n_units * 2 + 1);
  int32_t  n = 0;
  gboolean blank = FALSE;
  gboolean accents = TRUE; /* of the letter before */

  *han = FALSE;
  for (int32_t i = 0; i < *n_units;)
    {
      UChar32 c;

      U16_NEXT (units, i, *n_units, c);
      if (c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace (c))
        {
          blank = n > 0;
          continue;
        }
      if (c == 0x0640) /* tatweel only stretches a word */
        continue;
      if (c >= 0x300 && u_charType (c) == U_NON_SPACING_MARK)
        {
          if (accents)
            continue;
        }
      else
        accents = script_has_accents (c);

      if (blank)
        out[n++] = ' ';
      blank = FALSE;
      n = append_folded (out, n, c, han);
    }
  *n_units = n;
  return out;
}

static char *
fold_any (const char *text,
          gsize       len)
{
  UErrorCode        status = U_ZERO_ERROR;
  int32_t           n = 0;
  gboolean          han = FALSE;
  g_autofree UChar *units = cor_icu_from_utf8 (text, len, &n);
  g_autofree UChar *cased = normalize (unorm2_getNFKCCasefoldInstance (&status), units, &n);
  g_autofree UChar *apart = normalize (unorm2_getNFDInstance (&status), cased, &n);
  g_autofree UChar *stripped = strip (apart, &n, &han);
  g_autofree UChar *whole = normalize (unorm2_getNFCInstance (&status), stripped, &n);
  g_autofree UChar *simplified = han ? cor_icu_convert_han (COR_ICU_TRADITIONAL_TO_SIMPLIFIED, whole, &n) : NULL;

  return cor_icu_to_utf8 (simplified ? simplified : whole, n);
}

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
  gsize len = text ? strlen (text) : 0;

  for (gsize i = 0; i < len; i++)
    if ((guchar) text[i] >= 0x80)
      return fold_any (text, len);
  return fold_ascii (text, len);
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
  g_autofree char *valid = g_utf8_make_valid (phone ? phone : "", -1);
  GString         *digits = g_string_new (NULL);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      int value = g_unichar_digit_value (g_utf8_get_char (p));

      if (value >= 0)
        g_string_append_c (digits, (char) ('0' + value));
    }
  return g_string_free (digits, FALSE);
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
  gsize haystack_len;

  g_return_val_if_fail (folded_haystack != NULL, FALSE);
  g_return_val_if_fail (folded_needle != NULL, FALSE);

  haystack_len = strlen (folded_haystack);
  for (const char *word = folded_needle; *word;)
    {
      gsize len = strcspn (word, " ");

      if (len > 0 && memmem (folded_haystack, haystack_len, word, len) == NULL)
        return FALSE;
      word += len + strspn (word + len, " ");
    }
  return TRUE;
}
