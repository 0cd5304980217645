/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-words-step"

#include "config.h"

#include "cor-words.h"

#include "cor-db.h"

#include <string.h>

/* Rows that one step takes in at most, and how long it reads them: with what writing them takes it stays below the
 * 25 ms that a transaction behind the agent's back may last. */
#define MAX_ROWS 256
#define READ_US 7000

/* Documents of one second, or editions of one customer. */
#define SLOT_BITS 8

/* Terms whose counts one step writes; the others wait, and are written once for many steps. */
#define MAX_COUNTS 400

/* More dead documents than that, and than a quarter of all, are worth making the index anew. */
#define MIN_DEAD 5000

#define STATEMENTS(kind)                                                                                                                                                                            \
  {                                                                                                                                                                                                 \
    .name = kind, .words_put = kind "-words-put", .words_clear = kind "-words-clear", .words_find = kind "-words-find",                                                                             \
    .doc_put = kind "-doc-put", .doc_last = kind "-doc-last", .doc_kill = kind "-doc-kill", .doc_clear = kind "-doc-clear", .doc_count_dead = kind "-doc-count-dead", .term_put = kind "-term-put", \
    .term_get = kind "-term-get", .term_complete = kind "-term-complete", .term_clear = kind "-term-clear", .todo = kind "-todo",                                                                   \
    .todo_drop = kind "-todo-drop", .todo_clear = kind "-todo-clear", .backfill = kind "-backfill", .newest = kind "-newest",                                                                       \
  }

const CorWordsSql cor_words_sql[COR_WORDS_N_KINDS] = {
  [COR_WORDS_MESSAGES] = STATEMENTS ("message"),
  [COR_WORDS_CUSTOMERS] = STATEMENTS ("customer"),
};

/* A document on its way into the index. */
typedef struct
{
  gint64  row;
  gint64  slot; /* its number is the first free one from here on */
  char   *terms;
  guint32 n_terms;
} Document;

static void
clear_document (gpointer data)
{
  g_free (((Document *) data)->terms);
}

static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const Document *one = a;
  const Document *two = b;

  if (one->slot != two->slot)
    return one->slot < two->slot ? -1 : 1;
  return one->row < two->row ? -1 : 1;
}

typedef struct
{
  CorWordsTerm kind;
  gint64       n;
} Count;

static void
count_term (GHashTable *counts,
            const char *text,
            gpointer    kind)
{
  Count *count = g_hash_table_lookup (counts, text);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->kind = (CorWordsTerm) GPOINTER_TO_INT (kind);
      g_hash_table_insert (counts, g_strdup (text), count);
    }
  count->n++;
}

static char *
join (GHashTable *bag,
      GHashTable *counts)
{
  GString       *terms = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       text = NULL;
  gpointer       kind = NULL;

  g_hash_table_iter_init (&iter, bag);
  while (g_hash_table_iter_next (&iter, &text, &kind))
    {
      count_term (counts, text, kind);
      if (terms->len > 0)
        g_string_append_c (terms, ' ');
      g_string_append (terms, text);
    }
  return g_string_free (terms, FALSE);
}

static void
fill_bag (GHashTable   *bag,
          CorWordsKind  kind,
          sqlite3_stmt *row)
{
  int n_columns = sqlite3_column_count (row);

  for (int i = 2; i < n_columns; i++)
    {
      if (kind == COR_WORDS_CUSTOMERS && i == 2)
        cor_words_bag_add_name (bag, cor_column_text (row, i));
      else
        cor_words_bag_add (bag, kind, cor_column_text (row, i));
      if (kind == COR_WORDS_CUSTOMERS && i == 4)
        cor_words_bag_add_phone (bag, cor_column_text (row, i));
    }
}

/* Reads rows of @row until time is up. Rows without a word are read too, but have no terms. */
static GArray *
read_documents (CorDb        *db,
                CorWordsKind  kind,
                sqlite3_stmt *row,
                GHashTable   *counts)
{
  GArray *documents = g_array_new (FALSE, FALSE, sizeof (Document));
  gint64  began_us = g_get_monotonic_time ();

  g_array_set_clear_func (documents, clear_document);
  while (cor_db_next (db, row))
    {
      g_autoptr (GHashTable) bag = cor_words_bag_new ();
      Document document = { .row = cor_column_int (row, 0) };

      document.slot = MAX (cor_column_int (row, 1), 0) << SLOT_BITS;
      fill_bag (bag, kind, row);
      document.n_terms = g_hash_table_size (bag);
      document.terms = join (bag, counts);
      g_array_append_val (documents, document);
      if (g_get_monotonic_time () - began_us > READ_US)
        {
          sqlite3_reset (row);
          break;
        }
    }
  return documents;
}

