/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-pack-sync.h"
#include "cor-store-articles.h"
#include "cor-store-fees.h"
#include "cor-store-packs.h"
#include "cor-store-readings.h"
#include "cor-sync-engine.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#include <string.h>

/* The packs that came with the program, in a profile without an account. */

#define ARTICLE(slug, body) \
  "{\"slug\":\"" slug "\",\"locale\":\"en\",\"title\":\"T\",\"body\":\"" body "\",\"kind\":\"article\",\"audience\":\"public\"}"
#define PACK(version, articles) \
  "{\"schema\":\"corridor-knowledge/1\",\"id\":\"p\",\"version\":\"" version "\",\"title\":\"P\",\"articles\":[" articles "]}"

typedef struct
{
  char     *dir, *packs;
  CorStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  fixture->packs = cor_test_make_dir ();
  fixture->dir = cor_test_make_dir ();
  g_setenv ("CORRIDOR_PACKS", fixture->packs, TRUE);
  fixture->store = cor_store_open (fixture->dir, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  cor_test_remove_dir (fixture->packs);
  g_free (fixture->dir);
  g_free (fixture->packs);
}

static void
write_pack (Fixture    *fixture,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->packs, "p.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
look (Fixture *fixture,
      GError **error)
{
  g_auto (CorTestAwait) await = { 0 };
  CorBackgroundSync *sync = cor_pack_sync_new (fixture->store);
  gboolean           done;

  cor_background_sync_run_async (sync, NULL, cor_test_on_result, &await);
  done = cor_background_sync_run_finish (sync, cor_test_await (&await), error);
  cor_test_await_clear (&await);
  cor_test_finalize (sync);
  return done;
}

static CorArticleData *
load (Fixture    *fixture,
      const char *name)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_article_async (fixture->store, name, NULL, cor_test_on_result, &await);
  return cor_store_load_article_finish (fixture->store, cor_test_await (&await), NULL);
}

static CorPackData *
load_pack (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) packs = NULL;

  cor_store_list_packs_async (fixture->store, NULL, cor_test_on_result, &await);
  packs = cor_store_list_packs_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (packs->len, ==, 1);
  return g_ptr_array_steal_index (packs, 0);
}

static void
mark (Fixture       *fixture,
      const char    *name,
      CorReadingMark what)
{
  g_autoptr (CorArticleData) article = load (fixture, name);
  g_auto (CorTestAwait) await = { 0 };

  cor_store_mark_article_async (fixture->store, article->id, what, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_mark_article_finish (fixture->store, cor_test_await (&await), NULL));
}

/* A new version: what it changed is changed, what it left out is gone, and the agent's star is where it was. */
static void
test_new_version (Fixture      *fixture,
                  gconstpointer unused)
{
  g_autoptr (CorArticleData) first = NULL, second = NULL, gone = NULL;
  g_autoptr (CorPackData) pack = NULL;

  write_pack (fixture, PACK ("1", ARTICLE ("a", "one") "," ARTICLE ("b", "two")));
  g_assert_true (look (fixture, NULL));
  mark (fixture, "a", COR_READING_FAVOURITE);
  mark (fixture, "a", COR_READING_READ);
  first = load (fixture, "a");
  g_assert_cmpstr (first->version, ==, "1");
  g_assert_true (first->reading.is_favourite);

  write_pack (fixture, PACK ("2", ARTICLE ("a", "three")));
  g_assert_true (look (fixture, NULL));
  second = load (fixture, "a");
  g_assert_cmpint (second->id, ==, first->id);
  g_assert_cmpstr (second->body, ==, "three");
  g_assert_true (second->reading.is_favourite);
  g_assert_true (second->reading.is_changed_since_read);
  gone = load (fixture, "b");
  g_assert_null (gone);
  pack = load_pack (fixture);
  g_assert_cmpstr (pack->address, ==, "installed:p");
  g_assert_cmpstr (pack->version, ==, "2");
}

