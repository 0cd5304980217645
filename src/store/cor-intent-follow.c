/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-intent-follow.h"

/**
 * cor_intent_follow:
 * @db: the connection of the calling thread
 * @intent: local id of a reply that may have been accepted just now
 *
 * Asks for what the agent wanted to become of the conversation once the reply has left, in the transaction in which that
 * is known, and once. Earlier the status would change under the reply, and hold it back, or change although the desk
 * refuses the reply. A snooze that is over by then is none.
 */
void
cor_intent_follow (CorDb *db,
                   gint64 intent)
{
  sqlite3_stmt *row = cor_db_query (db, "intent-get-then", "l", intent);
  gint64        conversation, snoozed_until;
  CorStatus     status;

  if (!cor_db_next (db, row))
    return;
  conversation = cor_column_int (row, 0);
  status = (CorStatus) cor_column_int (row, 1);
  snoozed_until = cor_column_int (row, 2);
  cor_db_next (db, row);
  cor_db_run (db, "intent-drop-then", "ll", intent, (gint64) 0);
  cor_intent_put_status (db, conversation, status, snoozed_until);
}
