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
