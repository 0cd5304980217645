/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-suggest"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-json.h"
#include "cor-store-suggest.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_LIMIT 3

static CorSuggestResult *
suggest (CorCtl     *ctl,
         const char *text,
         const char *locale,
         const char *kind,
         guint       limit,
         GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  const char *locales[] = { locale, NULL };
  const char *kinds[] = { kind, NULL };

  cor_store_suggest_async (ctl->store, text, locales, kind != NULL ? kinds : NULL, limit, NULL, cor_ctl_on_result, &await);
  return cor_store_suggest_finish (ctl->store, cor_ctl_await (&await), error);
}

static void
add_suggestion (JsonBuilder         *builder,
                const CorSuggestion *suggestion,
                gboolean             is_brief)
{
  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "id", suggestion->remote_id);
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, suggestion->score);
  if (!is_brief)
    {
      cor_ctl_json_text (builder, "kind", suggestion->kind);
      cor_ctl_json_text (builder, "title", suggestion->title);
      cor_ctl_json_text (builder, "locale", suggestion->locale);
      cor_ctl_json_text (builder, "audience", suggestion->audience);
      cor_ctl_json_texts (builder, "words", suggestion->words);
      cor_ctl_json_int (builder, "similar", suggestion->n_similar);
      cor_ctl_json_bool (builder, "other_language", suggestion->is_other_language);
    }
  json_builder_end_object (builder);
}

/* What the customer of a conversation asks; nothing that a compliance hold forbids. */
static CorSuggestResult *
suggest_for (CorCtl     *ctl,
             const char *conversation,
             const char *locale,
             const char *kind,
             guint       limit,
             GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorThreadData) thread = cor_ctl_ask_thread (ctl, conversation, error);
  const char *locales[] = { locale, NULL };
  const char *kinds[] = { kind, NULL };

  if (thread == NULL)
    return NULL;
  cor_store_suggest_for_conversation_async (ctl->store, thread->id, locales, kind != NULL ? kinds : NULL, limit, NULL, cor_ctl_on_result, &await);
  return cor_store_suggest_finish (ctl->store, cor_ctl_await (&await), error);
}

/* As "search" answers. */
static void
print_json (const char             *text,
            const CorSuggestResult *result,
            gboolean                is_brief)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "query", text);
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->suggestions->len; i++)
    add_suggestion (builder, result->suggestions->pdata[i], is_brief);
  json_builder_end_array (builder);
  if (!is_brief)
    cor_ctl_json_bool (builder, "held", result->is_held);
  json_builder_set_member_name (builder, "ms");
  json_builder_add_double_value (builder, (double) result->took_us / 1000);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_table (CorCtl                 *ctl,
             const CorSuggestResult *result)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("lllll", _ ("ID"), _ ("Kind"), _ ("Language"), _ ("Title"), _ ("Why"), NULL);

  for (guint i = 0; i < result->suggestions->len; i++)
    {
      const CorSuggestion *suggestion = result->suggestions->pdata[i];
      g_autofree char     *words = g_strjoinv (", ", suggestion->words);
      g_autofree char     *similar = g_strdup_printf (ngettext ("used for %u similar question", "used for %u similar questions", suggestion->n_similar), suggestion->n_similar);
      const char          *why = suggestion->n_similar > 0 ? similar : words;

      cor_ctl_table_add (table, suggestion->remote_id, suggestion->kind, suggestion->locale != NULL ? suggestion->locale : "",
                         suggestion->title != NULL ? suggestion->title : "", why, NULL);
    }
  if (result->suggestions->len > 0)
    cor_ctl_table_print (table);
  else
    cor_ctl_say (ctl, "%s", _ ("Nothing here fits this message."));
}

/* A line is a message, or an object with "query" or "text". */
static char *
read_message (const char *line)
{
  g_autoptr (JsonNode) root = *line == '{' ? cor_json_parse (line, strlen (line), NULL) : NULL;
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode   *node = object != NULL ? json_object_get_member (object, json_object_has_member (object, "query") ? "query" : "text") : NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return g_strdup (line);
}

static gboolean
run_batch (CorCtl     *ctl,
           const char *file,
           const char *locale,
           const char *kind,
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
      g_autofree char *message = NULL;
      g_autoptr (CorSuggestResult) result = NULL;

      /* every line has its answer; what follows the last line's end is no line */
      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      message = read_message (g_strchomp (lines[i]));
      result = suggest (ctl, message, locale, kind, limit, error);
      if (result == NULL)
        return FALSE;
      print_json (message, result, TRUE);
    }
  return TRUE;
}

static char *
read_input (void)
{
  g_autoptr (GString) input = g_string_new (NULL);
  char  buffer[4096];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (input, buffer, (gssize) n);
  return g_utf8_make_valid (input->str, (gssize) input->len);
}

static gboolean
check_usage (const char *text,
             const char *batch,
             const char *conversation,
             const char *kind,
             int         limit,
             GError    **error)
{
  static const char *const kinds[] = { "article", "sop", "template", NULL };

  if ((text != NULL) + (batch != NULL) + (conversation != NULL) != 1)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Give one of --text, --batch FILE and --conversation CONVERSATION"));
  else if (kind != NULL && !g_strv_contains (kinds, kind))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--kind takes article, sop or template"));
  else if (limit < 1)
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--limit takes a number of suggestions"));
  else
    return TRUE;
  return FALSE;
}

gboolean
cor_ctl_suggest (CorCtl  *ctl,
                 GError **error)
{
  g_autofree char   *text = NULL;
  g_autofree char   *kind = NULL;
  g_autofree char   *locale = NULL;
  g_autofree char   *batch = NULL;
  g_autofree char   *conversation = NULL;
  int                limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("The message; - reads it from the standard input"), N_ ("TEXT") },
    { "conversation", 0, 0, G_OPTION_ARG_STRING, &conversation, N_ ("What its customer asks; neutral texts only while compliance holds it"), N_ ("CONVERSATION") },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &batch, N_ ("Answer every line of a file with a line of JSON"), N_ ("FILE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("Only this: article, sop or template"), N_ ("KIND") },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &locale, N_ ("Prefer this language where there is no answer in the message’s own"), N_ ("LOCALE") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (CorSuggestResult) result = NULL;
  g_autofree char *message = NULL;

  if (!cor_ctl_parse (ctl, entries, 0, 0, error) || !check_usage (text, batch, conversation, kind, limit, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (batch != NULL)
    return run_batch (ctl, batch, locale, kind, (guint) limit, error);

  if (conversation != NULL)
    result = suggest_for (ctl, conversation, locale, kind, (guint) limit, error);
  else
    {
      message = g_str_equal (text, "-") ? read_input () : g_utf8_make_valid (text, -1);
      result = suggest (ctl, message, locale, kind, (guint) limit, error);
    }
  if (result == NULL)
    return FALSE;
  if (ctl->is_json)
    print_json (conversation != NULL ? result->question : message, result, FALSE);
  else
    print_table (ctl, result);
  if (result->is_held)
    cor_ctl_say (ctl, "%s", _ ("It is with compliance: only neutral texts are suggested."));
  return TRUE;
}
