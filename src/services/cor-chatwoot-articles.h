/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article-data.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A help centre (chatwoot.md §9). */
typedef struct
{
  char  *slug;
  char  *custom_domain; /* or NULL */
  char **locales;       /* as the service writes them */
  char  *fingerprint;   /* how many articles it has in each */
} CorChatwootPortal;

typedef struct
{
  GPtrArray *articles;     /* CorArticleData: published ones; the link is not set */
  GPtrArray *slugs;        /* char *: of the articles, for the link */
  GPtrArray *translations; /* char *: remote id of an article, then of one of its translations, and so on */
  guint      n_rows;       /* with those that are not published */
  guint      n_all;        /* of the whole list; 0 unknown */
  char      *fingerprint;  /* of what the list's head says of all of it */
} CorChatwootArticlePage;

void     cor_chatwoot_portal_free (CorChatwootPortal *self);
void     cor_chatwoot_article_page_free (CorChatwootArticlePage *self);
gpointer cor_chatwoot_parse_portals (JsonNode *root, gpointer user_data, GError **error);
gpointer cor_chatwoot_parse_article_page (JsonNode *root, gpointer user_data, GError **error);

G_END_DECLS
