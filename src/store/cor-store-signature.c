/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-signature"

#include "config.h"

#include "cor-store-signature.h"

#include "cor-channel.h"
#include "cor-customer-language.h"
#include "cor-db.h"
#include "cor-reply-load.h"

#include <string.h>

/* Of the account of the conversation, if its channel is one that has signatures. 0: it is not. */
static gint64
find_account (CorDb *db,
              gint64 conversation)
{
  sqlite3_stmt *row = cor_db_query (db, "intent-scene", "l", conversation);
  gint64        account = 0;

  while (cor_db_next (db, row))
    if ((CorChannel) cor_column_int (row, 1) == COR_CHANNEL_EMAIL)
      account = cor_column_int (row, 0);
  return account;
}

/* One of the customer's language that is empty is none; an empty one for all says that there shall be none. */
static char *
find_text (CorDb      *db,
           gint64      account,
           const char *locale)
{
  g_autofree char *language = locale != NULL ? g_strndup (locale, strcspn (locale, "-_")) : NULL;
  g_autofree char *key = language != NULL ? g_strconcat (COR_SETTING_SIGNATURE_PREFIX, language, NULL) : NULL;
  g_autofree char *text = key != NULL ? cor_db_dup_text (db, "setting-get", "ls", account, key) : NULL;

  if (text != NULL && text[0] != '\0')
    return g_steal_pointer (&text);
  g_free (text);
  text = cor_db_dup_text (db, "setting-get", "ls", account, COR_SETTING_SIGNATURE);
  if (text == NULL)
    text = cor_db_dup_text (db, "setting-get", "ls", account, COR_SETTING_DESK_SIGNATURE);
  return g_steal_pointer (&text);
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  gint64 conversation = *(gint64 *) data;
  gint64 account = find_account (db, conversation);
  g_autoptr (CorCustomerLanguage) language = NULL;
  g_autofree char *text = NULL;

  if (account == 0 || cor_reply_load_is_held (db, conversation, g_get_real_time () / G_USEC_PER_SEC))
    return NULL;
  language = cor_customer_language_load (db, conversation);
  text = find_text (db, account, language->tag);
  if (text == NULL || g_strstrip (text)[0] == '\0')
    return NULL;
  return g_steal_pointer (&text);
}

/**
 * cor_store_load_signature_async:
 * @conversation: local id
 *
 * What goes below a reply in it: by mail alone, in the customer's language if there is one in it, and nothing under a
 * compliance hold, where a text goes as it was approved.
 */
void
cor_store_load_signature_async (CorStore           *store,
                                gint64              conversation,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, g_memdup2 (&conversation, sizeof conversation), g_free, g_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_signature_finish:
 *
 * Returns: (transfer full) (nullable): the text; %NULL where there is none, or with an error
 */
char *
cor_store_load_signature_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
