/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ecb-file"

#include "config.h"

#include "cor-ecb-file-private.h"

#include "cor-money-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * cor_ecb_file_parse:
 * @data: a file of the ECB's reference rates: XML, the history as CSV, or the last day as CSV (fx.md §2); need not end with a zero
 * @error: %COR_MONEY_ERROR_INVALID, with where in the file and what is wrong
 *
 * A file with one mistake is refused as a whole. Any thread.
 *
 * Returns: (transfer full) (nullable): what it holds, in order
 */
CorRateSheet *
cor_ecb_file_parse (const char *data,
                    gsize       len,
                    GError    **error)
{
  g_autoptr (CorRateSheet) sheet = cor_rate_sheet_new ();
  const char *first = data;

  if (len > COR_ECB_FILE_MAX_SIZE || !g_utf8_validate (data, (gssize) len, NULL))
    {
      g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("This is not a text that could be a file of rates"));
      return NULL;
    }
  if (len >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    first += 3;
  while (first < data + len && g_ascii_isspace (*first))
    first++;

  if (first < data + len && *first == '<' ? !_cor_ecb_xml_read (sheet, first, (gsize) (data + len - first), error)
                                          : !_cor_ecb_csv_read (sheet, first, (gsize) (data + len - first), error))
    return NULL;
  if (sheet->rates->len == 0)
    {
      g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("There are no rates in this file"));
      return NULL;
    }
  return cor_rate_sheet_sort (sheet, error) ? g_steal_pointer (&sheet) : NULL;
}
