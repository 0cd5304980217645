/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-pack"

#include "config.h"

#include "cor-knowledge-pack.h"

#include "cor-json.h"
#include "cor-strict-json-text.h"
#include "cor-traditional.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of how a document is read and converted: another one reads the same document again. */
#define READER_VERSION "2"

#define MAX_ARTICLES 100000
#define MAX_TITLE_LEN 500
#define MAX_BODY_LEN 200000

static const char *const pack_members[] = {
  "$schema", "schema", "id", "version", "title", "source", "converted", "articles", NULL
};
static const char *const article_members[] = {
  "slug", "locale", "title", "body", "kind", "audience", "category", "questions", "tags", "corridors", "currencies", "effective", "reviewed",
  "owner", "sources", "templates", "see", "url", NULL
};
static const char *const converted_members[] = { "zh-Hant", NULL };

typedef enum
{
  FORM_SLUG,
  FORM_LOCALE,
  FORM_CORRIDOR,
  FORM_CURRENCY,
  FORM_URL,
  N_FORMS,
} Form;

static const char *const forms[] = {
  [FORM_SLUG] = "^[a-z0-9]+(?:-[a-z0-9]+)*$",
  [FORM_LOCALE] = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$",
  [FORM_CORRIDOR] = "^(?:[A-Z]{2}|\\*)-(?:[A-Z]{2}|\\*)$",
  [FORM_CURRENCY] = "^[A-Z]{3}$",
  [FORM_URL] = "^https://[^\\s]+$",
};

/* One document while it is read. */
typedef struct
{
  CorStrictJson     json;
  CorKnowledgePack *pack;
  char             *source;
  GHashTable       *remote_ids; /* "slug.locale" of what was read; owned by the articles */
  gboolean          makes_traditional;
} Reader;

static GRegex *
get_form (Form form)
{
  static GRegex *regexes[N_FORMS] = { NULL };

  if (g_once_init_enter (&regexes[form]))
    {
      GRegex *regex = g_regex_new (forms[form], G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&regexes[form], regex);
    }
  return regexes[form];
}

void
cor_knowledge_pack_free (CorKnowledgePack *self)
{
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->digest);
  g_ptr_array_unref (self->articles);
  g_free (self);
}

static void
read_choices (Reader         *reader,
              JsonObject     *object,
              CorArticleData *article)
{
  static const char *const audiences[] = { "public", "internal", "restricted", NULL };
  CorStrictJson           *json = &reader->json;
  const char              *kind = cor_strict_json_require_string (json, object, "kind");

  if (kind != NULL && (!cor_article_kind_from_string (kind, &article->kind) || article->kind == COR_ARTICLE_TEMPLATE))
    cor_strict_json_refuse (json, "kind", _ ("This must be “article”, “sop” or “bulletin”"));
  article->audience = g_strdup (cor_strict_json_require_string (json, object, "audience"));
  if (article->audience != NULL && !g_strv_contains (audiences, article->audience))
    cor_strict_json_refuse (json, "audience", _ ("This must be “public”, “internal” or “restricted”"));
  article->effective = cor_strict_json_dup_day (json, object, "effective");
  if (json->error == NULL && (article->kind == COR_ARTICLE_BULLETIN) != (article->effective != NULL))
    cor_strict_json_refuse (json, "effective", _ ("Bulletins, and only they, have the day on which their rule applies"));
}

static void
read_lists (Reader         *reader,
            JsonObject     *object,
            CorArticleData *article)
{
  CorStrictJson *json = &reader->json;

  article->questions = cor_strict_json_dup_lines (json, object, "questions", NULL);
  article->tags = cor_strict_json_dup_lines (json, object, "tags", NULL);
  article->corridors = cor_strict_json_dup_lines (json, object, "corridors", get_form (FORM_CORRIDOR));
  article->currencies = cor_strict_json_dup_lines (json, object, "currencies", get_form (FORM_CURRENCY));
  article->sources = cor_strict_json_dup_lines (json, object, "sources", NULL);
  article->templates = cor_strict_json_dup_lines (json, object, "templates", NULL);
  article->see = cor_strict_json_dup_lines (json, object, "see", get_form (FORM_SLUG));
}

