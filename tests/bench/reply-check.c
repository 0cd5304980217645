/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-reply.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <time.h>

/* reply-check: how long a check of 2,000 characters takes, in each language; G_TEST_SRCDIR is the source folder. */

#define N_CHARACTERS 2000
#define N_RUNS 50

/* Of this thread: what others do on the machine is not counted. Nanoseconds. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
measure (CorReplyRules *rules,
         const char    *language,
         const char    *text)
{
  g_autoptr (CorReplyContext) context = cor_test_reply_context (language);
  const char      *end = g_utf8_offset_to_pointer (text, MIN (N_CHARACTERS, g_utf8_strlen (text, -1)));
  g_autofree char *part = g_strndup (text, (gsize) (end - text));
  gint64           times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = get_cpu_time ();

      g_ptr_array_unref (cor_reply_check_run (rules, part, context));
      times[i] = get_cpu_time () - start;
    }
  qsort (times, N_RUNS, sizeof times[0], compare);
  g_print ("%-8s %5ld characters  median %.2f ms  slowest %.2f ms of processor time\n", language, g_utf8_strlen (part, -1),
           (double) times[N_RUNS / 2] / 1000000, (double) times[N_RUNS - 1] / 1000000);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CorReplyRules) rules = NULL;
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *path = NULL;
  g_autofree char *corpus = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTableIter iter;
  gpointer       language, text;

  g_test_init (&argc, &argv, NULL);
  rules = cor_test_reply_rules ();
  path = g_test_build_filename (G_TEST_DIST, "tests", "text", "corpus", "good.jsonl", NULL);
  if (!g_file_get_contents (path, &corpus, NULL, NULL))
    return 1;
  lines = g_strsplit (corpus, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      const char *of = json_object_get_string_member (json_node_get_object (node), "language");
      GString    *joined = g_hash_table_lookup (texts, of);

      if (joined == NULL)
        {
          joined = g_string_new (NULL);
          g_hash_table_insert (texts, g_strdup (of), joined);
        }
      g_string_append (joined, json_object_get_string_member (json_node_get_object (node), "text"));
      g_string_append_c (joined, ' ');
    }
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &language, &text))
    {
      measure (rules, language, ((GString *) text)->str);
      g_string_free (text, TRUE);
    }
  return 0;
}
