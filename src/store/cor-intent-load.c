/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-intent-load.h"

static void
intent_data_clear (gpointer data)
{
  CorIntentData *self = data;

  g_free (self->uuid);
  g_free (self->display_id);
  g_free (self->name);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->base_assignee);
  g_free (self->assignee);
  g_free (self->assignee_name);
  g_free (self->found_name);
  g_strfreev (self->labels_added);
  g_strfreev (self->labels_removed);
  g_strfreev (self->changes);
  g_strfreev (self->files);
  g_free (self->answered);
}

CorIntentData *
cor_intent_data_ref (CorIntentData *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_intent_data_unref (CorIntentData *self)
{
  g_atomic_rc_box_release_full (self, intent_data_clear);
}

static char **
split (const char *titles)
{
  return titles != NULL && *titles != '\0' ? g_strsplit (titles, "\n", -1) : NULL;
}

/* The columns of sql/intent-list-*.sql, which are the same for all of them. */
static CorIntentData *
read_intent (sqlite3_stmt *row)
{
  CorIntentData *intent = g_atomic_rc_box_new0 (CorIntentData);

  intent->id = cor_column_int (row, 0);
  intent->uuid = cor_column_dup (row, 1);
  intent->account = cor_column_int (row, 2);
  intent->conversation = cor_column_int (row, 3);
  intent->display_id = cor_column_dup (row, 4);
  intent->name = cor_column_dup (row, 5);
  intent->channel = (guint) cor_column_int (row, 6);
  cor_intent_kind_from_string (cor_column_text (row, 7), &intent->kind);
  cor_intent_state_from_string (cor_column_text (row, 8), &intent->state);
  intent->hold = cor_hold_reason_from_string (cor_column_text (row, 9));
  intent->text = cor_column_dup (row, 10);
  intent->detail = cor_column_dup (row, 11);
  intent->created_at = cor_column_int (row, 12);
  intent->updated_at = cor_column_int (row, 13);
  intent->not_before = cor_column_int (row, 14);
  intent->floor = cor_column_int (row, 15);
  intent->message = cor_column_int (row, 16);
  intent->from_offline = cor_column_int (row, 17) != 0;
  intent->is_confirmed = cor_column_int (row, 18) != 0;
  intent->is_time_bound = cor_column_int (row, 19) != 0;
  intent->is_restarted = cor_column_int (row, 20) != 0;
  intent->is_doubted = cor_column_int (row, 21) != 0;
  intent->checks = (guint) cor_column_int (row, 22);
  intent->uncertain_since_ms = cor_column_int (row, 23);
  intent->is_check_asked = cor_column_int (row, 24) != 0;
  intent->base_status = (CorStatus) cor_column_int (row, 25);
  intent->base_assignee = cor_column_dup (row, 26);
  intent->status = (CorStatus) cor_column_int (row, 27);
  intent->snoozed_until = cor_column_int (row, 28);
  intent->assignee = cor_column_dup (row, 29);
  intent->priority = (CorPriority) cor_column_int (row, 30);
  if (intent->kind == COR_INTENT_PROCEDURE || intent->kind == COR_INTENT_PAYMENT)
    intent->changes = split (cor_column_text (row, 31));
  else
    intent->labels_added = split (cor_column_text (row, 31));
  intent->labels_removed = split (cor_column_text (row, 32));
  intent->attempts = (guint) cor_column_int (row, 33);
  intent->base_priority = (CorPriority) cor_column_int (row, 34);
  intent->has_base_priority = !cor_column_is_null (row, 34);
  intent->assignee_name = cor_column_dup (row, 35);
  intent->found_name = cor_column_dup (row, 36);
  intent->send_at = cor_column_int (row, 37);
  intent->files = split (cor_column_text (row, 38));
  intent->answered = cor_column_dup (row, 39);
  intent->has_then = !cor_column_is_null (row, 40);
  intent->then_status = (CorStatus) cor_column_int (row, 40);
  return intent;
}

/**
 * cor_intent_load:
 *
 * Returns: (transfer full) (nullable): the intent
 */
CorIntentData *
cor_intent_load (CorDb *db,
                 gint64 id)
{
  sqlite3_stmt  *row = cor_db_query (db, "intent-list-one", "l", id);
  CorIntentData *intent;

  if (!cor_db_next (db, row))
    return NULL;
  intent = read_intent (row);
  cor_db_next (db, row);
  return intent;
}

/**
 * cor_intent_has_passed:
 * @send_at: when a reply shall leave, seconds since the epoch; 0: as soon as it can
 *
 * Returns: whether that lies behind us; then the transaction has failed with COR_STORE_ERROR_REFUSED
 */
gboolean
cor_intent_has_passed (CorDb *db,
                       gint64 send_at)
{
  if (send_at == 0 || send_at > g_get_real_time () / G_USEC_PER_SEC)
    return FALSE;
  cor_db_fail (db, COR_STORE_ERROR_REFUSED, "That time has passed");
  return TRUE;
}

/**
 * cor_intent_load_all:
 * @rows: a query with the columns of sql/intent-list-one.sql
 *
 * Returns: (transfer full) (element-type CorIntentData): all of them
 */
GPtrArray *
cor_intent_load_all (CorDb        *db,
                     sqlite3_stmt *rows)
{
  GPtrArray *intents = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_intent_data_unref);

  while (cor_db_next (db, rows))
    g_ptr_array_add (intents, read_intent (rows));
  return intents;
}
