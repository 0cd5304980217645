/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/*
 * test-starter-search SEEN BLIND: questions that were written from the titles alone, before anybody looked whether they are found, on
 * the articles and templates that are installed with the program. A line is "locale|kind|slugs|question": the articles that answer it, none
 * where there is none. COR_SHOW_MISSES=1 names what is not on top.
 */

#include "config.h"

#include "cor-article-data.h"
#include "cor-pack-sync.h"
#include "cor-store-articles.h"
#include "cor-store-search.h"
#include "cor-store-suggest.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#include <string.h>

/* In %, a little below what is measured: a change that loses answers is seen, one that only moves a few is not. */
typedef struct
{
  const char *group;
  guint       first, third;
} Floor;

typedef enum
{
  AS_SEARCHED, /* corridorctl search, the answer in full */
  AS_TYPED,    /* on the page, the last word perhaps unfinished */
  ARTICLES,    /* of kind "article" only */
  SUGGESTED
} Way;

typedef struct
{
  char  *locale, *kind, *text;
  char **slugs;
} Question;

typedef struct
{
  guint n, first, third;
} Count;

static CorStore  *store;
static GPtrArray *files; /* of Question: one GPtrArray for each file */

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->locale);
  g_free (question->kind);
  g_free (question->text);
  g_strfreev (question->slugs);
  g_free (question);
}

static GPtrArray *
read_questions (const char *path)
{
  GPtrArray       *questions = g_ptr_array_new_with_free_func (question_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 4);
      Question *question = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (parts), ==, 4);
      question = g_new0 (Question, 1);
      question->locale = g_strdup (parts[0]);
      question->kind = g_strdup (parts[1]);
      question->slugs = g_strsplit (parts[2], ",", -1);
      question->text = g_strdup (parts[3]);
      g_ptr_array_add (questions, question);
    }
  return questions;
}

static CorArticleData *
load (const char *name)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_article_async (store, name, NULL, cor_test_on_result, &await);
  return cor_store_load_article_finish (store, cor_test_await (&await), NULL);
}

/* (transfer full): what is found, each once, without its language */
static GPtrArray *
ask (const Question *question, Way way)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_auto (CorTestAwait) await = { 0 };
  CorSearchAsk search = { .query = question->text, .locale = question->locale, .limit = 5, .is_typing = way == AS_TYPED };
  g_autoptr (CorSearchResult) result = NULL;

  if (way == ARTICLES)
    search.filter.kind = "article";
  cor_store_ask_articles_async (store, &search, NULL, cor_test_on_result, &await);
  result = cor_store_search_articles_finish (store, cor_test_await (&await), NULL);
  g_assert_nonnull (result);
  for (guint i = 0; i < result->hits->len; i++)
    {
      const CorSearchHit *hit = result->hits->pdata[i];

      g_ptr_array_add (found, g_strndup (hit->remote_id, (gsize) (strrchr (hit->remote_id, '.') - hit->remote_id)));
    }
  return found;
}

static GPtrArray *
suggest (const Question *question)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_auto (CorTestAwait) await = { 0 };
  const char *const locales[] = { question->locale, NULL };
  g_autoptr (CorSuggestResult) result = NULL;

  cor_store_suggest_async (store, question->text, locales, NULL, 5, NULL, cor_test_on_result, &await);
  result = cor_store_suggest_finish (store, cor_test_await (&await), NULL);
  for (guint i = 0; i < result->suggestions->len; i++)
    g_ptr_array_add (found, g_strdup (((const CorSuggestion *) result->suggestions->pdata[i])->slug));
  return found;
}

