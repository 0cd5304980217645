/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Payments that are linked with a conversation, and who was verified: on the desk, beside what colleagues write there;
 * and what becomes of a change that the desk refuses. */

#include "config.h"

#include "cor-link-merge.h"
#include "cor-store-intents.h"
#include "cor-store-payment-links.h"
#include "cor-test-await.h"
#include "cor-test-profile.h"
#include "cor-test-sqlite.h"

#define NOW 1790000000
#define ATTRIBUTES "/api/v1/accounts/1/conversations/1/custom_attributes"

typedef struct
{
  CorTestProfile profile;
  gint64         conversation; /* local id of number 1 */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_profile_set_up (&fixture->profile, GUINT_TO_POINTER (1));
  cor_test_profile_run_once (&fixture->profile);
  fixture->conversation = cor_test_profile_find (&fixture->profile, 1);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_profile_tear_down (&fixture->profile, NULL);
}

static void
queue (Fixture             *fixture,
       const CorLinkChange *changes,
       guint                n_changes)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_links_async (fixture->profile.store, fixture->conversation, changes, n_changes, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->profile.store, cor_test_await (&await), NULL));
}

static void
call (Fixture    *fixture,
      const char *path,
      const char *body)
{
  g_autoptr (JsonNode) answer = cor_test_sandbox_call (fixture->profile.sandbox, "POST", path, body);

  g_assert_nonnull (answer);
}

static void
assert_on_desk (Fixture    *fixture,
                const char *path,
                const char *wanted)
{
  g_autofree char *query = g_strdup_printf ("SELECT json_extract(custom, '%s') FROM conversations WHERE id = 1", path);
  sqlite3         *desk = cor_test_profile_open_desk (&fixture->profile);
  sqlite3_stmt    *row = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (desk, query, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (row, 0), ==, wanted);
  sqlite3_finalize (row);
  sqlite3_close (desk);
}

/* The link of @reference as the window has it; "role at method by", or NULL. */
static char *
dup_link (Fixture    *fixture,
          const char *reference)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) links = NULL;

  cor_store_list_payment_links_async (fixture->profile.store, fixture->conversation, NULL, cor_test_on_result, &await);
  links = cor_store_list_payment_links_finish (fixture->profile.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const CorPaymentLink *link = links->pdata[i];

      if (link->is_here && g_str_equal (link->reference, reference))
        return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s %s", link->role, link->verified_at, link->method, link->verified_by != NULL ? "by" : "-");
    }
  return NULL;
}

static int
count (Fixture    *fixture,
       const char *state)
{
  return (int) cor_test_sqlite_count (fixture->profile.dir, "SELECT count(*) FROM intent WHERE kind NOT IN ('reply', 'note', 'seen') AND state = ?", state);
}

static void
assert_link (Fixture    *fixture,
             const char *reference,
             const char *wanted)
{
  g_autofree char *link = dup_link (fixture, reference);

  g_assert_cmpstr (link, ==, wanted);
}

static const CorLinkChange linked[] = {
  { .act = COR_LINK_ADD, .reference = "CP-10001", .word = "payer" },
  { .act = COR_LINK_VERIFY, .word = "call_back", .at = NOW },
};

/* Seen at once without a connection, and then on the desk with what a colleague wrote meanwhile. */
static void
test_arrives (Fixture      *fixture,
              gconstpointer unused)
{
  call (fixture, ATTRIBUTES, "{\"custom_attributes\":{\"corridor\":\"GB-CN\",\"payment_refs\":[\"CP-2\"]}}");
  cor_test_profile_run_once (&fixture->profile);
  queue (fixture, linked, G_N_ELEMENTS (linked));
  assert_link (fixture, "CP-10001", "payer 1790000000 call_back by");
  call (fixture, ATTRIBUTES, "{\"custom_attributes\":{\"corridor\":\"GB-CN\",\"payment_refs\":[\"CP-2\",\"CP-3\"],\"vip\":true}}");
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpint (count (fixture, "done"), ==, 1);
  assert_link (fixture, "CP-10001", "payer 1790000000 call_back by");
  assert_on_desk (fixture, "$.payment_refs", "[\"CP-2\",\"CP-3\",{\"reference\":\"CP-10001\",\"role\":\"payer\"}]");
  assert_on_desk (fixture, "$.verification", "{\"verified_at\":\"2026-09-21T14:13:20Z\",\"method\":\"call_back\",\"by\":\"1\"}");
  assert_on_desk (fixture, "$.vip", "1");
}

