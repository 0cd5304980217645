/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-catalog.h"

#include <string.h>

#define N_HEAD 7

static void
add_number (GByteArray *file,
            guint32     number,
            gboolean    is_swapped)
{
  guint32 written = is_swapped ? GUINT32_SWAP_LE_BE (number) : number;

  g_byte_array_append (file, (const guint8 *) &written, sizeof written);
}

/**
 * cor_test_make_catalog:
 * @pairs: (array zero-terminated=1): an English text, then its translation, and so on
 * @is_swapped: as a machine with the other order of bytes writes it
 *
 * Returns: (transfer full): a catalogue as msgfmt writes it: the head, two tables of lengths and places, the texts
 */
GBytes *
cor_test_make_catalog (const char *const *pairs,
                       gboolean           is_swapped)
{
  guint       n = g_strv_length ((char **) pairs);
  guint32     tables = N_HEAD * 4;
  guint32     at = tables + n * 8;
  guint32     head[N_HEAD] = { 0x950412de, 0, n / 2, tables, tables + n / 2 * 8, 0, 0 };
  GByteArray *file = g_byte_array_new ();

  for (guint i = 0; i < N_HEAD; i++)
    add_number (file, head[i], is_swapped);
  for (guint half = 0; half < 2; half++)
    for (guint i = half; i < n; i += 2)
      {
        add_number (file, (guint32) strlen (pairs[i]), is_swapped);
        add_number (file, at, is_swapped);
        at += (guint32) strlen (pairs[i]) + 1;
      }
  for (guint half = 0; half < 2; half++)
    for (guint i = half; i < n; i += 2)
      g_byte_array_append (file, (const guint8 *) pairs[i], (guint) strlen (pairs[i]) + 1);
  return g_byte_array_free_to_bytes (file);
}
