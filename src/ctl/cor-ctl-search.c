/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-search"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-article-data.h"
#include "cor-corridor.h"
#include "cor-ctl-error.h"
#include "cor-ctl-found.h"
#include "cor-ctl-json.h"
#include "cor-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_LIMIT 10

/* How often it is looked whether the index is ready, and from how many on it is told. */
#define AGAIN_MS 50
#define MANY 1000

static CorSearchResult *
search (CorCtl             *ctl,
        const CorSearchAsk *ask,
        GError            **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_ask_articles_async (ctl->store, ask, NULL, cor_ctl_on_result, &await);
  return cor_store_search_articles_finish (ctl->store, cor_ctl_await (&await), error);
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
  g_autoptr (JsonNode) root = *line == '{' ? cor_json_parse (line, strlen (line), NULL) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  char       *query = object != NULL ? dup_text_member (object, "query") : NULL;

  if (query == NULL)
    return g_strdup (line);
  *locale = dup_text_member (object, "locale");
  return query;
}

static gboolean
run_batch (CorCtl             *ctl,
           const char         *file,
           const CorSearchAsk *like,
           GError            **error)
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
      CorSearchAsk     ask = *like;
      g_autoptr (CorSearchResult) result = NULL;

      /* every line has its answer; what follows the last line's end is no line */
      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      query = read_question (g_strchomp (lines[i]), &own_locale);
      ask.query = query;
      ask.locale = own_locale != NULL ? own_locale : like->locale;
      ask.is_brief = TRUE;
      result = search (ctl, &ask, error);
      if (result == NULL)
        return FALSE;
      cor_ctl_articles_print_brief (query, result);
    }
  return TRUE;
}

static gboolean
search_articles (CorCtl             *ctl,
                 const CorSearchAsk *ask,
                 GError            **error)
{
  g_autoptr (CorSearchResult) result = search (ctl, ask, error);

  if (result == NULL)
    return FALSE;
  cor_ctl_articles_print (ctl, ask->query, result);
  return TRUE;
}

static gboolean
on_again (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* A command that ends at once would miss what came last: the index is made behind the pull. */
static CorMessageResult *
find_when_ready (CorCtl              *ctl,
                 const CorMessageAsk *ask,
                 GError             **error)
{
  guint n_told = 0;

  for (;;)
    {
      g_auto (CorCtlAwait) await = { NULL };
      g_autoptr (CorMessageResult) result = NULL;
      gboolean is_due = FALSE;

      cor_store_find_messages_async (ctl->store, ask, NULL, cor_ctl_on_result, &await);
      result = cor_store_find_messages_finish (ctl->store, cor_ctl_await (&await), error);
      if (result == NULL || result->n_waiting == 0)
        return g_steal_pointer (&result);
      if (n_told == 0 && result->n_waiting > MANY)
        cor_ctl_say (ctl, ngettext ("%u message is read into the index first …", "%u messages are read into the index first …", result->n_waiting),
                     result->n_waiting);
      n_told = MAX (n_told, result->n_waiting);
      g_timeout_add (AGAIN_MS, on_again, &is_due);
      cor_ctl_await_flag (&is_due, -1);
    }
}

static gboolean
search_messages (CorCtl             *ctl,
                 const CorSearchAsk *ask,
                 GError            **error)
{
  CorMessageAsk messages = { .query = ask->query, .limit = ask->limit };
  g_autoptr (CorMessageResult) result = find_when_ready (ctl, &messages, error);

  if (result == NULL)
    return FALSE;
  cor_ctl_messages_print (ctl, ask->query, result);
  return TRUE;
}

static gboolean
search_customers (CorCtl             *ctl,
                  const CorSearchAsk *ask,
                  GError            **error)
{
  const CorMessageAsk nothing = { .query = "", .limit = 1 };
  g_autoptr (CorMessageResult) ready = find_when_ready (ctl, &nothing, error);
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) found = NULL;

  if (ready == NULL)
    return FALSE;
  cor_store_search_customers_async (ctl->store, ask->query, ask->limit, NULL, cor_ctl_on_result, &await);
  found = cor_store_search_customers_finish (ctl->store, cor_ctl_await (&await), error);
  if (found == NULL)
    return FALSE;
  cor_ctl_customers_print (ctl, found);
  return TRUE;
}

