/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-search"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-store-search.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_LIMIT 10

static CorSearchResult *
search (CorCtl     *ctl,
        const char *query,
        const char *locale,
        guint       limit,
        GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_search_articles_async (ctl->store, query, locale, limit, FALSE, NULL, cor_ctl_on_result, &await);
  return cor_store_search_articles_finish (ctl->store, cor_ctl_await (&await), error);
}

static void
add_json (JsonBuilder           *builder,
          const char            *query,
          const CorSearchResult *result,
          gboolean               is_brief)
{
  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "query", query);
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->hits->len; i++)
    {
      const CorSearchHit *hit = result->hits->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "id", hit->remote_id);
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, hit->score);
      if (!is_brief)
        {
          cor_ctl_json_text (builder, "title", hit->title);
          cor_ctl_json_text (builder, "locale", hit->locale);
          cor_ctl_json_text (builder, "audience", hit->audience);
        }
      if (!is_brief || hit->is_by_meaning)
        cor_ctl_json_bool (builder, "by_meaning", hit->is_by_meaning);
      if (!is_brief || hit->is_other_language)
        cor_ctl_json_bool (builder, "other_language", hit->is_other_language);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (!is_brief)
    cor_ctl_json_texts (builder, "unknown", result->unknown);
  json_builder_set_member_name (builder, "ms");
  json_builder_add_double_value (builder, (double) result->took_us / 1000);
  json_builder_end_object (builder);
}

static void
print_result_json (const char            *query,
                   const CorSearchResult *result,
                   gboolean               is_brief)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_json (builder, query, result, is_brief);
  cor_ctl_json_print (builder);
}

static void
print_result (CorCtl                *ctl,
              const CorSearchResult *result)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("llll", _ ("ID"), _ ("Language"), _ ("Title"), "", NULL);
  g_autofree char *unknown = g_strjoinv (", ", result->unknown);

  for (guint i = 0; i < result->hits->len; i++)
    {
      const CorSearchHit *hit = result->hits->pdata[i];

      cor_ctl_table_add (table, hit->remote_id, hit->locale != NULL ? hit->locale : "", hit->title,
                         hit->is_by_meaning ? _ ("by its meaning") : "", NULL);
    }
  if (result->hits->len > 0)
    cor_ctl_table_print (table);
  else if (result->n_articles == 0)
    cor_ctl_say (ctl, "%s", _ ("There are no articles here yet; “corridorctl kb import” takes some in."));
  else
    cor_ctl_say (ctl, ngettext ("Nothing was found in %u article.", "Nothing was found in %u articles.", result->n_articles), result->n_articles);
  if (*unknown != '\0')
    {
      g_autofree char *clean = cor_ctl_clean_line (unknown);

      /* Translators: %s are words that somebody searched for */
      cor_ctl_say (ctl, _ ("In no article: %s"), clean);
    }
}

static char *
dup_text_member (JsonObject *object,
                 const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

/* A line is a question, or an object with "query" and, if one likes, "locale". */
static char *
read_question (const char *line,
               char      **locale)
{
  g_autoptr (JsonNode) root = *line == '{' ? json_from_string (line, NULL) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  char       *query = object != NULL ? dup_text_member (object, "query") : NULL;

  if (query == NULL)
    return g_strdup (line);
  *locale = dup_text_member (object, "locale");
  return query;
}

static gboolean
run_batch (CorCtl     *ctl,
           const char *file,
           const char *locale,
           guint       limit,
           GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;
  gsize len = 0;

  if (!g_file_get_contents (file, &text, &len, NULL))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be read"), file);
      return FALSE;
    }
  valid = g_utf8_make_valid (text, (gssize) len);
  lines = g_strsplit (valid, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *own_locale = NULL;
      g_autofree char *query = NULL;
      g_autoptr (CorSearchResult) result = NULL;

      /* every line has its answer; what follows the last line's end is no line */
      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      query = read_question (g_strchomp (lines[i]), &own_locale);
      result = search (ctl, query, own_locale != NULL ? own_locale : locale, limit, error);
      if (result == NULL)
        return FALSE;
      print_result_json (query, result, TRUE);
    }
  return TRUE;
}

static gboolean
check_usage (CorCtl     *ctl,
             const char *where,
             const char *batch,
             int         limit,
             GError    **error)
{
  if (where != NULL && !g_str_equal (where, "kb"))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--in takes “kb”: only articles can be searched so far"));
  else if (limit < 1)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--limit takes a number of articles"));
  else if ((batch != NULL) == (ctl->n_arguments > 0))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Give either a question or --batch FILE"));
  else
    return TRUE;
  return FALSE;
}

gboolean
cor_ctl_search (CorCtl  *ctl,
                GError **error)
{
  g_autofree char   *where = NULL;
  g_autofree char   *locale = NULL;
  g_autofree char   *batch = NULL;
  int                limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "in", 0, 0, G_OPTION_ARG_STRING, &where, N_ ("Where to search: kb"), N_ ("WHAT") },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &locale, N_ ("Prefer this language where the question does not tell its own"), N_ ("LOCALE") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &batch, N_ ("Answer every line of a file with a line of JSON"), N_ ("FILE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (CorSearchResult) result = NULL;
  g_autofree char *query = NULL;

  if (!cor_ctl_parse (ctl, entries, 0, G_MAXUINT, error) || !check_usage (ctl, where, batch, limit, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (batch != NULL)
    return run_batch (ctl, batch, locale, (guint) limit, error);

  query = g_strjoinv (" ", ctl->arguments);
  result = search (ctl, query, locale, (guint) limit, error);
  if (result == NULL)
    return FALSE;
  if (ctl->is_json)
    print_result_json (query, result, FALSE);
  else
    print_result (ctl, result);
  return TRUE;
}
