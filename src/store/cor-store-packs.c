/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-packs.h"

#include "cor-article-put.h"
#include "cor-template-put.h"

CorPackData *
cor_pack_data_new (void)
{
  return g_new0 (CorPackData, 1);
}

void
cor_pack_data_free (CorPackData *self)
{
  g_free (self->address);
  g_free (self->public_key);
  g_free (self->pack_id);
  g_free (self->format);
  g_free (self->version);
  g_free (self->digest);
  g_free (self->etag);
  g_free (self->error);
  g_free (self);
}

/**
 * cor_pack_data_copy:
 *
 * Returns: (transfer full): another one like @pack
 */
CorPackData *
cor_pack_data_copy (const CorPackData *pack)
{
  CorPackData *copy = cor_pack_data_new ();

  *copy = *pack;
  copy->address = g_strdup (pack->address);
  copy->public_key = g_strdup (pack->public_key);
  copy->pack_id = g_strdup (pack->pack_id);
  copy->format = g_strdup (pack->format);
  copy->version = g_strdup (pack->version);
  copy->digest = g_strdup (pack->digest);
  copy->etag = g_strdup (pack->etag);
  copy->error = g_strdup (pack->error);
  return copy;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  GPtrArray    *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_pack_data_free);
  sqlite3_stmt *row = cor_db_query (db, "pack-list", "");

  while (cor_db_next (db, row))
    {
      CorPackData *pack = cor_pack_data_new ();

      pack->address = cor_column_dup (row, 0);
      pack->public_key = cor_column_dup (row, 1);
      pack->pack_id = cor_column_dup (row, 2);
      pack->format = cor_column_dup (row, 3);
      pack->version = cor_column_dup (row, 4);
      pack->digest = cor_column_dup (row, 5);
      pack->etag = cor_column_dup (row, 6);
      pack->is_signed = cor_column_int (row, 7) != 0;
      pack->checked_at = cor_column_int (row, 8);
      pack->changed_at = cor_column_int (row, 9);
      pack->error = cor_column_dup (row, 10);
      g_ptr_array_add (packs, pack);
    }
  return packs;
}

