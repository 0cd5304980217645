/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-article-lists.h"
#include "cor-store-articles.h"
#include "cor-store-packs.h"
#include "cor-store-search.h"
#include "cor-store-templates.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"

#include <string.h>

/* RFC 8032 §7.1, tests 1 (the sandbox signs with it) and 2 */
#define SANDBOX_KEY "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
#define OTHER_KEY "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="

#define PORTALS "/portals"
#define ARTICLES "/portals/:portal/articles"

static GPtrArray *
list (CorTestProfile *profile,
      const char     *locale)
{
  const char            *locales[] = { locale, NULL };
  const CorArticleFilter filter = { .source = COR_ARTICLE_SOURCE_HELP_CENTRE, .locales = locales };
  g_auto (CorTestAwait) await = { 0 };

  cor_store_list_articles_async (profile->store, &filter, NULL, cor_test_on_result, &await);
  return cor_store_list_articles_finish (profile->store, cor_test_await (&await), NULL);
}

static void
change_desk (CorTestProfile *profile,
             const char     *sql)
{
  sqlite3 *desk = cor_test_profile_open_desk (profile);

  g_assert_cmpint (sqlite3_exec (desk, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (desk);
}

static CorArticleData *
find (CorTestProfile *profile,
      const char     *title,
      const char     *locale)
{
  g_autoptr (GPtrArray) articles = list (profile, locale);
  g_auto (CorTestAwait) await = { 0 };
  gint64 id = 0;

  for (guint i = 0; i < articles->len; i++)
    if (strcmp (((CorArticleData *) articles->pdata[i])->title, title) == 0)
      id = ((CorArticleData *) articles->pdata[i])->id;
  g_assert_cmpint (id, !=, 0);
  cor_store_load_article_by_id_async (profile->store, id, NULL, cor_test_on_result, &await);
  return cor_store_load_article_finish (profile->store, cor_test_await (&await), NULL);
}

/* All published articles in their languages, each with the address that a customer can be sent to. */
static void
test_pull (CorTestProfile *profile,
           gconstpointer   unused)
{
  g_autoptr (GPtrArray) english = NULL, chinese = NULL;
  g_autoptr (CorArticleData) article = NULL;
  g_autofree char *begin = g_strconcat (profile->sandbox->url, "/hc/help/articles/", NULL);
  guint            n_translated = 0;

  change_desk (profile, "UPDATE articles SET status = 'draft' WHERE id = 3");
  cor_test_profile_run_once (profile);
  english = list (profile, "en");
  chinese = list (profile, "zh-CN");
  g_assert_cmpuint (english->len, >, 10);
  g_assert_cmpuint (english->len, ==, chinese->len);
  for (guint i = 0; i < chinese->len; i++)
    {
      const CorArticleData *one = chinese->pdata[i];

      n_translated += g_strcmp0 (one->locale, "zh-CN") == 0;
      g_assert_cmpstr (one->remote_id, !=, "3");
      g_assert_cmpstr (one->audience, ==, "public");
      g_assert_cmpint (one->account, ==, profile->account);
    }
  g_assert_cmpuint (n_translated, >, 10);

  article = find (profile, "汇款需要多久到账？", "zh-CN");
  g_assert_cmpstr (article->locale, ==, "zh-CN");
  g_assert_true (g_str_has_prefix (article->url, begin));
  g_assert_nonnull (strstr (article->body, "工作日"));
}

/* A help centre without a change costs the list of portals and the head of one list. */
static void
test_unchanged (CorTestProfile *profile,
                gconstpointer   unused)
{
  gint64 portals, articles;

  cor_test_profile_run_once (profile);
  portals = cor_test_profile_count_requests (profile, PORTALS);
  articles = cor_test_profile_count_requests (profile, ARTICLES);
  g_assert_cmpint (articles, >, 2);
  cor_test_profile_run_once (profile);
  g_assert_cmpint (cor_test_profile_count_requests (profile, PORTALS), ==, portals + 1);
  g_assert_cmpint (cor_test_profile_count_requests (profile, ARTICLES), ==, articles + 1);
}

static void
test_changes (CorTestProfile *profile,
              gconstpointer   unused)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (CorArticleData) article = NULL;

  cor_test_profile_run_once (profile);
  before = list (profile, "en");
  change_desk (profile, "DELETE FROM articles WHERE id IN (SELECT id FROM articles WHERE status = 'published' AND locale = 'en' ORDER BY id LIMIT 1)");
  change_desk (profile, "UPDATE articles SET title = 'Zyzzyva transfers', updated_at = updated_at + 10000000 WHERE id = "
                        "(SELECT max (id) FROM articles WHERE status = 'published' AND locale = 'en')");
  cor_test_profile_run_once (profile);
  after = list (profile, "en");
  /* its translation stays, alone */
  g_assert_cmpuint (after->len, <=, before->len);
  article = find (profile, "Zyzzyva transfers", "en");
  g_assert_cmpstr (article->title, ==, "Zyzzyva transfers");
}

static CorPackData *
load_pack (CorTestProfile *profile)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) packs = NULL;

  cor_store_list_packs_async (profile->store, NULL, cor_test_on_result, &await);
  packs = cor_store_list_packs_finish (profile->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (packs->len, ==, 1);
  return g_ptr_array_steal_index (packs, 0);
}

static void
add_pack (CorTestProfile *profile,
          const char     *address,
          const char     *key)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_add_pack_async (profile->store, address, key, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pack_finish (profile->store, cor_test_await (&await), NULL));
}

