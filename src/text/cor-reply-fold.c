/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-fold"

#include "config.h"

#include "cor-icu.h"
#include "cor-reply-private.h"

#include <string.h>

#define MAX_DECOMPOSITION 18

typedef struct
{
  GString *text;
  GArray  *places;
} Folding;

static void
put (Folding *folding,
     gunichar c,
     guint32  place)
{
  char  bytes[6];
  guint n = (guint) g_unichar_to_utf8 (c, bytes);

  g_string_append_len (folding->text, bytes, n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (folding->places, place);
}

/* What is not seen would part a word in two for a program only. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0x640 || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

/* Marks are letters in kana: the voiced ones are other words. */
static gboolean
is_kept_whole (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0xac00 && c <= 0xd7a3);
}

static gunichar
fold_one (gunichar letter)
{
  gunichar c = g_unichar_tolower (letter);

  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x2032:
    case 0x60:
    case 0xb4:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2212:
      return '-';
    case 0x66b: /* Arabic decimal point */
      return '.';
    case 0x66c:
      return ',';
    case 0x60c: /* Arabic comma */
      return ',';
    case 0x61f:
      return '?';
    case 0x111:
      return 'd';
    case 0xf8:
      return 'o';
    case 0x142:
      return 'l';
    case 0x649:
    case 0x6cc:
      return 0x64a;
    case 0x629:
      return 0x647;
    case 0x6a9:
      return 0x643;
    case 0x671:
      return 0x627;
    default:
      return g_unichar_isdigit (c) ? (gunichar) ('0' + g_unichar_digit_value (c)) : c;
    }
}

static void
put_folded (Folding *folding,
            gunichar c,
            guint32  place)
{
  gunichar parts[MAX_DECOMPOSITION];
  gsize    n;

  if (is_kept_whole (c))
    {
      put (folding, c, place);
      return;
    }
  n = g_unichar_fully_decompose (c, TRUE, parts, MAX_DECOMPOSITION);
  for (gsize i = 0; i < n; i++)
    if (!g_unichar_ismark (parts[i]))
      put (folding, fold_one (parts[i]), place);
}

/* An empty line ends a sentence, the end of a line does not. */
static const char *
put_blank (Folding    *folding,
           const char *text,
           const char *p)
{
  guint32 place = (guint32) (p - text);
  guint   n_lines = 0;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    {
      n_lines += *p == '\n';
      p = g_utf8_next_char (p);
    }
  put (folding, n_lines > 1 ? '\n' : ' ', place);
  return p;
}

#define CURTAIN 0x5e10 /* 帐, which stands for 账 in much text, and is what ICU makes of 帳 */
#define ACCOUNT 0x8d26

/* A character for a character, so that the places stay; in the rare case that it is not, the text stays as it is. */
static void
simplify (Folding *folding)
{
  int32_t           n = 0;
  g_autofree UChar *units = cor_icu_from_utf8 (folding->text->str, folding->text->len, &n);
  int32_t           n_simplified = n;
  g_autofree UChar *simplified = cor_icu_convert_han (COR_ICU_TRADITIONAL_TO_SIMPLIFIED, units, &n_simplified);
  g_autofree char  *text = NULL;

  for (int32_t i = 0; i < n_simplified; i++)
    if (simplified[i] == CURTAIN)
      simplified[i] = ACCOUNT;
  text = cor_icu_to_utf8 (simplified, n_simplified);
  if (n_simplified == n && strlen (text) == folding->text->len)
    memcpy (folding->text->str, text, folding->text->len);
}

/*
 * cor_reply_fold:
 * @text: valid UTF-8
 * @folded: (out caller-allocates): to be cleared
 *
 * As cor_fold() does for search, Traditional characters as Simplified ones too, but every byte knows its place in @text.
 */
void
cor_reply_fold (const char     *text,
                CorReplyFolded *folded)
{
  gsize       len = strlen (text);
  Folding     folding = { g_string_sized_new (len + 16), g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) len + 16) };
  guint32     end = (guint32) len;
  gboolean    has_han = FALSE;
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      guint32  place = (guint32) (p - text);

      if (g_unichar_isspace (c))
        {
          p = put_blank (&folding, text, p);
          continue;
        }
      if (c < 0x80)
        put (&folding, c == '`' ? '\'' : (gunichar) g_ascii_tolower ((char) c), place);
      else if (!is_invisible (c))
        put_folded (&folding, c, place);
      has_han |= c >= 0x3400 && c <= 0x9fff;
      p = g_utf8_next_char (p);
    }
  if (has_han)
    simplify (&folding);
  g_array_append_val (folding.places, end);
  folded->len = folding.text->len;
  folded->text = g_string_free (folding.text, FALSE);
  folded->places = (guint32 *) (gpointer) g_array_free (folding.places, FALSE);
}

void
cor_reply_folded_clear (CorReplyFolded *folded)
{
  g_clear_pointer (&folded->text, g_free);
  g_clear_pointer (&folded->places, g_free);
}
