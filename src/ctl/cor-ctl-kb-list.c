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
#include "cor-store-article-lists.h"

#include <glib/gi18n-lib.h>

static void
print_list_json (GPtrArray *articles)
{
  cor_ctl_json_begin_list ("articles");
  for (guint i = 0; i < articles->len; i++)
    {
      g_autoptr (JsonBuilder) item = json_builder_new ();

      json_builder_begin_object (item);
      cor_ctl_article_add_json (item, articles->pdata[i]);
      json_builder_end_object (item);
      cor_ctl_json_add_item (item, i == 0);
    }
  cor_ctl_json_end_list ("total", articles->len);
}

static void
print_list (GPtrArray *articles)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("llll", _ ("ID"), _ ("Category"), _ ("Audience"), _ ("Title"), NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      const CorArticleData *article = articles->pdata[i];

      cor_ctl_table_add (table, article->remote_id, article->category != NULL ? article->category : "", article->audience, article->title, NULL);
    }
  cor_ctl_table_print (table);
}

static GPtrArray *
load_list (CorCtl                 *ctl,
           const CorArticleFilter *filter,
           const char             *bulletins_of,
           GError                **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  if (bulletins_of != NULL)
    cor_store_list_bulletins_async (ctl->store, bulletins_of, 0, FALSE, filter->locales, NULL, cor_ctl_on_result, &await);
  else
    cor_store_list_articles_async (ctl->store, filter, NULL, cor_ctl_on_result, &await);
  return cor_store_list_articles_finish (ctl->store, cor_ctl_await (&await), error);
}

gboolean
cor_ctl_kb_list (CorCtl  *ctl,
                 GError **error)
{
  g_autofree char   *kind = NULL, *category = NULL, *source = NULL, *locale = NULL;
  gboolean           is_favourite = FALSE, is_recent = FALSE, is_changed = FALSE, is_bulletins = FALSE;
  int                limit = 0;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("Only of this kind: article, sop, bulletin, template"), N_ ("KIND") },
    { "category", 0, 0, G_OPTION_ARG_STRING, &category, N_ ("Only of this category"), N_ ("NAME") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_ ("Only from this source: own, import, help-centre, pack:ID"), N_ ("SOURCE") },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &locale, N_ ("Which text of each, such as zh-CN"), N_ ("LOCALE") },
    { "favourites", 0, 0, G_OPTION_ARG_NONE, &is_favourite, N_ ("Only favourites"), NULL },
    { "recent", 0, 0, G_OPTION_ARG_NONE, &is_recent, N_ ("What was read or used, the last first"), NULL },
    { "changed", 0, 0, G_OPTION_ARG_NONE, &is_changed, N_ ("What changed since it was read"), NULL },
    { "bulletins", 0, 0, G_OPTION_ARG_NONE, &is_bulletins, N_ ("Bulletins to be acknowledged"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  const char    *locales[] = { NULL, NULL };
  CorArticleKind known = COR_ARTICLE_ARTICLE;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GPtrArray) articles = NULL;
  CorArticleFilter filter = { NULL };

  if (!cor_ctl_parse (ctl, entries, 0, 0, error))
    return FALSE;
  if ((kind != NULL && !cor_article_kind_from_string (kind, &known)) || limit < 0)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--kind takes article, sop, bulletin or template, and --limit a number"));
      return FALSE;
    }
  if (cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  locales[0] = locale;
  filter = (CorArticleFilter){ .kind = kind,
                               .category = category,
                               .source = source,
                               .is_favourite = is_favourite,
                               .is_recent = is_recent,
                               .is_changed = is_changed,
                               .locales = locale != NULL ? locales : g_get_language_names (),
                               .limit = (guint) limit };
  articles = load_list (ctl, &filter, is_bulletins ? today : NULL, error);
  if (articles == NULL)
    return FALSE;
  if (ctl->is_json)
    print_list_json (articles);
  else
    print_list (articles);
  return TRUE;
}
