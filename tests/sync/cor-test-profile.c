/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-profile.h"

#include "cor-accounts.h"
#include "cor-store-threads.h"
#include "cor-sync-engine.h"
#include "cor-test-await.h"

#define EVERYTHING 100000

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gpointer         user_data)
{
  CorTestProfile *self = user_data;

  for (guint i = 0; i < changes->threads->len; i++)
    self->n_new += g_array_index (changes->threads, CorThreadChange, i).old_views == 0;
  self->n_read += changes->timelines->len;
}

/**
 * cor_test_profile_set:
 *
 * Sets one of the account's settings.
 */
void
cor_test_profile_set (CorTestProfile *self,
                      const char     *key,
                      const char     *value)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_setting_async (self->store, self->account, key, value, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_setting_finish (self->store, cor_test_await (&await), NULL));
}

static void
add_account (CorTestProfile *self)
{
  CorAccountForm form = { .address = self->sandbox->url, .token = self->sandbox->token, .ca_file = self->sandbox->ca };
  g_auto (CorTestAwait) checked_await = { 0 }, added = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCheckedAccount) checked = NULL;

  cor_accounts_check_async (&form, NULL, cor_test_on_result, &checked_await);
  checked = cor_accounts_check_finish (cor_test_await (&checked_await), &error);
  g_assert_no_error (error);
  g_assert_nonnull (checked->account->agent_name);
  g_setenv ("CORRIDOR_TOKEN", self->sandbox->token, TRUE);
  cor_accounts_add_async (self->store, checked, NULL, cor_test_on_result, &added);
  self->account = cor_accounts_add_finish (self->store, cor_test_await (&added), &error);
  g_assert_no_error (error);
}

/**
 * cor_test_profile_start:
 * @arguments: (nullable): of the sandbox
 *
 * For what is no fixture of GLib's tests; cor_test_profile_tear_down() ends it.
 */
void
cor_test_profile_start (CorTestProfile    *self,
                        const char *const *arguments)
{
  g_autoptr (GError) error = NULL;

  self->dir = cor_test_make_dir ();
  self->sandbox = cor_test_sandbox_start (arguments);
  self->store = cor_store_open (self->dir, &error);
  g_assert_no_error (error);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_changed), self);
  add_account (self);
}

/**
 * cor_test_profile_set_up:
 * @n_conversations: as a pointer
 */
void
cor_test_profile_set_up (CorTestProfile *self,
                         gconstpointer   n_conversations)
{
  g_autoptr (GString) lines = g_string_new ("text,category\n");
  g_autofree char *dir = cor_test_make_dir (), *file = g_build_filename (dir, "messages.csv", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < GPOINTER_TO_UINT (n_conversations); i++)
    g_string_append_printf (lines, "Where is transfer number %u?,transfers\n", i);
  g_assert_true (g_file_set_contents (file, lines->str, -1, &error));
  cor_test_profile_start (self, (const char *const[]){ "--messages", file, NULL });
  cor_test_remove_dir (dir);
}

void
cor_test_profile_tear_down (CorTestProfile *self,
                            gconstpointer   unused)
{
  cor_test_finalize (self->store);
  cor_test_remove_dir (self->dir);
  g_free (self->dir);
  cor_test_sandbox_free (self->sandbox);
}

/**
 * cor_test_profile_open_desk:
 *
 * Returns: (transfer full): the server's own file, for what no address of it can make, such as messages
 *   of last year
 */
sqlite3 *
cor_test_profile_open_desk (CorTestProfile *self)
{
  g_autofree char *path = g_build_filename (self->sandbox->state, "sandbox.db", NULL);
  sqlite3         *desk = NULL;

  g_assert_cmpint (sqlite3_open (path, &desk), ==, SQLITE_OK);
  sqlite3_busy_timeout (desk, 10000);
  return desk;
}

/**
 * cor_test_profile_find:
 *
 * Returns: the local id; 0 when it is not here
 */
gint64
cor_test_profile_find (CorTestProfile *self,
                       gint64          conversation)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, conversation);
  g_auto (CorTestAwait) await = { 0 };

  cor_store_find_conversation_async (self->store, name, NULL, cor_test_on_result, &await);
  return cor_store_find_conversation_finish (self->store, cor_test_await (&await), NULL);
}

/**
 * cor_test_profile_load:
 *
 * Returns: (transfer full): all of its messages that are here
 */
CorTimelinePage *
cor_test_profile_load (CorTestProfile *self,
                       gint64          conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  CorTimelinePage *page;

  cor_store_load_timeline_async (self->store, cor_test_profile_find (self, conversation), FALSE, EVERYTHING, NULL, cor_test_on_result, &await);
  page = cor_store_load_timeline_finish (self->store, cor_test_await (&await), NULL);
  g_assert_nonnull (page);
  return page;
}

/**
 * cor_test_profile_run_once:
 *
 * One complete pass.
 */
void
cor_test_profile_run_once (CorTestProfile *self)
{
  CorSyncEngine *engine = cor_sync_engine_new (self->store);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_sync_engine_run_once_async (engine, NULL, cor_test_on_result, &await);
  cor_sync_engine_run_once_finish (engine, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_clear_object (&await.result);
  cor_test_finalize (engine);
}

/**
 * cor_test_profile_run_until:
 * @count: n_new or n_read
 *
 * Starts the engine, and stops it as soon as so many have come.
 */
void
cor_test_profile_run_until (CorTestProfile *self,
                            const guint    *count,
                            guint           enough)
{
  CorSyncEngine *engine = cor_sync_engine_new (self->store);

  cor_sync_engine_start (engine);
  cor_test_until (*count >= enough);
  cor_sync_engine_stop (engine);
  cor_test_finalize (engine);
}

/**
 * cor_test_profile_count_requests:
 * @address: its end
 *
 * Returns: how often it was asked since the sandbox started
 */
gint64
cor_test_profile_count_requests (CorTestProfile *self,
                                 const char     *address)
{
  g_autoptr (JsonNode) stats = cor_test_sandbox_call (self->sandbox, "GET", "/sandbox/stats", NULL);
  JsonObject    *requests = json_object_get_object_member (json_node_get_object (stats), "requests");
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  json_object_iter_init (&iter, requests);
  while (json_object_iter_next (&iter, &name, &node))
    if (g_str_has_suffix (name, address))
      return json_object_get_int_member (json_node_get_object (node), "count");
  return 0;
}

/**
 * cor_test_profile_count_kept:
 *
 * Returns: how many of its messages are here
 */
guint
cor_test_profile_count_kept (CorTestProfile *self,
                             gint64          conversation)
{
  g_autoptr (CorTimelinePage) page = cor_test_profile_load (self, conversation);

  return page->entries->len;
}
