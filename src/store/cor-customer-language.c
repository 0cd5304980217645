/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-customer-language"

#include "config.h"

#include "cor-customer-language.h"

#include "cor-db.h"
#include "cor-language.h"
#include "cor-locale.h"

#include <string.h>

void
cor_customer_language_free (CorCustomerLanguage *self)
{
  g_free (self->tag);
  g_free (self);
}

/* A field of the desk takes any word: "German" is no tag that anything else knows. */
static gboolean
is_code (const char *noted)
{
  gsize len = strcspn (noted, "-_");

  return len == 2 || len == 3;
}

/* The newest message that tells; where each is too short, all of them (translate.md). */
static char *
load_heard (CorDb *db,
            gint64 conversation)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  const char   *tag = NULL;
  sqlite3_stmt *row = cor_db_query (db, "customer-heard", "l", conversation);

  while (cor_db_next (db, row))
    {
      const char *content = cor_column_text (row, 0);

      if (tag == NULL)
        tag = cor_language_detect_tag (content);
      g_string_append_printf (heard, "%s\n", content);
    }
  if (tag == NULL)
    tag = cor_language_detect_tag (heard->str);
  return tag != NULL ? cor_locale_canonicalize (tag) : NULL;
}

/**
 * cor_customer_language_load:
 * @db: the connection of the calling thread
 * @conversation: local id
 *
 * What the desk has on the customer; where it has nothing that is a language, what the customer writes in.
 *
 * Returns: (transfer full): in which language the customer is written to
 */
CorCustomerLanguage *
cor_customer_language_load (CorDb *db,
                            gint64 conversation)
{
  CorCustomerLanguage *self = g_new0 (CorCustomerLanguage, 1);
  g_autofree char     *noted = cor_db_dup_text (db, "customer-language", "l", conversation);

  if (noted != NULL && is_code (noted))
    self->tag = cor_locale_canonicalize (noted);
  if (self->tag != NULL)
    {
      self->origin = COR_LANGUAGE_OF_DESK;
      return self;
    }
  self->tag = load_heard (db, conversation);
  self->origin = self->tag != NULL ? COR_LANGUAGE_OF_MESSAGES : COR_LANGUAGE_OF_NOBODY;
  return self;
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  return cor_customer_language_load (db, *(gint64 *) data);
}

/**
 * cor_store_load_customer_language_async:
 * @conversation: local id
 */
void
cor_store_load_customer_language_async (CorStore           *store,
                                        gint64              conversation,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, g_memdup2 (&conversation, sizeof conversation), g_free,
                       (GDestroyNotify) cor_customer_language_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_customer_language_finish:
 *
 * Returns: (transfer full) (nullable): as cor_customer_language_load()
 */
CorCustomerLanguage *
cor_store_load_customer_language_finish (CorStore     *store,
                                         GAsyncResult *result,
                                         GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