void
cor_store_list_packs_async (CorStore           *store,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_packs_finish:
 *
 * Returns: (transfer full) (element-type CorPackData): by address
 */
GPtrArray *
cor_store_list_packs_finish (CorStore     *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
add_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  CorPackData *pack = data;

  cor_db_run (db, "pack-add", "ss", pack->address, pack->public_key);
  cor_db_touch_topics (db, COR_TOPIC_PACKS | COR_TOPIC_WORK);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_add_pack_async:
 * @address: an HTTPS URL
 * @public_key: (nullable): Ed25519, base64
 *
 * The sync engine fetches it, and from then on looks now and then whether there is a newer one. With another key
 * it is fetched again. Finish with cor_store_pack_finish().
 */
void
cor_store_add_pack_async (CorStore           *store,
                          const char         *address,
                          const char         *public_key,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  CorPackData *pack = cor_pack_data_new ();

  pack->address = g_strdup (address);
  pack->public_key = g_strdup (public_key);
  cor_store_run_async (store, COR_STORE_AGENT, add_job, pack, (GDestroyNotify) cor_pack_data_free, NULL, cancellable, callback, user_data);
}

/* What the address has brought; articles and templates stay where another address brings the same pack. */
static void
drop_articles (CorDb      *db,
               const char *address)
{
  g_autofree char *source = cor_db_dup_text (db, "pack-source", "s", address);

  cor_db_run (db, "fee-remove-address", "s", address);
  if (cor_db_get_n_changed (db) > 0)
    cor_db_touch_topics (db, COR_TOPIC_FEES);
  if (source == NULL)
    return;
  cor_db_run (db, "article-remove-source", "s", source);
  cor_db_run (db, "template-remove-source", "s", source);
  cor_db_run (db, "template-sample-clear", "s", source);
  cor_db_touch_topics (db, COR_TOPIC_ARTICLES | COR_TOPIC_TEMPLATES);
}

static gpointer
remove_job (CorDb   *db,
            gpointer data,
            GError **error)
{
  drop_articles (db, data);
  cor_db_run (db, "pack-remove", "s", (const char *) data);
  if (cor_db_get_n_changed (db) == 0)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such pack here");
  cor_db_touch_topics (db, COR_TOPIC_PACKS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_remove_pack_async:
 *
 * Fails with %COR_STORE_ERROR_NOT_FOUND for an address that was not added. Finish with cor_store_pack_finish().
 */
void
cor_store_remove_pack_async (CorStore           *store,
                             const char         *address,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_AGENT, remove_job, g_strdup (address), g_free, NULL, cancellable, callback, user_data);
}

static gpointer
put_status_job (CorDb   *db,
                gpointer data,
                GError **error)
{
  CorPackData *pack = data;

  cor_db_run (db, "pack-put-status", "sss", pack->address, pack->etag, pack->error);
  cor_db_touch_topics (db, COR_TOPIC_PACKS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_put_pack_status_async:
 * @pack: its address, ETag and error are read
 *
 * Finish with cor_store_pack_finish().
 */
void
cor_store_put_pack_status_async (CorStore           *store,
                                 const CorPackData  *pack,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_SYNC, put_status_job, cor_pack_data_copy (pack), (GDestroyNotify) cor_pack_data_free, NULL, cancellable,
                       callback, user_data);
}

typedef struct
{
  CorPackData *pack;
  GPtrArray   *articles;
  GPtrArray   *templates;
  GPtrArray   *samples;
  guint        n_put;
  guint        n_templates_put;
} Install;

static void
install_free (gpointer data)
{
  Install *install = data;

  cor_pack_data_free (install->pack);
  g_ptr_array_unref (install->articles);
  g_ptr_array_unref (install->templates);
  g_ptr_array_unref (install->samples);
  g_free (install);
}

/* What the new version left out. */
static void
remove_others (CorDb   *db,
               Install *install)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *source = g_strconcat ("pack:", install->pack->pack_id, NULL);
  sqlite3_stmt    *row = cor_db_query (db, "article-list-remote", "ls", (gint64) 0, source);

  for (guint i = 0; i < install->articles->len; i++)
    g_hash_table_add (kept, ((CorArticleData *) install->articles->pdata[i])->remote_id);
  while (cor_db_next (db, row))
    {
      gint64 id = cor_column_int (row, 0);

      if (!g_hash_table_contains (kept, cor_column_text (row, 1)))
        g_array_append_val (gone, id);
    }
  for (guint i = 0; i < gone->len; i++)
    cor_db_run (db, "article-remove", "l", g_array_index (gone, gint64, i));
  if (gone->len > 0)
    cor_db_touch_topics (db, COR_TOPIC_ARTICLES);
  cor_template_remove_others (db, 0, source, install->templates);
  cor_template_put_samples (db, source, install->samples);
}

static gpointer
install_job (CorDb   *db,
             gpointer data,
             GError **error)
{
  Install         *install = data;
  CorPackData     *pack = install->pack;
  g_autofree char *earlier_id = NULL;

  while (install->n_put < install->articles->len)
    {
      cor_article_put (db, install->articles->pdata[install->n_put]);
      if (cor_db_has_failed (db))
        return NULL;
      install->n_put++;
      if (cor_db_is_late (db))
        return COR_STORE_AGAIN;
    }
  while (install->n_templates_put < install->templates->len)
    {
      cor_template_put (db, install->templates->pdata[install->n_templates_put]);
      if (cor_db_has_failed (db))
        return NULL;
      install->n_templates_put++;
      if (cor_db_is_late (db))
        return COR_STORE_AGAIN;
    }

  remove_others (db, install);
  earlier_id = cor_db_dup_text (db, "pack-id", "s", pack->address);
  if (earlier_id != NULL && g_strcmp0 (earlier_id, pack->pack_id) != 0)
    drop_articles (db, pack->address);
  cor_db_run (db, "pack-install", "sssssssi", pack->address, pack->public_key, pack->pack_id, pack->format, pack->version, pack->digest,
              pack->etag, (int) pack->is_signed);
  cor_db_touch_topics (db, COR_TOPIC_PACKS);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_install_pack_async:
 * @pack: what it is now; times and error are set here
 * @articles: (transfer full) (element-type CorArticleData): all of it, of the source "pack:ID"
 * @templates: (transfer full) (nullable) (element-type CorTemplate): likewise
 * @samples: (transfer full) (nullable) (element-type CorTemplateSample): values for trying them
 *
 * Takes the articles and templates in, little by little, and removes those that it left out. Only at the end the pack counts as
 * here: cut off, it is installed again. Finish with cor_store_pack_finish().
 */
void
cor_store_install_pack_async (CorStore           *store,
                              const CorPackData  *pack,
                              GPtrArray          *articles,
                              GPtrArray          *templates,
                              GPtrArray          *samples,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Install *install = g_new0 (Install, 1);

  install->pack = cor_pack_data_copy (pack);
  install->articles = articles;
  install->templates = templates != NULL ? templates : g_ptr_array_new ();
  install->samples = samples != NULL ? samples : g_ptr_array_new ();
  cor_store_run_async (store, COR_STORE_SYNC, install_job, install, install_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_pack_finish (CorStore     *store,
                       GAsyncResult *result,
                       GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}