/* The first number of the slot that was never given; of a full one, of the next. */
static gint64
find_number (CorDb             *db,
             const CorWordsSql *sql,
             gint64             slot)
{
  for (;; slot += 1 << SLOT_BITS)
    {
      gint64 last = cor_db_get_int (db, sql->doc_last, "l", slot);

      if (last < slot)
        return slot;
      if (last + 1 < slot + (1 << SLOT_BITS))
        return last + 1;
    }
}

static void
put_documents (CorDb       *db,
               CorWordsKind kind,
               GArray      *documents,
               gboolean     is_todo)
{
  const CorWordsSql *sql = &cor_words_sql[kind];

  /* ascending: in any other order FTS5 takes three times as long */
  g_array_sort (documents, compare_documents);
  for (guint i = 0; i < documents->len && !cor_db_has_failed (db); i++)
    {
      const Document *document = &g_array_index (documents, Document, i);
      gint64          number = 0;

      /* of a message a trigger has done it */
      if (kind == COR_WORDS_CUSTOMERS)
        cor_db_run (db, sql->doc_kill, "l", document->row);
      if (is_todo)
        cor_db_run (db, sql->todo_drop, "l", document->row);
      if (document->n_terms == 0)
        continue;
      number = find_number (db, sql, document->slot);
      cor_db_run (db, sql->doc_put, "ll", number, document->row);
      cor_db_run (db, sql->words_put, "ls", number, document->terms);
    }
}

/* Some of what waits, whichever. */
static void
put_counts (CorDb             *db,
            const CorWordsSql *sql,
            GHashTable        *counts,
            guint              most)
{
  GHashTableIter iter;
  gpointer       text = NULL;
  gpointer       value = NULL;

  g_hash_table_iter_init (&iter, counts);
  for (guint i = 0; i < most && g_hash_table_iter_next (&iter, &text, &value); i++)
    {
      const Count *count = value;

      cor_db_run (db, sql->term_put, "isl", (int) count->kind, (const char *) text, count->n);
      g_hash_table_iter_remove (&iter);
    }
}

static void
read_state (CorDb             *db,
            const CorWordsSql *sql,
            char             **version,
            gint64            *reached)
{
  sqlite3_stmt *row = cor_db_query (db, "words-state", "s", sql->name);

  while (cor_db_next (db, row))
    {
      if (version != NULL)
        *version = cor_column_dup (row, 0);
      *reached = cor_column_int (row, 1);
    }
}

static void
start_anew (CorDb             *db,
            const CorWordsSql *sql,
            const char        *version)
{
  cor_db_run (db, sql->words_clear, "");
  cor_db_run (db, sql->doc_clear, "");
  cor_db_run (db, sql->term_clear, "");
  cor_db_run (db, sql->todo_clear, "");
  cor_db_run (db, "words-state-put", "ssl", sql->name, version, cor_db_get_int (db, sql->newest, ""));
}

static gboolean
is_current (CorDb             *db,
            const CorWordsSql *sql)
{
  g_autofree char *version = cor_terms_dup_version ();
  g_autofree char *made_by = NULL;
  gint64           reached = 0;

  read_state (db, sql, &made_by, &reached);
  return g_strcmp0 (version, made_by) == 0;
}

/* The rows that were there before the index, from the newest down. */
static GArray *
read_backfill (CorDb       *db,
               CorWordsKind kind,
               GHashTable  *counts)
{
  const CorWordsSql *sql = &cor_words_sql[kind];
  g_autofree char   *version = cor_terms_dup_version ();
  GArray            *documents = NULL;
  gint64             reached = 0;
  gint64             lowest = G_MAXINT64;

  read_state (db, sql, NULL, &reached);
  if (reached == 0)
    return NULL;
  documents = read_documents (db, kind, cor_db_query (db, sql->backfill, "li", reached, MAX_ROWS), counts);
  for (guint i = 0; i < documents->len; i++)
    lowest = MIN (lowest, g_array_index (documents, Document, i).row);
  cor_db_run (db, "words-state-put", "ssl", sql->name, version, documents->len > 0 ? lowest - 1 : (gint64) 0);
  return documents;
}

