/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-str.h"

/**
 * cor_set_str:
 * @where: (inout): an owned string field
 * @value: (nullable): what it shall hold; copied
 *
 * What g_set_str() does from GLib 2.76 on; the floor is 2.74.
 *
 * Returns: %TRUE if the field changed
 */
gboolean
cor_set_str (char      **where,
             const char *value)
{
  char *copy;

  if (*where == value || (*where && value && strcmp (*where, value) == 0))
    return FALSE;

  copy = g_strdup (value);
  g_free (*where);
  *where = copy;
  return TRUE;
}

/**
 * cor_dup_brief:
 * @text: UTF-8: what somebody typed or pasted, of any length
 *
 * Returns: (transfer full): it, in one line of at most %COR_BRIEF_LETTERS letters, with no sign that is not for reading
 */
char *
cor_dup_brief (const char *text)
{
  GString *brief = g_string_new (NULL);
  guint    n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* a mark for writing right to left would turn the rest of the sentence, too; what joins letters stays */
      if (g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200c && c != 0x200d)
        continue;
      if (++n > COR_BRIEF_LETTERS)
        {
          g_string_append (brief, "…");
          break;
        }
      g_string_append_unichar (brief, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (brief, FALSE);
}