/* An article that answers, or a template that such an article names as carrying its answer. */
static gboolean
is_right (const Question *question, const char *slug)
{
  for (guint i = 0; question->slugs[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (question->slugs[i], ".en", NULL);
      g_autoptr (CorArticleData) article = load (name);
      g_auto (GStrv) templates = NULL;

      g_assert_nonnull (article);
      templates = g_strsplit (article->templates != NULL ? article->templates : "", "\n", -1);
      if (g_str_equal (question->slugs[i], slug) || g_strv_contains ((const char *const *) templates, slug))
        return TRUE;
    }
  return FALSE;
}

static void
count (Count *counts, guint rank)
{
  counts->n++;
  counts->first += rank == 1;
  counts->third += rank <= 3;
}

static const char *
get_group (const char *locale)
{
  return g_str_equal (locale, "en") ? "en" : g_str_has_prefix (locale, "zh") ? "zh"
                                                                             : "other";
}

static void
measure (GPtrArray *questions, Way way, const Floor *floors, guint n_floors)
{
  static const char *const names[] = { "searched", "typed", "articles", "suggested" };
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean shows = g_getenv ("COR_SHOW_MISSES") != NULL;

  for (guint i = 0; i < questions->len; i++)
    {
      const Question *question = questions->pdata[i];
      const char     *of[] = { "all", get_group (question->locale), question->locale, question->kind };
      g_autoptr (GPtrArray) found = NULL;
      guint rank = 0;

      if (question->slugs[0] == NULL || question->slugs[0][0] == '\0' || (way == SUGGESTED && !g_str_equal (question->kind, "chat")))
        continue;
      found = way == SUGGESTED ? suggest (question) : ask (question, way);
      while (rank < found->len && !is_right (question, found->pdata[rank]))
        rank++;
      rank = rank < found->len ? rank + 1 : G_MAXUINT;
      for (guint j = 0; j < G_N_ELEMENTS (of); j++)
        {
          g_autofree char *name = g_strdup_printf ("%s%s", j == 2 ? "in " : j == 3 ? "by "
                                                                                   : "",
                                                   of[j]);

          if (!g_hash_table_contains (groups, name))
            g_hash_table_insert (groups, g_strdup (name), g_new0 (Count, 1));
          count (g_hash_table_lookup (groups, name), rank);
        }
      if (shows && rank != 1)
        g_test_message ("%s %s %s %s | %s | %s | %s %s %s", names[way], rank <= 3 ? "3" : "X", question->locale, question->kind, question->text, question->slugs[0],
                        found->len > 0 ? (char *) found->pdata[0] : "", found->len > 1 ? (char *) found->pdata[1] : "", found->len > 2 ? (char *) found->pdata[2] : "");
    }
  {
    g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (groups), (GCompareFunc) strcmp);

    for (GList *key = keys; key != NULL; key = key->next)
      {
        const Count *counts = g_hash_table_lookup (groups, key->data);

        g_test_message ("%-9s %-10s n=%3u  %5.1f / %5.1f", names[way], (char *) key->data, counts->n, 100.0 * counts->first / counts->n, 100.0 * counts->third / counts->n);
      }
  }
  for (guint i = 0; i < n_floors; i++)
    {
      const Count *counts = g_hash_table_lookup (groups, floors[i].group);

      g_assert_nonnull (counts);
      g_assert_cmpuint (100 * counts->first, >=, floors[i].first * counts->n);
      g_assert_cmpuint (100 * counts->third, >=, floors[i].third * counts->n);
    }
}

/* The questions that were at hand while the ranking was mended. */
static void
test_seen (void)
{
  static const Floor searched[] = { { "all", 70, 83 }, { "en", 65, 80 }, { "zh", 81, 91 }, { "other", 66, 78 } };
  static const Floor articles[] = { { "all", 73, 86 }, { "en", 67, 82 }, { "zh", 81, 91 }, { "other", 76, 89 } };
  static const Floor suggested[] = { { "all", 38, 53 } };

  measure (files->pdata[0], AS_SEARCHED, searched, G_N_ELEMENTS (searched));
  measure (files->pdata[0], AS_TYPED, searched, G_N_ELEMENTS (searched));
  measure (files->pdata[0], ARTICLES, articles, G_N_ELEMENTS (articles));
  measure (files->pdata[0], SUGGESTED, suggested, G_N_ELEMENTS (suggested));
}

/* Those that were written and asked afterwards; nothing was mended for them. */
static void
test_blind (void)
{
  static const Floor searched[] = { { "all", 62, 75 }, { "en", 51, 63 }, { "zh", 72, 81 }, { "other", 69, 84 } };
  static const Floor articles[] = { { "all", 65, 75 }, { "en", 48, 63 }, { "zh", 72, 81 }, { "other", 84, 88 } };

  measure (files->pdata[1], AS_SEARCHED, searched, G_N_ELEMENTS (searched));
  measure (files->pdata[1], AS_TYPED, searched, G_N_ELEMENTS (searched));
  measure (files->pdata[1], ARTICLES, articles, G_N_ELEMENTS (articles));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = NULL;
  g_auto (CorTestAwait) await = { 0 };
  CorBackgroundSync *sync = NULL;
  int                status;

  cor_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 3);
  files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, read_questions (argv[i]));
  dir = cor_test_make_dir ();
  store = cor_store_open (dir, NULL);
  sync = cor_pack_sync_new (store);
  cor_background_sync_run_async (sync, NULL, cor_test_on_result, &await);
  g_assert_true (cor_background_sync_run_finish (sync, cor_test_await (&await), NULL));
  cor_test_await_clear (&await);
  cor_test_finalize (sync);

  g_test_add_func ("/starter-search/seen", test_seen);
  g_test_add_func ("/starter-search/blind", test_blind);
  status = cor_test_run ();
  cor_test_finalize (store);
  cor_test_remove_dir (dir);
  g_ptr_array_unref (files);
  return status;
}