/* A pack beside the desk, under the desk's own authority: signed it is taken, unchanged it is asked for only; with
 * another key it is not taken, and what was here stays. */
static void
test_pack (CorTestProfile *profile,
           gconstpointer   unused)
{
  g_autofree char *address = g_strconcat (profile->sandbox->url, "/packs/knowledge.json", NULL);
  g_autoptr (CorPackData) pack = NULL, again = NULL, refused = NULL;
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) articles = NULL;

  add_pack (profile, address, SANDBOX_KEY);
  cor_test_profile_run_once (profile);
  pack = load_pack (profile);
  g_assert_null (pack->error);
  g_assert_true (pack->is_signed);
  g_assert_cmpstr (pack->pack_id, ==, "sandbox-company");
  g_assert_cmpint (cor_test_profile_count_requests (profile, ".json.sig"), ==, 1);

  cor_test_profile_run_once (profile);
  again = load_pack (profile);
  g_assert_null (again->error);
  g_assert_cmpint (again->changed_at, ==, pack->changed_at);
  g_assert_cmpint (cor_test_profile_count_requests (profile, "knowledge.json"), ==, 2);
  g_assert_cmpint (cor_test_profile_count_requests (profile, ".json.sig"), ==, 1);

  add_pack (profile, address, OTHER_KEY);
  cor_test_profile_run_once (profile);
  refused = load_pack (profile);
  g_assert_nonnull (strstr (refused->error, "not signed"));
  cor_store_list_articles_async (profile->store, &(CorArticleFilter){ .source = "pack:sandbox-company" }, NULL, cor_test_on_result, &await);
  articles = cor_store_list_articles_finish (profile->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (articles->len, ==, 2);
}

static void
set_up (CorTestProfile *profile,
        gconstpointer   unused)
{
  cor_test_profile_start (profile, NULL);
  /* the articles are what counts here */
  cor_test_profile_set (profile, "history", "1");
}

static CorTemplate *
load_template (CorTestProfile *profile,
               const char     *id)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_template_async (profile->store, id, NULL, cor_test_on_result, &await);
  return cor_store_load_template_finish (profile->store, cor_test_await (&await), NULL);
}

/* The desk's canned responses are templates of the account: found by their words, approved here, gone with the desk's. */
static void
test_canned (CorTestProfile *profile,
             gconstpointer   unused)
{
  g_autoptr (CorTemplate) canned = NULL, gone = NULL, kept = NULL;
  g_autoptr (CorSearchResult) found = NULL;
  CorSearchAsk ask = { .query = "bridge toll", .limit = 5, .filter = { .kind = "template" } };
  g_auto (CorTestAwait) searched = { 0 };
  g_auto (CorTestAwait) approved = { 0 };

  change_desk (profile, "INSERT INTO canned (short_code, content, created_at, updated_at) VALUES"
                        " ('toll', 'We have paid the bridge toll.', 1, 1), ('toll.de.formal', 'Die Maut ist bezahlt.', 1, 1), ('other', 'Something else.', 1, 1)");
  cor_test_profile_run_once (profile);
  canned = load_template (profile, "toll");
  g_assert_cmpint (canned->account, ==, profile->account);
  g_assert_cmpstr (canned->source, ==, COR_TEMPLATE_SOURCE_ACCOUNT);
  g_assert_cmpstr (cor_template_find (canned, "de", COR_REGISTER_FORMAL)->text, ==, "Die Maut ist bezahlt.");
  cor_store_ask_articles_async (profile->store, &ask, NULL, cor_test_on_result, &searched);
  found = cor_store_search_articles_finish (profile->store, cor_test_await (&searched), NULL);
  g_assert_cmpuint (found->hits->len, >, 0);
  g_assert_cmpstr (((CorSearchHit *) found->hits->pdata[0])->remote_id, ==, "toll.en");

  cor_store_set_template_state_async (profile->store, 0, NULL, "toll", "en", COR_REGISTER_NEUTRAL, COR_TEMPLATE_APPROVED, "M. Berg", NULL, cor_test_on_result, &approved);
  g_assert_true (cor_store_set_template_state_finish (profile->store, cor_test_await (&approved), NULL));
  change_desk (profile, "DELETE FROM canned WHERE short_code = 'other'");
  cor_test_profile_run_once (profile);
  gone = load_template (profile, "other");
  g_assert_null (gone);
  kept = load_template (profile, "toll");
  g_assert_cmpint (cor_template_find (kept, "en", COR_REGISTER_NEUTRAL)->state, ==, COR_TEMPLATE_APPROVED);
  g_assert_cmpint (cor_template_find (kept, "de", COR_REGISTER_FORMAL)->state, ==, COR_TEMPLATE_DRAFT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/help-centre/pull", CorTestProfile, NULL, set_up, test_pull, cor_test_profile_tear_down);
  g_test_add ("/help-centre/unchanged", CorTestProfile, NULL, set_up, test_unchanged, cor_test_profile_tear_down);
  g_test_add ("/help-centre/changes", CorTestProfile, NULL, set_up, test_changes, cor_test_profile_tear_down);
  g_test_add ("/help-centre/canned", CorTestProfile, NULL, set_up, test_canned, cor_test_profile_tear_down);
  g_test_add ("/help-centre/pack", CorTestProfile, NULL, set_up, test_pack, cor_test_profile_tear_down);
  return g_test_run ();
}
