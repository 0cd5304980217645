/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-initials"

#include "config.h"

#include "cor-initials.h"

/* One character stands for a whole family name there. */
static gboolean
is_ideograph (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL;
}

/**
 * cor_initials:
 * @name: (nullable): of a person or a company
 *
 * The letters for an avatar: the first of the first and of the last word in the script in which the
 * name begins ("Li Wei 李伟" gives "LW"), one for Chinese, Japanese and Korean names, the digits'
 * sign for a bare number. Any thread.
 *
 * Returns: (transfer full): one or two characters, or "?"
 */
char *
cor_initials (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gunichar first = 0;
  gunichar last = 0;
  gboolean at_start = TRUE;

  for (const char *p = name != NULL ? name : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        {
          if (at_start && first == 0)
            first = c;
          else if (at_start && is_ideograph (c) == is_ideograph (first))
            last = c;
          at_start = FALSE;
        }
      else if (c == ' ' || c == '-' || c == '.' || c == '_' || c == '@')
        {
          if (c == '@' && first != 0) /* an address: its local part is the name */
            break;
          at_start = TRUE;
        }
    }

  if (first == 0)
    return g_strdup (name != NULL && name[0] == '+' ? "#" : "?");
  g_string_append_unichar (out, g_unichar_toupper (first));
  if (last != 0 && !is_ideograph (first))
    g_string_append_unichar (out, g_unichar_toupper (last));
  return g_string_free (g_steal_pointer (&out), FALSE);
}
