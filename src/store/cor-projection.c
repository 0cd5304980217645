/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-projection.h"

#include "cor-conversation-record.h"
#include "cor-markdown.h"
#include "cor-overlay.h"
#include "cor-sla.h"
#include "cor-view.h"

/* One row of the table thread, and what else a place in a list depends on. */
typedef struct
{
  gboolean   exists;
  guint32    views;
  gint64     last_activity_at, due_at; /* due_at G_MAXINT64: nothing */
  CorChannel channel;
  char      *labels; /* owned: titles, one a line */
} Place;

typedef struct
{
  int n, n_unread;
} Delta;

struct _CorProjection
{
  CorDb      *db;
  GHashTable *deltas; /* counter key → Delta */
};

/* Everything of a conversation that its row is made of. */
typedef struct
{
  CorEffective effective;
  gint64       account, customer, last_activity_at, waiting_since;
  guint        unread_count;
  CorChannel   channel;
  char        *tier, *agent_id;
  gboolean     has_draft, is_gone, is_mentioned;
  int          sla_first_reply, sla_next_reply;
  gboolean     has_reply;
  char        *snippet;
  int          snippet_flags;
  int          n_waiting, n_needing;
} Source;

static void
source_clear (Source *source)
{
  cor_effective_clear (&source->effective);
  g_free (source->tier);
  g_free (source->agent_id);
  g_free (source->snippet);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static void
place_clear (Place *place)
{
  g_free (place->labels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/**
 * cor_projection_new:
 *
 * Returns: (transfer full): for one transaction
 */
CorProjection *
cor_projection_new (CorDb *db)
{
  CorProjection *self = g_new0 (CorProjection, 1);

  self->db = db;
  self->deltas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
cor_projection_free (CorProjection *self)
{
  g_hash_table_unref (self->deltas);
  g_free (self);
}

static gboolean
read_source (CorDb  *db,
             gint64  conversation,
             Source *source)
{
  sqlite3_stmt *row = cor_db_query (db, "projection-source", "l", conversation);

  if (!cor_db_next (db, row))
    return FALSE;

  source->account = cor_column_int (row, 0);
  source->customer = cor_column_int (row, 1);
  source->channel = (CorChannel) cor_column_int (row, 2);
  source->effective.status = (CorStatus) cor_column_int (row, 3);
  source->effective.priority = (CorPriority) cor_column_int (row, 4);
  source->effective.assignee_id = cor_column_dup (row, 5);
  source->effective.labels = g_strsplit (cor_column_text (row, 6), "\n", -1);
  source->last_activity_at = cor_column_int (row, 7);
  source->waiting_since = cor_column_int (row, 8);
  source->effective.snoozed_until = cor_column_int (row, 9);
  source->unread_count = (guint) cor_column_int (row, 10);
  source->is_gone = cor_column_int (row, 11) != 0;
  source->is_mentioned = cor_column_int (row, 12) != 0;
  source->tier = cor_column_dup (row, 13);
  source->agent_id = cor_column_dup (row, 14);
  source->sla_first_reply = (int) cor_column_int (row, 15);
  source->sla_next_reply = (int) cor_column_int (row, 16);
  source->has_reply = cor_column_int (row, 17) > 0;
  cor_db_next (db, row);

  cor_overlay_apply (db, conversation, &source->effective);
  source->n_waiting = (int) cor_db_get_int (db, "projection-waiting", "l", conversation);
  source->n_needing = (int) cor_db_get_int (db, "projection-needing", "l", conversation);
  return TRUE;
}

static char *
make_snippet (const char *content)
{
  g_autofree char *plain = cor_markdown_to_plain (content != NULL ? content : "");

  return cor_snippet (plain, COR_SNIPPET_CHARS);
}

static void
read_snippet (CorDb  *db,
              gint64  conversation,
              Source *source)
{
  g_autofree char *draft = cor_db_dup_text (db, "projection-draft", "l", conversation);
  sqlite3_stmt    *row;

  source->has_draft = draft != NULL;
  if (draft != NULL)
    {
      source->snippet = make_snippet (draft);
      return;
    }
  row = cor_db_query (db, "projection-newest", "l", conversation);
  if (!cor_db_next (db, row))
    return;

  source->snippet = make_snippet (cor_column_text (row, 0));
  if (cor_column_int (row, 1) != COR_MESSAGE_INCOMING)
    source->snippet_flags |= COR_SNIPPET_IS_OURS;
  if (cor_column_int (row, 2) != 0)
    source->snippet_flags |= COR_SNIPPET_IS_NOTE;
  if (*source->snippet == '\0' && !cor_column_is_null (row, 3))
    {
      g_free (source->snippet);
      source->snippet = cor_column_dup (row, 3); /* only a file: its name */
    }
  cor_db_next (db, row);
}

static guint32
get_views (const Source *source)
{
  static const guint32 of_status[] = {
    [COR_STATUS_OPEN] = COR_VIEW_IN_OPEN,
    [COR_STATUS_PENDING] = COR_VIEW_IN_PENDING,
    [COR_STATUS_SNOOZED] = COR_VIEW_IN_SNOOZED,
    [COR_STATUS_RESOLVED] = COR_VIEW_IN_RESOLVED,
  };
  const CorEffective *now = &source->effective;
  guint32             views = source->has_draft ? COR_VIEW_IN_DRAFTS : 0;

  if (source->is_gone)
    return views;

  views |= COR_VIEW_IN_ALL | of_status[now->status];
  if (source->unread_count > 0 && !now->is_seen)
    views |= COR_VIEW_IN_UNREAD;
  if (now->status != COR_STATUS_OPEN)
    return views;

  if (now->assignee_id == NULL)
    views |= COR_VIEW_IN_UNASSIGNED;
  else if (g_strcmp0 (now->assignee_id, source->agent_id) == 0)
    views |= COR_VIEW_IN_MINE;
  if (source->tier != NULL)
    views |= COR_VIEW_IN_VIP;
  if (source->is_mentioned)
    views |= COR_VIEW_IN_MENTIONS;
  if (source->waiting_since > 0)
    views |= COR_VIEW_IN_WAITING;
  return views;
}

static gint64
get_due (const Source *source)
{
  CorSlaInput input = {
    .channel = source->channel,
    .status = source->effective.status,
    .is_vip = source->tier != NULL,
    .has_reply = source->has_reply,
    .waiting_since = source->waiting_since,
    .policy_first_reply = source->sla_first_reply,
    .policy_next_reply = source->sla_next_reply,
  };
  CorSla sla = cor_sla_compute (&input, source->waiting_since);

  return sla.due > 0 ? sla.due : G_MAXINT64;
}

static void
read_place (CorDb *db,
            gint64 conversation,
            Place *place)
{
  sqlite3_stmt *row = cor_db_query (db, "thread-place", "l", conversation);

  place->due_at = G_MAXINT64;
  if (!cor_db_next (db, row))
    return;

  place->exists = TRUE;
  place->views = (guint32) cor_column_int (row, 0);
  place->last_activity_at = cor_column_int (row, 1);
  if (!cor_column_is_null (row, 2))
    place->due_at = cor_column_int (row, 2);
  place->channel = (CorChannel) cor_column_int (row, 3);
  place->labels = cor_column_dup (row, 4);
  cor_db_next (db, row);
}

static void
add_delta (CorProjection *self,
           char          *key, /* owned */
           int            by,
           gboolean       is_unread)
{
  Delta *delta = g_hash_table_lookup (self->deltas, key);

  if (delta == NULL)
    {
      delta = g_new0 (Delta, 1);
      g_hash_table_insert (self->deltas, key, delta);
    }
  else
    {
      g_free (key);
    }
  delta->n += by;
  delta->n_unread += is_unread ? by : 0;
}

/* Adds a place to, or takes it from, the counts of every view that it is in. */
static void
count_place (CorProjection *self,
             const Place   *place,
             int            by)
{
  static const CorViewKind kinds[] = { COR_VIEW_MINE, COR_VIEW_UNASSIGNED, COR_VIEW_MENTIONS, COR_VIEW_VIP, COR_VIEW_OPEN, COR_VIEW_PENDING,
                                       COR_VIEW_SNOOZED, COR_VIEW_RESOLVED, COR_VIEW_DRAFTS, COR_VIEW_ALL };
  gboolean                 is_unread = (place->views & COR_VIEW_IN_UNREAD) != 0;
  CorView                  view = { 0 };

  if (!place->exists)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      view.kind = kinds[i];
      if ((place->views & cor_view_get_flags (&view)) != 0)
        add_delta (self, cor_view_dup_key (&view), by, is_unread);
    }

  if ((place->views & COR_VIEW_IN_OPEN) == 0)
    return;

  view.kind = COR_VIEW_CHANNEL;
  view.channel = place->channel;
  add_delta (self, cor_view_dup_key (&view), by, is_unread);

  view.kind = COR_VIEW_LABEL;
  if (place->labels != NULL && *place->labels != '\0')
    {
      g_auto (GStrv) titles = g_strsplit (place->labels, "\n", -1);

      for (guint i = 0; titles[i] != NULL; i++)
        {
          view.label = titles[i];
          add_delta (self, cor_view_dup_key (&view), by, is_unread);
        }
    }
}

static void
write_row (CorDb        *db,
           gint64        conversation,
           const Source *source,
           const Place  *place)
{
  const CorEffective *now = &source->effective;
  g_autofree char    *due = place->due_at == G_MAXINT64 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, place->due_at);

  cor_db_run (db, "thread-put", "llliiiisslsllisiii", conversation, source->account, source->customer, (int) source->channel,
              (int) place->views, (int) now->status, (int) now->priority, now->assignee_id, place->labels, source->last_activity_at, due,
              source->waiting_since, now->snoozed_until, now->is_seen ? 0 : (int) source->unread_count, source->snippet,
              source->snippet_flags, source->n_waiting, source->n_needing);
}

static void
write_labels (CorDb       *db,
              gint64       conversation,
              char *const *titles)
{
  cor_db_run (db, "thread-label-clear", "l", conversation);
  for (guint i = 0; titles[i] != NULL; i++)
    if (*titles[i] != '\0')
      cor_db_run (db, "thread-label-put", "sl", titles[i], conversation);
}

/**
 * cor_projection_refresh:
 * @conversation: local id
 * @change: (out): where it stood and stands, when %TRUE is returned
 *
 * Makes the conversation's row again, or removes it when the conversation is gone.
 *
 * Returns: whether there was or is such a row, so that lists have to look
 */
gboolean
cor_projection_refresh (CorProjection   *self,
                        gint64           conversation,
                        CorThreadChange *change)
{
  g_auto (Source) source = { 0 };
  g_auto (Place) old = { 0 };
  g_auto (Place) new = { .due_at = G_MAXINT64 };

  read_place (self->db, conversation, &old);
  if (read_source (self->db, conversation, &source))
    {
      read_snippet (self->db, conversation, &source);
      new.views = get_views (&source);
      new.exists = new.views != 0;
      new.due_at = get_due (&source);
      new.last_activity_at = source.last_activity_at;
      new.channel = source.channel;
      new.labels = g_strjoinv ("\n", source.effective.labels);
    }
  if (!old.exists && !new.exists)
    return FALSE;

  if (new.exists)
    {
      write_row (self->db, conversation, &source, &new);
      if (g_strcmp0 (old.labels, new.labels) != 0)
        write_labels (self->db, conversation, source.effective.labels);
    }
  else
    {
      cor_db_run (self->db, "thread-remove", "l", conversation);
    }
  count_place (self, &old, -1);
  count_place (self, &new, +1);

  *change = (CorThreadChange){
    .conversation = conversation,
    .old_activity_at = old.last_activity_at,
    .new_activity_at = new.last_activity_at,
    .old_due_at = old.due_at,
    .new_due_at = new.due_at,
    .old_views = old.exists ? old.views : 0,
    .new_views = new.exists ? new.views : 0,
    .channel = new.exists ? new.channel : old.channel,
    .labels_changed = g_strcmp0 (old.labels, new.labels) != 0,
  };
  return TRUE;
}

/**
 * cor_projection_write_counters:
 *
 * Adds to the stored counts what cor_projection_refresh() found.
 *
 * Returns: whether a count changed
 */
gboolean
cor_projection_write_counters (CorProjection *self)
{
  gboolean       changed = FALSE;
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, self->deltas);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Delta *delta = value;

      if (delta->n == 0 && delta->n_unread == 0)
        continue;
      cor_db_run (self->db, "counter-add", "sii", (const char *) key, delta->n, delta->n_unread);
      changed = TRUE;
    }
  return changed;
}
