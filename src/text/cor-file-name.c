/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-file-name"

#include "config.h"

#include "cor-file-name.h"

#include <string.h>

/* An extension longer than this is part of the name. */
#define MAX_EXTENSION 16

/* Direction controls show "gpj.exe" as something else; separators and marks of
 * encoding show nothing at all. */
static gboolean
is_deceptive (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f && c != 0x200c && c != 0x200d) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
         c == 0x61c || c == 0xfeff || c == 0xad || c == 0xfffd;
}

static gboolean
is_edge (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == '.' || g_unichar_isspace (c);
}

static char *
drop_unsafe (const char *name)
{
  GString *safe = g_string_new (NULL);

  for (const char *p = name; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '/' || c == '\\')
        g_string_truncate (safe, 0);
      else if (!g_unichar_iscntrl (c) && !is_deceptive (c))
        g_string_append_unichar (safe, c);
    }
  return g_string_free (safe, FALSE);
}

static void
trim_edges (GString *name)
{
  const char *start = name->str;

  while (*start && is_edge (start))
    start = g_utf8_next_char (start);
  g_string_erase (name, 0, start - name->str);

  while (name->len > 0)
    {
      const char *last = g_utf8_find_prev_char (name->str, name->str + name->len);

      if (!is_edge (last))
        break;
      g_string_truncate (name, (gsize) (last - name->str));
    }
}

static void
shorten (GString *name)
{
  const char      *dot = strrchr (name->str, '.');
  g_autofree char *extension = NULL;
  const char      *end = NULL;

  if (name->len <= COR_FILE_NAME_MAX)
    return;
  if (dot && strlen (dot) <= MAX_EXTENSION)
    extension = g_strdup (dot);
  else
    extension = g_strdup ("");

  end = name->str + COR_FILE_NAME_MAX - strlen (extension);
  while (((guchar) *end & 0xc0) == 0x80)
    end--;
  g_string_truncate (name, (gsize) (end - name->str));
  g_string_append (name, extension);
}

/**
 * cor_safe_file_name:
 * @name: (nullable): the name a sender gave to a file
 *
 * A name that stays in its folder and shows what it is: no path, no control or
 * direction override characters, no dot or blank at
 * either end, at most
 * %COR_FILE_NAME_MAX bytes with the extension kept. Any thread.
 *
 * Returns: (transfer full): a file name in UTF-8, never empty
 */
char *
cor_safe_file_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name ? name : "", -1);
  g_autofree char *dropped = drop_unsafe (valid);
  GString         *safe = g_string_new (dropped);

  trim_edges (safe);
  shorten (safe);
  if (safe->len == 0)
    g_string_assign (safe, "file");
  return g_string_free (safe, FALSE);
}