/* A pack with a fault changes nothing: the one before it stays. */
static void
test_faulty_version (Fixture      *fixture,
                     gconstpointer unused)
{
  g_autoptr (CorArticleData) article = NULL;
  g_autoptr (CorPackData) pack = NULL;

  write_pack (fixture, PACK ("1", ARTICLE ("a", "one")));
  g_assert_true (look (fixture, NULL));
  write_pack (fixture, PACK ("2", ARTICLE ("a", "three") "," ARTICLE ("a", "four")));
  g_assert_true (look (fixture, NULL));
  article = load (fixture, "a");
  g_assert_cmpstr (article->body, ==, "one");
  pack = load_pack (fixture);
  g_assert_cmpstr (pack->version, ==, "1");
}

#define FEES(version, fixed)                                                                                                   \
  "{\"schema\":\"corridor-fee-schedule/1\",\"id\":\"p\",\"version\":\"" version "\",\"title\":\"P\",\"rounding\":\"HALF_UP\"," \
  "\"valid_from\":\"2026-01-01\",\"corridors\":[{\"id\":\"c\",\"send\":\"EUR\",\"receive\":\"USD\",\"fee_mode\":\"on_top\","   \
  "\"sender_fee\":{\"fixed\":\"" fixed "\"}}]}"

/* The versions that the store keeps, as one word. */
static char *
dup_fee_versions (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) kept = NULL;
  GString *versions = g_string_new (NULL);

  cor_store_list_fees_async (fixture->store, NULL, cor_test_on_result, &await);
  kept = cor_store_list_fees_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_nonnull (kept);
  for (guint i = 0; i < kept->len; i++)
    g_string_append (versions, ((CorFeeSchedule *) kept->pdata[i])->version);
  return g_string_free (versions, FALSE);
}

/* A pack of fees: its versions stay side by side, and a malformed one changes nothing. */
static void
test_fees (Fixture      *fixture,
           gconstpointer unused)
{
  const char *const documents[] = { FEES ("1", "5.00"), FEES ("2", "6.00"), FEES ("3", "6.005") };
  const char *const kept[] = { "1", "12", "12" };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *versions = NULL;

      write_pack (fixture, documents[i]);
      g_assert_true (look (fixture, NULL));
      versions = dup_fee_versions (fixture);
      g_assert_cmpstr (versions, ==, kept[i]);
    }
}

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gpointer         user_data)
{
  *(guint *) user_data |= changes->topics;
}

/* The engine takes it in at its start, and a second start takes nothing in again. */
static void
test_engine (Fixture      *fixture,
             gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorSyncEngine) engine = cor_sync_engine_new (fixture->store);
  g_autoptr (CorArticleData) article = NULL;
  g_autoptr (CorPackData) before = NULL, after = NULL;
  guint topics = 0;

  write_pack (fixture, PACK ("1", ARTICLE ("a", "one")));
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), &topics);
  cor_sync_engine_start (engine);
  cor_test_until ((topics & COR_TOPIC_PACKS) != 0);
  article = load (fixture, "a");
  g_assert_nonnull (article);
  before = load_pack (fixture);
  cor_sync_engine_stop (engine);

  topics = 0;
  cor_sync_engine_run_once_async (engine, NULL, cor_test_on_result, &await);
  g_assert_true (cor_sync_engine_run_once_finish (engine, cor_test_await (&await), NULL));
  after = load_pack (fixture);
  g_assert_cmpstr (after->digest, ==, before->digest);
  g_assert_cmpuint (topics & COR_TOPIC_ARTICLES, ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->store, &topics);
  cor_test_await_clear (&await);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/packs/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-version", test_new_version);
  ADD ("faulty-version", test_faulty_version);
  ADD ("fees", test_fees);
  ADD ("engine", test_engine);
#undef ADD
  return cor_test_run ();
}
