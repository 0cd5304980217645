/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-search-concepts.h"
#include "cor-search-near.h"
#include "cor-search-rank.h"
#include "cor-store-articles.h"
#include "cor-store-search.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-queries.h"
#include "cor-test-sqlite.h"

#include <string.h>

typedef struct
{
  const char *id, *locale, *title, *body;
} Article;

static const Article articles[] = {
  { "track", "en", "How to track a transfer", "Open the payment and choose Track. The UETR stands below the amount." },
  { "cost", "en", "What a transfer costs", "Banks on the way may deduct a charge from the amount." },
  { "limit", "en", "Sending limits", "The maximum for a day is 50,000.00 USD. Above it the code AC04 does not apply, AM14 does." },
  { "identity", "en", "Which documents we need to verify your identity", "A passport, or an identity card and a proof of address." },
  { "refund-hans", "zh-CN", "退款需要多久", "退款通常在五个工作日内到账。" },
  { "refund-hant", "zh-TW", "退款需要多久", "退款通常在五個工作日內入帳。" },
  { "fee-hans", "zh-CN", "为什么会扣手续费", "中间行可能会从汇款金额中扣除费用。" },
  { "arrival-es", "es", "¿Cuándo llega mi transferencia?", "Las transferencias llegan en uno o dos días hábiles." },
};

typedef struct
{
  char     *dir;
  CorStore *store;
} Fixture;

static void
put_kind (Fixture       *fixture,
          const Article *list,
          guint          n,
          CorArticleKind kind)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      CorArticleData *article = cor_article_data_new ();

      article->source = g_strdup ("import");
      article->remote_id = g_strdup (list[i].id);
      article->kind = kind;
      article->locale = g_strdup (list[i].locale);
      article->title = g_strdup (list[i].title);
      article->body = g_strdup (list[i].body);
      g_ptr_array_add (batch, article);
    }
  cor_store_put_articles_async (fixture->store, batch, NULL, cor_test_on_result, &await);
  cor_store_put_articles_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static void