static char *
dup_bounded (CorStrictJson *json,
             JsonObject    *object,
             const char    *member,
             glong          max_len)
{
  const char *text = cor_strict_json_require_string (json, object, member);

  if (text != NULL && g_utf8_strlen (text, -1) > max_len)
    cor_strict_json_refuse (json, member, _ ("This is too long"));
  return g_strdup (text);
}

static void
read_article (Reader     *reader,
              JsonObject *object)
{
  CorStrictJson  *json = &reader->json;
  CorArticleData *article = cor_article_data_new ();

  g_ptr_array_add (reader->pack->articles, article);
  cor_strict_json_allow_only (json, object, article_members);
  article->source = g_strdup (reader->source);
  article->version = g_strdup (reader->pack->version);
  article->slug = cor_strict_json_dup_form (json, object, "slug", TRUE, get_form (FORM_SLUG));
  article->locale = cor_strict_json_dup_form (json, object, "locale", TRUE, get_form (FORM_LOCALE));
  article->title = dup_bounded (json, object, "title", MAX_TITLE_LEN);
  article->body = dup_bounded (json, object, "body", MAX_BODY_LEN);
  article->category = g_strdup (cor_strict_json_get_string (json, object, "category"));
  article->owner = g_strdup (cor_strict_json_get_string (json, object, "owner"));
  article->reviewed = cor_strict_json_dup_day (json, object, "reviewed");
  article->url = cor_strict_json_dup_form (json, object, "url", FALSE, get_form (FORM_URL));
  read_choices (reader, object, article);
  read_lists (reader, object, article);
  if (json->error != NULL)
    return;

  article->remote_id = g_strdup_printf ("%s.%s", article->slug, article->locale);
  if (!g_hash_table_add (reader->remote_ids, article->remote_id))
    cor_strict_json_refuse (json, "slug", _ ("Another article has this slug in this language already"));
}

static void
read_articles (Reader     *reader,
               JsonObject *root)
{
  CorStrictJson *json = &reader->json;
  JsonArray     *array = cor_strict_json_get_array (json, root, "articles");

  if (array == NULL)
    cor_strict_json_refuse (json, "articles", _ ("This is missing"));
  else if (json_array_get_length (array) > MAX_ARTICLES)
    cor_strict_json_refuse (json, "articles", _ ("This is too long"));
  for (guint i = 0; json->error == NULL && i < json_array_get_length (array); i++)
    {
      gsize outer = cor_strict_json_enter (json, "articles");
      gsize inner = cor_strict_json_enter_index (json, i);

      read_article (reader, cor_strict_json_get_item (json, array, i));
      cor_strict_json_leave (json, inner);
      cor_strict_json_leave (json, outer);
    }
}

static void
read_head (Reader     *reader,
           JsonObject *root)
{
  CorStrictJson *json = &reader->json;
  const char    *schema = cor_strict_json_require_string (json, root, "schema");
  JsonObject    *converted = NULL;

  if (schema != NULL && !g_str_equal (schema, COR_KNOWLEDGE_PACK_SCHEMA))
    cor_strict_json_refuse (json, "schema", _ ("This is not a knowledge pack that this version of the program reads"));
  cor_strict_json_allow_only (json, root, pack_members);
  reader->pack->id = cor_strict_json_dup_form (json, root, "id", TRUE, get_form (FORM_SLUG));
  reader->pack->version = g_strdup (cor_strict_json_require_string (json, root, "version"));
  reader->pack->title = g_strdup (cor_strict_json_require_string (json, root, "title"));
  reader->source = g_strconcat ("pack:", reader->pack->id, NULL);
  if (cor_strict_json_has (root, "converted"))
    {
      gsize       mark = cor_strict_json_enter (json, "converted");
      const char *from = NULL;

      converted = cor_json_get_object (root, "converted");
      if (converted != NULL)
        {
          cor_strict_json_allow_only (json, converted, converted_members);
          from = cor_strict_json_get_string (json, converted, "zh-Hant");
        }
      if (from != NULL && !g_str_equal (from, "zh-Hans"))
        cor_strict_json_refuse (json, "zh-Hant", _ ("Only Traditional Chinese can be made, of “zh-Hans”"));
      reader->makes_traditional = from != NULL;
      cor_strict_json_leave (json, mark);
    }
}

