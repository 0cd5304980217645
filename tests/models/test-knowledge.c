/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-article.h"
#include "cor-bulletins.h"
#include "cor-knowledge-search.h"
#include "cor-procedures.h"
#include "cor-reader-locales.h"
#include "cor-store-readings.h"
#include "cor-suggestions.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

#include <string.h>

typedef struct
{
  CorTestDesk desk;
} Fixture;

typedef struct
{
  const char    *slug, *locale;
  CorArticleKind kind;
  const char    *audience, *category, *title, *body;
  const char    *corridors, *currencies;
} Text;

static const Text texts[] = {
  { "arrival", "zh-Hans", COR_ARTICLE_ARTICLE, "public", "timing", "跨境汇款多久到账？", "一般 1 至 3 个工作日到账。\n\n## 过了时间\n\n先看款项在哪家银行。" },
  { "arrival", "zh-Hant", COR_ARTICLE_ARTICLE, "public", "timing", "跨境匯款多久到帳？", "一般 1 至 3 個工作日到帳。\n\n## 過了時間\n\n先看款項在哪家銀行。" },
  { "arrival", "en", COR_ARTICLE_ARTICLE, "public", "timing", "How long does a transfer take?", "One to three working days." },
  { "less", "zh-Hans", COR_ARTICLE_ARTICLE, "public", "charges", "为什么对方收到的钱少了？", "途中的银行可能扣费，所以对方收到的欧元比汇出的少。" },
  { "less", "en", COR_ARTICLE_ARTICLE, "public", "charges", "Why did less arrive?", "A bank on the way may have taken a charge." },
  { "delayed", "en", COR_ARTICLE_SOP, "internal", "sops", "Delayed payment", "1. Locate it.\n2. Tell the customer who has it." },
  { "rule", "en", COR_ARTICLE_BULLETIN, "internal", "bulletins", "A rule about addresses", "Addresses have to be structured." },
};

