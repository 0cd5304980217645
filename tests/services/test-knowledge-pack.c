/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-knowledge-pack.h"
#include "cor-test-main.h"

#include <string.h>

#define HEAD "{\"schema\":\"corridor-knowledge/1\",\"id\":\"p\",\"version\":\"1\",\"title\":\"P\","
#define ONE "{\"slug\":\"a\",\"locale\":\"en\",\"title\":\"T\",\"body\":\"B\",\"kind\":\"article\",\"audience\":\"public\"}"

static const char *starter_path;

static CorKnowledgePack *
parse (const char *text,
       GError    **error)
{
  return cor_knowledge_pack_parse (text, strlen (text), error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorKnowledgePack) pack =
    parse (HEAD "\"converted\":{\"zh-Hant\":\"zh-Hans\"},\"articles\":["
                "{\"slug\":\"rule\",\"locale\":\"zh-Hans\",\"title\":\"账户\",\"body\":\"重复\\n\",\"kind\":\"bulletin\",\"audience\":\"internal\","
                "\"category\":\"law\",\"questions\":[\"账户在哪里\",\"q\"],\"tags\":[\"x\"],\"corridors\":[\"EU-*\",\"GB-CN\"],\"currencies\":[\"EUR\"],"
                "\"effective\":\"2026-11-14\",\"reviewed\":\"2026-11-01\",\"owner\":\"Law\",\"sources\":[\"s\"],\"templates\":[\"t\"],\"see\":[\"a\"]}]}",
           &error);
  const CorArticleData *one, *made;

  g_assert_no_error (error);
  g_assert_cmpuint (pack->articles->len, ==, 2);
  one = pack->articles->pdata[0];
  g_assert_cmpstr (one->source, ==, "pack:p");
  g_assert_cmpstr (one->remote_id, ==, "rule.zh-Hans");
  g_assert_cmpint (one->kind, ==, COR_ARTICLE_BULLETIN);
  g_assert_cmpstr (one->corridors, ==, "EU-*\nGB-CN");
  g_assert_cmpstr (one->questions, ==, "账户在哪里\nq");
  g_assert_cmpstr (one->version, ==, "1");
  made = pack->articles->pdata[1];
  g_assert_cmpstr (made->locale, ==, "zh-Hant");
  g_assert_cmpstr (made->title, ==, "帳戶");
  g_assert_cmpstr (made->body, ==, "重複\n");
  g_assert_cmpstr (made->questions, ==, "帳戶在哪裡\nq");
  g_assert_cmpstr (made->effective, ==, "2026-11-14");
}

/* One that a publisher wrote is not made. */
static void
test_own_traditional (void)
{
  g_autoptr (CorKnowledgePack) pack =
    parse (HEAD "\"converted\":{\"zh-Hant\":\"zh-Hans\"},\"articles\":["
                "{\"slug\":\"a\",\"locale\":\"zh-Hans\",\"title\":\"账\",\"body\":\"B\",\"kind\":\"article\",\"audience\":\"public\"},"
                "{\"slug\":\"a\",\"locale\":\"zh-Hant\",\"title\":\"自己\",\"body\":\"B\",\"kind\":\"article\",\"audience\":\"public\"}]}",
           NULL);

  g_assert_cmpuint (pack->articles->len, ==, 2);
  g_assert_cmpstr (((CorArticleData *) pack->articles->pdata[1])->title, ==, "自己");
}

static char *
dup_article_with (const char *member,
                  const char *value)
{
  return g_strdup_printf (HEAD "\"articles\":[" ONE ",{\"slug\":\"b\",\"locale\":\"en\",\"title\":\"T\",\"body\":\"B\",\"kind\":\"article\","
                               "\"audience\":\"public\",\"%s\":%s}]}",
                          member, value);
}

