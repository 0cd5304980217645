/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/*
 * search-quality [--ablate] [FOLDER]: how often the right article is on top, for every task in FOLDER (default:
 * kb-eval in $CORRIDOR_TEST_DATA). A task is a folder with articles.jsonl and queries.jsonl. With --ablate also
 * without each part of the score.
 */

#include "config.h"

#include "cor-search-taught.h"

#include <json-glib/json-glib.h>

#define LIMIT 10

typedef struct
{
  char       *query, *source;
  GHashTable *relevant;
} Question;

typedef struct
{
  guint  n, first, third;
  double reciprocal;
} Score;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->query);
  g_free (question->source);
  g_hash_table_unref (question->relevant);
  g_free (question);
}

static GPtrArray *
read_lines (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return nodes;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      JsonNode *node = *lines[i] != '\0' ? json_from_string (lines[i], NULL) : NULL;

      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

/* What the articles' own questions teach; NULL where they list none. */
static CorClassifier *
learn (GPtrArray *nodes,
       double    *seconds)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) examples = g_array_new (FALSE, FALSE, sizeof (CorExample));
  gint64         began = g_get_monotonic_time ();
  CorClassifier *classifier = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      JsonObject *object = json_node_get_object (nodes->pdata[i]);
      g_autoptr (GPtrArray) lines = cor_search_taught_list (json_object_get_string_member (object, "title"), NULL, json_object_get_string_member (object, "body"), COR_SEARCH_TAUGHT_LEAST);
      char *name = g_strdup_printf ("%u", i);

      g_ptr_array_add (kept, name);
      for (guint j = 0; j < lines->len; j++)
        {
          CorExample example = { g_strdup (lines->pdata[j]), name };

          g_ptr_array_add (kept, (gpointer) example.text);
          g_array_append_val (examples, example);
        }
    }
  if (examples->len > 0)
    classifier = cor_classifier_train ((const CorExample *) (gpointer) examples->data, examples->len, NULL, NULL);
  *seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  return classifier;
}

static char *
get_name (gint64   article,
          gpointer unused)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, article);
}

static CorSearchIndex *
index_articles (GPtrArray *nodes,
                GPtrArray *ids)
{
  CorSearchIndex *index = cor_search_index_new ();

  cor_search_index_clear (index);
  for (guint i = 0; i < nodes->len; i++)
    {
      JsonObject      *object = json_node_get_object (nodes->pdata[i]);
      const char      *locale = json_object_get_string_member_with_default (object, "locale", NULL);
      g_autofree char *stored = cor_search_text_make (locale, json_object_get_string_member (object, "title"),
                                                      json_object_get_string_member (object, "body"), NULL, NULL);

      cor_search_index_put (index, i, locale, stored);
      g_ptr_array_add (ids, g_strdup (json_object_get_string_member (object, "id")));
    }
  return index;
}

static GPtrArray *
read_questions (const char *folder)
{
  g_autoptr (GPtrArray) nodes = read_lines (folder, "queries.jsonl");
  GPtrArray *questions = g_ptr_array_new_with_free_func (question_free);

  for (guint i = 0; i < nodes->len; i++)
    {
      JsonObject *object = json_node_get_object (nodes->pdata[i]);
      JsonArray  *relevant = json_object_get_array_member (object, "relevant");
      Question   *question = g_new0 (Question, 1);

      question->query = g_strdup (json_object_get_string_member (object, "query"));
      question->source = g_strdup (json_object_get_string_member_with_default (object, "source", ""));
      question->relevant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint j = 0; j < json_array_get_length (relevant); j++)
        g_hash_table_add (question->relevant, g_strdup (json_array_get_string_element (relevant, j)));
      g_ptr_array_add (questions, question);
    }
  return questions;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

static void
ask (CorSearchIndex         *index,
     GPtrArray              *ids,
     const Question         *question,
     const CorSearchWeights *weights,
     CorClassifier          *taught,
     Score                  *score,
     GArray                 *times)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (CorSearchQuery) query = cor_search_query_new (index, question->query, NULL, FALSE);
  g_autoptr (GArray) ranked = cor_search_rank (index, query, weights, 3 * LIMIT);

  if (taught != NULL)
    cor_search_taught_vote (ranked, taught, question->query, get_name, NULL);
  g_array_append_val (times, ((gint64[]){ g_get_monotonic_time () - began })[0]);
  score->n++;
  for (guint i = 0; i < MIN (ranked->len, LIMIT); i++)
    if (g_hash_table_contains (question->relevant, ids->pdata[g_array_index (ranked, CorSearchRanked, i).article]))
      {
        score->first += i == 0;
        score->third += i < 3;
        score->reciprocal += 1.0 / (i + 1);
        return;
      }
}

