/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-translator"

#include "config.h"

#include "cor-store-translator.h"

#include "cor-db.h"
#include "cor-locale-fit.h"
#include "cor-store-resources.h"

#include <string.h>

/* Where the session says no language. */
#define LAST_RESORT "en"

static const char *const mode_names[] = { "on-demand", "always", "own" };

const char *
cor_language_mode_to_string (CorLanguageMode mode)
{
  return mode_names[mode];
}

gboolean
cor_language_mode_from_string (const char      *name,
                               CorLanguageMode *mode)
{
  for (guint i = 0; i < G_N_ELEMENTS (mode_names); i++)
    if (g_strcmp0 (name, mode_names[i]) == 0)
      {
        *mode = (CorLanguageMode) i;
        return TRUE;
      }
  return FALSE;
}

static char *
dup_primary (const char *language)
{
  return g_ascii_strdown (language, (gssize) strcspn (language, "-_.@"));
}

/* The session's languages are read without being told; the first of them is what is translated to. */
static void
add_session_languages (CorTranslatorData *self)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = cor_locale_dup_tag (names[i]);

      if (tag == NULL || tag[0] == '\0' || g_str_equal (tag, "C") || g_str_equal (tag, "POSIX"))
        continue;
      if (self->target == NULL)
        self->target = g_strdup (tag);
      g_hash_table_insert (self->modes, dup_primary (tag), GINT_TO_POINTER (COR_LANGUAGE_OWN));
    }
  if (self->target == NULL)
    {
      self->target = g_strdup (LAST_RESORT);
      g_hash_table_insert (self->modes, g_strdup (LAST_RESORT), GINT_TO_POINTER (COR_LANGUAGE_OWN));
    }
}

/**
 * cor_translator_data_load:
 * @db: the connection of the calling thread
 *
 * Returns: (transfer full): who translates what
 */
CorTranslatorData *
cor_translator_data_load (CorDb *db)
{
  CorTranslatorData *self = g_new0 (CorTranslatorData, 1);
  sqlite3_stmt      *row = cor_db_query (db, "translator-load", "");

  self->modes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (cor_db_next (db, row))
    {
      self->kind = cor_column_dup (row, 0);
      self->url = cor_column_dup (row, 1);
      self->ca_file = cor_column_dup (row, 2);
      self->has_key = cor_column_int (row, 3) != 0;
    }
  add_session_languages (self);
  row = cor_db_query (db, "translation-language-list", "");
  while (cor_db_next (db, row))
    {
      CorLanguageMode mode = COR_LANGUAGE_ON_DEMAND;

      if (cor_language_mode_from_string (cor_column_text (row, 1), &mode))
        g_hash_table_insert (self->modes, cor_column_dup (row, 0), GINT_TO_POINTER (mode));
    }
  return self;
}

/**
 * cor_translator_data_copy:
 *
 * Returns: (transfer full): an own copy
 */
CorTranslatorData *
cor_translator_data_copy (const CorTranslatorData *self)
{
  CorTranslatorData *copy = g_new0 (CorTranslatorData, 1);
  GHashTableIter     iter;
  gpointer           key, value;

  copy->kind = g_strdup (self->kind);
  copy->url = g_strdup (self->url);
  copy->ca_file = g_strdup (self->ca_file);
  copy->has_key = self->has_key;
  copy->target = g_strdup (self->target);
  copy->modes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->modes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->modes, g_strdup (key), value);
  return copy;
}

void
cor_translator_data_free (CorTranslatorData *self)
{
  g_free (self->kind);
  g_free (self->url);
  g_free (self->ca_file);
  g_free (self->target);
  g_hash_table_unref (self->modes);
  g_free (self);
}

/**
 * cor_translator_data_dup_name:
 *
 * Returns: (transfer full) (nullable): what the service is called in the cache: its kind and address; %NULL nobody
 *   translates
 */
char *
cor_translator_data_dup_name (const CorTranslatorData *self)
{
  return self->kind != NULL ? g_strdup_printf ("%s %s", self->kind, self->url) : NULL;
}

