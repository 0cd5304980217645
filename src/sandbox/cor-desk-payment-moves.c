/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-payment-moves"

#include "config.h"

#include "cor-desk-payment-moves.h"

#include "cor-desk-dispatch.h"

#include <string.h>

/*
 * What becomes of a payment from one scene to the next, in the order in which it happened: the ledger's changes, and
 * since when a payment is where it is. The first row of each, with no time, is the scene it was made with.
 */

#define CHECK_EVERY_SECONDS 30
#define MINUTE 60
#define PASSAGE (2 * MINUTE)
#define DAY (24 * 3600)
/* Those of long ago stay what they were. */
#define MOST_DAYS 10

/**
 * cor_desk_moves_prepare:
 *
 * Makes the table in files that are older than it.
 */
gboolean
cor_desk_moves_prepare (CorDeskDb *db)
{
  return cor_desk_db_run (db,
                          "CREATE TABLE IF NOT EXISTS payment_moves (seq INTEGER PRIMARY KEY AUTOINCREMENT, reference TEXT NOT NULL, scene TEXT NOT NULL, "
                          "at INTEGER NOT NULL)",
                          "") &&
         cor_desk_db_run (db, "CREATE INDEX IF NOT EXISTS payment_moves_reference ON payment_moves (reference)", "") &&
         cor_desk_db_run (db, "CREATE INDEX IF NOT EXISTS payments_created ON payments (created_at)", "") &&
         cor_desk_db_run (db,
                          "CREATE TRIGGER IF NOT EXISTS payment_made AFTER INSERT ON payments BEGIN "
                          "INSERT INTO payment_moves (reference, scene, at) VALUES (new.reference, new.scene, 0); END",
                          "") &&
         cor_desk_db_run (db,
                          "INSERT INTO payment_moves (reference, scene, at) SELECT reference, scene, 0 FROM payments "
                          "WHERE NOT EXISTS (SELECT 1 FROM payment_moves) ORDER BY number",
                          "");
}

static gboolean
waits_for_customer (const CorScene *scene)
{
  return strcmp (scene->state, "awaiting_funds") == 0 || strcmp (scene->state, "documents_required") == 0;
}

static void
take_move (CorDeskPayment *payment,
           const CorScene *from,
           const CorScene *to,
           gint64          at)
{
  payment->moved_at = at;
  if (waits_for_customer (from))
    payment->begun_at = at;
  /* through several places in one step: one after the other, and not everywhere at once */
  for (guint place = (guint) from->place + 1; place <= (guint) to->place; place++)
    payment->came_at[place] = at - (gint64) ((guint) to->place - place) * PASSAGE;
}

/**
 * cor_desk_moves_read:
 * @payment: of which the rest has been read
 *
 * Since when it is what it is, where it has gone on since it was made.
 */
void
cor_desk_moves_read (CorDeskDb      *db,
                     CorDeskPayment *payment)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  const CorScene *from = NULL;

  cor_desk_db_select (db, &rows, "SELECT scene, at FROM payment_moves WHERE reference = ? ORDER BY seq", "s", payment->reference);
  while (cor_desk_rows_next (&rows))
    {
      const CorScene *to = cor_scene_find (cor_desk_rows_text (&rows, 0));
      gint64          at = cor_desk_rows_int (&rows, 1);

      if (from != NULL && to != NULL && at != 0)
        take_move (payment, from, to, at);
      from = to != NULL ? to : from;
    }
}

static gboolean
move (CorDeskDb      *db,
      const char     *reference,
      const CorScene *to,
      gint64          at)
{
  return cor_desk_db_run (db, "UPDATE payments SET scene = ? WHERE reference = ?", "ss", to->id, reference) &&
         cor_desk_db_run (db, "INSERT INTO payment_moves (reference, scene, at) VALUES (?, ?, ?)", "ssi", reference, to->id, at);
}

