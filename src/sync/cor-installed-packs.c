/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-installed-packs"

#include "config.h"

#include "cor-installed-packs.h"

#include "cor-knowledge-pack.h"

#include <string.h>

/* Names the folder instead; empty: there are none. For tests, and for a desk that installs its own. */
#define FOLDER_VARIABLE "CORRIDOR_PACKS"

void
cor_installed_pack_free (CorInstalledPack *self)
{
  g_free (self->address);
  g_clear_pointer (&self->pack, cor_pack_free);
  g_clear_error (&self->error);
  g_free (self);
}

/* A program in the build folder has its packs there; else they are where they were installed. */
static char *
dup_folder (void)
{
  const char      *named = g_getenv (FOLDER_VARIABLE);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *in_build = g_build_filename (dir, "..", "..", "data", "packs", NULL);
  g_autofree char *beside = g_build_filename (dir, "..", "share", "corridor", "packs", NULL);

  if (named != NULL)
    return *named != '\0' ? g_strdup (named) : NULL;
  if (g_file_test (in_build, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&in_build);
  if (g_file_test (COR_DATA_DIR G_DIR_SEPARATOR_S "packs", G_FILE_TEST_IS_DIR))
    return g_strdup (COR_DATA_DIR G_DIR_SEPARATOR_S "packs");
  return g_steal_pointer (&beside);
}

static CorInstalledPack *
load_pack (const char *folder,
           const char *name,
           GHashTable *digests)
{
  CorInstalledPack *installed = g_new0 (CorInstalledPack, 1);
  g_autofree char  *path = g_build_filename (folder, name, NULL);
  g_autofree char  *digest = NULL;
  char             *data = NULL;
  gsize             len = 0;
  g_autoptr (GBytes) document = NULL;

  installed->address = g_strdup_printf (COR_INSTALLED_PACK_PREFIX "%.*s", (int) (strlen (name) - strlen (".json")), name);
  if (!g_file_get_contents (path, &data, &len, &installed->error))
    return installed;
  document = g_bytes_new_take (data, len);
  digest = cor_knowledge_pack_dup_digest (document);
  if (g_strcmp0 (digest, g_hash_table_lookup (digests, installed->address)) != 0)
    installed->pack = cor_pack_parse (data, len, &installed->error);
  return installed;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray  *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_installed_pack_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL && !g_cancellable_is_cancelled (cancellable))
    if (g_str_has_suffix (name, ".json") && g_utf8_validate (name, -1, NULL))
      g_ptr_array_add (packs, load_pack (folder, name, task_data));
  g_task_return_pointer (task, packs, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cor_installed_packs_load_async:
 * @digests: address → digest of those that the store has; it is not changed while this runs
 *
 * Reads the packs that came with the program and are others than those in the store, in a worker thread.
 */
void
cor_installed_packs_load_async (GHashTable         *digests,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_installed_packs_load_async);
  g_task_set_task_data (task, g_hash_table_ref (digests), (GDestroyNotify) g_hash_table_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * cor_installed_packs_load_finish:
 *
 * Returns: (transfer full) (element-type CorInstalledPack): all that are there
 */
GPtrArray *
cor_installed_packs_load_finish (GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
