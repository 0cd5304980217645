/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-accounts.h"
#include "cor-store-article-lists.h"
#include "cor-store-articles.h"
#include "cor-store-pull.h"
#include "cor-store-readings.h"
#include "cor-store-reply-check.h"
#include "cor-store-search.h"
#include "cor-store-threads.h"
#include "cor-str.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#include <string.h>

/* Articles as sources send them: translations, kinds, what goes and what the agent did with them. */

#define PACK "pack:test"

typedef struct
{
  char     *dir;
  CorStore *store;
  guint     topics; /* told since it was last cleared */
} Fixture;

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            Fixture         *fixture)
{
  fixture->topics |= changes->topics;
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, NULL);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_signal_handlers_disconnect_by_data (fixture->store, fixture);
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static CorArticleData *
make (const char *slug,
      const char *locale,
      const char *title,
      const char *body)
{
  CorArticleData *article = cor_article_data_new ();

  article->source = g_strdup (PACK);
  article->remote_id = g_strdup_printf ("%s.%s", slug, locale);
  article->slug = g_strdup (slug);
  article->locale = g_strdup (locale);
  article->title = g_strdup (title);
  article->body = g_strdup (body);
  return article;
}

static CorArticleData *
make_bulletin (const char *slug,
               const char *effective,
               const char *corridors)
{
  CorArticleData *article = make (slug, "en", slug, "A rule.");

  article->kind = COR_ARTICLE_BULLETIN;
  article->effective = g_strdup (effective);
  article->corridors = g_strdup (corridors);
  return article;
}

