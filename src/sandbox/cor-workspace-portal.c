/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-private.h"

#include "cor-workspace-data.h"

#define DAY 86400

static const char *const locales[] = { "en", "zh_CN", NULL };

static const char *
text (JsonObject *object,
      const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

/* Returns the category's number for each locale: categories are told locale by locale. */
static gboolean
tell_categories (CorWorkspace *workspace,
                 JsonArray    *categories,
                 GError      **error)
{
  for (guint l = 0; locales[l] != NULL; l++)
    for (guint i = 0; i < json_array_get_length (categories); i++)
      {
        JsonObject          *object = json_array_get_object_element (categories, i);
        JsonObject          *words = json_object_get_object_member (object, locales[l]);
        CorWorkspaceCategory category = {
          .portal = 1,
          .name = text (words, "name"),
          .slug = text (object, "slug"),
          .locale = locales[l],
          .description = text (words, "description"),
          .icon = text (object, "icon"),
          .position = (int) i + 1,
        };

        if (!workspace->sink->category (&category, workspace->sink->user_data, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
tell_article (CorWorkspace *workspace,
              JsonObject   *object,
              guint         index,
              guint         locale,
              guint         root,
              guint         category,
              GError      **error)
{
  JsonObject *words = json_object_get_object_member (object, locales[locale]);
  g_auto (GStrv) tags = cor_workspace_data_strv (object, "tags");
  g_autofree char    *slug = g_strdup_printf ("%s%s", text (object, "slug"), locale == 0 ? "" : "-zh-cn");
  CorWorkspaceArticle article = {
    .portal = 1,
    .category = category,
    .author = cor_staff_agent (workspace->staff, "admin"),
    .root = root,
    .title = text (words, "title"),
    .slug = slug,
    .content = text (words, "content"),
    .description = text (words, "description"),
    .status = json_object_get_string_member_with_default (object, "status", "published"),
    .locale = locales[locale],
    .tags = (const char *const *) tags,
    .position = (int) index + 1,
    .views = g_rand_int_range (workspace->rand, 12, 900),
    .updated_at = workspace->options->now - g_rand_int_range (workspace->rand, 1, 75) * (gint64) DAY,
  };

  return workspace->sink->article (&article, workspace->sink->user_data, error);
}

static gboolean
tell_articles (CorWorkspace *workspace,
               JsonArray    *articles,
               JsonArray    *categories,
               GError      **error)
{
  guint told = 0;

  for (guint i = 0; i < json_array_get_length (articles); i++)
    {
      JsonObject *object = json_array_get_object_element (articles, i);
      guint       n = json_array_get_length (categories);
      guint       category = 0;
      guint       root = 0;

      while (category < n && !g_str_equal (text (json_array_get_object_element (categories, category), "slug"), text (object, "category")))
        category++;
      for (guint l = 0; locales[l] != NULL; l++)
        {
          if (!json_object_has_member (object, locales[l]))
            continue;
          if (!tell_article (workspace, object, i, l, root, l * n + category + 1, error))
            return FALSE;
          told++;
          if (l == 0)
            root = told;
        }
    }

  return TRUE;
}

/*
 * _cor_workspace_tell_portal:
 *
 * The help centre: one portal, its categories and articles in English and Simplified Chinese.
 */
gboolean
_cor_workspace_tell_portal (CorWorkspace *workspace,
                            GError      **error)
{
  g_autoptr (JsonNode) root = cor_workspace_data_load ("portal.json", error);
  JsonObject        *object = root != NULL ? json_node_get_object (root) : NULL;
  JsonArray         *categories = NULL;
  CorWorkspacePortal portal = { .locales = locales, .default_locale = locales[0] };

  if (object == NULL)
    return FALSE;

  portal.slug = text (object, "slug");
  portal.name = text (object, "name");
  portal.page_title = text (object, "page_title");
  portal.color = text (object, "color");
  categories = json_object_get_array_member (object, "categories");
  return workspace->sink->portal (&portal, workspace->sink->user_data, error) && tell_categories (workspace, categories, error) && tell_articles (workspace, json_object_get_array_member (object, "articles"), categories, error);
}
