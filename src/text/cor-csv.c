/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-csv"

#include "config.h"

#include "cor-csv.h"

#include <string.h>

/* What a spreadsheet begins a formula with, typed wide on a Chinese keyboard too. */
static gboolean
is_formula (const char *text)
{
  gunichar first = g_utf8_get_char_validated (text, -1);

  return first != 0 && (first < 0x80 ? strchr ("=+-@\t\r\n", (int) first) != NULL : first == 0xff1d || first == 0xff0b || first == 0xff0d || first == 0xff20);
}

/**
 * cor_csv_append:
 * @csv: a line that is being written
 * @text: (nullable): what somebody wrote; NULL is empty
 *
 * Adds a cell in quotes (RFC 4180). A customer's words cannot be a formula in the spreadsheet of who opens the file: an
 * apostrophe is put in front of those that would be. Any thread.
 */
void
cor_csv_append (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  if (text != NULL && is_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}