static char *
dup_converted (const char *text)
{
  return text != NULL ? cor_traditional_dup (text) : NULL;
}

static CorArticleData *
make_traditional (const CorArticleData *from)
{
  CorArticleData *article = cor_article_data_new ();

  article->source = g_strdup (from->source);
  article->remote_id = g_strdup_printf ("%s.zh-Hant", from->slug);
  article->slug = g_strdup (from->slug);
  article->locale = g_strdup ("zh-Hant");
  article->kind = from->kind;
  article->title = dup_converted (from->title);
  article->body = dup_converted (from->body);
  article->questions = dup_converted (from->questions);
  article->tags = g_strdup (from->tags);
  article->category = g_strdup (from->category);
  article->audience = g_strdup (from->audience);
  article->corridors = g_strdup (from->corridors);
  article->currencies = g_strdup (from->currencies);
  article->effective = g_strdup (from->effective);
  article->sources = g_strdup (from->sources);
  article->reviewed = g_strdup (from->reviewed);
  article->owner = g_strdup (from->owner);
  article->templates = g_strdup (from->templates);
  article->see = g_strdup (from->see);
  article->version = g_strdup (from->version);
  return article;
}

static void
add_traditional (Reader *reader)
{
  GPtrArray *articles = reader->pack->articles;
  guint      n = articles->len;

  for (guint i = 0; i < n; i++)
    {
      const CorArticleData *article = articles->pdata[i];
      g_autofree char      *own = g_strdup_printf ("%s.zh-Hant", article->slug);

      if (strcmp (article->locale, "zh-Hans") == 0 && !g_hash_table_contains (reader->remote_ids, own))
        g_ptr_array_add (articles, make_traditional (article));
    }
}

/**
 * cor_knowledge_pack_dup_digest:
 *
 * Returns: (transfer full): what tells whether the document has to be read again
 */
char *
cor_knowledge_pack_dup_digest (GBytes *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize         len = 0;
  const guchar *data = g_bytes_get_data (document, &len);

  g_checksum_update (checksum, (const guchar *) READER_VERSION, -1);
  g_checksum_update (checksum, data, (gssize) len);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * cor_knowledge_pack_parse:
 * @data: the pack's JSON, of data/packs/knowledge.schema.json
 * @len: its bytes
 * @error: what is wrong, such as “$.articles[2].kind: …”
 *
 * The whole pack or nothing of it: whoever has an older version keeps that. It takes half a second: not on the
 * main thread.
 *
 * Returns: (transfer full) (nullable): the pack
 */
CorKnowledgePack *
cor_knowledge_pack_parse (const char *data,
                          gsize       len,
                          GError    **error)
{
  g_autoptr (CorKnowledgePack) pack = g_new0 (CorKnowledgePack, 1);
  g_autoptr (JsonNode) root = cor_json_parse (data, len, NULL);
  g_autoptr (GHashTable) remote_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) document = g_bytes_new_static (data, len);
  Reader reader = { .pack = pack, .remote_ids = remote_ids };

  pack->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  pack->digest = cor_knowledge_pack_dup_digest (document);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    cor_strict_json_refuse (&reader.json, NULL, _ ("This is not a JSON object"));
  else
    {
      read_head (&reader, json_node_get_object (root));
      read_articles (&reader, json_node_get_object (root));
    }
  if (reader.json.error == NULL && reader.makes_traditional)
    add_traditional (&reader);
  g_free (reader.source);
  return cor_strict_json_finish (&reader.json, error) ? g_steal_pointer (&pack) : NULL;
}
