/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Payments go on while the sandbox runs: when the seed says so, each to what can come next, and the ledger tells it. */

#include "config.h"

#include "cor-desk-cable.h"
#include "cor-desk-dispatch.h"
#include "cor-desk-payment-moves.h"
#include "cor-desk-payments.h"
#include "cor-test-main.h"

#include <string.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)

typedef struct
{
  CorDesk desk;
  gint64  now;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer seed)
{
  g_autoptr (GError) error = NULL;

  fixture->now = g_get_real_time () / G_USEC_PER_SEC;
  fixture->desk.db = cor_desk_db_open (":memory:", &error);
  g_assert_no_error (error);
  fixture->desk.stats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fixture->desk.cable = cor_desk_cable_new (&fixture->desk);
  fixture->desk.seed = GPOINTER_TO_UINT (seed);
  fixture->desk.moving_minutes = 60;
  fixture->desk.started_at = fixture->now;
  g_assert_true (cor_desk_payments_prepare (fixture->desk.db, fixture->now));
  cor_desk_db_run (fixture->desk.db, "INSERT INTO agents (id, name, role, availability, token) VALUES (1, 'Mara', 'agent', 'online', 'secret')", "");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_desk_cable_free (fixture->desk.cable);
  cor_desk_db_close (fixture->desk.db);
  g_hash_table_unref (fixture->desk.stats);
}

static char *
dup_scenes (Fixture *fixture)
{
  return cor_desk_db_dup_text (fixture->desk.db, "SELECT group_concat (reference || ' ' || scene, ', ') FROM (SELECT reference, scene FROM payments ORDER BY number)", "");
}

static char *
dup_scene (Fixture    *fixture,
           const char *reference)
{
  return cor_desk_db_dup_text (fixture->desk.db, "SELECT scene FROM payments WHERE reference = ?", "s", reference);
}

static JsonObject *
call (Fixture    *fixture,
      const char *method,
      const char *path,
      const char *query,
      guint       status)
{
  CorDeskRequest  *request = cor_desk_request_new (&fixture->desk, method, path, query);
  g_autofree char *text = NULL;

  request->token = g_strdup ("secret");
  cor_desk_dispatch (request);
  g_assert_cmpuint (request->status, ==, status);
  if (request->answer != NULL)
    text = g_strndup (g_bytes_get_data (request->answer, NULL), g_bytes_get_size (request->answer));
  cor_desk_request_free (request);
  return text != NULL ? cor_desk_json_parse_object (text) : NULL;
}

/* What is tried at once finds them as they were made; after the hour each that can has gone on, once. */
static void
test_due (Fixture      *fixture,
          gconstpointer unused)
{
  g_autofree char *before = dup_scenes (fixture);
  g_autofree char *soon = NULL;
  guint            n_scenes = 0;
  const CorScene  *scenes = cor_scene_get_all (&n_scenes);

  cor_desk_moves_run_due (&fixture->desk, fixture->now);
  cor_desk_moves_run_due (&fixture->desk, fixture->now + 9 * MINUTE);
  soon = dup_scenes (fixture);
  g_assert_cmpstr (soon, ==, before);
  cor_desk_moves_run_due (&fixture->desk, fixture->now + HOUR);
  for (guint i = 0; i < n_scenes; i++)
    {
      g_autofree char *reference = g_strdup_printf ("CP-%u", 90001 + i);
      g_autofree char *scene = dup_scene (fixture, reference);

      g_assert_cmpstr (scene, ==, scenes[i].next != NULL ? scenes[i].next : scenes[i].id);
    }
}

/* In between it is the seed that says which. */
static void
test_seed (Fixture      *fixture,
           gconstpointer unused)
{
  Fixture          same = { .now = 0 };
  Fixture          other = { .now = 0 };
  g_autofree char *mine = NULL;
  g_autofree char *again = NULL;
  g_autofree char *others = NULL;

  set_up (&same, GUINT_TO_POINTER (1));
  set_up (&other, GUINT_TO_POINTER (2));
  cor_desk_moves_run_due (&fixture->desk, fixture->now + 35 * MINUTE);
  cor_desk_moves_run_due (&same.desk, same.now + 35 * MINUTE);
  cor_desk_moves_run_due (&other.desk, other.now + 35 * MINUTE);
  mine = dup_scenes (fixture);
  again = dup_scenes (&same);
  others = dup_scenes (&other);
  g_assert_cmpstr (mine, ==, again);
  g_assert_cmpstr (mine, !=, others);
  tear_down (&same, NULL);
  tear_down (&other, NULL);
}

