/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-learn"

#include "config.h"

#include "cor-store-learn.h"

#include "cor-classifier.h"
#include "cor-db.h"
#include "cor-search-taught.h"

#include <sys/resource.h>

/* The newest ones. A learning takes as long as examples times answers: the bounds keep it below a minute on one core. */
#define MAX_EXAMPLES 40000
#define MAX_WORK (4 * 1000 * 1000)

/* Articles whose own questions are learned; of more, the search alone tells them apart. */
#define MAX_ARTICLES 2000

/* Of the thread that learns: whatever else wants the processor goes first. */
#define NICENESS 15

/* One learning, which passes from thread to thread. */
typedef struct
{
  GPtrArray     *texts; /* char *: text, target, text, target … what was asked, the newest first, then what articles list */
  guint          n_asked;
  gint64         last;     /* the newest example */
  gint64         revision; /* of the articles with questions */
  CorClassifier *classifier;
  CorLearning    came_to;
  int            stop; /* atomic */
  gulong         on_cancelled;
} Learning;

static void
learning_free (gpointer data)
{
  Learning *learning = data;

  g_ptr_array_unref (learning->texts);
  g_clear_pointer (&learning->classifier, cor_classifier_unref);
  g_free (learning);
}

/* The questions that articles list themselves: from the first hour, and after what was really asked. As soon as one
 * has enough of them to teach, all that have any are learned: who knows some of the answers takes every question for theirs. */
static void
add_articles (CorDb    *db,
              Learning *learning)
{
  sqlite3_stmt *row = cor_db_query (db, "example-articles", "i", MAX_ARTICLES);
  guint         before = learning->texts->len;
  gboolean      do_teach = FALSE;

  while (cor_db_next (db, row))
    {
      g_autoptr (GPtrArray) questions = cor_search_taught_list (cor_column_text (row, 1), cor_column_text (row, 2), cor_column_text (row, 3), 1);

      do_teach |= questions->len > COR_SEARCH_TAUGHT_LEAST;
      for (guint i = 0; i < questions->len; i++)
        {
          g_ptr_array_add (learning->texts, g_strdup (questions->pdata[i]));
          g_ptr_array_add (learning->texts, cor_column_dup (row, 0));
        }
    }
  if (!do_teach)
    g_ptr_array_set_size (learning->texts, (int) before);
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Learning     *learning = g_new0 (Learning, 1);
  sqlite3_stmt *row = cor_db_query (db, "example-list", "i", MAX_EXAMPLES);

  learning->texts = g_ptr_array_new_with_free_func (g_free);
  while (cor_db_next (db, row))
    {
      learning->last = MAX (learning->last, cor_column_int (row, 2));
      g_ptr_array_add (learning->texts, cor_column_dup (row, 1));
      g_ptr_array_add (learning->texts, cor_column_dup (row, 0));
    }
  learning->n_asked = learning->texts->len / 2;
  learning->revision = cor_db_get_int (db, "example-revision", "");
  add_articles (db, learning);
  return learning;
}

/* The newest that there is time for; the oldest first, as the classifier learns the same from the same order. */
static GArray *
choose (Learning *learning)
{
  g_autoptr (GHashTable) targets = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *examples = g_array_new (FALSE, FALSE, sizeof (CorExample));
  guint   n = learning->texts->len / 2;
  guint   taken = 0;

  while (taken < n)
    {
      g_hash_table_add (targets, learning->texts->pdata[2 * taken + 1]);
      if ((gsize) g_hash_table_size (targets) * (taken + 1) > MAX_WORK)
        break;
      taken++;
    }
  for (guint i = taken; i > 0; i--)
    {
      CorExample example = { learning->texts->pdata[2 * (i - 1)], learning->texts->pdata[2 * (i - 1) + 1], i > learning->n_asked };

      g_array_append_val (examples, example);
    }
  return examples;
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  Learning *learning = data;
  g_autoptr (GBytes) model = learning->classifier != NULL ? cor_classifier_save (learning->classifier) : NULL;

  cor_db_run (db, "learned-put", "liillb", (gint64) g_random_int () + 1, (int) learning->came_to.n_examples, (int) learning->came_to.n_targets,
              learning->last, learning->revision, model);
  cor_db_touch_topics (db, COR_TOPIC_LEARNED);
  return GINT_TO_POINTER (TRUE);
}

static void
on_put (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Learning *learning = g_task_get_task_data (task);
  GError   *error = NULL;

  if (cor_store_run_finish (COR_STORE (source), result, &error) != NULL)
    g_task_return_pointer (task, g_memdup2 (&learning->came_to, sizeof learning->came_to), g_free);
  else
    g_task_return_error (task, error);
}

/* Back on the main thread. */
static gboolean
on_learned (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Learning *learning = g_task_get_task_data (task);

  g_cancellable_disconnect (g_task_get_cancellable (task), learning->on_cancelled);
  if (!g_task_return_error_if_cancelled (task))
    cor_store_run_async (g_task_get_source_object (task), COR_STORE_SYNC, put_job, learning, NULL, NULL, NULL, on_put, g_object_ref (task));
  return G_SOURCE_REMOVE;
}

static gpointer
learn (gpointer user_data)
{
  GTask    *task = user_data;
  Learning *learning = g_task_get_task_data (task);
  g_autoptr (GArray) examples = choose (learning);
  g_autoptr (GSource) source = g_idle_source_new ();
  gint64 began_us = g_get_monotonic_time ();

  /* on Linux of this thread alone */
  setpriority (PRIO_PROCESS, 0, NICENESS);
  learning->classifier = cor_classifier_train ((const CorExample *) (gpointer) examples->data, examples->len, &learning->stop, NULL);
  learning->came_to.took_us = g_get_monotonic_time () - began_us;
  learning->came_to.n_examples = MIN (examples->len, learning->n_asked);
  learning->came_to.n_targets = learning->classifier != NULL ? cor_classifier_get_n_labels (learning->classifier) : 0;
  /* never called from here, as g_main_context_invoke() would where nobody runs the context just now */
  g_source_set_callback (source, on_learned, task, NULL);
  g_source_attach (source, g_task_get_context (task));
  return NULL;
}

static void
on_cancelled (GCancellable *cancellable,
              gpointer      learning)
{
  g_atomic_int_set (&((Learning *) learning)->stop, 1);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError   *error = NULL;
  Learning *learning = cor_store_run_finish (COR_STORE (source), result, &error);

  if (learning == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, learning, learning_free);
  if (g_task_get_cancellable (task) != NULL)
    learning->on_cancelled = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (on_cancelled), learning, NULL);
  /* of its own: it would keep one of the shared pool's few for seconds */
  g_thread_unref (g_thread_new ("cor-learn", learn, g_steal_pointer (&task)));
}

/**
 * cor_store_learn_async:
 * @cancellable: (nullable): stops it within a moment; what was learned before stays
 *
 * Learns anew from all examples and from the questions that articles list themselves, on a thread of its own that gives way to others, and keeps what it learned in
 * the profile. It takes seconds; cor_store_suggest_async() goes on with what was learned before.
 */
void
cor_store_learn_async (CorStore           *store,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_store_learn_async);
  cor_store_run_async (store, COR_STORE_READ, list_job, NULL, NULL, learning_free, cancellable, on_listed, task);
}

/**
 * cor_store_learn_finish:
 *
 * Returns: (transfer full): what it came to, to be freed with g_free()
 */
CorLearning *
cor_store_learn_finish (CorStore     *store,
                        GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
