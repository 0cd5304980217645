/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-kb"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-article.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-json.h"
#include "cor-store-articles.h"
#include "cor-store-learn.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Articles in one transaction: others have their turn in between. */
#define BATCH 200

/* More than any article; a line that is longer is no article. */
#define MAX_LINE (4 * 1024 * 1024)

static char *
dup_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

/* An array of texts, or a text, as lines. */
static char *
dup_lines (JsonObject *object,
           const char *name)
{
  JsonNode  *node = json_object_get_member (object, name);
  JsonArray *array = NULL;
  GString   *lines = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return dup_member (object, name);
  array = json_node_get_array (node);
  lines = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", json_node_get_string (element));
    }
  return g_string_free (lines, FALSE);
}

/* What only some sources say. */
static void
parse_head (JsonObject     *object,
            CorArticleData *article)
{
  article->slug = dup_member (object, "slug");
  article->corridors = dup_lines (object, "corridors");
  article->currencies = dup_lines (object, "currencies");
  article->effective = dup_member (object, "effective");
  article->sources = dup_lines (object, "sources");
  article->reviewed = dup_member (object, "reviewed");
  article->owner = dup_member (object, "owner");
  article->templates = dup_lines (object, "templates");
  article->see = dup_lines (object, "see");
  article->version = dup_member (object, "version");
}

static CorArticleData *
parse_article (const char *line,
               guint       number,
               GError    **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (CorArticleData) article = cor_article_data_new ();
  g_autofree char *kind = NULL;
  JsonObject      *object = NULL;

  root = strlen (line) <= MAX_LINE ? cor_json_parse (line, strlen (line), NULL) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("Line %u is not a JSON object"), number);
      return NULL;
    }
  object = json_node_get_object (root);
  article->source = g_strdup ("import");
  article->remote_id = dup_member (object, "id");
  article->locale = dup_member (object, "locale");
  article->title = dup_member (object, "title");
  article->body = dup_member (object, "body");
  article->questions = dup_lines (object, "questions");
  article->tags = dup_lines (object, "tags");
  article->category = dup_member (object, "category");
  article->url = dup_member (object, "url");
  article->audience = dup_member (object, "audience");
  parse_head (object, article);
  if (article->remote_id == NULL || *article->remote_id == '\0' || article->title == NULL)
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The article in line %u has no “id” or no “title”"), number);
      return NULL;
    }
  if (article->body == NULL)
    article->body = g_strdup ("");
  kind = dup_member (object, "kind");
  if (kind != NULL && !cor_article_kind_from_string (kind, &article->kind))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The “kind” in line %u is none of article, sop, bulletin and template"), number);
      return NULL;
    }
  if (article->audience != NULL && !g_str_equal (article->audience, "public") && !g_str_equal (article->audience, "internal") &&
      !g_str_equal (article->audience, "restricted"))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The “audience” in line %u is none of public, internal and restricted"), number);
      return NULL;
    }
  return g_steal_pointer (&article);
}

static GPtrArray *
parse_file (const char *text,
            GError    **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* nothing is put in before every line is seen to be good */
  for (guint i = 0; lines[i] != NULL; i++)
    {
      CorArticleData *article = NULL;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      article = parse_article (lines[i], i + 1, error);
      if (article == NULL)
        return NULL;
      g_ptr_array_add (articles, article);
    }
  return g_steal_pointer (&articles);
}

static gboolean
put_all (CorCtl    *ctl,
         GPtrArray *articles,
         GError   **error)
{
  guint n = articles->len;

  for (guint i = 0; i < n; i += BATCH)
    {
      g_auto (CorCtlAwait) await = { NULL };
      GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);

      for (guint j = i; j < MIN (i + BATCH, n); j++)
        g_ptr_array_add (batch, g_steal_pointer (&articles->pdata[j]));
      cor_store_put_articles_async (ctl->store, batch, NULL, cor_ctl_on_result, &await);
      if (!cor_store_put_articles_finish (ctl->store, cor_ctl_await (&await), error))
        return FALSE;
    }
  return TRUE;
}

/* Questions that the articles list teach the search which words tell them apart. */
static gboolean
learn (CorCtl  *ctl,
       GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree CorLearning *learning = NULL;

  cor_store_learn_async (ctl->store, NULL, cor_ctl_on_result, &await);
  learning = cor_store_learn_finish (ctl->store, cor_ctl_await (&await), error);
  return learning != NULL;
}

static void
free_article (gpointer article)
{
  g_clear_pointer ((CorArticleData **) &article, cor_article_data_free);
}

gboolean
cor_ctl_kb_import (CorCtl  *ctl,
                   GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  gsize len = 0;
  guint n;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  if (!g_file_get_contents (ctl->arguments[0], &text, &len, NULL))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be read"), ctl->arguments[0]);
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize) len, NULL))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” is not a text in UTF-8"), ctl->arguments[0]);
      return FALSE;
    }
  articles = parse_file (text, error);
  if (articles == NULL || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  n = articles->len;
  g_ptr_array_set_free_func (articles, free_article);
  if (!put_all (ctl, articles, error) || !learn (ctl, error))
    return FALSE;

  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cor_ctl_json_int (builder, "imported", n);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  else
    cor_ctl_say (ctl, ngettext ("%u article was taken in.", "%u articles were taken in.", n), n);
  return TRUE;
}

static void
print_article (const CorArticleData *article)
{
  g_autofree char *title = cor_ctl_clean_line (article->title);
  g_autofree char *body = cor_ctl_clean_text (article->body, "");
  g_autofree char *id = cor_ctl_clean_line (article->remote_id);
  g_autofree char *locale = cor_ctl_clean_line (article->locale != NULL ? article->locale : "");
  g_autofree char *url = cor_ctl_clean_line (article->url != NULL ? article->url : "");

  cor_ctl_print_strong (title);
  cor_ctl_print ("%s  %s  %s\n", id, locale, article->audience);
  if (*url != '\0')
    cor_ctl_print ("%s\n", url);
  cor_ctl_print ("\n%s\n", body);
}

static void
print_article_json (const CorArticleData *article)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_article_add_json (builder, article);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

gboolean
cor_ctl_kb_show (CorCtl  *ctl,
                 GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorArticleData) article = NULL;
  g_autoptr (GError) failure = NULL;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_load_article_async (ctl->store, ctl->arguments[0], NULL, cor_ctl_on_result, &await);
  article = cor_store_load_article_finish (ctl->store, cor_ctl_await (&await), &failure);
  if (article == NULL)
    {
      if (g_error_matches (failure, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
        g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("No article “%s” is here"), ctl->arguments[0]);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (ctl->is_json)
    print_article_json (article);
  else
    print_article (article);
  return TRUE;
}