/* @first: (transfer full): and the others up to NULL */
static void
put (Fixture        *fixture,
     CorArticleData *first,
     ...)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  va_list more;

  va_start (more, first);
  for (CorArticleData *article = first; article != NULL; article = va_arg (more, CorArticleData *))
    g_ptr_array_add (batch, article);
  va_end (more);
  cor_store_put_articles_async (fixture->store, batch, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

static CorArticleData *
load (Fixture    *fixture,
      const char *slug,
      const char *wanted)
{
  const char *locales[] = { wanted, NULL };
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_article_by_slug_async (fixture->store, -1, NULL, slug, locales, NULL, cor_test_on_result, &await);
  return cor_store_load_article_finish (fixture->store, cor_test_await (&await), NULL);
}

static void
mark (Fixture       *fixture,
      const char    *slug,
      CorReadingMark what)
{
  g_autoptr (CorArticleData) article = load (fixture, slug, "en");
  g_auto (CorTestAwait) await = { 0 };

  cor_store_mark_article_async (fixture->store, article->id, what, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_mark_article_finish (fixture->store, cor_test_await (&await), NULL));
}

/* Slugs and locales of a list, "slug.locale slug.locale". */
static char *
describe (GPtrArray *articles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      const CorArticleData *article = articles->pdata[i];

      g_string_append_printf (text, "%s%s.%s", i > 0 ? " " : "", article->slug, article->locale);
      g_assert_null (article->body);
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (Fixture                *fixture,
             const CorArticleFilter *filter,
             const char             *expected)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *text = NULL;

  cor_store_list_articles_async (fixture->store, filter, NULL, cor_test_on_result, &await);
  articles = cor_store_list_articles_finish (fixture->store, cor_test_await (&await), NULL);
  text = describe (articles);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_translations (Fixture      *fixture,
                   gconstpointer unused)
{
  static const struct
  {
    const char *wanted, *got;
  } cases[] = { { "en-GB", "en" }, { "zh-TW", "zh-Hant" }, { "zh_CN.UTF-8", "zh-Hans" }, { "zh-HK", "zh-Hant" }, { "zh", "zh-Hans" } };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (CorArticleData) one = NULL;
  g_autofree char *text = NULL;

  put (fixture, make ("trace", "en", "Where is it", "Here."), make ("trace", "zh-Hans", "在哪里", "在这里。"),
       make ("trace", "zh-Hant", "在哪裡", "在這裡。"), make ("other", "en", "Other", "Other."), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorArticleData) article = load (fixture, "trace", cases[i].wanted);

      g_assert_cmpstr (article->locale, ==, cases[i].got);
    }

  one = load (fixture, "trace", "zh-Hans");
  g_assert_cmpstr (one->body, ==, "在这里。");
  g_assert_cmpuint (strlen (one->digest), ==, 64);
  cor_store_list_translations_async (fixture->store, one->id, NULL, cor_test_on_result, &await);
  all = cor_store_list_articles_finish (fixture->store, cor_test_await (&await), NULL);
  text = describe (all);
  g_assert_cmpstr (text, ==, "trace.en trace.zh-Hans trace.zh-Hant");
}

static gboolean
has_topic (Fixture *fixture,
           guint    topic)
{
  return (fixture->topics & topic) != 0;
}

/* What comes again unchanged is no change; a changed word is. */
static void
test_put_again (Fixture      *fixture,
                gconstpointer unused)
{
  g_autoptr (CorArticleData) before = NULL, after = NULL;

  put (fixture, make ("a", "en", "A", "one"), NULL);
  cor_test_until (has_topic (fixture, COR_TOPIC_ARTICLES));
  before = load (fixture, "a", "en");
  fixture->topics = 0;
  put (fixture, make ("a", "en", "A", "one"), NULL);
  mark (fixture, "a", COR_READING_USED); /* told after what was before it */
  cor_test_until (has_topic (fixture, COR_TOPIC_READINGS));
  g_assert_false (has_topic (fixture, COR_TOPIC_ARTICLES));

  put (fixture, make ("a", "en", "A", "two"), NULL);
  cor_test_until (has_topic (fixture, COR_TOPIC_ARTICLES));
  after = load (fixture, "a", "en");
  g_assert_cmpint (after->id, ==, before->id);
  g_assert_cmpint (after->came_at, ==, before->came_at);
  g_assert_cmpstr (after->digest, !=, before->digest);
}

static void
test_lists (Fixture      *fixture,
            gconstpointer unused)
{
  const char *const chinese[] = { "zh-CN", "en", NULL };
  CorArticleData   *sop = make ("steps", "en", "Steps", "1. Look.");
  CorArticleData   *rail = make ("sepa", "en", "SEPA", "Euro.");
  CorArticleData   *greeting = make ("bye", "en", "bye", "Thank you.");

  sop->kind = COR_ARTICLE_SOP;
  greeting->kind = COR_ARTICLE_TEMPLATE;
  rail->category = g_strdup ("rails");
  put (fixture, make ("trace", "en", "Where is it", "Here."), make ("trace", "zh-Hans", "在哪里", "在这里。"), sop, rail, greeting, NULL);

  assert_list (fixture, &(CorArticleFilter){ .locales = chinese }, "steps.en trace.zh-Hans sepa.en bye.en");
  assert_list (fixture, &(CorArticleFilter){ .locales = chinese, .limit = 1 }, "steps.en");
  assert_list (fixture, &(CorArticleFilter){ .kind = "sop" }, "steps.en");
  assert_list (fixture, &(CorArticleFilter){ .category = "rails" }, "sepa.en");
  assert_list (fixture, &(CorArticleFilter){ .source = "own" }, "");
  mark (fixture, "trace", COR_READING_FAVOURITE);
  assert_list (fixture, &(CorArticleFilter){ .is_favourite = TRUE, .locales = chinese }, "trace.zh-Hans");
  mark (fixture, "trace", COR_READING_NOT_FAVOURITE);
  assert_list (fixture, &(CorArticleFilter){ .is_favourite = TRUE }, "");
  mark (fixture, "sepa", COR_READING_USED);
  assert_list (fixture, &(CorArticleFilter){ .is_recent = TRUE }, "sepa.en");
}

static void
test_categories (Fixture      *fixture,
                 gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) categories = NULL;
  CorArticleData           *english = make ("sepa", "en", "SEPA", "Euro."), *chinese = make ("sepa", "zh-Hans", "SEPA", "欧元。");
  const CorArticleCategory *category;

  english->category = g_strdup ("rails");
  chinese->category = g_strdup ("rails");
  put (fixture, english, chinese, NULL);
  cor_store_list_article_categories_async (fixture->store, NULL, cor_test_on_result, &await);
  categories = cor_store_list_article_categories_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (categories->len, ==, 1);
  category = categories->pdata[0];
  g_assert_cmpstr (category->category, ==, "rails");
  g_assert_cmpstr (category->source, ==, PACK);
  g_assert_cmpuint (category->n_articles, ==, 1);
}