static void
put (Fixture *fixture, const Text *text, const char *body)
{
  GPtrArray      *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  CorArticleData *article = cor_article_data_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add_days (now, 10);
  g_auto (CorTestAwait) await = { 0 };

  article->source = g_strdup ("import");
  article->remote_id = g_strdup_printf ("%s.%s", text->slug, text->locale);
  article->slug = g_strdup (text->slug);
  article->locale = g_strdup (text->locale);
  article->kind = text->kind;
  article->audience = g_strdup (text->audience);
  article->category = g_strdup (text->category);
  article->corridors = g_strdup (text->corridors);
  article->currencies = g_strdup (text->currencies);
  article->title = g_strdup (text->title);
  article->body = g_strdup (body != NULL ? body : text->body);
  if (text->kind == COR_ARTICLE_BULLETIN)
    article->effective = g_date_time_format (soon, "%Y-%m-%d");
  g_ptr_array_add (articles, article);
  cor_store_put_articles_async (fixture->desk.store, articles, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  cor_test_desk_tell_story (&fixture->desk);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    put (fixture, &texts[i], NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  cor_test_desk_settle (&fixture->desk);
  cor_test_desk_close (&fixture->desk);
}

static gboolean
is_at (GListModel *list, guint position, const char *slug, const char *locale)
{
  g_autoptr (CorKnowledgeHit) hit = g_list_model_get_item (list, position);
  const CorArticleData *article = hit != NULL ? cor_knowledge_hit_get_article (hit) : NULL;

  return article != NULL && g_strcmp0 (article->slug, slug) == 0 && (locale == NULL || g_strcmp0 (article->locale, locale) == 0);
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorKnowledgeSearch) search = cor_knowledge_search_new (fixture->desk.store);
  GListModel        *list = G_LIST_MODEL (search);
  CorKnowledgeFilter filter = { .kind = COR_ARTICLE_SOP };

  /* without a query: everything, each article once */
  cor_knowledge_search_set_query (search, "");
  cor_test_until (g_list_model_get_n_items (list) == 4);

  /* the article, its words marked, once in the best of its languages */
  cor_knowledge_search_set_query (search, "多久到账");
  cor_test_until (is_at (list, 0, "arrival", "zh-Hans") && cor_knowledge_search_get_result (search) != NULL);
  for (guint i = 1; i < g_list_model_get_n_items (list); i++)
    g_assert_false (is_at (list, i, "arrival", NULL));
  {
    g_autoptr (CorKnowledgeHit) first = g_list_model_get_item (list, 0);
    GArray *marks = cor_knowledge_hit_get_title_marks (first);

    g_assert_nonnull (marks);
    g_assert_cmpuint (marks->len, >, 0);
    g_assert_nonnull (cor_knowledge_hit_get_excerpt (first));
  }

  /* of the newer query only, and nothing is no error */
  cor_knowledge_search_set_query (search, "delayed");
  cor_knowledge_search_set_query (search, "\"* AND (");
  cor_knowledge_search_set_query (search, "delayed payment");
  cor_test_until (is_at (list, 0, "delayed", "en"));
  cor_knowledge_search_set_filter (search, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_cmpuint (cor_knowledge_search_get_n_of_kind (search, COR_ARTICLE_SOP), ==, 1);
  filter = (CorKnowledgeFilter){ .kind = -1, .category = "charges" };
  cor_knowledge_search_set_query (search, "");
  cor_knowledge_search_set_filter (search, &filter);
  cor_test_until (g_list_model_get_n_items (list) == 1 && is_at (list, 0, "less", NULL));
}

static void
mark (Fixture *fixture, GListModel *list, const char *slug, CorReadingMark what)
{
  g_auto (CorTestAwait) await = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    if (is_at (list, i, slug, NULL))
      {
        g_autoptr (CorKnowledgeHit) hit = g_list_model_get_item (list, i);

        cor_store_mark_article_async (fixture->desk.store, cor_knowledge_hit_get_id (hit), what, NULL, cor_test_on_result, &await);
        g_assert_true (cor_store_mark_article_finish (fixture->desk.store, cor_test_await (&await), NULL));
        return;
      }
  g_assert_not_reached ();
}

/* What was put into a reply comes before what was only read, and that before the rest. */
static void
test_recent (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorKnowledgeSearch) search = cor_knowledge_search_new (fixture->desk.store);
  GListModel *list = G_LIST_MODEL (search);

  cor_knowledge_search_set_query (search, "");
  cor_test_until (g_list_model_get_n_items (list) == 4);
  mark (fixture, list, "less", COR_READING_READ);
  mark (fixture, list, "delayed", COR_READING_USED);
  cor_knowledge_search_set_order (search, COR_KNOWLEDGE_BY_USE);
  cor_test_until (g_list_model_get_n_items (list) == 4 && is_at (list, 0, "delayed", NULL) && is_at (list, 1, "less", NULL));
}

/* By corridor, currency and source it is searched anew, and where nothing passes, what would without them is near. */
static void
test_filters (Fixture *fixture, gconstpointer unused)
{
  static const Text inr = { "inr", "en", COR_ARTICLE_ARTICLE, "public", "rails", "How long does a transfer to India take?", "One working day.", "*-IN", "INR" };
  g_autoptr (CorKnowledgeSearch) search = cor_knowledge_search_new (fixture->desk.store);
  GListModel        *list = G_LIST_MODEL (search);
  CorKnowledgeFilter filter = { .kind = -1, .corridor = "GB-IN" };
  gboolean           is_unfiltered = FALSE;

  put (fixture, &inr, NULL);
  cor_knowledge_search_set_query (search, "how long does a transfer take");
  cor_test_until (g_list_model_get_n_items (list) >= 2);
  g_assert_false (cor_knowledge_search_is_narrowed (search));

  /* what is of no corridor stays */
  cor_knowledge_search_set_filter (search, &filter);
  g_assert_true (cor_knowledge_search_is_narrowed (search));
  cor_test_until (is_at (list, 0, "inr", NULL) || is_at (list, 1, "inr", NULL));
  filter.corridor = "CN-DE";
  cor_knowledge_search_set_filter (search, &filter);
  cor_test_until (g_list_model_get_n_items (list) >= 1 && !is_at (list, 0, "inr", NULL) && !is_at (list, 1, "inr", NULL));
  filter = (CorKnowledgeFilter){ .kind = -1, .currency = "INR", .category = "rails", .source = "import" };
  cor_knowledge_search_set_filter (search, &filter);
  cor_test_until (g_list_model_get_n_items (list) == 1 && is_at (list, 0, "inr", NULL));
  g_assert_cmpuint (cor_knowledge_search_get_n_of_kind (search, -1), ==, 1);

  filter.source = "own";
  cor_knowledge_search_set_filter (search, &filter);
  cor_test_until (g_list_model_get_n_items (list) == 0);
  g_assert_cmpuint (cor_knowledge_search_get_near (search, &is_unfiltered)->len, >, 0);
  g_assert_true (is_unfiltered);
  /* found, but of another kind */
  filter = (CorKnowledgeFilter){ .kind = COR_ARTICLE_TEMPLATE };
  cor_knowledge_search_set_filter (search, &filter);
  cor_test_until (cor_knowledge_search_get_near (search, &is_unfiltered)->len > 1);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_true (is_unfiltered);
  /* browsed, too */
  filter = (CorKnowledgeFilter){ .kind = -1, .currency = "INR", .category = "rails" };
  cor_knowledge_search_set_query (search, "");
  cor_knowledge_search_set_filter (search, &filter);
  cor_test_until (g_list_model_get_n_items (list) == 1 && is_at (list, 0, "inr", NULL));
}

static void
test_suggestions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorSuggestions) suggestions = cor_suggestions_new (fixture->desk.store);

  cor_suggestions_open (suggestions, cor_test_desk_find (&fixture->desk, "20481"));
  g_assert_false (cor_suggestions_is_loaded (suggestions));
  cor_test_until (cor_suggestions_is_loaded (suggestions));

  /* the customer's last words, in the customer's language */
  g_assert_nonnull (strstr (cor_suggestions_get_question (suggestions), "905"));
  g_assert_null (strstr (cor_suggestions_get_question (suggestions), "Isar Bank"));
  g_assert_true (is_at (G_LIST_MODEL (suggestions), 0, "less", "zh-Hans"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (suggestions)), <=, 5);

  /* nothing of the conversation before stays */
  cor_suggestions_open (suggestions, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (suggestions)), ==, 0);
}

