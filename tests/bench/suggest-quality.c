/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-classifier.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * Learns from labelled messages and guesses held-out ones:
 * suggest-quality [--folds N] FILE [HELD-OUT], lines {"text": …, "id": …}.
 * Without HELD-OUT every fold is guessed by what the others taught.
 */
static int    n_folds = 5;
static char **files = NULL;

static const GOptionEntry entries[] = {
  { "folds", 0, 0, G_OPTION_ARG_INT, &n_folds, "Parts to hold out in turn", "N" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE [HELD-OUT]" },
  { NULL }
};

typedef struct
{
  guint  n, first, third;
  double guess_seconds, train_seconds;
} Result;

static void
free_example (gpointer data)
{
  CorExample *example = data;

  g_free ((char *) example->text);
  g_free ((char *) example->label);
  g_free (example);
}

static GPtrArray *
read_examples (const char *path)
{
  GPtrArray       *examples = g_ptr_array_new_with_free_func (free_example);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &content, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return examples;
    }
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = lines[i][0] == '{' ? json_from_string (lines[i], NULL) : NULL;
      JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
      CorExample *example = NULL;

      if (object == NULL || !json_object_has_member (object, "text") || !json_object_has_member (object, "id"))
        continue;
      example = g_new0 (CorExample, 1);
      example->text = g_strdup (json_object_get_string_member (object, "text"));
      example->label = g_strdup (json_object_get_string_member (object, "id"));
      g_ptr_array_add (examples, example);
    }
  return examples;
}

static CorClassifier *
train (GPtrArray *examples, int without, Result *result)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (CorExample));
  gint64         began = g_get_monotonic_time ();
  CorClassifier *model = NULL;

  for (guint i = 0; i < examples->len; i++)
    if (without < 0 || (int) i % n_folds != without)
      g_array_append_vals (chosen, examples->pdata[i], 1);
  model = cor_classifier_train ((gconstpointer) chosen->data, chosen->len, NULL, NULL);
  result->train_seconds = MAX (result->train_seconds, (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  return model;
}

static void
guess (CorClassifier *model, const CorExample *example, Result *result)
{
  CorGuess guesses[3];
  gint64   began = g_get_monotonic_time ();
  guint    n = cor_classifier_guess (model, example->text, guesses, G_N_ELEMENTS (guesses));

  result->guess_seconds += (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  result->n++;
  for (guint i = 0; i < n; i++)
    if (strcmp (guesses[i].label, example->label) == 0)
      {
        result->first += i == 0;
        result->third++;
      }
}

static void
hold_out_each (GPtrArray *examples, Result *result)
{
  for (int fold = 0; fold < n_folds; fold++)
    {
      g_autoptr (CorClassifier) model = train (examples, fold, result);

      for (guint i = (guint) fold; model != NULL && i < examples->len; i += (guint) n_folds)
        guess (model, examples->pdata[i], result);
    }
}

static void
use_file (GPtrArray *examples, const char *path, Result *result)
{
  g_autoptr (CorClassifier) model = train (examples, -1, result);
  g_autoptr (GPtrArray) held_out = read_examples (path);

  for (guint i = 0; model != NULL && i < held_out->len; i++)
    guess (model, held_out->pdata[i], result);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GError) error = NULL;
  Result result = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL || n_folds < 2)
    {
      g_printerr ("suggest-quality [--folds N] FILE [HELD-OUT]\n");
      return 2;
    }
  examples = read_examples (files[0]);
  if (files[1] != NULL)
    use_file (examples, files[1], &result);
  else
    hold_out_each (examples, &result);
  if (result.n == 0)
    return 1;
  g_print ("%u messages, %s: %u guessed, top-1 %.2f %%, top-3 %.2f %%, training at most %.1f s, %.3f ms a guess\n", examples->len,
           files[1] != NULL ? "another file held out" : "each fold held out", result.n, 100.0 * result.first / result.n, 100.0 * result.third / result.n,
           result.train_seconds, 1000.0 * result.guess_seconds / result.n);
  return 0;
}