static guint
count_hits (Fixture    *fixture,
            const char *query)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorSearchResult) result = NULL;

  cor_store_search_articles_async (fixture->store, query, NULL, 10, FALSE, NULL, cor_test_on_result, &await);
  result = cor_store_search_articles_finish (fixture->store, cor_test_await (&await), NULL);
  return result->hits->len;
}

/* What the source no longer has goes, from the search too; when it comes back the agent's marks are there. */
static void
test_keep (Fixture      *fixture,
           gconstpointer unused)
{
  const char *const kept[] = { "b.en", NULL };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorArticleData) gone = NULL, back = NULL;

  put (fixture, make ("a", "en", "Correspondent", "one"), make ("b", "en", "B", "two"), NULL);
  mark (fixture, "a", COR_READING_FAVOURITE);
  g_assert_cmpuint (count_hits (fixture, "correspondent"), ==, 1);
  cor_store_keep_articles_async (fixture->store, 0, PACK, kept, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_keep_articles_finish (fixture->store, cor_test_await (&await), NULL));
  gone = load (fixture, "a", "en");
  g_assert_null (gone);
  g_assert_cmpuint (count_hits (fixture, "correspondent"), ==, 0);

  put (fixture, make ("a", "en", "Correspondent", "one"), NULL);
  back = load (fixture, "a", "en");
  g_assert_true (back->reading.is_favourite);
}

/* Read, then sent again with another word: it is marked, and the words as they were read are here. */
static void
test_changed_since_read (Fixture      *fixture,
                         gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorArticleData) read = NULL, changed = NULL, translation = NULL;
  g_autoptr (CorArticleText) text = NULL;

  put (fixture, make ("a", "en", "A", "Two days."), make ("a", "zh-Hans", "甲", "两天。"), NULL);
  mark (fixture, "a", COR_READING_READ);
  read = load (fixture, "a", "en");
  g_assert_cmpint (read->reading.read_at, >, 0);
  g_assert_false (read->reading.is_changed_since_read);

  put (fixture, make ("a", "en", "A", "Three days."), make ("a", "zh-Hans", "甲", "三天。"), NULL);
  changed = load (fixture, "a", "en");
  g_assert_true (changed->reading.is_changed_since_read);
  translation = load (fixture, "a", "zh-Hans");
  g_assert_false (translation->reading.is_changed_since_read); /* it was never read */
  assert_list (fixture, &(CorArticleFilter){ .is_changed = TRUE }, "a.en");
  cor_store_load_read_text_async (fixture->store, changed->id, NULL, cor_test_on_result, &await);
  text = cor_store_load_read_text_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpstr (text->body, ==, "Two days.");
}

static gint64
save_own (Fixture        *fixture,
          CorArticleData *article,
          GError        **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_save_own_article_async (fixture->store, article, NULL, cor_test_on_result, &await);
  return cor_store_save_own_article_finish (fixture->store, cor_test_await (&await), error);
}

static gboolean
remove_own (Fixture *fixture,
            gint64   id,
            GError **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_remove_own_article_async (fixture->store, id, NULL, cor_test_on_result, &await);
  return cor_store_remove_own_article_finish (fixture->store, cor_test_await (&await), error);
}