/* From a sixth of the time to all of it, the same with the same seed. */
static gint64
get_wait (const CorDesk  *desk,
          const char     *reference,
          const CorScene *scene)
{
  g_autofree char *name = g_strdup_printf ("%u %s %s", desk->seed, reference, scene->id);
  gint64           all = (gint64) desk->moving_minutes * MINUTE;

  return all / 6 + g_str_hash (name) % (all - all / 6);
}

typedef struct
{
  char           *reference;
  const CorScene *to;
} Move;

static void
move_clear (gpointer data)
{
  g_free (((Move *) data)->reference);
}

static GArray *
find_due (const CorDesk *desk,
          gint64         now)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  GArray *due = g_array_new (FALSE, FALSE, sizeof (Move));

  g_array_set_clear_func (due, move_clear);
  cor_desk_db_select (desk->db, &rows,
                      "SELECT p.reference, p.scene, (SELECT max (m.at) FROM payment_moves AS m WHERE m.reference = p.reference) FROM payments AS p "
                      "WHERE p.created_at > ? ORDER BY p.number",
                      "i", now - (gint64) MOST_DAYS * DAY);
  while (cor_desk_rows_next (&rows))
    {
      const CorScene *scene = cor_scene_find (cor_desk_rows_text (&rows, 1));
      const CorScene *next = scene != NULL && scene->next != NULL ? cor_scene_find (scene->next) : NULL;
      gint64          since = MAX (desk->started_at, cor_desk_rows_int (&rows, 2));
      Move            one = { NULL, next };

      if (next == NULL || now < since + get_wait (desk, cor_desk_rows_text (&rows, 0), scene))
        continue;
      one.reference = g_strdup (cor_desk_rows_text (&rows, 0));
      g_array_append_val (due, one);
    }
  return due;
}

/**
 * cor_desk_moves_run_due:
 * @now: seconds since the epoch
 *
 * Lets those go on whose time has come; to be called often. Time is counted while the sandbox runs: what is tried at
 * once after its start finds the payments as they were made.
 */
void
cor_desk_moves_run_due (CorDesk *desk,
                        gint64   now)
{
  g_autoptr (GArray) due = NULL;
  gboolean is_good = TRUE;

  if (desk->moving_minutes <= 0 || (now >= desk->moves_checked_at && now < desk->moves_checked_at + CHECK_EVERY_SECONDS))
    return;
  desk->moves_checked_at = now;
  due = find_due (desk, now);
  if (due->len == 0 || !cor_desk_db_begin (desk->db))
    return;
  for (guint i = 0; i < due->len; i++)
    is_good = is_good && move (desk->db, g_array_index (due, Move, i).reference, g_array_index (due, Move, i).to, now);
  if (!is_good || !cor_desk_db_commit (desk->db))
    cor_desk_db_rollback (desk->db);
}

/* Lets a payment go on now, to its next scene or to the one that is named. */
static void
post_move (CorDeskRequest *request)
{
  const char      *wanted = cor_desk_json_string (request->body, "scene");
  const char      *name = cor_desk_request_param (request, "name");
  g_autofree char *reference = cor_desk_db_dup_text (request->desk->db, "SELECT reference FROM payments WHERE reference = ?1 OR uetr = ?1", "s", name);
  g_autofree char *id = reference != NULL ? cor_desk_db_dup_text (request->desk->db, "SELECT scene FROM payments WHERE reference = ?", "s", reference) : NULL;
  const CorScene  *scene = id != NULL ? cor_scene_find (id) : NULL;
  const CorScene  *to = NULL;

  if (scene == NULL)
    {
      cor_desk_not_found (request);
      return;
    }
  if (wanted == NULL)
    wanted = scene->next;
  to = wanted != NULL ? cor_scene_find (wanted) : NULL;
  if (to == NULL)
    {
      cor_desk_fail (request, 422, "There is no such scene, or none after this one");
      return;
    }
  move (request->desk->db, reference, to, request->now);
  cor_desk_answer_object (request, cor_desk_json_new ("reference:s", reference, "scene:s", to->id, NULL));
}

const CorDeskRoute cor_desk_payment_moves_routes[] = {
  { "POST", "/sandbox/payments/:name", post_move, COR_DESK_ROUTE_PUBLIC },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
