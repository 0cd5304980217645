/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-check.h"

#include "cor-db.h"
#include "cor-view.h"

typedef struct
{
  gint64 n, n_unread;
} Count;

void
cor_problem_free (CorProblem *self)
{
  g_free (self->subject);
  g_free (self);
}

static void
add_problem (GPtrArray     *problems,
             CorProblemKind kind,
             const char    *subject,
             gint64         expected,
             gint64         found)
{
  CorProblem *problem = g_new0 (CorProblem, 1);

  problem->kind = kind;
  problem->subject = g_strdup (subject);
  problem->expected = expected;
  problem->found = found;
  g_ptr_array_add (problems, problem);
}

static void
check_file (CorDb     *db,
            GPtrArray *problems)
{
  sqlite3_stmt *row = cor_db_query (db, "check-integrity", "");

  while (cor_db_next (db, row))
    if (g_strcmp0 (cor_column_text (row, 0), "ok") != 0)
      add_problem (problems, COR_PROBLEM_DAMAGED, cor_column_text (row, 0), 0, 0);

  row = cor_db_query (db, "check-references", "");
  while (cor_db_next (db, row))
    add_problem (problems, COR_PROBLEM_DANGLING, cor_column_text (row, 0), 0, cor_column_int (row, 1));
}

static void
add_count (GHashTable *counts,
           char       *key, /* owned */
           gint64      n,
           gint64      n_unread)
{
  Count *count = g_hash_table_lookup (counts, key);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, key, count);
    }
  else
    {
      g_free (key);
    }
  count->n += n;
  count->n_unread += n_unread;
}

/* The counts as they must be: those of cor-projection.c, but from the rows as they are, not from
 * what changed. */
static GHashTable *
count_anew (CorDb *db)
{
  static const CorViewKind kinds[] = { COR_VIEW_MINE, COR_VIEW_UNASSIGNED, COR_VIEW_MENTIONS, COR_VIEW_VIP, COR_VIEW_OPEN, COR_VIEW_PENDING,
                                       COR_VIEW_SNOOZED, COR_VIEW_RESOLVED, COR_VIEW_DRAFTS, COR_VIEW_ALL, COR_VIEW_CHANNEL };
  GHashTable              *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt            *row = cor_db_query (db, "check-views", "");
  CorView                  view = { 0 };

  while (cor_db_next (db, row))
    {
      guint32 views = (guint32) cor_column_int (row, 0);
      gint64  n = cor_column_int (row, 2);

      view.channel = (CorChannel) cor_column_int (row, 1);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          view.kind = kinds[i];
          if ((views & cor_view_get_flags (&view)) != 0)
            add_count (counts, cor_view_dup_key (&view), n, (views & COR_VIEW_IN_UNREAD) != 0 ? n : 0);
        }
    }

  view.kind = COR_VIEW_LABEL;
  row = cor_db_query (db, "check-labels", "");
  while (cor_db_next (db, row))
    {
      g_autofree char *title = cor_column_dup (row, 0);

      view.label = title;
      add_count (counts, cor_view_dup_key (&view), cor_column_int (row, 1), cor_column_int (row, 2));
    }
  return counts;
}

static void
compare_counts (GPtrArray  *problems,
                const char *key,
                Count       expected,
                Count       found)
{
  if (expected.n != found.n)
    add_problem (problems, COR_PROBLEM_COUNT, key, expected.n, found.n);
  if (expected.n_unread != found.n_unread)
    add_problem (problems, COR_PROBLEM_COUNT_UNREAD, key, expected.n_unread, found.n_unread);
}

static void
check_counts (CorDb     *db,
              GPtrArray *problems)
{
  g_autoptr (GHashTable) counts = count_anew (db);
  sqlite3_stmt  *row = cor_db_query (db, "check-counters", "");
  GHashTableIter iter;
  gpointer       key, value;

  while (cor_db_next (db, row))
    {
      const char  *name = cor_column_text (row, 0);
      const Count *expected = g_hash_table_lookup (counts, name);

      compare_counts (problems, name, expected != NULL ? *expected : (Count){ 0 }, (Count){ cor_column_int (row, 1), cor_column_int (row, 2) });
      g_hash_table_remove (counts, name);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    compare_counts (problems, key, *(Count *) value, (Count){ 0 });
}

/* Every row of a query is a problem: its subject, and perhaps what it should be and is. */
static void
check_query (CorDb         *db,
             const char    *name,
             CorProblemKind kind,
             GPtrArray     *problems)
{
  sqlite3_stmt *row = cor_db_query (db, name, "");

  while (cor_db_next (db, row))
    {
      gboolean has_counts = sqlite3_column_count (row) > 2;

      add_problem (problems, kind, cor_column_text (row, 0), has_counts ? cor_column_int (row, 1) : 0, has_counts ? cor_column_int (row, 2) : 0);
    }
}

static gpointer
check_job (CorDb   *db,
           gpointer data,
           GError **error)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_problem_free);

  check_file (db, problems);
  check_counts (db, problems);
  check_query (db, "check-rows", COR_PROBLEM_NO_ROW, problems);
  check_query (db, "check-strays", COR_PROBLEM_STRAY_ROW, problems);
  check_query (db, "check-messages", COR_PROBLEM_COUNT_MESSAGES, problems);
  check_query (db, "check-replies", COR_PROBLEM_COUNT_REPLIES, problems);
  return problems;
}

/**
 * cor_store_check_async:
 *
 * Reads the whole file, on a reader thread and from one moment's view of it; nothing is changed.
 */
void
cor_store_check_async (CorStore           *store,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, check_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_check_finish:
 * @error: COR_STORE_ERROR, when the file is too damaged to be read
 *
 * Returns: (transfer full) (element-type CorProblem): what is wrong
 */
GPtrArray *
cor_store_check_finish (CorStore     *store,
                        GAsyncResult *result,
                        GError      **error)
{
  return cor_store_run_finish (store, result, error);
}
