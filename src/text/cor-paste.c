/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-paste"

#include "config.h"

#include "cor-paste.h"

#include <string.h>

/* Blanks that do not break; between figures, before French marks and beside guillemets they belong there. */
static gboolean
is_firm_blank (gunichar c)
{
  return c == 0xa0 || c == 0x202f || c == 0x2007;
}

static gboolean
holds_blank (gunichar c)
{
  return g_unichar_isdigit (c) || c == '%' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0xab || c == 0xbb || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* Nobody sees it, and it splits words for whoever searches: zero-width space, word joiner, byte order mark, soft hyphen, the
 * place of an object. Overrides of the direction make a text look like another one. Joiners and isolates have a meaning. */
static gboolean
is_dropped (gunichar c)
{
  return c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0xad || c == 0xfffc || (c >= 0x202a && c <= 0x202e) ||
         (g_unichar_iscntrl (c) && c != '\n' && c != '\t');
}

/**
 * cor_paste_clean:
 * @text: UTF-8 from a page, a mail or a table
 *
 * Leaves the words and takes what only looked like something: kinds of blanks, line ends, what nobody sees. Of lines that
 * end in blanks these go, as do empty lines at both ends.
 *
 * Returns: (transfer full): the text as somebody would have typed it
 */
char *
cor_paste_clean (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));

      if (c == '\r' && next == '\n')
        continue;
      if (c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85)
        c = '\n';
      if (is_dropped (c))
        continue;
      if (is_firm_blank (c) && !holds_blank (before) && !holds_blank (next))
        c = ' ';
      while (c == '\n' && out->len > 0 && (out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '\t'))
        g_string_truncate (out, out->len - 1);
      if (c != '\n' || out->len > 0)
        g_string_append_unichar (out, c);
      before = c;
    }
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/**
 * cor_paste_quote:
 * @text: what somebody else wrote
 *
 * Returns: (transfer full): it as a quotation: each line begins with "> "; ends with an empty line
 */
char *
cor_paste_quote (const char *text)
{
  g_autofree char *clean = cor_paste_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s%s\n", lines[i][0] != '\0' ? "> " : ">", lines[i]);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
