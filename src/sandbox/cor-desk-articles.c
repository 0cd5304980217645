/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-articles"

#include "config.h"

#include "cor-desk-clause.h"
#include "cor-desk-shapes.h"

#include <string.h>

#define PAGE_SIZE 25
#define CATEGORIES_PAGE 1000

static gint64
count_articles (CorDesk    *desk,
                gint64      portal_id,
                const char *status)
{
  return cor_desk_db_int (desk->db, "SELECT count (*) FROM articles WHERE portal_id = ?1 AND (?2 IS NULL OR status = ?2)", "is", portal_id, status);
}

static JsonObject *
make_portal_config (CorDesk    *desk,
                    gint64      portal_id,
                    const char *locales_text,
                    const char *default_locale)
{
  JsonArray *locales = cor_desk_json_parse_array (locales_text);
  JsonArray *allowed = json_array_new ();

  for (guint i = 0; i < json_array_get_length (locales); i++)
    {
      const char *locale = json_array_get_string_element (locales, i);

      json_array_add_object_element (allowed, cor_desk_json_new ("code:s", locale,
                                                                 "articles_count:i", cor_desk_db_int (desk->db, "SELECT count (*) FROM articles WHERE portal_id = ? AND locale = ?", "is", portal_id, locale),
                                                                 "categories_count:i", cor_desk_db_int (desk->db, "SELECT count (*) FROM categories WHERE portal_id = ? AND locale = ?", "is", portal_id, locale),
                                                                 "draft:b", FALSE, NULL));
    }
  json_array_unref (locales);
  return cor_desk_json_new ("allowed_locales:a", allowed, "default_locale:s", default_locale, "layout:s", "classic", NULL);
}

static JsonObject *
make_portal (CorDesk     *desk,
             CorDeskRows *rows)
{
  gint64      id = cor_desk_rows_int (rows, 0);
  JsonObject *meta = cor_desk_json_new ("all_articles_count:i", count_articles (desk, id, NULL), "archived_articles_count:i", count_articles (desk, id, "archived"),
                                        "published_count:i", count_articles (desk, id, "published"), "draft_articles_count:i", count_articles (desk, id, "draft"),
                                        "categories_count:i", cor_desk_db_int (desk->db, "SELECT count (*) FROM categories WHERE portal_id = ?", "i", id),
                                        "default_locale:s", cor_desk_rows_text (rows, 5), NULL);

  return cor_desk_json_new ("id:i", id, "color:s", cor_desk_rows_text (rows, 4), "custom_domain:s", "", "header_text:s", cor_desk_rows_text (rows, 2), "homepage_link:s", "",
                            "name:s", cor_desk_rows_text (rows, 2), "page_title:s", cor_desk_rows_text (rows, 3), "slug:s", cor_desk_rows_text (rows, 1), "archived:b", FALSE,
                            "account_id:d", COR_DESK_ACCOUNT_ID,
                            "config:o", make_portal_config (desk, id, cor_desk_rows_text (rows, 6), cor_desk_rows_text (rows, 5)), "meta:o", meta, NULL);
}

#define PORTAL_SELECT "SELECT id, slug, name, page_title, color, default_locale, locales FROM portals "

static void
get_portals (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();
  guint      n_portals;

  cor_desk_db_select (request->desk->db, &rows, PORTAL_SELECT "ORDER BY id", "");
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_portal (request->desk, &rows));
  n_portals = json_array_get_length (array);
  cor_desk_answer_object (request, cor_desk_json_new ("payload:a", array, "meta:o", cor_desk_json_new ("current_page:d", 1, "portals_count:d", (int) n_portals, NULL), NULL));
}

static void
get_portal (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, PORTAL_SELECT "WHERE slug = ?", "s", cor_desk_request_param (request, "portal"));
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, make_portal (request->desk, &rows));
  else
    cor_desk_not_found (request);
}

/* 0: the answer is set */
static gint64
find_portal (CorDeskRequest *request)
{
  gint64 id = cor_desk_db_int (request->desk->db, "SELECT id FROM portals WHERE slug = ?", "s", cor_desk_request_param (request, "portal"));

  if (id == 0)
    cor_desk_not_found (request);
  return id;
}

