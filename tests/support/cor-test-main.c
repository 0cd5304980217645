/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-test-main"

#include "config.h"

#include "cor-test-main.h"

#include <glib/gstdio.h>

#ifdef __SANITIZE_ADDRESS__

#define QUARK_TABLE (2048 * sizeof (char *))

/* GLib's first table of quarks, made when the library is loaded. At the 2049th quark GLib forgets it, because somebody
 * may be reading it; kept here, it is no leak. */
static const volatile void *quark_table;

void __sanitizer_malloc_hook (const volatile void *block, size_t size);

void
__sanitizer_malloc_hook (const volatile void *block,
                         size_t               size)
{
  if (quark_table == NULL && size == QUARK_TABLE)
    quark_table = block;
}
#endif

static char *folder;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/**
 * cor_test_init:
 *
 * g_test_init(), with all of the user's folders in a new temporary one. First in main().
 */
void
cor_test_init (int    *argc,
               char ***argv)
{
  static const char *const variables[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };

  folder = g_dir_make_tmp ("corridor-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_setenv (variables[i], folder, TRUE);
  g_test_init (argc, argv, NULL);
}

/**
 * cor_test_run:
 *
 * Returns: what main() shall return; the folder is gone
 */
int
cor_test_run (void)
{
  int status = g_test_run ();

  remove_tree (folder);
  g_clear_pointer (&folder, g_free);
  return status;
}
