/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-await.h"

#include <glib/gstdio.h>

void
cor_test_on_result (GObject      *source,
                    GAsyncResult *result,
                    gpointer      await)
{
  CorTestAwait *self = await;

  g_assert_null (self->result);
  self->result = g_object_ref (result);
}

/**
 * cor_test_await:
 *
 * Returns: (transfer none): the result, once it is there
 */
GAsyncResult *
cor_test_await (CorTestAwait *await)
{
  while (await->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return await->result;
}

void
cor_test_await_clear (CorTestAwait *await)
{
  g_clear_object (&await->result);
}

gboolean
cor_test_keep (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

/**
 * cor_test_make_dir:
 *
 * Returns: (transfer full): a new folder below the test's own temporary one
 */
char *
cor_test_make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("corridor-test-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

void
cor_test_finalize (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  cor_test_until (weak == NULL);
}

/**
 * cor_test_remove_dir:
 *
 * Removes a folder of the test with everything in it.
 */
void
cor_test_remove_dir (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        cor_test_remove_dir (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
