/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-sql.h"

#include "cor-store-resources.h"

#include <gio/gio.h>

/**
 * cor_sql_get:
 * @name: a file in sql/, without its ending
 *
 * Naming the resource's own function keeps its constructor in: the linker drops a static library's
 * object that nobody calls.
 *
 * Returns: (transfer none): its text; lives as long as the process. Any thread.
 */
const char *
cor_sql_get (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/corridordesk/Corridor/sql/", name, ".sql", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (cor_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  /* the bytes lie in the program itself: the text outlives this reference */
  return g_bytes_get_data (bytes, NULL);
}
