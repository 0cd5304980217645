/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-catalog-load"

#include "config.h"

#include "cor-catalog-load.h"

#include "cor-locale-fit.h"
#include "cor-traditional.h"

#include <libintl.h>

#define ENGLISH "en"
#define SIMPLIFIED "zh_CN"
#define TRADITIONAL "zh_TW"

/* Those of po/LINGUAS, which are whole, and the one that is made as the articles are: by conversion. */
static const char *const languages[] = { ENGLISH, SIMPLIFIED, TRADITIONAL };

/* Some thousand texts, in longer than a frame. */
static void
convert_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCatalog) catalog = cor_catalog_new (task_data, &error);

  if (catalog == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  cor_catalog_convert (catalog, cor_traditional_dup);
  g_task_return_pointer (task, g_steal_pointer (&catalog), (GDestroyNotify) cor_catalog_free);
}

static void
on_file (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) bytes = NULL;
  GError     *error = NULL;
  CorCatalog *catalog = NULL;
  char       *data = NULL;
  gsize       len = 0;

  if (g_file_load_contents_finish (G_FILE (source), result, &data, &len, NULL, &error))
    bytes = g_bytes_new_take (data, len);
  if (bytes != NULL && g_strcmp0 (g_task_get_task_data (task), TRADITIONAL) == 0)
    {
      g_task_set_task_data (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
      g_task_run_in_thread (task, convert_in_thread);
      return;
    }
  if (bytes != NULL)
    catalog = cor_catalog_new (bytes, &error);
  if (catalog != NULL)
    g_task_return_pointer (task, catalog, (GDestroyNotify) cor_catalog_free);
  else
    g_task_return_error (task, error);
}

/**
 * cor_catalog_find_language:
 * @locale: (nullable): of a reader, BCP 47
 *
 * Returns: (transfer none) (nullable): the language of the program that they read; %NULL where there is none
 */
const char *
cor_catalog_find_language (const char *locale)
{
  for (guint i = 0; locale != NULL && i < G_N_ELEMENTS (languages); i++)
    if (cor_locale_fit (languages[i], locale) >= COR_LOCALE_FIT_SCRIPT)
      return languages[i];
  return NULL;
}

/**
 * cor_catalog_load_async:
 * @language: as cor_catalog_find_language() has it
 *
 * Reads the texts of a language from where gettext has them; Traditional Chinese is made of Simplified.
 */
void
cor_catalog_load_async (const char         *language,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  g_task_set_source_tag (task, cor_catalog_load_async);
  if (g_str_equal (language, ENGLISH))
    {
      g_task_return_pointer (task, cor_catalog_new_english (), (GDestroyNotify) cor_catalog_free);
      return;
    }
  g_task_set_task_data (task, g_strdup (language), g_free);
  path = g_build_filename (bindtextdomain (GETTEXT_PACKAGE, NULL), g_str_equal (language, TRADITIONAL) ? SIMPLIFIED : language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  file = g_file_new_for_path (path);
  g_file_load_contents_async (file, cancellable, on_file, g_steal_pointer (&task));
}

/**
 * cor_catalog_load_finish:
 *
 * Returns: (transfer full) (nullable): the texts
 */
CorCatalog *
cor_catalog_load_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