static void
test_article (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorKnowledgeSearch) search = cor_knowledge_search_new (fixture->desk.store);
  g_autoptr (CorArticle) article = cor_article_new (fixture->desk.store);
  gint64 id = 0;

  cor_knowledge_search_set_query (search, "多久到账");
  cor_test_until (is_at (G_LIST_MODEL (search), 0, "arrival", "zh-Hans"));
  {
    g_autoptr (CorKnowledgeHit) first = g_list_model_get_item (G_LIST_MODEL (search), 0);

    id = cor_knowledge_hit_get_id (first);
  }
  cor_article_open (article, id);
  cor_test_until (cor_article_get_translations (article)->len == 3);
  g_assert_true (cor_article_is_complete (article));
  g_assert_null (cor_article_get_read_text (article));
  cor_article_mark (article, COR_READING_READ);
  cor_test_until (cor_article_get_data (article)->reading.read_at > 0);

  /* what it was when it was read stands beside what it is */
  cor_article_open (article, 0);
  put (fixture, &texts[0], "现在一般当天到账。");
  cor_article_open (article, id);
  cor_test_until (cor_article_is_complete (article));
  g_assert_cmpstr (cor_article_get_data (article)->body, ==, "现在一般当天到账。");
  cor_test_until (cor_article_get_read_text (article) != NULL);
  g_assert_nonnull (strstr (cor_article_get_read_text (article)->body, "1 至 3"));
}

static void
test_bulletins (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (CorBulletins) bulletins = cor_bulletins_new (fixture->desk.store);
  g_autoptr (GDateTime) near = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) early = g_date_time_add_days (near, -60);

  cor_bulletins_open (bulletins, 0, g_date_time_to_unix (near));
  cor_test_until (cor_bulletins_get_n (bulletins) == 1);
  g_assert_cmpstr (cor_bulletins_get_first (bulletins)->slug, ==, "rule");
  cor_bulletins_open (bulletins, 0, g_date_time_to_unix (early)); /* more than a month ahead */
  cor_test_until (cor_bulletins_get_n (bulletins) == 0);
  cor_bulletins_open (bulletins, 0, g_date_time_to_unix (near));
  cor_test_until (cor_bulletins_get_n (bulletins) == 1);
  cor_bulletins_acknowledge (bulletins, cor_bulletins_get_first (bulletins)->id);
  cor_test_until (cor_bulletins_get_n (bulletins) == 0);
}

/* What was being read when the conversation was closed does not come after it. */
static void
test_procedures (Fixture *fixture, gconstpointer unused)
{
  gint64 conversation = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "77", .name = "Anna Reed", .about_json = "{\"procedure_delayed\":\"steps 2; start 1790000000\"}", .at = 1000 });
  g_autoptr (CorProcedures) procedures = cor_procedures_new (fixture->desk.store);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorProcedureSet) set = NULL;

  cor_procedures_open (procedures, conversation);
  cor_test_until (cor_procedures_get_n (procedures) == 1);
  cor_procedures_open (procedures, conversation);
  cor_procedures_open (procedures, 0);
  cor_store_list_procedures_async (fixture->desk.store, conversation, NULL, cor_test_on_result, &await);
  set = cor_store_list_procedures_finish (fixture->desk.store, cor_test_await (&await), NULL);
  g_assert_cmpuint (set->procedures->len, ==, 1);
  cor_test_desk_settle (&fixture->desk);
  g_assert_cmpuint (cor_procedures_get_n (procedures), ==, 0);
}

static void
test_locales (void)
{
  g_auto (GStrv) locales = cor_reader_locales_new ("zh_CN");

  g_assert_cmpstr (locales[0], ==, "zh-CN");
  g_assert_true (g_strv_contains ((const char *const *) locales, "en"));
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add ("/knowledge/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/knowledge/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/knowledge/recent", Fixture, NULL, set_up, test_recent, tear_down);
  g_test_add ("/knowledge/suggestions", Fixture, NULL, set_up, test_suggestions, tear_down);
  g_test_add ("/knowledge/article", Fixture, NULL, set_up, test_article, tear_down);
  g_test_add ("/knowledge/bulletins", Fixture, NULL, set_up, test_bulletins, tear_down);
  g_test_add ("/knowledge/procedures", Fixture, NULL, set_up, test_procedures, tear_down);
  g_test_add_func ("/knowledge/locales", test_locales);
  return cor_test_run ();
}