static void
print_score (const char   *task,
             const char   *part,
             const char   *how,
             const Score  *score,
             const GArray *times)
{
  if (score->n == 0)
    return;
  g_print ("%-22s %-9s %-22s %5u  %5.1f / %5.1f  MRR %5.1f  ms %.2f / %.2f\n", task, part, how, score->n, 100.0 * score->first / score->n,
           100.0 * score->third / score->n, 100.0 * score->reciprocal / score->n, (double) g_array_index (times, gint64, times->len / 2) / 1000,
           (double) g_array_index (times, gint64, times->len * 95 / 100) / 1000);
}

static void
measure (CorSearchIndex         *index,
         GPtrArray              *ids,
         GPtrArray              *questions,
         const CorSearchWeights *weights,
         CorClassifier          *taught,
         const char             *task,
         const char             *how)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  Score all = { 0 };
  Score held_out = { 0 };

  /* a question taken out of an article that has several is easier or harder than one that somebody asked */
  for (guint i = 0; i < questions->len; i++)
    {
      const Question *question = questions->pdata[i];

      ask (index, ids, question, weights, taught, g_str_has_suffix (question->source, "-heldout") ? &held_out : &all, times);
    }
  g_array_sort (times, compare_times);
  print_score (task, "asked", how, &all, times);
  print_score (task, "held out", how, &held_out, times);
}

static void
ablate (CorSearchIndex *index,
        GPtrArray      *ids,
        GPtrArray      *questions,
        CorClassifier  *taught,
        const char     *task)
{
  static const struct
  {
    const char *how;
    gsize       offset;
  } parts[] = {
    { "without title", G_STRUCT_OFFSET (CorSearchWeights, title) },
    { "without concepts", G_STRUCT_OFFSET (CorSearchWeights, concepts) },
    { "without pairs", G_STRUCT_OFFSET (CorSearchWeights, pairs) },
    { "without letters", G_STRUCT_OFFSET (CorSearchWeights, grams) },
    { "without verbatim", G_STRUCT_OFFSET (CorSearchWeights, verbatim) },
    { "without contrast", G_STRUCT_OFFSET (CorSearchWeights, contrast) },
    { "without passages", G_STRUCT_OFFSET (CorSearchWeights, passages) },
    { "without language", G_STRUCT_OFFSET (CorSearchWeights, language) },
  };
  CorSearchWeights none = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      CorSearchWeights weights = cor_search_weights;

      G_STRUCT_MEMBER (double, &weights, parts[i].offset) = 0;
      if (parts[i].offset == G_STRUCT_OFFSET (CorSearchWeights, language))
        weights.script = 0;
      measure (index, ids, questions, &weights, taught, task, parts[i].how);
    }
  measure (index, ids, questions, &none, NULL, task, "words alone");
}

static void
run_task (const char *root,
          const char *task,
          gboolean    is_ablating)
{
  g_autofree char *folder = g_build_filename (root, task, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) articles = read_lines (folder, "articles.jsonl");
  g_autoptr (CorSearchIndex) index = index_articles (articles, ids);
  double seconds = 0;
  g_autoptr (CorClassifier) taught = learn (articles, &seconds);
  g_autoptr (GPtrArray) questions = read_questions (folder);

  if (questions->len == 0)
    return;
  measure (index, ids, questions, &cor_search_weights, taught, task, "as it is");
  if (taught != NULL)
    g_print ("%-22s learned from %u articles in %.1f s\n", task, cor_classifier_get_n_labels (taught), seconds);
  if (is_ablating && taught != NULL)
    measure (index, ids, questions, &cor_search_weights, NULL, task, "nothing learned");
  if (is_ablating)
    ablate (index, ids, questions, taught, task);
}

int
main (int   argc,
      char *argv[])
{
  gboolean           is_ablating = FALSE;
  const GOptionEntry entries[] = {
    { "ablate", 0, 0, G_OPTION_ARG_NONE, &is_ablating, "Also without each part of the score", NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FOLDER]");
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (g_free);
  const char      *data = g_getenv ("CORRIDOR_TEST_DATA");
  g_autofree char *root = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_printerr ("%s\n", error->message);
  root = argc > 1 ? g_strdup (argv[1]) : data != NULL ? g_build_filename (data, "kb-eval", NULL)
                                                      : NULL;
  dir = root != NULL && error == NULL ? g_dir_open (root, 0, &error) : NULL;
  if (dir == NULL)
    {
      g_printerr ("search-quality: name the folder with the tasks, or set CORRIDOR_TEST_DATA\n");
      return 2;
    }
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (tasks, g_strdup (name));
  g_ptr_array_sort (tasks, compare_names);

  g_print ("top-1 / top-3 in %%, MRR@10, milliseconds p50 / p95 of one thread; %s build, all articles of a task in one index\n", COR_BUILD_TYPE);
  for (guint i = 0; i < tasks->len; i++)
    run_task (root, tasks->pdata[i], is_ablating);
  return 0;
}