/**
 * cor_translator_data_get_mode:
 * @language: BCP 47, or as a desk writes it
 *
 * Returns: when messages in it are translated
 */
CorLanguageMode
cor_translator_data_get_mode (const CorTranslatorData *self,
                              const char              *language)
{
  g_autofree char *primary = dup_primary (language);

  return (CorLanguageMode) GPOINTER_TO_INT (g_hash_table_lookup (self->modes, primary));
}

static gboolean
is_always (gpointer language,
           gpointer mode,
           gpointer user_data)
{
  return GPOINTER_TO_INT (mode) == COR_LANGUAGE_ALWAYS;
}

/**
 * cor_translator_data_has_always:
 *
 * Returns: whether messages in any language are translated as they come
 */
gboolean
cor_translator_data_has_always (const CorTranslatorData *self)
{
  return g_hash_table_find (self->modes, is_always, NULL) != NULL;
}

/**
 * cor_store_get_glossary:
 *
 * Returns: (transfer none): data/glossary/terms.tsv, read once
 */
const CorGlossary *
cor_store_get_glossary (void)
{
  static gsize        once = 0;
  static CorGlossary *glossary = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (cor_store_get_resource (), "/org/corridordesk/Corridor/glossary/terms.tsv", 0, NULL);
      gsize       len = 0;
      const char *text = g_bytes_get_data (bytes, &len);

      glossary = cor_glossary_read (text, (gssize) len);
      g_once_init_leave (&once, 1);
    }
  return glossary;
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  return cor_translator_data_load (db);
}

void
cor_store_load_translator_async (CorStore           *store,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, NULL, NULL, (GDestroyNotify) cor_translator_data_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_translator_finish:
 *
 * Returns: (transfer full) (nullable): what was chosen
 */
CorTranslatorData *
cor_store_load_translator_finish (CorStore     *store,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
choose_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  const CorTranslatorData *choice = data;

  cor_db_run (db, "translator-choose", "sssi", choice->kind, choice->url, choice->ca_file, (int) choice->has_key);
  cor_db_touch_topics (db, COR_TOPIC_TRANSLATIONS | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_choose_translator_async:
 * @kind: (nullable): "libretranslate", "apertium"; %NULL: nobody translates
 * @url: (nullable): of the server
 * @ca_file: (nullable): PEM of a private authority
 * @has_key: whether one was put into the Secret Service
 *
 * What the agent decides.
 */
void
cor_store_choose_translator_async (CorStore           *store,
                                   const char         *kind,
                                   const char         *url,
                                   const char         *ca_file,
                                   gboolean            has_key,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  CorTranslatorData *choice = g_new0 (CorTranslatorData, 1);

  choice->kind = g_strdup (kind);
  choice->url = g_strdup (url);
  choice->ca_file = g_strdup (ca_file);
  choice->has_key = has_key;
  choice->modes = g_hash_table_new (g_str_hash, g_str_equal);
  cor_store_run_async (store, COR_STORE_AGENT, choose_job, choice, (GDestroyNotify) cor_translator_data_free, NULL, cancellable, callback, user_data);
}

typedef struct
{
  char           *language;
  CorLanguageMode mode;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->language);
  g_free (wish);
}

static gpointer
set_mode_job (CorDb   *db,
              gpointer data,
              GError **error)
{
  const Wish *wish = data;

  cor_db_run (db, "translation-language-put", "ss", wish->language, cor_language_mode_to_string (wish->mode));
  cor_db_touch_topics (db, COR_TOPIC_TRANSLATIONS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_set_language_mode_async:
 * @language: BCP 47; only what stands before the first hyphen counts
 *
 * When messages in a language are translated. cor_store_choose_translator_finish() ends it.
 */
void
cor_store_set_language_mode_async (CorStore           *store,
                                   const char         *language,
                                   CorLanguageMode     mode,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->language = dup_primary (language);
  wish->mode = mode;
  cor_store_run_async (store, COR_STORE_AGENT, set_mode_job, wish, wish_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_choose_translator_finish (CorStore     *store,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