static JsonObject *
make_category (CorDesk *desk,
               gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64 articles;

  cor_desk_db_select (desk->db, &rows, "SELECT name, slug, locale, description, position, icon, portal_id FROM categories WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  articles = cor_desk_db_int (desk->db, "SELECT count (*) FROM articles WHERE category_id = ?", "i", id);
  return cor_desk_json_new ("id:i", id, "name:s", cor_desk_rows_text (&rows, 0), "slug:s", cor_desk_rows_text (&rows, 1), "locale:s", cor_desk_rows_text (&rows, 2),
                            "description:e", cor_desk_rows_text (&rows, 3), "position:i", cor_desk_rows_int (&rows, 4), "account_id:d", COR_DESK_ACCOUNT_ID,
                            "icon:e", cor_desk_rows_text (&rows, 5), "related_categories:a", json_array_new (), "portal_id:i", cor_desk_rows_int (&rows, 6),
                            "meta:o", cor_desk_json_new ("articles_count:i", articles, NULL), NULL);
}

static void
get_categories (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64     portal_id = find_portal (request);
  JsonArray *array;
  guint      n_categories;

  if (portal_id == 0)
    return;
  array = json_array_new ();
  cor_desk_db_select (request->desk->db, &rows, "SELECT id FROM categories WHERE portal_id = ?1 AND (?2 IS NULL OR locale = ?2) ORDER BY position, id LIMIT ?3 OFFSET ?4", "isdd", portal_id,
                      cor_desk_request_query (request, "locale"), CATEGORIES_PAGE, CATEGORIES_PAGE * (cor_desk_request_page (request) - 1));
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_category (request->desk, cor_desk_rows_int (&rows, 0)));
  n_categories = json_array_get_length (array);
  cor_desk_answer_object (request, cor_desk_json_new ("payload:a", array, "meta:o", cor_desk_json_new ("current_page:d", cor_desk_request_page (request), "categories_count:d", (int) n_categories, NULL), NULL));
}

#define ARTICLE_COLUMNS "a.id, a.slug, a.title, a.content, a.description, a.status, a.position, a.views, a.updated_at, a.tags, a.category_id, a.author_id, a.root_id, a.portal_id"

static JsonObject *
make_article_meta (CorDeskRows *rows)
{
  return cor_desk_json_new ("title:s", cor_desk_rows_text (rows, 2), "description:e", cor_desk_rows_text (rows, 4), "tags:a", cor_desk_json_parse_array (cor_desk_rows_text (rows, 9)), NULL);
}

static JsonObject *
make_category_slim (CorDesk *desk,
                    gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (desk->db, &rows, "SELECT name, slug, locale FROM categories WHERE id = ?", "i", id);
  if (!cor_desk_rows_next (&rows))
    return NULL;
  return cor_desk_json_new ("id:i", id, "name:s", cor_desk_rows_text (&rows, 0), "slug:s", cor_desk_rows_text (&rows, 1), "locale:s", cor_desk_rows_text (&rows, 2), NULL);
}

static JsonArray *
make_translations (CorDesk *desk,
                   gint64   id)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  JsonArray *array = json_array_new ();

  cor_desk_db_select (desk->db, &rows, "SELECT " ARTICLE_COLUMNS " FROM articles a WHERE a.root_id = ? ORDER BY a.id", "i", id);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, cor_desk_json_new ("id:i", cor_desk_rows_int (&rows, 0), "slug:s", cor_desk_rows_text (&rows, 1), "title:s", cor_desk_rows_text (&rows, 2),
                                                             "content:s", cor_desk_rows_text (&rows, 3), "description:e", cor_desk_rows_text (&rows, 4), "status:s", cor_desk_rows_text (&rows, 5),
                                                             "account_id:d", COR_DESK_ACCOUNT_ID, "views:i", cor_desk_rows_int (&rows, 7), NULL));
  return array;
}

/* Without a locale of its own, as in the service: only its category has one (chatwoot.md §9) */
static JsonObject *
make_article (CorDesk     *desk,
              CorDeskRows *rows)
{
  JsonObject *article = cor_desk_json_new ("id:i", cor_desk_rows_int (rows, 0), "slug:s", cor_desk_rows_text (rows, 1), "title:s", cor_desk_rows_text (rows, 2),
                                           "content:s", cor_desk_rows_text (rows, 3), "description:e", cor_desk_rows_text (rows, 4), "status:s", cor_desk_rows_text (rows, 5),
                                           "position:i", cor_desk_rows_int (rows, 6), "account_id:d", COR_DESK_ACCOUNT_ID, "updated_at:i", cor_desk_rows_int (rows, 8),
                                           "meta:o", make_article_meta (rows), NULL);
  JsonObject *category = make_category_slim (desk, cor_desk_rows_int (rows, 10));
  JsonObject *author = cor_desk_shape_agent (desk, cor_desk_rows_int (rows, 11));

  cor_desk_json_set (article, "category:o", category, "views:i", cor_desk_rows_int (rows, 7), NULL);
  if (author != NULL)
    cor_desk_json_set (article, "author:o", author, NULL);
  cor_desk_json_set (article, "associated_articles:a", make_translations (desk, cor_desk_rows_int (rows, 0)), NULL);
  return article;
}

static gint64
count_clause (CorDeskRequest *request,
              CorDeskClause  *conditions)
{
  g_autoptr (CorDeskClause) clause = cor_desk_clause_copy (conditions, "SELECT count (*) FROM articles a");
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_clause_select (clause, request->desk->db, &rows);
  return cor_desk_rows_next (&rows) ? cor_desk_rows_int (&rows, 0) : 0;
}