/* Nothing of a pack with a fault is taken, and the place of the fault is told. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text, *place;
  } cases[] = {
    { "", "$" },
    { "[]", "$" },
    { "{}", "$.schema" },
    { HEAD "\"articles\":[" ONE "]", "$" },
    { "{\"schema\":\"corridor-knowledge/2\",\"id\":\"p\",\"version\":\"1\",\"title\":\"P\",\"articles\":[]}", "$.schema" },
    { "{\"schema\":\"corridor-knowledge/1\",\"id\":\"P p\",\"version\":\"1\",\"title\":\"P\",\"articles\":[]}", "$.id" },
    { HEAD "\"articles\":{}}", "$.articles" },
    { HEAD "\"articles\":[1]}", "$.articles[0]" },
    { HEAD "\"articles\":[" ONE "," ONE "]}", "$.articles[1].slug" },
    { HEAD "\"extra\":1,\"articles\":[]}", "$.extra" },
    { HEAD "\"converted\":{\"zh-Hant\":\"en\"},\"articles\":[]}", "$.converted.zh-Hant" },
  };
  static const struct
  {
    const char *member, *value;
  } members[] = {
    { "color", "\"red\"" },
    { "corridors", "[\"GB-\"]" },
    { "corridors", "\"GB-CN\"" },
    { "currencies", "[\"euro\"]" },
    { "reviewed", "\"2026-02-30\"" },
    { "effective", "\"2026-02-01\"" },
    { "questions", "[\"one\\ntwo\"]" },
    { "see", "[\"../a\"]" },
    { "url", "\"http://example.org\"" },
    { "tags", "[1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *begin = g_strconcat (cases[i].place, ":", NULL);

      g_assert_null (parse (cases[i].text, &error));
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, begin))
        g_error ("“%s” does not tell of %s", error->message, cases[i].place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = dup_article_with (members[i].member, members[i].value);
      g_autofree char *begin = g_strdup_printf ("$.articles[1].%s:", members[i].member);

      g_assert_null (parse (text, &error));
      if (!g_str_has_prefix (error->message, begin))
        g_error ("“%s” does not tell of %s", error->message, begin);
    }
}

/* The pack that comes with the program: whole, in three languages, and every article that it names is there. */
static void
test_starter (void)
{
  g_autofree char *text = NULL;
  gsize            len = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorKnowledgePack) pack = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n[COR_ARTICLE_TEMPLATE] = { 0 };

  g_assert_true (g_file_get_contents (starter_path, &text, &len, NULL));
  pack = cor_knowledge_pack_parse (text, len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pack->id, ==, "corridor-starter");
  for (guint i = 0; i < pack->articles->len; i++)
    g_hash_table_add (ids, ((CorArticleData *) pack->articles->pdata[i])->remote_id);
  for (guint i = 0; i < pack->articles->len; i++)
    {
      const CorArticleData *article = pack->articles->pdata[i];
      g_autofree char      *english = g_strconcat (article->slug, ".en", NULL), *traditional = g_strconcat (article->slug, ".zh-Hant", NULL);
      g_auto (GStrv) see = g_strsplit (article->see != NULL ? article->see : "", "\n", -1);

      g_assert_true (g_hash_table_contains (ids, english));
      g_assert_true (g_hash_table_contains (ids, traditional));
      for (guint j = 0; see[j] != NULL; j++)
        {
          g_autofree char *other = g_strconcat (see[j], ".", article->locale, NULL);

          g_assert_true (g_hash_table_contains (ids, other));
        }
      if (strcmp (article->locale, "en") == 0)
        n[article->kind]++;
    }
  g_assert_cmpuint (n[COR_ARTICLE_ARTICLE], >=, 120);
  g_assert_cmpuint (n[COR_ARTICLE_SOP], >, 0);
  g_assert_cmpuint (n[COR_ARTICLE_BULLETIN], >, 0);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  starter_path = argv[1];
  g_test_add_func ("/knowledge-pack/whole", test_whole);
  g_test_add_func ("/knowledge-pack/own-traditional", test_own_traditional);
  g_test_add_func ("/knowledge-pack/refused", test_refused);
  g_test_add_func ("/knowledge-pack/starter", test_starter);
  return cor_test_run ();
}
