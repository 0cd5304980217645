/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-script"

#include "config.h"

#include "cor-script.h"
#include "cor-icu.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#define MAX_CHARS 4096
#define MAX_HAN 256

typedef struct
{
  guint   latin, vietnamese, han, kana, hangul, arabic, hebrew, thai, cyrillic, greek;
  UChar   han_text[MAX_HAN * 2];
  int32_t n_han_text;
} Letters;

/* Letters of no other language that agents meet; the marks are for decomposed text. */
static gboolean
is_vietnamese (gunichar c)
{
  if (c == 0x1eb8 || c == 0x1eb9 || c == 0x1ecc || c == 0x1ecd)
    return FALSE; /* e and o with a dot below are Yoruba's too */
  return (c >= 0x1ea0 && c <= 0x1ef9) || c == 0x1a0 || c == 0x1a1 || c == 0x1af || c == 0x1b0 ||
         c == 0x309 || c == 0x31b;
}

static void
count_letter (Letters *letters,
              gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  if (c < 0x80)
    {
      letters->latin += g_ascii_isalpha (c) ? 1 : 0;
      return;
    }
  if (is_vietnamese (c))
    letters->vietnamese++;

  switch ((int) uscript_getScript ((UChar32) c, &status))
    {
    case USCRIPT_LATIN:
      letters->latin++;
      break;
    case USCRIPT_HAN:
      letters->han++;
      if (letters->n_han_text < MAX_HAN)
        U16_APPEND_UNSAFE (letters->han_text, letters->n_han_text, (UChar32) c);
      break;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      letters->kana++;
      break;
    case USCRIPT_HANGUL:
      letters->hangul++;
      break;
    case USCRIPT_ARABIC:
      letters->arabic++;
      break;
    case USCRIPT_HEBREW:
      letters->hebrew++;
      break;
    case USCRIPT_THAI:
      letters->thai++;
      break;
    case USCRIPT_CYRILLIC:
      letters->cyrillic++;
      break;
    case USCRIPT_GREEK:
      letters->greek++;
      break;
    default:
      break;
    }
}

static guint
count_changed (const Letters   *letters,
               CorIcuConversion conversion)
{
  int32_t           n = letters->n_han_text;
  g_autofree UChar *other = cor_icu_convert_han (conversion, letters->han_text, &n);
  guint             changed = 0;

  for (int32_t i = 0; i < MIN (n, letters->n_han_text); i++)
    changed += other[i] != letters->han_text[i] ? 1 : 0;
  return changed;
}

static const char *
get_chinese_tag (const Letters *letters)
{
  guint traditional = count_changed (letters, COR_ICU_TRADITIONAL_TO_SIMPLIFIED);

  if (traditional == 0)
    return "zh-Hans";
  /* some Simplified characters have a Traditional use of their own: ties are Traditional */
  return traditional >= count_changed (letters, COR_ICU_SIMPLIFIED_TO_TRADITIONAL) ? "zh-Hant" : "zh-Hans";
}

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
  g_autofree char *valid = NULL;
  const char      *p = NULL;
  Letters          letters = { 0 };
  const char      *tag = NULL;
  guint            most = 0;
  struct
  {
    const char *tag;
    guint       n;
  } scripts[7];

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_CHARS * 4));
  p = valid;
  for (guint i = 0; i < MAX_CHARS && *p; i++, p = g_utf8_next_char (p))
    count_letter (&letters, g_utf8_get_char (p));

  scripts[0].tag = NULL; /* Chinese or Japanese, told apart only if they win */
  scripts[0].n = letters.han + letters.kana;
  scripts[1].tag = "ko";
  scripts[1].n = letters.hangul;
  scripts[2].tag = "ar";
  scripts[2].n = letters.arabic;
  scripts[3].tag = "he";
  scripts[3].n = letters.hebrew;
  scripts[4].tag = "th";
  scripts[4].n = letters.thai;
  scripts[5].tag = "ru";
  scripts[5].n = letters.cyrillic;
  scripts[6].tag = "el";
  scripts[6].n = letters.greek;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i].n > most)
      {
        most = scripts[i].n;
        tag = scripts[i].tag;
      }

  /* references and currency codes are Latin everywhere and weigh less */
  if (most == 0 || most * 4 < letters.latin)
    return letters.vietnamese > 0 ? "vi" : NULL;
  if (tag)
    return tag;
  /* one の is a fashion in Chinese */
  if (letters.kana * 8 >= letters.han)
    return "ja";
  return get_chinese_tag (&letters);
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
  guint isolates = 0; /* what is isolated does not count */

  for (const char *p = text; p && *p;)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          p++;
          continue;
        }
      p = g_utf8_next_char (p);
      if (c >= 0x2066 && c <= 0x2068)
        isolates++;
      else if (c == 0x2069)
        isolates -= isolates > 0 ? 1 : 0;
      else if (isolates == 0)
        {
          UCharDirection direction = u_charDirection ((UChar32) c);

          if (direction == U_LEFT_TO_RIGHT)
            return FALSE;
          if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
            return TRUE;
        }
    }
  return FALSE;
}
