/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ecb-file"

#include "config.h"

#include "cor-ecb-file-private.h"

#include "cor-date.h"
#include "cor-money-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
fail (guint       number,
      const char *what,
      GError    **error)
{
  /* Translators: %u is a line of a file, %s what is wrong in it */
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("Line %u: %s"), number, what);
  return FALSE;
}

/* The file of the last day says “13 April 2026”, in English whatever the locale. */
static gboolean
parse_long_date (const char *text,
                 GDate      *date)
{
  static const char *const months[] = { "January", "February", "March", "April", "May", "June",
                                        "July", "August", "September", "October", "November", "December" };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint64 day = 0;
  guint64 year = 0;

  if (g_strv_length (words) != 3 || !g_ascii_string_to_unsigned (words[0], 10, 1, 31, &day, NULL) ||
      !g_ascii_string_to_unsigned (words[2], 10, 1999, 9999, &year, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_equal (words[1], months[i]) && g_date_valid_dmy ((GDateDay) day, (GDateMonth) (i + 1), (GDateYear) year))
      {
        g_date_set_dmy (date, (GDateDay) day, (GDateMonth) (i + 1), (GDateYear) year);
        return TRUE;
      }
  return FALSE;
}

static char **
split (char *line)
{
  char **cells = g_strsplit (line, ",", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  return cells;
}

/* @head: names of the columns; one that is not a currency is skipped, the file may grow (fx.md §2). */
static gboolean
read_row (CorRateSheet *sheet,
          char        **head,
          char         *line,
          guint         number,
          GError      **error)
{
  g_auto (GStrv) cells = split (line);
  g_autoptr (GError) reason = NULL;
  GDate day;

  g_date_clear (&day, 1);
  if (!cor_date_parse (cells[0], &day) && !parse_long_date (cells[0], &day))
    return fail (number, _ ("it does not begin with a day such as 2026-04-13"), error);
  /* a decimal comma, as spreadsheets write it, makes more cells of a number */
  if (g_strv_length (cells) != g_strv_length (head))
    return fail (number, _ ("it has not as many fields as the first line; numbers must have a decimal point, not a comma"), error);

  cor_rate_sheet_add_day (sheet, &day);
  for (guint i = 1; cells[i] != NULL; i++)
    if (cor_rate_sheet_is_code (head[i]) && *cells[i] != '\0' && !g_str_equal (cells[i], "N/A") &&
        !cor_rate_sheet_add_rate (sheet, &day, head[i], cells[i], &reason))
      return fail (number, reason->message, error);
  return TRUE;
}

/* See cor-ecb-file-private.h; fx.md §2, “CSV (hist)” and “CSV (daily)”. */
gboolean
_cor_ecb_csv_read (CorRateSheet *sheet,
                   const char   *data,
                   gsize         len,
                   GError      **error)
{
  g_autofree char *text = g_strndup (data, len);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) head = lines[0] != NULL ? split (lines[0]) : NULL;

  if (head == NULL || !g_str_equal (head[0] != NULL ? head[0] : "", "Date"))
    return fail (1, _ ("it does not begin with “Date”, as the ECB’s file does"), error);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !read_row (sheet, head, lines[i], i + 1, error))
      return FALSE;
  return TRUE;
}