/* Taken back before it left: nothing is left to say. And after: the colleague's link stays. */
static void
test_unlink (Fixture      *fixture,
             gconstpointer unused)
{
  static const CorLinkChange unlink = { .act = COR_LINK_REMOVE, .reference = "cp-10001" };
  static const CorLinkChange unverify = { .act = COR_LINK_UNVERIFY, .at = NOW };

  queue (fixture, linked, G_N_ELEMENTS (linked));
  queue (fixture, &unlink, 1);
  assert_link (fixture, "CP-10001", NULL);
  call (fixture, ATTRIBUTES, "{\"custom_attributes\":{\"payment_refs\":[{\"reference\":\"CP-2\",\"role\":\"payee\"}]}}");
  cor_test_profile_run_once (&fixture->profile);
  assert_on_desk (fixture, "$.payment_refs", "[{\"reference\":\"CP-2\",\"role\":\"payee\"}]");
  assert_link (fixture, "CP-2", "payee 1790000000 call_back by");
  queue (fixture, &unverify, 1);
  assert_link (fixture, "CP-2", "payee 0 (null) -");
  cor_test_profile_run_once (&fixture->profile);
  assert_on_desk (fixture, "$.verification", NULL);
  assert_link (fixture, "CP-2", "payee 0 (null) -");
}

/* Refused: the agent is told in the desk's words, and sees how it is there; again, or not at all, is her word. */
static void
test_refused (Fixture      *fixture,
              gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 }, listing = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;
  const CorIntentData *refused;

  call (fixture, "/sandbox/faults",
        "[{\"kind\":\"status\",\"status\":422,\"path\":\"*/custom_attributes\",\"method\":\"POST\",\"count\":1}]");
  queue (fixture, linked, G_N_ELEMENTS (linked));
  cor_test_profile_run_once (&fixture->profile);
  assert_link (fixture, "CP-10001", NULL);
  cor_store_list_outbox_async (fixture->profile.store, NULL, cor_test_on_result, &listing);
  outbox = cor_store_list_outbox_finish (fixture->profile.store, cor_test_await (&listing), NULL);
  g_assert_cmpuint (outbox->len, ==, 1);
  refused = outbox->pdata[0];
  g_assert_cmpint (refused->state, ==, COR_INTENT_FAILED);
  g_assert_nonnull (refused->detail);
  g_assert_cmpstr (refused->changes[0], ==, "link payer CP-10001");

  cor_store_act_on_intent_async (fixture->profile.store, refused->id, COR_INTENT_RETRY, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_act_on_intent_finish (fixture->profile.store, cor_test_await (&await), NULL));
  assert_link (fixture, "CP-10001", "payer 1790000000 call_back by");
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpint (count (fixture, "done"), ==, 1);
}

/* The same of a change of status; a later wish takes the place of what was refused. */
static void
test_refused_status (Fixture      *fixture,
                     gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 }, again = { 0 };

  call (fixture, "/sandbox/faults", "[{\"kind\":\"status\",\"status\":422,\"path\":\"*/toggle_status\",\"method\":\"POST\",\"count\":1}]");
  cor_store_queue_status_async (fixture->profile.store, fixture->conversation, COR_STATUS_RESOLVED, 0, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_queue_finish (fixture->profile.store, cor_test_await (&await), NULL));
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpint (count (fixture, "failed"), ==, 1);
  cor_store_queue_status_async (fixture->profile.store, fixture->conversation, COR_STATUS_PENDING, 0, NULL, cor_test_on_result, &again);
  g_assert_true (cor_store_queue_finish (fixture->profile.store, cor_test_await (&again), NULL));
  g_assert_cmpint (count (fixture, "failed"), ==, 0);
  cor_test_profile_run_once (&fixture->profile);
  g_assert_cmpint (count (fixture, "done"), ==, 1);
}