static CorArticleData *
load_by_id (Fixture *fixture,
            gint64   id)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_article_by_id_async (fixture->store, id, NULL, cor_test_on_result, &await);
  return cor_store_load_article_finish (fixture->store, cor_test_await (&await), NULL);
}

static void
test_own (Fixture      *fixture,
          gconstpointer unused)
{
  g_autoptr (CorArticleData) made = NULL, edited = NULL, foreign = NULL;
  g_autoptr (GError) error = NULL, other_error = NULL;
  CorArticleData *article = cor_article_data_new ();
  gint64          id;

  article->title = g_strdup ("Mine");
  article->body = g_strdup ("Words.");
  id = save_own (fixture, article, NULL);
  made = load_by_id (fixture, id);
  g_assert_cmpstr (made->audience, ==, "internal");
  g_assert_cmpstr (made->source, ==, "own");
  g_assert_cmpuint (strlen (made->slug), ==, 36);

  article = cor_article_data_new ();
  article->id = id;
  article->title = g_strdup ("Still mine");
  article->audience = g_strdup ("public");
  g_assert_cmpint (save_own (fixture, article, NULL), ==, id);
  edited = load_by_id (fixture, id);
  g_assert_cmpstr (edited->title, ==, "Still mine");
  g_assert_cmpstr (edited->slug, ==, made->slug);
  g_assert_true (cor_article_data_is_public (edited));

  put (fixture, make ("a", "en", "A", "one"), NULL);
  foreign = load (fixture, "a", "en");
  g_assert_false (remove_own (fixture, foreign->id, &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT);
  g_assert_true (remove_own (fixture, id, NULL));
  article = cor_article_data_new ();
  article->id = id;
  g_assert_cmpint (save_own (fixture, article, &other_error), ==, 0);
  g_assert_error (other_error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT);
}

static void
assert_bulletins (Fixture    *fixture,
                  const char *today,
                  gboolean    with_acknowledged,
                  const char *expected)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) bulletins = NULL;
  g_autofree char *text = NULL;

  cor_store_list_bulletins_async (fixture->store, today, 0, with_acknowledged, NULL, NULL, cor_test_on_result, &await);
  bulletins = cor_store_list_articles_finish (fixture->store, cor_test_await (&await), NULL);
  text = describe (bulletins);
  g_assert_cmpstr (text, ==, expected);
}

/* The day is told, not taken from the clock; only how old a rule was when it came is measured against it. */
static void
test_bulletins (Fixture      *fixture,
                gconstpointer unused)
{
  put (fixture, make_bulletin ("old", "2019-09-14", NULL), make_bulletin ("new", "2100-03-01", NULL), make_bulletin ("next", "2100-05-01", NULL), NULL);
  assert_bulletins (fixture, "2100-01-29", FALSE, "");
  assert_bulletins (fixture, "2100-01-30", FALSE, "new.en");
  assert_bulletins (fixture, "2100-06-01", FALSE, "next.en new.en");
  mark (fixture, "next", COR_READING_ACKNOWLEDGED);
  assert_bulletins (fixture, "2100-06-01", FALSE, "new.en");
  assert_bulletins (fixture, "2100-06-01", TRUE, "next.en new.en old.en");
}

/* Local id of a conversation of a customer in that country, about a payment of that corridor. */
static gint64
put_conversation (Fixture    *fixture,
                  const char *id,
                  const char *country,
                  const char *attributes)
{
  g_autoptr (CorAccountData) account = cor_account_data_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  g_auto (CorTestAwait) added = { 0 }, put = { 0 }, found = { 0 };
  CorConversationRecord *conversation = cor_conversation_record_new ();
  gint64                 account_id;

  account->kind = g_strdup ("chatwoot");
  account->origin = g_strdup ("https://desk.example");
  account->remote_id = g_strdup ("1");
  cor_store_put_account_async (fixture->store, account, NULL, cor_test_on_result, &added);
  account_id = cor_store_put_account_finish (fixture->store, cor_test_await (&added), NULL);
  conversation->remote_id = g_strdup (id);
  conversation->fields = COR_CONVERSATION_HAS_ALL;
  conversation->attributes_json = g_strdup (attributes);
  conversation->customer = cor_customer_record_new ();
  conversation->customer->remote_id = g_strdup (id);
  conversation->customer->country_code = g_strdup (country);
  g_ptr_array_add (list, conversation);
  cor_store_put_conversations_async (fixture->store, account_id, list, NULL, cor_test_on_result, &put);
  g_assert_true (cor_store_pull_finish (fixture->store, cor_test_await (&put), NULL));
  cor_store_find_conversation_async (fixture->store, id, NULL, cor_test_on_result, &found);
  return cor_store_find_conversation_finish (fixture->store, cor_test_await (&found), NULL);
}