static void
test_still (Fixture      *fixture,
            gconstpointer unused)
{
  g_autofree char *before = dup_scenes (fixture);
  g_autofree char *after = NULL;

  fixture->desk.moving_minutes = 0;
  cor_desk_moves_run_due (&fixture->desk, fixture->now + 100 * HOUR);
  after = dup_scenes (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* The ledger and the tracker say the new state with the time at which it came, and the cursor gives that payment alone. */
static void
test_told (Fixture      *fixture,
           gconstpointer unused)
{
  g_autoptr (JsonObject) all = call (fixture, "GET", "/ledger/v1/changes", NULL, 200);
  g_autofree char *query = g_strdup_printf ("cursor=%s", cor_desk_json_string (all, "next"));
  g_autoptr (JsonObject) none = call (fixture, "GET", "/ledger/v1/changes", query, 200);
  g_autoptr (JsonObject) before = call (fixture, "GET", "/ledger/v1/payments/CP-90007", NULL, 200);
  g_autoptr (JsonObject) moved = call (fixture, "POST", "/sandbox/payments/CP-90007", NULL, 200);
  g_autoptr (JsonObject) changed = call (fixture, "GET", "/ledger/v1/changes", query, 200);
  g_autoptr (JsonObject) after = call (fixture, "GET", "/ledger/v1/payments/CP-90007", NULL, 200);
  JsonArray *items = cor_desk_json_array (changed, "items");
  guint      n_scenes = 0;

  cor_scene_get_all (&n_scenes);
  g_assert_cmpuint (json_array_get_length (cor_desk_json_array (all, "items")), ==, n_scenes);
  g_assert_cmpuint (json_array_get_length (cor_desk_json_array (none, "items")), ==, 0);
  g_assert_cmpuint (json_array_get_length (items), ==, 1);
  g_assert_cmpstr (cor_desk_json_string (json_array_get_object_element (items, 0), "id"), ==, "CP-90007");
  g_assert_cmpstr (cor_desk_json_string (before, "state"), ==, "sent");
  g_assert_cmpstr (cor_desk_json_string (after, "state"), ==, "delivered_to_bank");
  g_assert_cmpstr (cor_desk_json_string (after, "state_since"), >, cor_desk_json_string (before, "state_since"));
  g_assert_cmpstr (cor_desk_json_string (moved, "scene"), ==, "delivered");
}

/* What is with compliance stays there, and so does what has come to its end. */
static void
test_end (Fixture      *fixture,
          gconstpointer unused)
{
  g_autoptr (JsonObject) held = call (fixture, "POST", "/sandbox/payments/CP-90005", NULL, 422);
  g_autoptr (JsonObject) credited = call (fixture, "POST", "/sandbox/payments/CP-90016", NULL, 422);
  g_autoptr (JsonObject) nobody = call (fixture, "POST", "/sandbox/payments/CP-1", NULL, 404);
}

static void
test_lacks (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (JsonObject) whole = call (fixture, "GET", "/ledger/v1", NULL, 200);
  g_autoptr (JsonObject) policy = call (fixture, "GET", "/ledger/v1/policy", NULL, 200);
  g_autoptr (JsonObject) less = NULL;
  g_autoptr (JsonObject) no_policy = NULL;
  g_autoptr (JsonObject) no_changes = NULL;

  g_assert_cmpuint (json_array_get_length (cor_desk_json_array (whole, "capabilities")), ==, 4);
  g_assert_cmpuint (json_array_get_length (cor_desk_json_array (policy, "large_value")), >, 0);
  cor_desk_db_run (fixture->desk.db, "INSERT INTO meta (key, value) VALUES ('ledger-lacks', 'limits policy changes')", "");
  less = call (fixture, "GET", "/ledger/v1", NULL, 200);
  g_assert_cmpuint (json_array_get_length (cor_desk_json_array (less, "capabilities")), ==, 3);
  no_policy = call (fixture, "GET", "/ledger/v1/policy", NULL, 404);
  no_changes = call (fixture, "GET", "/ledger/v1/changes", NULL, 404);
}

#define ADD(name, func) g_test_add ("/payment-moves/" name, Fixture, GUINT_TO_POINTER (1), set_up, func, tear_down)

/* What went through several banks in one step was at each of them in turn. */
static void
test_passage (Fixture      *fixture,
              gconstpointer unused)
{
  g_autofree char *uetr = cor_desk_db_dup_text (fixture->desk.db, "SELECT uetr FROM payments WHERE scene = ?", "s", "empty-track");
  g_autofree char *move = g_strdup_printf ("/sandbox/payments/%s", uetr);
  g_autofree char *path = g_strdup_printf ("/swift-apitracker/v6/payments/%s/transactions", uetr);
  g_autoptr (JsonObject) moved = call (fixture, "POST", move, NULL, 200);
  g_autoptr (JsonObject) track = call (fixture, "GET", path, NULL, 200);
  JsonArray  *events = cor_desk_json_array (track, "payment_event");
  const char *later = NULL;

  g_assert_cmpuint (json_array_get_length (events), ==, 3);
  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *event = json_array_get_object_element (events, i);
      const char *created = cor_desk_json_string (event, "event_creation_date_time");
      const char *received = cor_desk_json_string (event, "received_date_time");

      g_assert_true (later == NULL || strcmp (created, later) < 0);
      g_assert_true (later == NULL || strcmp (received, later) <= 0);
      later = created;
    }
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  ADD ("due", test_due);
  ADD ("seed", test_seed);
  ADD ("still", test_still);
  ADD ("told", test_told);
  ADD ("end", test_end);
  ADD ("lacks", test_lacks);
  ADD ("passage", test_passage);
  return cor_test_run ();
}