/* Takes in some rows of a kind; returns whether there may be more. */
static gboolean
step (CorDb          *db,
      CorWordsWriter *writer,
      CorWordsKind    kind)
{
  const CorWordsSql *sql = &cor_words_sql[kind];
  g_autofree char   *version = cor_terms_dup_version ();
  GHashTable        *counts = writer->counts[kind];
  g_autoptr (GArray) documents = NULL;
  gboolean is_todo;

  if (!is_current (db, sql))
    {
      g_hash_table_remove_all (counts);
      start_anew (db, sql, version);
      return TRUE;
    }
  documents = read_documents (db, kind, cor_db_query (db, sql->todo, "i", MAX_ROWS), counts);
  is_todo = documents->len > 0;
  if (!is_todo)
    {
      g_array_unref (documents);
      documents = read_backfill (db, kind, counts);
    }
  if (documents == NULL && g_hash_table_size (counts) == 0)
    return FALSE;
  if (documents != NULL)
    put_documents (db, kind, documents, is_todo);
  put_counts (db, sql, counts, documents != NULL ? MAX_COUNTS : 4 * MAX_COUNTS);
  return !cor_db_has_failed (db);
}

/**
 * cor_words_writer_new:
 *
 * Returns: (transfer full): what the writer remembers between two steps
 */
CorWordsWriter *
cor_words_writer_new (void)
{
  CorWordsWriter *self = g_new0 (CorWordsWriter, 1);

  for (guint i = 0; i < COR_WORDS_N_KINDS; i++)
    self->counts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
cor_words_writer_free (CorWordsWriter *self)
{
  for (guint i = 0; i < COR_WORDS_N_KINDS; i++)
    g_hash_table_unref (self->counts[i]);
  g_free (self);
}

/**
 * cor_words_flush:
 *
 * Writes the counts that wait, before the writer goes.
 */
void
cor_words_flush (CorDb          *db,
                 CorWordsWriter *writer)
{
  for (guint i = 0; i < COR_WORDS_N_KINDS; i++)
    put_counts (db, &cor_words_sql[i], writer->counts[i], G_MAXUINT);
}

/**
 * cor_words_tidy:
 *
 * Has an index made anew that is a quarter or more of documents which are no longer there.
 */
void
cor_words_tidy (CorDb *db)
{
  for (guint i = 0; i < COR_WORDS_N_KINDS; i++)
    {
      const CorWordsSql *sql = &cor_words_sql[i];
      gint64             n_dead = cor_db_get_int (db, sql->doc_count_dead, "");

      if (n_dead > MIN_DEAD && n_dead > cor_db_get_int (db, sql->newest, "") / 4)
        cor_db_run (db, "words-state-put", "ssl", sql->name, "", (gint64) 0);
    }
}

/**
 * cor_words_is_behind:
 *
 * Returns: whether something of the kind is not in the index. A reader may ask, too.
 */
gboolean
cor_words_is_behind (CorDb       *db,
                     CorWordsKind kind)
{
  const CorWordsSql *sql = &cor_words_sql[kind];
  gint64             reached = 0;
  sqlite3_stmt      *row = cor_db_query (db, sql->todo, "i", 1);
  gboolean           is_todo = cor_db_next (db, row);

  sqlite3_reset (row);
  read_state (db, sql, NULL, &reached);
  return is_todo || reached > 0 || !is_current (db, sql);
}

/**
 * cor_words_step:
 *
 * Takes some of what came, changed or was not read yet into the index, within a transaction of the writer: what
 * came last first. What another version of the terms made is thrown away and made anew. With nothing to do it
 * costs microseconds.
 *
 * Returns: whether there may be more to do
 */
gboolean
cor_words_step (CorDb          *db,
                CorWordsWriter *writer)
{
  for (guint i = 0; i < COR_WORDS_N_KINDS; i++)
    if ((cor_words_is_behind (db, (CorWordsKind) i) || g_hash_table_size (writer->counts[i]) > 0) && step (db, writer, (CorWordsKind) i))
      return TRUE;
  return FALSE;
}

/**
 * cor_words_count_waiting:
 *
 * Returns: how many messages and customers are still to be taken in, or a little more. A reader may ask, too.
 */
guint
cor_words_count_waiting (CorDb *db)
{
  for (guint i = 0; i < COR_WORDS_N_KINDS; i++)
    if (!is_current (db, &cor_words_sql[i]))
      return (guint) MAX (cor_db_get_int (db, cor_words_sql[i].newest, ""), 1);
  return (guint) cor_db_get_int (db, "words-waiting", "");
}
