/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* What changed in the ledger is asked for again here, once, and only what is known. */

#include "config.h"

#include "cor-ledger-changes.h"
#include "cor-payment-inquiry.h"
#include "cor-store-payment-services.h"
#include "cor-store-payment-wishes.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-profile.h"

#define KNOWN "CP-90003"
#define NOT_KNOWN "CP-90004"

static void
set_ledger (CorTestProfile *profile,
            const char     *url)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_payment_service_async (profile->store, COR_PAYMENT_LEDGER, url, profile->sandbox->ca, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_payment_service_finish (profile->store, cor_test_await (&await), NULL));
}

static void
show (CorTestProfile *profile,
      const char     *reference)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPaymentView) view = NULL;

  cor_payment_inquiry_async (profile->store, reference, NULL, NULL, cor_test_on_result, &await);
  view = cor_payment_inquiry_finish (profile->store, cor_test_await (&await), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (view->is_known);
}

static gboolean
read_changes (CorTestProfile *profile,
              GError        **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_ledger_changes_read_async (profile->store, NULL, cor_test_on_result, &await);
  return cor_ledger_changes_read_finish (profile->store, cor_test_await (&await), error);
}

static gboolean
is_wished (CorTestProfile *profile,
           const char     *reference)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorPaymentWish) wish = NULL;

  cor_store_load_payment_wish_async (profile->store, reference, NULL, cor_test_on_result, &await);
  wish = cor_store_load_payment_wish_finish (profile->store, cor_test_await (&await), NULL);
  return wish != NULL && wish->is_wanted;
}

static void
end_wish (CorTestProfile *profile,
          const char     *reference)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_end_payment_wish_async (profile->store, reference, NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_end_payment_wish_finish (profile->store, cor_test_await (&await), NULL));
}

/* As if the last look was long ago: the cursor stays. */
static void
wait_long (CorTestProfile *profile)
{
  g_autofree char *path = g_build_filename (profile->dir, "corridor.db", NULL);
  sqlite3         *file = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &file, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (file, 5000);
  g_assert_cmpint (sqlite3_exec (file, "UPDATE payment_lookup SET asked_at = 1 WHERE service = 'changes'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (file), ==, 1);
  sqlite3_close (file);
}

static void
take_away (CorTestProfile *profile,
           const char     *what)
{
  g_autofree char *body = g_strdup_printf ("{\"lacks\":\"%s\"}", what);
  g_autoptr (JsonNode) answer = cor_test_sandbox_call (profile->sandbox, "POST", "/sandbox/ledger", body);
}

static void
test_changes (CorTestProfile *profile,
              gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;

  /* without a ledger nobody is asked */
  g_assert_true (read_changes (profile, &error));
  g_assert_no_error (error);
  g_setenv ("CORRIDOR_LEDGER_TOKEN", profile->sandbox->token, TRUE);
  set_ledger (profile, profile->sandbox->url);
  show (profile, KNOWN);
  g_assert_true (read_changes (profile, &error));
  g_assert_no_error (error);
  g_assert_true (is_wished (profile, KNOWN));
  g_assert_false (is_wished (profile, NOT_KNOWN));
  /* nothing is new since then */
  end_wish (profile, KNOWN);
  wait_long (profile);
  g_assert_true (read_changes (profile, &error));
  g_assert_false (is_wished (profile, KNOWN));
}

static void
ask_before (CorTestProfile *profile,
            int             seconds)
{
  g_autofree char *path = g_build_filename (profile->dir, "corridor.db", NULL);
  g_autofree char *sql = g_strdup_printf ("UPDATE payment_lookup SET asked_at = CAST(strftime('%%s', 'now') AS INTEGER) - %d WHERE service = 'changes'", seconds);
  sqlite3         *file = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &file, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (file, 5000);
  g_assert_cmpint (sqlite3_exec (file, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (file), ==, 1);
  sqlite3_close (file);
}

/* The sync looks every minute, sometimes a second early: that look counts, and one right after another does not. */
static void
test_rhythm (CorTestProfile *profile,
             gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;
  guint n;

  g_setenv ("CORRIDOR_LEDGER_TOKEN", profile->sandbox->token, TRUE);
  set_ledger (profile, profile->sandbox->url);
  g_assert_true (read_changes (profile, &error));
  g_assert_no_error (error);
  n = cor_test_profile_count_requests (profile, "/ledger/v1/changes");
  g_assert_cmpuint (n, >, 0);
  ask_before (profile, 10);
  g_assert_true (read_changes (profile, &error));
  g_assert_cmpuint (cor_test_profile_count_requests (profile, "/ledger/v1/changes"), ==, n);
  ask_before (profile, 58);
  g_assert_true (read_changes (profile, &error));
  g_assert_cmpuint (cor_test_profile_count_requests (profile, "/ledger/v1/changes"), >, n);
}

/* A ledger that does not tell changes is not asked for them once a minute. */
static void
test_no_changes (CorTestProfile *profile,
                 gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (profile->dir, "corridor.db", NULL);
  sqlite3         *file = NULL;

  g_setenv ("CORRIDOR_LEDGER_TOKEN", profile->sandbox->token, TRUE);
  take_away (profile, "changes");
  set_ledger (profile, profile->sandbox->url);
  g_assert_true (read_changes (profile, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cor_test_profile_count_requests (profile, "/ledger/v1/changes"), ==, 1);
  /* an hour later */
  g_assert_cmpint (sqlite3_open_v2 (path, &file, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (file, 5000);
  g_assert_cmpint (sqlite3_exec (file, "UPDATE payment_lookup SET asked_at = asked_at - 3600 WHERE service = 'changes'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (file);
  g_assert_true (read_changes (profile, &error));
  g_assert_cmpint (cor_test_profile_count_requests (profile, "/ledger/v1/changes"), ==, 1);
  /* and when it tells them, they are read */
  take_away (profile, "");
  wait_long (profile);
  g_assert_true (read_changes (profile, &error));
  g_assert_cmpint (cor_test_profile_count_requests (profile, "/ledger/v1/changes"), >, 1);
}

/* Asked once for what it has, and never for what it does not have. */
static void
test_parts (CorTestProfile *profile,
            gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("CORRIDOR_LEDGER_TOKEN", profile->sandbox->token, TRUE);
  take_away (profile, "payments policy");
  set_ledger (profile, profile->sandbox->url);
  g_assert_true (read_changes (profile, &error));
  g_assert_no_error (error);
  g_assert_true (read_changes (profile, &error));
  g_assert_cmpint (cor_test_profile_count_requests (profile, "/ledger/v1"), ==, 1);
  g_assert_cmpint (cor_test_profile_count_requests (profile, "/ledger/v1/policy"), ==, 1);
  g_assert_cmpint (cor_test_profile_count_requests (profile, "/ledger/v1/changes"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add ("/ledger-changes/read", CorTestProfile, GUINT_TO_POINTER (1), cor_test_profile_set_up, test_changes, cor_test_profile_tear_down);
  g_test_add ("/ledger-changes/rhythm", CorTestProfile, GUINT_TO_POINTER (1), cor_test_profile_set_up, test_rhythm, cor_test_profile_tear_down);
  g_test_add ("/ledger-changes/none", CorTestProfile, GUINT_TO_POINTER (1), cor_test_profile_set_up, test_no_changes, cor_test_profile_tear_down);
  g_test_add ("/ledger-changes/parts", CorTestProfile, GUINT_TO_POINTER (1), cor_test_profile_set_up, test_parts, cor_test_profile_tear_down);
  return cor_test_run ();
}