static void
assert_concerning (Fixture    *fixture,
                   gint64      conversation,
                   const char *expected)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) bulletins = NULL;
  g_autofree char *text = NULL;

  cor_store_list_bulletins_async (fixture->store, "2100-06-01", conversation, FALSE, NULL, NULL, cor_test_on_result, &await);
  bulletins = cor_store_list_articles_finish (fixture->store, cor_test_await (&await), NULL);
  text = describe (bulletins);
  g_assert_cmpstr (text, ==, expected);
}

/* The payment's corridor decides; where it is not known, the customer's country; else only what concerns everybody. */
static void
test_concerning (Fixture      *fixture,
                 gconstpointer unused)
{
  put (fixture, make_bulletin ("all", "2100-03-03", NULL), make_bulletin ("china", "2100-03-02", "*-CN\nCN-*"),
       make_bulletin ("union", "2100-03-01", "EU-*"), NULL);
  assert_concerning (fixture, put_conversation (fixture, "1", "DE", "{\"corridor\":\"GB-CN\"}"), "all.en china.en");
  assert_concerning (fixture, put_conversation (fixture, "2", "DE", "{\"corridor\":7}"), "all.en");
  assert_concerning (fixture, put_conversation (fixture, "3", "DE", NULL), "all.en union.en");
  assert_concerning (fixture, put_conversation (fixture, "4", NULL, "not JSON"), "all.en");
}

static CorArticleData *
make_published (gint64      account,
                const char *source,
                const char *audience,
                const char *url)
{
  CorArticleData *article = make (url, "en", "Limits", "They can be raised.");

  article->account = account;
  cor_set_str (&article->source, source);
  article->audience = g_strdup (audience);
  article->url = g_strdup (url);
  return article;
}

/* The link of an article that the desk itself has published is no strange one in a reply. */
static void
test_published (Fixture      *fixture,
                gconstpointer unused)
{
  gint64 conversation = put_conversation (fixture, "1", "DE", NULL);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GString) strange = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  put (fixture, make_published (1, "help-centre", "public", "https://help.one.example/limits"),
       make_published (1, "help-centre", "internal", "https://two.example/limits"), make_published (0, PACK, "public", "https://three.example/limits"), NULL);
  cor_store_check_reply_async (fixture->store, conversation, FALSE,
                               "See https://help.one.example/fees, https://two.example/limits and https://three.example/limits for it.", 1718452800, NULL,
                               cor_test_on_result, &await);
  findings = cor_store_check_reply_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const CorReplyFinding *) findings->pdata[i])->rule, "link"))
      g_string_append_printf (strange, "%s\n", ((const CorReplyFinding *) findings->pdata[i])->sentence);
  g_assert_cmpstr (strange->str, ==, "two.example is not a known address of the company.\nthree.example is not a known address of the company.\n");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/articles/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("translations", test_translations);
  ADD ("put-again", test_put_again);
  ADD ("lists", test_lists);
  ADD ("categories", test_categories);
  ADD ("keep", test_keep);
  ADD ("changed-since-read", test_changed_since_read);
  ADD ("own", test_own);
  ADD ("bulletins", test_bulletins);
  ADD ("concerning", test_concerning);
  ADD ("published", test_published);
#undef ADD
  return cor_test_run ();
}