static gboolean
check_filter (const CorSearchFilter *filter,
              GError               **error)
{
  CorArticleKind kind;

  if (filter->kind != NULL && !cor_article_kind_from_string (filter->kind, &kind))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--kind takes “article”, “sop”, “bulletin” or “template”"));
  else if (filter->corridor != NULL && !cor_corridor_is_pattern (filter->corridor))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--corridor takes two countries, such as CN-DE; one may be EU or *"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_usage (CorCtl             *ctl,
             const char         *where,
             const char         *batch,
             int                 limit,
             const CorSearchAsk *ask,
             GError            **error)
{
  gboolean is_kb = g_str_equal (where, "kb");

  if (!is_kb && !g_str_equal (where, "messages") && !g_str_equal (where, "customers"))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--in takes “kb”, “messages” or “customers”"));
  else if (limit < 1)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--limit takes a number above 0"));
  else if ((batch != NULL) == (ctl->n_arguments > 0))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Give either a question or --batch FILE"));
  else if (!is_kb && (batch != NULL || !cor_search_filter_is_empty (&ask->filter)))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--batch and what filters articles go with --in=kb only"));
  else
    return check_filter (&ask->filter, error);
  return FALSE;
}

gboolean
cor_ctl_search (CorCtl  *ctl,
                GError **error)
{
  g_autofree char   *where = NULL;
  g_autofree char   *locale = NULL;
  g_autofree char   *batch = NULL;
  g_autofree char   *kind = NULL;
  g_autofree char   *category = NULL;
  g_autofree char   *corridor = NULL;
  g_autofree char   *currency = NULL;
  g_autofree char   *only = NULL;
  g_autofree char   *from = NULL;
  g_autofree char   *audience = NULL;
  g_autofree char   *query = NULL;
  g_autofree char   *upper = NULL;
  int                limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "in", 0, 0, G_OPTION_ARG_STRING, &where, N_ ("Where to search: kb, messages or customers"), N_ ("WHAT") },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &locale, N_ ("Prefer this language where the question does not tell its own"), N_ ("LOCALE") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &batch, N_ ("Answer every line of a file with a line of JSON"), N_ ("FILE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("Only article, sop, bulletin or template"), N_ ("KIND") },
    { "category", 0, 0, G_OPTION_ARG_STRING, &category, N_ ("Only articles of this category"), N_ ("NAME") },
    { "corridor", 0, 0, G_OPTION_ARG_STRING, &corridor, N_ ("Only what concerns transfers from one country to another, such as CN-DE"), N_ ("FROM-TO") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &currency, N_ ("Only what concerns this currency"), N_ ("CODE") },
    { "only-locale", 0, 0, G_OPTION_ARG_STRING, &only, N_ ("Only articles in this language"), N_ ("LOCALE") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Only articles from there: import, own, chatwoot, pack"), N_ ("SOURCE") },
    { "audience", 0, 0, G_OPTION_ARG_STRING, &audience, N_ ("Only public, internal or restricted articles"), N_ ("AUDIENCE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  CorSearchAsk ask = { NULL };

  if (!cor_ctl_parse (ctl, entries, 0, G_MAXUINT, error))
    return FALSE;
  if (where == NULL)
    where = g_strdup ("kb");
  query = g_strjoinv (" ", ctl->arguments);
  upper = corridor != NULL ? g_ascii_strup (corridor, -1) : NULL;
  ask = (CorSearchAsk){ .query = query, .locale = locale, .limit = (guint) limit };
  ask.filter = (CorSearchFilter){ kind, category, upper, currency, only, from, audience };
  if (!check_usage (ctl, where, batch, limit, &ask, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (batch != NULL)
    return run_batch (ctl, batch, &ask, error);
  if (g_str_equal (where, "messages"))
    return search_messages (ctl, &ask, error);
  return g_str_equal (where, "customers") ? search_customers (ctl, &ask, error) : search_articles (ctl, &ask, error);
}