put (Fixture       *fixture,
     const Article *list,
     guint          n)
{
  put_kind (fixture, list, n, COR_ARTICLE_ARTICLE);
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = cor_store_open (fixture->dir, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->dir = cor_test_make_dir ();
  open_store (fixture);
  put (fixture, articles, G_N_ELEMENTS (articles));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static CorSearchResult *
search_as (Fixture    *fixture,
           const char *query,
           const char *locale,
           gboolean    is_typing)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorSearchResult *result = NULL;

  cor_store_search_articles_async (fixture->store, query, locale, 5, is_typing, NULL, cor_test_on_result, &await);
  result = cor_store_search_articles_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static CorSearchResult *
search (Fixture    *fixture,
        const char *query)
{
  return search_as (fixture, query, NULL, FALSE);
}

static void
assert_first (Fixture    *fixture,
              const char *query,
              const char *id)
{
  g_autoptr (CorSearchResult) result = search (fixture, query);

  g_test_message ("%s", query);
  g_assert_cmpuint (result->hits->len, >, 0);
  g_assert_cmpstr (((CorSearchHit *) result->hits->pdata[0])->remote_id, ==, id);
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const cases[][2] = {
    { "track", "track" },
    { "tracking my transfers please", "track" },
    { "I wanted to know what it will cost me to make a transfer to Brazil", "cost" },
    { "WHICH DOCUMENTS", "identity" },
    { "ｉｄｅｎｔｉｔｙ", "identity" },
    { "transferencias cuando llegan", "arrival-es" },
    { "cuándo llega", "arrival-es" },
    { "am14", "limit" },
    { "50000 usd a day", "limit" },
    { "扣", "fee-hans" },
    { "手续费", "fee-hans" },
    { "手續費", "fee-hans" },
    { "汇款被扣了费用", "fee-hans" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_first (fixture, cases[i][0], cases[i][1]);
}

/* Both kinds of characters find both articles; the reader's own kind comes first. */
static void
test_scripts (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CorSearchResult) hans = search (fixture, "退款几个工作日到账");
  g_autoptr (CorSearchResult) hant = search (fixture, "退款幾個工作日入帳");

  g_assert_cmpuint (hans->hits->len, >=, 2);
  g_assert_cmpuint (hant->hits->len, >=, 2);
  g_assert_cmpstr (((CorSearchHit *) hans->hits->pdata[0])->remote_id, ==, "refund-hans");
  g_assert_cmpstr (((CorSearchHit *) hans->hits->pdata[1])->remote_id, ==, "refund-hant");
  g_assert_cmpstr (((CorSearchHit *) hant->hits->pdata[0])->remote_id, ==, "refund-hant");
}

/* Of one article in several languages there is one hit: the text in the question's language, else in the reader's, wherever its words were found. */
static void
test_groups (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const locales[] = { "vi", "de", "en", "zh-Hans", "zh-Hant" };
  static const char *const bodies[] = { "Ngân hàng thu phí.", "Eine Bank nahm ein Entgelt auf dem Weg der Zahlung.", "A bank took a charge on the way of the payment.",
                                        "途中有银行收取了费用。", "途中有銀行收取了費用。" };
  GPtrArray               *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  g_auto (CorTestAwait) await = { 0 };
  static const char *const cases[][3] = {
    { "levy", "en", "t.en" },
    { "levy", "de-AT", "t.de" },
    { "levy", "vi", "t.vi" },
    { "中间银行收取的费用", "en", "t.zh-Hans" },
    { "中間銀行收取的費用", "en", "t.zh-Hant" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      CorArticleData *article = cor_article_data_new ();

      article->source = g_strdup ("pack:t");
      article->slug = g_strdup ("t");
      article->remote_id = g_strconcat ("t.", locales[i], NULL);
      article->locale = g_strdup (locales[i]);
      article->title = g_strdup ("Levy of an intermediary");
      article->body = g_strdup (bodies[i]);
      g_ptr_array_add (batch, article);
    }
  cor_store_put_articles_async (fixture->store, batch, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->store, cor_test_await (&await), NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorSearchResult) result = search_as (fixture, cases[i][0], cases[i][1], FALSE);
      guint n = 0;

      for (guint j = 0; j < result->hits->len; j++)
        {
          const CorSearchHit *hit = result->hits->pdata[j];

          if (!g_str_has_prefix (hit->remote_id, "t."))
            continue;
          n++;
          g_assert_cmpstr (hit->remote_id, ==, cases[i][2]);
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_near (Fixture      *fixture,
           gconstpointer data)
{
  assert_first (fixture, "trasnfer csot", "cost");
  assert_first (fixture, "docuemnts", "identity");
  assert_first (fixture, "identitty", "identity");
  assert_first (fixture, "tuikuan", "refund-hans");
  assert_first (fixture, "tui kuan", "refund-hans");
  assert_first (fixture, "shouxufei", "fee-hans");
}

static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (CorSearchResult) half = search_as (fixture, "docum", NULL, TRUE);
  g_autoptr (CorSearchResult) next = search_as (fixture, "transfer co", NULL, TRUE);

  g_assert_cmpuint (half->hits->len, ==, 1);
  g_assert_cmpstr (((CorSearchHit *) half->hits->pdata[0])->remote_id, ==, "identity");
  g_assert_cmpstr (((CorSearchHit *) next->hits->pdata[0])->remote_id, ==, "cost");
}

/* A question finds an article in another language only, and the hit says so. */
static void
test_languages (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (CorSearchResult) result = search (fixture, "身份验证需要的证件");
  const CorSearchHit *hit = NULL;

  g_assert_cmpuint (result->hits->len, >, 0);
  hit = result->hits->pdata[0];
  g_assert_cmpstr (hit->remote_id, ==, "identity");
  g_assert_true (hit->is_by_meaning);
  g_assert_true (hit->is_other_language);
  assert_first (fixture, "where is my money", "track");
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CorSearchResult) result = search (fixture, "the xylophone quagmire");

  g_assert_cmpuint (result->hits->len, ==, 0);
  g_assert_cmpuint (result->n_articles, ==, G_N_ELEMENTS (articles));
  g_assert_cmpstr (result->unknown[0], ==, "xylophone");
  g_assert_cmpstr (result->unknown[1], ==, "quagmire");
  g_assert_null (result->unknown[2]);
}

static char *
dup_marked (const char   *text,
            const GArray *marks)
{
  GString *marked = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const CorMark *mark = &g_array_index (marks, CorMark, i);

      g_string_append_printf (marked, "%s%.*s", i > 0 ? "|" : "", (int) (mark->end - mark->start), text + mark->start);
    }
  return g_string_free (marked, FALSE);
}

/* What was found says where, and what was found by its meaning says why. */
static void
test_marks (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (CorSearchResult) words = search (fixture, "tracked amounts");
  g_autoptr (CorSearchResult) typo = search (fixture, "docuemnts passprt");
  g_autoptr (CorSearchResult) meaning = search (fixture, "身份验证");
  const CorSearchHit *hit = words->hits->pdata[0];
  g_autofree char    *title = dup_marked (hit->title, hit->title_marks);
  g_autofree char    *excerpt = dup_marked (hit->excerpt->text, hit->excerpt->marks);
  g_autofree char    *corrected = NULL;

  g_assert_cmpstr (title, ==, "track");
  g_assert_cmpstr (hit->excerpt->text, ==, "Open the payment and choose Track. The UETR stands below the amount.");
  g_assert_cmpstr (excerpt, ==, "Track|amount");
  g_assert_null (hit->why);

  hit = typo->hits->pdata[0];
  corrected = dup_marked (hit->excerpt->text, hit->excerpt->marks);
  g_assert_cmpstr (corrected, ==, "passport");

  hit = meaning->hits->pdata[0];
  g_assert_cmpstr (hit->remote_id, ==, "identity");
  g_assert_nonnull (strstr (hit->why, " = documents"));
  g_assert_cmpint (g_array_index (hit->title_marks, CorMark, 0).kind, ==, COR_MARK_MEANING);
}

/* Where nothing is found it says what was tried, and offers the nearest. */
static void
test_nearest (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CorSearchResult) far = search (fixture, "passxxxxx");
  g_autoptr (CorSearchResult) none = search (fixture, "xylophone");
  g_autoptr (CorSearchResult) pinyin = search (fixture, "tuikuan");
  const CorSearchTried *tried = NULL;

  g_assert_cmpuint (far->hits->len, ==, 0);
  g_assert_cmpuint (far->nearest->len, >, 0);
  g_assert_cmpstr (((CorSearchHit *) far->nearest->pdata[0])->remote_id, ==, "identity");
  g_assert_cmpuint (none->nearest->len, ==, 0);
  g_assert_cmpuint (pinyin->tried->len, ==, 1);
  tried = pinyin->tried->pdata[0];
  g_assert_cmpint (tried->kind, ==, COR_SEARCH_TRIED_PINYIN);
  g_assert_cmpstr (tried->asked, ==, "tuikuan");
  g_assert_cmpstr (tried->tried, ==, "退款");
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
put_filtered (Fixture    *fixture,
              const char *id,
              const char *category,
              const char *corridors,
              const char *currencies)
{
  GPtrArray      *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  CorArticleData *article = cor_article_data_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  article->source = g_strdup ("pack:starter");
  article->remote_id = g_strdup (id);
  article->locale = g_strdup ("en-GB");
  article->title = g_strdup ("Zebra crossings");
  article->body = g_strdup (id);
  article->category = g_strdup (category);
  article->corridors = g_strdup (corridors);
  article->currencies = g_strdup (currencies);
  g_ptr_array_add (batch, article);
  cor_store_put_articles_async (fixture->store, batch, NULL, cor_test_on_result, &await);
  cor_store_put_articles_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static void
assert_filtered (Fixture               *fixture,
                 const CorSearchFilter *filter,
                 const char            *expected)
{
  CorSearchAsk ask = { .query = "zebra", .limit = 10, .filter = *filter };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorSearchResult) result = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  cor_store_ask_articles_async (fixture->store, &ask, NULL, cor_test_on_result, &await);
  result = cor_store_search_articles_finish (fixture->store, cor_test_await (&await), NULL);
  for (guint i = 0; i < result->hits->len; i++)
    g_ptr_array_add (ids, ((CorSearchHit *) result->hits->pdata[i])->remote_id);
  g_ptr_array_sort (ids, (GCompareFunc) compare_ids);
  g_ptr_array_add (ids, NULL);
  list = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_cmpstr (list, ==, expected);
  /* what the filter alone keeps away is offered */
  g_assert_cmpint (result->nearest_is_unfiltered, ==, *expected == '\0');
  g_assert_cmpint (result->nearest->len > 0, ==, *expected == '\0');
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  put_filtered (fixture, "any", "fees", NULL, NULL);
  put_filtered (fixture, "cn", "fees", "*-CN", "CNY");
  put_filtered (fixture, "gb", "rails", "GB-CN\nUS-CN", "CNY\nGBP");
  put_filtered (fixture, "eu", "rails", "CN-EU", "EUR");

  assert_filtered (fixture, &(CorSearchFilter){ NULL }, "any cn eu gb");
  assert_filtered (fixture, &(CorSearchFilter){ .category = "rails" }, "eu gb");
  assert_filtered (fixture, &(CorSearchFilter){ .corridor = "GB-CN" }, "any cn gb");
  assert_filtered (fixture, &(CorSearchFilter){ .corridor = "CN-DE" }, "any eu");
  assert_filtered (fixture, &(CorSearchFilter){ .corridor = "CN-EU" }, "any eu");
  assert_filtered (fixture, &(CorSearchFilter){ .currency = "gbp" }, "any gb");
  assert_filtered (fixture, &(CorSearchFilter){ .currency = "EUR", .category = "rails" }, "eu");
  assert_filtered (fixture, &(CorSearchFilter){ .locale = "en" }, "any cn eu gb");
  assert_filtered (fixture, &(CorSearchFilter){ .locale = "zh" }, "");
  assert_filtered (fixture, &(CorSearchFilter){ .source = "pack", .kind = "article", .audience = "public" }, "any cn eu gb");
  assert_filtered (fixture, &(CorSearchFilter){ .source = "pack:starter" }, "any cn eu gb");
  assert_filtered (fixture, &(CorSearchFilter){ .source = "own" }, "");
  assert_filtered (fixture, &(CorSearchFilter){ .kind = "sop" }, "");
  assert_filtered (fixture, &(CorSearchFilter){ .audience = "internal" }, "");
}

/* What is read in the background is all found afterwards, and a search meanwhile says what is missing. */
static void
test_warm (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (CorTestAwait) warm = { 0 };
  g_auto (CorTestAwait) again = { 0 };
  g_autoptr (CorSearchResult) during = NULL;
  g_autoptr (CorSearchResult) after = NULL;

  cor_store_warm_search_async (fixture->store, NULL, cor_test_on_result, &warm);
  during = search (fixture, "documents");
  g_assert_cmpuint (during->n_articles + during->n_unread, ==, G_N_ELEMENTS (articles));
  g_assert_true (cor_store_warm_search_finish (fixture->store, cor_test_await (&warm), NULL));
  after = search (fixture, "documents");
  g_assert_cmpuint (after->hits->len, ==, 1);
  g_assert_cmpuint (after->n_unread, ==, 0);
  cor_store_warm_search_async (fixture->store, NULL, cor_test_on_result, &again);
  g_assert_true (cor_store_warm_search_finish (fixture->store, cor_test_await (&again), NULL));
}

/* Among articles, and among templates only. */
static CorSearchResult *
search_kind (Fixture    *fixture,
             const char *query,
             const char *kind,
             gboolean    is_typing)
{
  CorSearchAsk ask = { .query = query, .locale = "??", .limit = 5, .is_typing = is_typing, .filter = { .kind = kind } };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorSearchResult *result = NULL;

  cor_store_ask_articles_async (fixture->store, &ask, NULL, cor_test_on_result, &await);
  result = cor_store_search_articles_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_answered (Fixture            *fixture,
                 const CorTestQuery *query,
                 const char         *kind)
{
  g_autofree char *text = cor_test_query_dup_text (query);
  g_autofree char *shown = g_strescape (text, NULL); /* what is said goes into XML */

  for (guint is_typing = 0; is_typing < 2; is_typing++)
    {
      g_autoptr (CorSearchResult) result = search_kind (fixture, text, kind, is_typing != 0);

      g_test_message ("%s: %.40s", kind, shown);
      g_assert_cmpuint (result->hits->len, <=, 5);
      if (query->kind == COR_TEST_QUERY_NONE)
        g_assert_cmpuint (result->hits->len, ==, 0);
      if (query->kind == COR_TEST_QUERY_WORD)
        g_assert_cmpuint (result->hits->len, >, 0);
      for (guint i = 0; i < result->hits->len; i++)
        g_assert_cmpint (g_str_has_prefix (((CorSearchHit *) result->hits->pdata[i])->remote_id, "template"), ==, g_str_equal (kind, "template"));
    }
}

/* Nothing in a query is an operator, and none is an error. */
static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  static const Article templates[] = {
    { "template-en", "en", "Your transfer is on its way", "Your transfer of {{ amount }} was sent." },
    { "template-zh", "zh-CN", "退款已发出", "您的退款已发出。" },
  };

  put_kind (fixture, templates, G_N_ELEMENTS (templates), COR_ARTICLE_TEMPLATE);
  for (guint i = 0; i < cor_test_n_queries; i++)
    {
      assert_answered (fixture, &cor_test_queries[i], "article");
      assert_answered (fixture, &cor_test_queries[i], "template");
    }
}

/* An article put again is the new one only, in this process and in the next. */
static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  static const Article changed = { "track", "en", "Following your parcel", "Nothing about money." };

  assert_first (fixture, "UETR", "track");
  put (fixture, &changed, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CorSearchResult) result = search (fixture, "UETR");

      g_assert_cmpuint (result->hits->len, ==, 0);
      g_assert_cmpuint (result->n_articles, ==, G_N_ELEMENTS (articles));
      assert_first (fixture, "parcel", "track");
      cor_test_finalize (g_steal_pointer (&fixture->store));
      open_store (fixture);
    }
}

/* What another process removed is not found; what another version indexed is indexed anew. */
static void
test_behind (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (CorSearchResult) before = search (fixture, "documents");
  g_autoptr (CorSearchResult) after = NULL;

  g_assert_cmpuint (before->hits->len, ==, 1);
  cor_test_sqlite_run (fixture->dir, "DELETE FROM article WHERE remote_id = 'identity'");
  after = search (fixture, "documents");
  g_assert_cmpuint (after->hits->len, ==, 0);
  g_assert_cmpuint (after->n_articles, ==, G_N_ELEMENTS (articles) - 1);

  cor_test_finalize (g_steal_pointer (&fixture->store));
  cor_test_sqlite_run (fixture->dir, "UPDATE article SET terms = 't rubbish', terms_version = '0', revision = (SELECT revision + 1 FROM article_state);"
                                     "UPDATE article_state SET revision = revision + 1");
  open_store (fixture);
  assert_first (fixture, "track", "track");
  /* and written, so that the next start need not */
  while (cor_test_sqlite_count (fixture->dir, "SELECT count(*) FROM article WHERE terms = 't rubbish'", NULL) > 0)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_load (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (CorTestAwait) await = { 0 };
  g_auto (CorTestAwait) other = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorArticleData) article = NULL;

  cor_store_load_article_async (fixture->store, "arrival-es", NULL, cor_test_on_result, &await);
  article = cor_store_load_article_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->title, ==, "¿Cuándo llega mi transferencia?");
  g_assert_cmpstr (article->audience, ==, "public");

  cor_store_load_article_async (fixture->store, "none", NULL, cor_test_on_result, &other);
  g_assert_null (cor_store_load_article_finish (fixture->store, cor_test_await (&other), &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND);
}

static void
test_distance (void)
{
  g_assert_cmpuint (cor_search_near_distance ("transfer", "transfer", 2), ==, 0);
  g_assert_cmpuint (cor_search_near_distance ("trasnfer", "transfer", 2), ==, 1);
  g_assert_cmpuint (cor_search_near_distance ("tranfer", "transfer", 2), ==, 1);
  g_assert_cmpuint (cor_search_near_distance ("tranfre", "transfer", 2), ==, 2);
  g_assert_cmpuint (cor_search_near_distance ("cat", "transfer", 2), ==, 3);
  g_assert_cmpuint (cor_search_near_distance ("", "ab", 2), ==, 2);
}

/* Of a word that thousands have, what is best comes first, however many are alike and newer. */
static void
test_common_word (void)
{
  g_autoptr (CorSearchIndex) index = cor_search_index_new ();
  g_autoptr (CorSearchQuery) query = NULL;
  g_autoptr (GArray) ranked = NULL;
  g_autofree char *common = cor_search_text_make ("en", "Cards", "A transfer is on its way.", NULL, NULL);
  g_autofree char *best = cor_search_text_make ("en", "Transfer", "A transfer is a transfer.", NULL, NULL);

  cor_search_index_clear (index);
  for (gint64 i = 1; i <= 6000; i++)
    cor_search_index_put (index, i, "en", i == 10 ? best : common);
  query = cor_search_query_new (index, "transfer", NULL, FALSE);
  ranked = cor_search_rank (index, query, &cor_search_weights, 3);
  g_assert_cmpuint (ranked->len, >, 0);
  g_assert_cmpint (g_array_index (ranked, CorSearchRanked, 0).article, ==, 10);
}

static gboolean
means (const char *text,
       const char *language,
       const char *concept)
{
  g_autoptr (CorTerms) terms = cor_terms_new_in (text, language);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  cor_search_concepts_find (term, n, found);
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (cor_search_concepts_get_name (g_array_index (found, guint, i)), concept))
      return TRUE;
  return FALSE;
}

static void
test_concepts (void)
{
  g_assert_true (means ("my card was swallowed by the machine", "en", "card-machine-keep"));
  g_assert_true (means ("I could not top-up", "en", "top-up"));
  g_assert_true (means ("怎麼提現", "zh", "withdraw"));
  /* 费 is in it, but it is not what it says */
  g_assert_false (means ("消费", "zh", "fee"));
  g_assert_false (means ("", "en", "fee"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("scripts", test_scripts);
  ADD ("near", test_near);
  ADD ("typing", test_typing);
  ADD ("languages", test_languages);
  ADD ("nothing", test_nothing);
  ADD ("marks", test_marks);
  ADD ("nearest", test_nearest);
  ADD ("groups", test_groups);
  ADD ("filter", test_filter);
  ADD ("warm", test_warm);
  ADD ("hostile", test_hostile);
  ADD ("replace", test_replace);
  ADD ("behind", test_behind);
  ADD ("load", test_load);
  g_test_add_func ("/search/distance", test_distance);
  g_test_add_func ("/search/concepts", test_concepts);
  g_test_add_func ("/search/common-word", test_common_word);

  return cor_test_run ();
}
