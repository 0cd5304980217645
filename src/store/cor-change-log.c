/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-change-log.h"

#include "cor-projection.h"

/* Kinds of rows in change_log. */
enum
{
  LOG_THREAD = 0,
  LOG_TIMELINE = 1,
  LOG_TOPICS = 2,
};

struct _CorChangeSet
{
  GHashTable *threads;   /* set of gint64 */
  GHashTable *timelines; /* set of gint64 */
  guint       topics;
};

CorChangeSet *
cor_change_set_new (void)
{
  CorChangeSet *self = g_new0 (CorChangeSet, 1);

  self->threads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->timelines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
cor_change_set_free (CorChangeSet *self)
{
  g_hash_table_unref (self->threads);
  g_hash_table_unref (self->timelines);
  g_free (self);
}

static void
add_id (GHashTable *set,
        gint64      id)
{
  if (!g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

void
cor_change_set_add_thread (CorChangeSet *self,
                           gint64        conversation)
{
  add_id (self->threads, conversation);
}

void
cor_change_set_add_timeline (CorChangeSet *self,
                             gint64        conversation)
{
  add_id (self->timelines, conversation);
}

void
cor_change_set_add_topics (CorChangeSet *self,
                           guint         topics)
{
  self->topics |= topics;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static GArray *
list_sorted (GHashTable *set)
{
  GArray        *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (set));
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  g_array_sort (ids, compare_ids);
  return ids;
}

/**
 * cor_change_set_flush:
 *
 * Inside the transaction, before it is committed: makes the lists' rows of what was touched and
 * writes down what changed.
 */
void
cor_change_set_flush (CorChangeSet *self,
                      CorDb        *db)
{
  g_autoptr (GArray) threads = list_sorted (self->threads);
  g_autoptr (GArray) timelines = list_sorted (self->timelines);
  g_autoptr (CorProjection) projection = cor_projection_new (db);

  for (guint i = 0; i < threads->len; i++)
    {
      CorThreadChange change = { 0 };

      if (!cor_projection_refresh (projection, g_array_index (threads, gint64, i), &change))
        continue;
      cor_db_run (db, "change-put", "illllliiii", LOG_THREAD, change.conversation, change.old_activity_at, change.new_activity_at,
                  change.old_due_at, change.new_due_at, (int) change.old_views, (int) change.new_views, (int) change.channel,
                  (int) change.labels_changed);
    }
  if (cor_projection_write_counters (projection))
    self->topics |= COR_TOPIC_COUNTS;
  for (guint i = 0; i < timelines->len; i++)
    cor_db_run (db, "change-put-row", "il", LOG_TIMELINE, g_array_index (timelines, gint64, i));
  if (self->topics != 0)
    cor_db_run (db, "change-put-row", "il", LOG_TOPICS, (gint64) self->topics);
}

void
cor_change_set_clear (CorChangeSet *self)
{
  g_hash_table_remove_all (self->threads);
  g_hash_table_remove_all (self->timelines);
  self->topics = 0;
}

static CorStoreChanges *
changes_new (void)
{
  CorStoreChanges *self = g_atomic_rc_box_new0 (CorStoreChanges);

  self->threads = g_array_new (FALSE, FALSE, sizeof (CorThreadChange));
  self->timelines = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

CorStoreChanges *
cor_store_changes_ref (CorStoreChanges *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
changes_clear (gpointer data)
{
  CorStoreChanges *self = data;

  g_array_unref (self->threads);
  g_array_unref (self->timelines);
}

void
cor_store_changes_unref (CorStoreChanges *self)
{
  g_atomic_rc_box_release_full (self, changes_clear);
}

G_DEFINE_BOXED_TYPE (CorStoreChanges, cor_store_changes, cor_store_changes_ref, cor_store_changes_unref)

/**
 * cor_store_changes_has_timeline:
 *
 * Returns: whether the conversation's timeline has to be read again
 */
gboolean
cor_store_changes_has_timeline (const CorStoreChanges *self,
                                gint64                 conversation)
{
  if (self->reset)
    return TRUE;
  for (guint i = 0; i < self->timelines->len; i++)
    if (g_array_index (self->timelines, gint64, i) == conversation)
      return TRUE;
  return FALSE;
}

static void
add_thread_row (CorStoreChanges *changes,
                GHashTable      *seen, /* id → index + 1 */
                sqlite3_stmt    *row)
{
  CorThreadChange change = {
    .conversation = cor_column_int (row, 2),
    .old_activity_at = cor_column_int (row, 3),
    .new_activity_at = cor_column_int (row, 4),
    .old_due_at = cor_column_int (row, 5),
    .new_due_at = cor_column_int (row, 6),
    .old_views = (guint32) cor_column_int (row, 7),
    .new_views = (guint32) cor_column_int (row, 8),
    .channel = (guint) cor_column_int (row, 9),
    .labels_changed = cor_column_int (row, 10) != 0,
  };
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (seen, &change.conversation));

  if (at == 0)
    {
      g_array_append_val (changes->threads, change);
      g_hash_table_insert (seen, g_memdup2 (&change.conversation, sizeof (gint64)), GUINT_TO_POINTER (changes->threads->len));
    }
  else
    {
      CorThreadChange *first = &g_array_index (changes->threads, CorThreadChange, at - 1);

      first->new_activity_at = change.new_activity_at;
      first->new_due_at = change.new_due_at;
      first->new_views = change.new_views;
      first->channel = change.channel;
      first->labels_changed |= change.labels_changed;
    }
}

/**
 * cor_change_log_read:
 * @db: a reader
 * @after: the last row read before, or -1 to only find out where the log ends
 * @last: (out): the last row now
 *
 * Returns: (transfer full) (nullable): what changed since, each conversation once; %NULL for nothing
 */
CorStoreChanges *
cor_change_log_read (CorDb  *db,
                     gint64  after,
                     gint64 *last)
{
  g_autoptr (CorStoreChanges) changes = changes_new ();
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GHashTable) timelines = NULL;
  sqlite3_stmt *row;

  *last = cor_db_get_int (db, "change-last", "");
  if (after < 0 || *last <= after)
    return NULL;

  /* another process may have trimmed what this one has not read */
  if (cor_db_get_int (db, "change-first", "") > after + 1)
    changes->reset = TRUE;

  seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  timelines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  row = cor_db_query (db, "change-list", "ll", after, *last);
  while (cor_db_next (db, row))
    {
      gint64 id = cor_column_int (row, 2);

      switch (cor_column_int (row, 1))
        {
        case LOG_THREAD:
          add_thread_row (changes, seen, row);
          break;
        case LOG_TIMELINE:
          if (!g_hash_table_contains (timelines, &id))
            {
              g_hash_table_add (timelines, g_memdup2 (&id, sizeof id));
              g_array_append_val (changes->timelines, id);
            }
          break;
        default:
          changes->topics |= (guint) id;
        }
    }
  return g_steal_pointer (&changes);
}