static void
assert_merged (const char *before,
               const char *change,
               const char *after)
{
  const char      *changes[] = { change, NULL };
  gboolean         is_changed = FALSE;
  g_autofree char *merged = cor_link_merge (before, changes, "7", &is_changed);

  g_assert_cmpstr (merged, ==, after);
  g_assert_cmpint (is_changed, ==, g_strcmp0 (before, after) != 0);
}

/* Whatever stands there: nothing of others is lost, and done twice is done once. */
static void
test_merge (void)
{
  assert_merged (NULL, "link payee CP-10001", "{\"payment_refs\":[{\"reference\":\"CP-10001\",\"role\":\"payee\"}]}");
  assert_merged ("{\"payment_refs\":[\"cp-10001\",7]}", "link payee CP-10001", "{\"payment_refs\":[7,{\"reference\":\"CP-10001\",\"role\":\"payee\"}]}");
  assert_merged ("{\"payment_refs\":\"CP-2\"}", "link payer CP-10001", "{\"payment_refs\":[\"CP-2\",{\"reference\":\"CP-10001\",\"role\":\"payer\"}]}");
  assert_merged ("{\"payment_refs\":[{\"reference\":\"CP-10001\",\"role\":\"payer\",\"note\":1}]}", "link payee CP-10001",
                 "{\"payment_refs\":[{\"reference\":\"CP-10001\",\"role\":\"payee\",\"note\":1}]}");
  assert_merged ("{\"payment_refs\":[{\"reference\":\"CP-10001\",\"role\":\"payee\"}]}", "link payee CP-10001",
                 "{\"payment_refs\":[{\"reference\":\"CP-10001\",\"role\":\"payee\"}]}");
  assert_merged ("{\"payment_reference\":\"CP-10001\",\"payment_refs\":[\"CP-10001\"],\"a\":1}", "unlink CP-10001", "{\"a\":1}");
  assert_merged ("{\"payment_refs\":5}", "unlink CP-10001", "{\"payment_refs\":5}");
  assert_merged ("{\"verification\":{\"verified_at\":\"2027-01-01T00:00:00Z\",\"method\":\"call_back\"}}", "verify app_sign_in 1790000000",
                 "{\"verification\":{\"verified_at\":\"2027-01-01T00:00:00Z\",\"method\":\"call_back\"}}");
  assert_merged ("{\"verification\":{\"verified_at\":\"2027-01-01T00:00:00Z\"}}", "unverify 1790000000", "{\"verification\":{\"verified_at\":\"2027-01-01T00:00:00Z\"}}");
  assert_merged ("{\"verification\":[1]}", "unverify 1790000000", "{}");
  assert_merged ("{\"a\":1}", "of another version", "{\"a\":1}");
}

static void
test_no_object (void)
{
  const char *const changes[] = { "link payer CP-10001", NULL };
  gboolean          is_changed = TRUE;

  g_assert_null (cor_link_merge ("[]", changes, "7", &is_changed));
  g_assert_false (is_changed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/merge", test_merge);
  g_test_add_func ("/links/no-object", test_no_object);
  g_test_add ("/links/arrives", Fixture, NULL, set_up, test_arrives, tear_down);
  g_test_add ("/links/unlink", Fixture, NULL, set_up, test_unlink, tear_down);
  g_test_add ("/links/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/links/refused-status", Fixture, NULL, set_up, test_refused_status, tear_down);
  return g_test_run ();
}