static CorDeskClause *
make_conditions (CorDeskRequest *request,
                 gint64          portal_id)
{
  CorDeskClause   *clause = cor_desk_clause_new (" WHERE 1");
  const char      *locale = cor_desk_request_query (request, "locale");
  const char      *category = cor_desk_request_query (request, "category_slug");
  const char      *status = cor_desk_request_query (request, "status");
  const char      *author = cor_desk_request_query (request, "author_id");
  const char      *query = cor_desk_request_query (request, "query");
  g_autofree char *needle = NULL;

  cor_desk_clause_add (clause, " AND a.portal_id = ?", "i", portal_id);
  if (locale != NULL)
    cor_desk_clause_add (clause, " AND a.locale = ?", "s", locale);
  if (category != NULL)
    cor_desk_clause_add (clause, " AND a.category_id IN (SELECT id FROM categories WHERE slug = ?)", "s", category);
  if (status != NULL)
    cor_desk_clause_add (clause, " AND a.status = ?", "s", status);
  if (author != NULL)
    cor_desk_clause_add (clause, " AND a.author_id = ?", "i", g_ascii_strtoll (author, NULL, 10));
  if (query != NULL && *query != '\0')
    {
      needle = g_utf8_casefold (query, -1);
      cor_desk_clause_add (clause, " AND (contains_fold (a.title, ?) OR contains_fold (a.content, ?))", "ss", needle, needle);
    }
  return clause;
}

static void
get_articles (CorDeskRequest *request)
{
  g_autoptr (CorDeskClause) conditions = NULL;
  g_autoptr (CorDeskClause) clause = NULL;
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  gint64      portal_id = find_portal (request);
  gboolean    has_query = cor_desk_request_query (request, "query") != NULL;
  JsonArray  *array;
  JsonObject *meta;

  if (portal_id == 0)
    return;
  array = json_array_new ();
  conditions = make_conditions (request, portal_id);
  clause = cor_desk_clause_copy (conditions, "SELECT " ARTICLE_COLUMNS " FROM articles a");
  cor_desk_clause_add (clause, cor_desk_request_query (request, "category_slug") && !has_query ? " ORDER BY a.position, a.id" : " ORDER BY a.updated_at DESC, a.id DESC", "");
  cor_desk_clause_add (clause, " LIMIT ? OFFSET ?", "ii", (gint64) PAGE_SIZE, (gint64) PAGE_SIZE * (cor_desk_request_page (request) - 1));
  cor_desk_clause_select (clause, request->desk->db, &rows);
  while (cor_desk_rows_next (&rows))
    json_array_add_object_element (array, make_article (request->desk, &rows));
  meta = cor_desk_json_new ("all_articles_count:i", count_articles (request->desk, portal_id, NULL), "archived_articles_count:i", count_articles (request->desk, portal_id, "archived"),
                            "articles_count:i", count_clause (request, conditions), "current_page:d", cor_desk_request_page (request),
                            "draft_articles_count:i", count_articles (request->desk, portal_id, "draft"), "published_count:i", count_articles (request->desk, portal_id, "published"), NULL);
  cor_desk_answer_object (request, cor_desk_json_new ("payload:a", array, "meta:o", meta, NULL));
}

/* Administrators only: an agent lists and may not get (chatwoot.md §9) */
static void
get_article (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;

  cor_desk_db_select (request->desk->db, &rows, "SELECT " ARTICLE_COLUMNS " FROM articles a WHERE a.id = ?", "i", cor_desk_request_id (request, "id"));
  if (cor_desk_rows_next (&rows))
    cor_desk_answer_object (request, cor_desk_json_new ("payload:o", make_article (request->desk, &rows), NULL));
  else
    cor_desk_not_found (request);
}

static void
get_category (CorDeskRequest *request)
{
  JsonObject *category = make_category (request->desk, cor_desk_request_id (request, "id"));

  if (category != NULL)
    cor_desk_answer_object (request, cor_desk_json_new ("payload:o", category, NULL));
  else
    cor_desk_not_found (request);
}

static void
get_public_article (CorDeskRequest *request)
{
  const char      *name = cor_desk_request_param (request, "article");
  gboolean         is_markdown = g_str_has_suffix (name, ".md");
  g_autofree char *slug = g_strndup (name, strlen (name) - (is_markdown ? 3 : 0));
  g_autofree char *content = cor_desk_db_dup_text (request->desk->db,
                                                   "SELECT a.content FROM articles a JOIN portals p ON p.id = a.portal_id WHERE p.slug = ? AND a.slug = ? AND a.status = 'published'", "ss",
                                                   cor_desk_request_param (request, "portal"), slug);

  if (content == NULL)
    cor_desk_fail_html (request, 404);
  else
    cor_desk_answer_text (request, 200, is_markdown ? "text/markdown; charset=utf-8" : "text/plain; charset=utf-8", content);
}

const CorDeskRoute cor_desk_articles_routes[] = {
  { "GET", "{A}/portals", get_portals, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/portals/:portal", get_portal, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/portals/:portal/categories", get_categories, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/portals/:portal/categories/:id", get_category, COR_DESK_ROUTE_ADMIN },
  { "GET", "{A}/portals/:portal/articles", get_articles, COR_DESK_ROUTE_NONE },
  { "GET", "{A}/portals/:portal/articles/:id", get_article, COR_DESK_ROUTE_ADMIN },
  { "GET", "/hc/:portal/articles/:article", get_public_article, COR_DESK_ROUTE_PUBLIC },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
