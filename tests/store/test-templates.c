/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-articles.h"
#include "cor-store-templates.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#include <string.h>

#define PACK "pack:p"

typedef struct
{
  char     *dir;
  CorStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  fixture->dir = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->dir, NULL);
  g_assert_nonnull (fixture->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static CorTemplate *
make_template (const char *id,
               const char *english,
               const char *german)
{
  CorTemplate *template = cor_template_new ();
  const char *texts[][2] = { { "en", english }, { "de", german } };

  template->id = g_strdup (id);
  template->title = g_strdup_printf ("Title of %s", id);
  template->channels = g_strdup ("any");
  template->source_locale = g_strdup ("en");
  template->tags = g_strsplit ("refund,money", ",", -1);
  template->requires = g_strsplit ("contact.name", ",", -1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i][1] != NULL)
      {
        CorTemplateVariant *variant = cor_template_variant_new ();

        variant->locale = g_strdup (texts[i][0]);
        variant->text = g_strdup (texts[i][1]);
        g_ptr_array_add (template->variants, variant);
      }
  return template;
}

static void
put (Fixture *fixture,
     CorTemplate *template,
     CorTemplate *other)
{
  g_auto (CorTestAwait) await = { NULL };
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  g_autoptr (GError) error = NULL;

  if (template != NULL)
    g_ptr_array_add (templates, template);
  if (other != NULL)
    g_ptr_array_add (templates, other);
  cor_store_put_templates_async (fixture->store, 0, PACK, templates, NULL, NULL, cor_test_on_result, &await);
  cor_store_put_templates_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

static CorTemplate *
load (Fixture    *fixture,
      const char *name)
{
  g_auto (CorTestAwait) await = { NULL };

  cor_store_load_template_async (fixture->store, name, NULL, cor_test_on_result, &await);
  return cor_store_load_template_finish (fixture->store, cor_test_await (&await), NULL);
}

static CorArticleData *
load_article (Fixture    *fixture,
              const char *remote_id)
{
  g_auto (CorTestAwait) await = { NULL };

  cor_store_load_article_async (fixture->store, remote_id, NULL, cor_test_on_result, &await);
  return cor_store_load_article_finish (fixture->store, cor_test_await (&await), NULL);
}

static gboolean
set_state (Fixture         *fixture,
           const char      *locale,
           CorTemplateState state)
{
  g_auto (CorTestAwait) await = { NULL };

  cor_store_set_template_state_async (fixture->store, 0, NULL, "a", locale, COR_REGISTER_NEUTRAL, state, "M. Berg", NULL, cor_test_on_result, &await);
  return cor_store_set_template_state_finish (fixture->store, cor_test_await (&await), NULL);
}

static void
test_put (Fixture      *fixture,
          gconstpointer unused)
{
  g_autoptr (CorTemplate) before = load (fixture, "a");
  g_autoptr (CorTemplate) a = NULL;
  g_autoptr (CorTemplate) gone = NULL;
  g_autoptr (CorTemplate) b = NULL;
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (GPtrArray) all = NULL;

  g_assert_null (before);
  put (fixture, make_template ("a", "Hi {{contact.name}}", "Hallo {{contact.name}}"), make_template ("b", "Bye", NULL));
  a = load (fixture, "a");
  g_assert_cmpstr (a->title, ==, "Title of a");
  g_assert_cmpstr (a->source, ==, PACK);
  g_assert_cmpstr (a->tags[1], ==, "money");
  g_assert_cmpstr (a->requires[0], ==, "contact.name");
  g_assert_cmpuint (a->variants->len, ==, 2);
  g_assert_cmpstr (cor_template_find (a, "de", COR_REGISTER_NEUTRAL)->text, ==, "Hallo {{contact.name}}");

  cor_store_list_templates_async (fixture->store, NULL, cor_test_on_result, &await);
  all = cor_store_list_templates_finish (fixture->store, cor_test_await (&await), NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (((CorTemplate *) all->pdata[1])->variants->len, ==, 1);

  /* what the source no longer has goes */
  put (fixture, make_template ("b", "Bye", NULL), NULL);
  gone = load (fixture, "a");
  b = load (fixture, "b");
  g_assert_null (gone);
  g_assert_nonnull (b);
}

/* The search reads articles: a template is one in each of its languages. */
static void
test_articles (Fixture      *fixture,
               gconstpointer unused)
{
  g_autoptr (CorArticleData) article = NULL;
  g_autoptr (CorArticleData) german = NULL;
  g_autoptr (CorArticleData) retired = NULL;
  g_autoptr (CorArticleData) gone = NULL;

  put (fixture, make_template ("a", "Your refund, {{contact.name}}{% if days %} in {{days}} days{% endif %}.", "Ihre Erstattung"), NULL);
  article = load_article (fixture, "a.en");
  g_assert_cmpint (article->kind, ==, COR_ARTICLE_TEMPLATE);
  g_assert_cmpstr (article->slug, ==, "a");
  g_assert_cmpstr (article->templates, ==, "a");
  g_assert_cmpstr (article->body, ==, "Your refund, … in … days.");
  g_assert_cmpstr (article->tags, ==, "refund\nmoney");
  german = load_article (fixture, "a.de");
  g_assert_cmpstr (german->locale, ==, "de");

  g_assert_true (set_state (fixture, "de", COR_TEMPLATE_RETIRED));
  retired = load_article (fixture, "a.de");
  g_assert_null (retired);

  put (fixture, NULL, NULL);
  gone = load_article (fixture, "a.en");
  g_assert_null (gone);
}

static CorTemplateCover
get_cover (Fixture    *fixture,
           const char *locale)
{
  g_autoptr (CorTemplate) template = load (fixture, "a");

  return cor_template_get_cover (template, locale);
}

/* What was decided about a text stays with this text; a translation is stale once its source has changed. */
static void
test_decisions (Fixture      *fixture,
                gconstpointer unused)
{
  g_autoptr (CorTemplate) template = NULL;

  put (fixture, make_template ("a", "One", "Eins"), NULL);
  g_assert_cmpint (get_cover (fixture, "en"), ==, COR_TEMPLATE_COVER_DRAFT);
  g_assert_cmpint (get_cover (fixture, "de"), ==, COR_TEMPLATE_COVER_DRAFT);
  g_assert_cmpint (get_cover (fixture, "fr"), ==, COR_TEMPLATE_COVER_MISSING);

  g_assert_true (set_state (fixture, "de", COR_TEMPLATE_APPROVED));
  g_assert_false (set_state (fixture, "fr", COR_TEMPLATE_APPROVED));
  g_assert_cmpint (get_cover (fixture, "de"), ==, COR_TEMPLATE_COVER_COMPLETE);

  /* the same again */
  put (fixture, make_template ("a", "One", "Eins"), NULL);
  template = load (fixture, "a");
  g_assert_cmpint (cor_template_get_cover (template, "de"), ==, COR_TEMPLATE_COVER_COMPLETE);
  g_assert_cmpstr (cor_template_find (template, "de", COR_REGISTER_NEUTRAL)->reviewer, ==, "M. Berg");
  g_assert_cmpint (cor_template_find (template, "de", COR_REGISTER_NEUTRAL)->reviewed_at, >, 0);

  /* another source text, twice: still stale */
  put (fixture, make_template ("a", "Two", "Eins"), NULL);
  put (fixture, make_template ("a", "Two", "Eins"), NULL);
  g_assert_cmpint (get_cover (fixture, "en"), ==, COR_TEMPLATE_COVER_DRAFT);
  g_assert_cmpint (get_cover (fixture, "de"), ==, COR_TEMPLATE_COVER_STALE);

  /* a new text was written after it, and nobody has approved it */
  put (fixture, make_template ("a", "Two", "Zwei"), NULL);
  g_assert_cmpint (get_cover (fixture, "de"), ==, COR_TEMPLATE_COVER_DRAFT);
}

static void
test_own (Fixture      *fixture,
          gconstpointer unused)
{
  g_auto (CorTestAwait) await = { NULL };
  g_autoptr (CorTemplate) found = NULL;

  put (fixture, make_template ("a", "The pack's", NULL), NULL);
  cor_store_save_template_async (fixture->store, make_template ("a", "My own", NULL), NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_save_template_finish (fixture->store, cor_test_await (&await), NULL));
  put (fixture, make_template ("a", "The pack's", NULL), NULL);

  found = load (fixture, "a");
  g_assert_cmpstr (found->source, ==, "own");
  g_assert_cmpstr (cor_template_find (found, "en", COR_REGISTER_NEUTRAL)->text, ==, "My own");
}

static void
test_samples (Fixture      *fixture,
              gconstpointer unused)
{
  g_auto (CorTestAwait) await = { NULL };
  g_auto (CorTestAwait) loaded = { NULL };
  GPtrArray *samples = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_sample_free);
  g_autoptr (CorTemplateValues) values = NULL;

  g_ptr_array_add (samples, cor_template_sample_new ("zh-Hant", "contact.name", "李薇"));
  g_ptr_array_add (samples, cor_template_sample_new ("*", "contact.name", "Anna"));
  g_ptr_array_add (samples, cor_template_sample_new ("*", "days", "3"));
  cor_store_put_templates_async (fixture->store, 0, PACK, g_ptr_array_new (), samples, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_templates_finish (fixture->store, cor_test_await (&await), NULL));

  cor_store_load_sample_values_async (fixture->store, "zh-HK", NULL, cor_test_on_result, &loaded);
  values = cor_store_load_sample_values_finish (fixture->store, cor_test_await (&loaded), NULL);
  g_assert_cmpstr (cor_template_values_get (values, "contact.name")->text, ==, "李薇");
  g_assert_cmpint (cor_template_values_get (values, "days")->number, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add ("/templates/put", Fixture, NULL, set_up, test_put, tear_down);
  g_test_add ("/templates/articles", Fixture, NULL, set_up, test_articles, tear_down);
  g_test_add ("/templates/decisions", Fixture, NULL, set_up, test_decisions, tear_down);
  g_test_add ("/templates/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/templates/samples", Fixture, NULL, set_up, test_samples, tear_down);

  return cor_test_run ();
}
