/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-articles"

#include "config.h"

#include "cor-chatwoot-articles.h"

#include "cor-json.h"
#include "cor-service-error.h"

#include <string.h>

void
cor_chatwoot_portal_free (CorChatwootPortal *self)
{
  g_free (self->slug);
  g_free (self->custom_domain);
  g_strfreev (self->locales);
  g_free (self->fingerprint);
  g_free (self);
}

void
cor_chatwoot_article_page_free (CorChatwootArticlePage *self)
{
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->slugs);
  g_ptr_array_unref (self->translations);
  g_free (self->fingerprint);
  g_free (self);
}

/* What was taken out of the list left NULL behind. */
static void
free_article (gpointer article)
{
  g_clear_pointer ((CorArticleData **) &article, cor_article_data_free);
}

static JsonArray *
get_payload (JsonNode *root,
             GError  **error)
{
  JsonObject *object = cor_json_as_object (root);
  JsonArray  *payload = object != NULL ? cor_json_get_array (object, "payload") : NULL;

  if (payload == NULL)
    g_set_error_literal (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer holds no list");
  return payload;
}

static CorChatwootPortal *
parse_portal (JsonObject *object)
{
  CorChatwootPortal *portal = g_new0 (CorChatwootPortal, 1);
  JsonObject        *config = cor_json_get_object (object, "config");
  JsonArray         *locales = config != NULL ? cor_json_get_array (config, "allowed_locales") : NULL;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  GString *fingerprint = g_string_new (cor_json_get_string (object, "slug"));

  portal->slug = cor_json_dup_string (object, "slug");
  portal->custom_domain = cor_json_dup_string (object, "custom_domain");
  for (guint i = 0; locales != NULL && i < json_array_get_length (locales); i++)
    {
      JsonObject *locale = cor_json_array_get_object (locales, i);
      const char *code = locale != NULL ? cor_json_get_string (locale, "code") : NULL;

      if (code == NULL || *code == '\0')
        continue;
      g_strv_builder_add (codes, code);
      g_string_append_printf (fingerprint, " %s=%" G_GINT64_FORMAT, code, cor_json_get_int (locale, "articles_count"));
    }
  portal->locales = g_strv_builder_end (codes);
  portal->fingerprint = g_string_free (fingerprint, FALSE);
  return portal;
}

/**
 * cor_chatwoot_parse_portals:
 *
 * Returns: (transfer full) (element-type CorChatwootPortal): those in use
 */
gpointer
cor_chatwoot_parse_portals (JsonNode *root,
                            gpointer  user_data,
                            GError  **error)
{
  JsonArray *payload = get_payload (root, error);
  GPtrArray *portals = NULL;

  if (payload == NULL)
    return NULL;
  portals = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_chatwoot_portal_free);
  for (guint i = 0; i < json_array_get_length (payload); i++)
    {
      JsonObject *object = cor_json_array_get_object (payload, i);

      if (object != NULL && cor_json_get_string (object, "slug") != NULL && !cor_json_get_bool (object, "archived"))
        g_ptr_array_add (portals, parse_portal (object));
    }
  return portals;
}

/* The root of translations names them; that an article is one it does not say itself. */
static void
parse_translations (CorChatwootArticlePage *page,
                    const char             *remote_id,
                    JsonArray              *translations)
{
  for (guint i = 0; translations != NULL && i < json_array_get_length (translations); i++)
    {
      JsonObject *translation = cor_json_array_get_object (translations, i);
      char       *id = translation != NULL ? cor_json_dup_id (translation, "id") : NULL;

      if (id == NULL)
        continue;
      g_ptr_array_add (page->translations, g_strdup (remote_id));
      g_ptr_array_add (page->translations, id);
    }
}

static void
parse_article (CorChatwootArticlePage *page,
               JsonObject             *object)
{
  CorArticleData *article = cor_article_data_new ();
  JsonObject     *meta = cor_json_get_object (object, "meta"), *category = cor_json_get_object (object, "category");
  g_auto (GStrv) tags = meta != NULL ? cor_json_dup_strings (meta, "tags") : NULL;

  g_ptr_array_add (page->articles, article);
  g_ptr_array_add (page->slugs, cor_json_dup_string (object, "slug"));
  article->remote_id = cor_json_dup_id (object, "id");
  article->title = cor_json_dup_string (object, "title");
  article->body = cor_json_dup_string (object, "content");
  article->audience = g_strdup ("public");
  article->category = category != NULL ? cor_json_dup_string (category, "name") : NULL;
  article->tags = tags != NULL && tags[0] != NULL ? g_strjoinv ("\n", tags) : NULL;
  article->updated_at = cor_json_get_time (object, "updated_at");
  if (article->title == NULL)
    article->title = g_strdup ("");
  if (article->body == NULL)
    article->body = g_strdup ("");
  parse_translations (page, article->remote_id, cor_json_get_array (object, "associated_articles"));
}

/**
 * cor_chatwoot_parse_article_page:
 *
 * Drafts and archived articles are left out, whether or not the list was asked for published ones.
 *
 * Returns: (transfer full): CorChatwootArticlePage
 */
gpointer
cor_chatwoot_parse_article_page (JsonNode *root,
                                 gpointer  user_data,
                                 GError  **error)
{
  JsonArray              *payload = get_payload (root, error);
  CorChatwootArticlePage *page = NULL;
  JsonObject             *meta = NULL, *newest = NULL;

  if (payload == NULL)
    return NULL;
  page = g_new0 (CorChatwootArticlePage, 1);
  page->articles = g_ptr_array_new_with_free_func (free_article);
  page->slugs = g_ptr_array_new_with_free_func (g_free);
  page->translations = g_ptr_array_new_with_free_func (g_free);
  page->n_rows = json_array_get_length (payload);
  for (guint i = 0; i < page->n_rows; i++)
    {
      JsonObject *object = cor_json_array_get_object (payload, i);

      if (object != NULL && cor_json_has (object, "id") && g_strcmp0 (cor_json_get_string (object, "status"), "published") == 0)
        parse_article (page, object);
    }
  meta = cor_json_get_object (cor_json_as_object (root), "meta");
  page->n_all = meta != NULL ? (guint) MAX (0, cor_json_get_int (meta, "articles_count")) : 0;
  newest = page->n_rows > 0 ? cor_json_array_get_object (payload, 0) : NULL;
  page->fingerprint = g_strdup_printf ("%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, page->n_all, newest != NULL ? cor_json_get_int (newest, "id") : 0,
                                       newest != NULL ? cor_json_get_time (newest, "updated_at") : 0);
  return page;
}
