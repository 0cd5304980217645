/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-protect"

#include "config.h"

#include "cor-template-private.h"

#include "cor-locale.h"

#include <string.h>
#include <unicode/uchar.h>

#define LEFT_TO_RIGHT_MARK "\u200e"

/* Marks that turn the direction of what follows: a name that has one would turn the rest of the reply. */
static gboolean
is_direction_mark (gunichar letter)
{
  return (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069);
}

static gboolean
is_markup (gunichar letter)
{
  return letter < 0x80 && strchr ("\\`*_[]<>~|&#!", (int) letter) != NULL;
}

/*
 * cor_template_protect:
 * @text: a value from outside
 * @kind: a text, a block or a link
 *
 * Returns: (transfer full): it as text and nothing but: no control characters, no marks of direction, one line
 *   unless it is a block, and no Markdown where the target has any. A link keeps its letters
 */
char *
cor_template_protect (const char              *text,
                      CorTemplateKind          kind,
                      const CorTemplateTarget *target)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '\n' || letter == '\t' || letter == 0x2028 || letter == 0x2029)
        g_string_append_c (out, kind == COR_TEMPLATE_BLOCK && letter != '\t' ? '\n' : ' ');
      else if (!g_unichar_iscntrl (letter) && !is_direction_mark (letter))
        {
          if (target->is_markdown && kind != COR_TEMPLATE_LINK && is_markup (letter))
            g_string_append_c (out, '\\');
          g_string_append_unichar (out, letter);
        }
    }
  return g_string_free (out, FALSE);
}

/*
 * cor_template_keep_signs:
 * @text: (transfer full): a value as it will be shown, that is isolated
 * @locale: of the text around it
 *
 * Returns: (transfer full): it with a mark after a sign that belongs to the Latin letters before it: from right to left
 *   that of “US$” would stand before them, and read “$US”
 */
char *
cor_template_keep_signs (char       *text,
                         const char *locale)
{
  g_autofree char *owned = text;
  GString         *out;
  gboolean         is_after_latin = FALSE;

  if (!cor_locale_is_right_to_left (locale))
    return g_steal_pointer (&owned);
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gboolean is_sign = u_charDirection ((UChar32) letter) == U_EUROPEAN_NUMBER_TERMINATOR;

      g_string_append_unichar (out, letter);
      if (is_after_latin && is_sign && !g_str_has_prefix (g_utf8_next_char (p), LEFT_TO_RIGHT_MARK))
        g_string_append (out, LEFT_TO_RIGHT_MARK);
      is_after_latin = g_unichar_isalpha (letter) && u_charDirection ((UChar32) letter) == U_LEFT_TO_RIGHT;
    }
  return g_string_free (out, FALSE);
}

/*
 * cor_template_wants_isolation:
 * @text: a value as it will be shown
 * @locale: of the text around it
 *
 * Returns: whether the letters of the one would be reordered with those of the other: right-to-left ones in a
 *   text from left to right, and in one from right to left all that has Latin letters or figures with marks
 */
gboolean
cor_template_wants_isolation (const char *text,
                              const char *locale)
{
  gboolean is_right_to_left = cor_locale_is_right_to_left (locale);
  gboolean has_figures = FALSE;
  gboolean has_marks = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch ((int) u_charDirection ((UChar32) g_utf8_get_char (p)))
      {
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        if (!is_right_to_left)
          return TRUE;
        break;
      case U_LEFT_TO_RIGHT:
        if (is_right_to_left)
          return TRUE;
        break;
      case U_EUROPEAN_NUMBER:
        has_figures = TRUE;
        break;
      case U_EUROPEAN_NUMBER_SEPARATOR:
      case U_EUROPEAN_NUMBER_TERMINATOR:
      case U_COMMON_NUMBER_SEPARATOR:
      case U_OTHER_NEUTRAL:
      case U_WHITE_SPACE_NEUTRAL:
        has_marks = TRUE;
        break;
      default:
        break;
      }
  return is_right_to_left && has_figures && has_marks;
}
