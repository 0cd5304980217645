/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-suggest-train"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-json.h"
#include "cor-store-examples.h"
#include "cor-store-learn.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Examples in one transaction: others have their turn in between. */
#define BATCH 500

/* A line that is longer is no message. */
#define MAX_LINE (256 * 1024)

static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return json_node_get_value_type (node) == G_TYPE_STRING ? g_strstrip (json_node_dup_string (node)) : NULL;
}

static CorExampleData *
parse_example (const char *line,
               guint       number,
               GError    **error)
{
  g_autoptr (JsonNode) root = strlen (line) <= MAX_LINE ? cor_json_parse (line, strlen (line), NULL) : NULL;
  g_autoptr (CorExampleData) example = g_new0 (CorExampleData, 1);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("Line %u is not a JSON object"), number);
      return NULL;
    }
  example->text = dup_text (json_node_get_object (root), "text");
  example->target = dup_text (json_node_get_object (root), "id");
  if (example->text == NULL || *example->text == '\0' || example->target == NULL || *example->target == '\0')
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("The example in line %u has no “text” or no “id”"), number);
      return NULL;
    }
  return g_steal_pointer (&example);
}

static GPtrArray *
read_file (const char *path,
           GError    **error)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_example_data_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize len = 0;

  if (!g_file_get_contents (path, &text, &len, NULL))
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be read"), path);
  else if (!g_utf8_validate (text, (gssize) len, NULL))
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” is not a text in UTF-8"), path);
  else
    lines = g_strsplit (text, "\n", -1);
  if (lines == NULL)
    return NULL;

  /* nothing is put in before every line is seen to be good */
  for (guint i = 0; lines[i] != NULL; i++)
    {
      CorExampleData *example = NULL;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      example = parse_example (lines[i], i + 1, error);
      if (example == NULL)
        return NULL;
      g_ptr_array_add (examples, example);
    }
  return g_steal_pointer (&examples);
}

static gboolean
forget (CorCtl  *ctl,
        GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_forget_examples_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_put_examples_finish (ctl->store, cor_ctl_await (&await), error);
}

static gboolean
put_all (CorCtl    *ctl,
         GPtrArray *examples,
         GError   **error)
{
  while (examples->len > 0)
    {
      g_auto (CorCtlAwait) await = { NULL };
      GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_example_data_free);
      guint      n = MIN (examples->len, BATCH);

      /* from the end, as that costs nothing */
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (batch, g_ptr_array_steal_index (examples, examples->len - 1));
      cor_store_put_examples_async (ctl->store, batch, NULL, cor_ctl_on_result, &await);
      if (!cor_store_put_examples_finish (ctl->store, cor_ctl_await (&await), error))
        return FALSE;
    }
  return TRUE;
}

static void
print_learning (CorCtl            *ctl,
                const CorLearning *learning)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!ctl->is_json)
    {
      /* Translators: examples are questions with what answered them */
      cor_ctl_say (ctl, ngettext ("Learned from %u example.", "Learned from %u examples.", learning->n_examples), learning->n_examples);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "examples", learning->n_examples);
  cor_ctl_json_int (builder, "answers", learning->n_targets);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, (double) (learning->took_us / 1000) / 1000);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

gboolean
cor_ctl_suggest_train (CorCtl  *ctl,
                       GError **error)
{
  gboolean           is_replacing = FALSE;
  const GOptionEntry entries[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &is_replacing, N_ ("Forget the examples of earlier files first; those from replies stay"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) examples = NULL;
  g_autofree CorLearning *learning = NULL;

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  examples = read_file (ctl->arguments[0], error);
  if (examples == NULL || cor_ctl_open (ctl, error) == NULL || (is_replacing && !forget (ctl, error)) || !put_all (ctl, examples, error))
    return FALSE;
  cor_store_learn_async (ctl->store, NULL, cor_ctl_on_result, &await);
  learning = cor_store_learn_finish (ctl->store, cor_ctl_await (&await), error);
  if (learning == NULL)
    return FALSE;
  print_learning (ctl, learning);
  return TRUE;
}
