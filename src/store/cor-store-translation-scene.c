/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-translation-scene"

#include "config.h"

#include "cor-store-translation-scene.h"

#include "cor-customer-language.h"
#include "cor-db.h"
#include "cor-reply-load.h"
#include "cor-store-translations.h"

void
cor_translation_scene_free (CorTranslationScene *self)
{
  g_clear_pointer (&self->translator, cor_translator_data_free);
  g_free (self->language);
  g_strfreev (self->labels);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * cor_translation_scene_load_names:
 * @db: the connection of the calling thread
 * @conversation: local id
 *
 * Returns: (transfer full): of the customer, the company and the agent
 */
char **
cor_translation_scene_load_names (CorDb *db,
                                  gint64 conversation)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  sqlite3_stmt *row = cor_db_query (db, "translation-scene-names", "l", conversation);

  while (cor_db_next (db, row))
    for (int i = 0; i < 3; i++)
      if (!cor_column_is_null (row, i) && *cor_column_text (row, i) != '\0')
        g_strv_builder_add (names, cor_column_text (row, i));
  return g_strv_builder_end (names);
}

static char **
load_labels (CorDb *db,
             gint64 conversation)
{
  g_autofree char *labels = cor_db_dup_text (db, "conversation-labels", "l", conversation);

  return g_strsplit (labels != NULL ? labels : "", "\n", -1);
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  CorTranslationScene *scene = g_new0 (CorTranslationScene, 1);
  g_autoptr (CorCustomerLanguage) language = cor_customer_language_load (db, *(gint64 *) data);

  scene->translator = cor_translator_data_load (db);
  scene->is_forbidden = cor_translation_is_forbidden (db, *(gint64 *) data);
  scene->labels = load_labels (db, *(gint64 *) data);
  scene->names = cor_translation_scene_load_names (db, *(gint64 *) data);
  scene->is_held = cor_reply_load_is_held (db, *(gint64 *) data, g_get_real_time () / G_USEC_PER_SEC);
  scene->language = g_steal_pointer (&language->tag);
  return scene;
}

/**
 * cor_store_load_translation_scene_async:
 * @conversation: local id
 */
void
cor_store_load_translation_scene_async (CorStore           *store,
                                        gint64              conversation,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, g_memdup2 (&conversation, sizeof conversation), g_free,
                       (GDestroyNotify) cor_translation_scene_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_translation_scene_finish:
 *
 * Returns: (transfer full) (nullable): who is in the conversation, and in which language
 */
CorTranslationScene *
cor_store_load_translation_scene_finish (CorStore     *store,
                                         GAsyncResult *result,
                                         GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
