/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-migrations.h"
#include "cor-store-accounts.h"
#include "cor-store-check.h"
#include "cor-store-drafts.h"
#include "cor-store-files.h"
#include "cor-store-intents.h"
#include "cor-store-threads.h"
#include "cor-store-timeline.h"
#include "cor-test-await.h"
#include "cor-test-main.h"

#include <glib/gstdio.h>
#include <string.h>

/* Files of other versions, and damaged ones. */

#define N_FLIPS 40
#define SCHEMA_BYTES (5 * 4096) /* the header and the tables' definitions, about */

static const char *const *fixture_paths; /* fixtures/v1.sql and so on: what the versions left, in their order */

typedef struct
{
  char *dir, *path; /* of a profile, and its file as a version left it */
  gint  version;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer version)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *sqlite = NULL;

  fixture->dir = cor_test_make_dir ();
  fixture->path = g_build_filename (fixture->dir, "corridor.db", NULL);
  fixture->version = MAX (1, GPOINTER_TO_INT (version));
  g_file_get_contents (fixture_paths[fixture->version - 1], &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (fixture->path, &sqlite), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (sqlite), ==, SQLITE_OK);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static sqlite3 *
open_raw (Fixture *fixture)
{
  sqlite3 *sqlite = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &sqlite, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return sqlite;
}

static void
append_rows (GString    *text,
             sqlite3    *sqlite,
             const char *query)
{
  sqlite3_stmt *row = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (sqlite, query, -1, &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (row); i++)
      g_string_append_printf (text, "%s%c", (const char *) sqlite3_column_text (row, i), i + 1 < sqlite3_column_count (row) ? '|' : '\n');
  sqlite3_finalize (row);
}

/* What the server could not give back, in the columns of the first version, whatever came since. */
static char *
dump_own (Fixture *fixture)
{
  static const char *const queries[] = {
    "SELECT conversation, is_private, text, caret, updated_at FROM draft ORDER BY 1, 2",
    "SELECT id, uuid, account, conversation, kind, payload, state, hold, detail, message, created_at, updated_at, not_before, floor, base_status, "
    "base_assignee, from_offline, is_confirmed, is_time_bound, is_restarted, is_doubted, attempts, checks, uncertain_since_ms, check_asked, "
    "remote_id FROM intent ORDER BY id",
    "SELECT id, conversation, remote_id, ordinal, kind, content, uuid, delivery, created_at, is_private, is_deleted FROM message ORDER BY id",
    "SELECT account, key, value FROM setting ORDER BY 1, 2",
    "SELECT account, key, value FROM mark ORDER BY 1, 2",
    "SELECT id, kind, origin, remote_id, name, agent_id, agent_name, agent_email FROM account ORDER BY id",
    "SELECT seq FROM sqlite_sequence WHERE name IN ('intent', 'account') ORDER BY name",
  };
  sqlite3 *sqlite = open_raw (fixture);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    append_rows (text, sqlite, queries[i]);
  sqlite3_close (sqlite);
  return g_string_free (text, FALSE);
}

static gint64
get_version (Fixture *fixture)
{
  sqlite3 *sqlite = open_raw (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  append_rows (text, sqlite, "PRAGMA user_version");
  sqlite3_close (sqlite);
  return g_ascii_strtoll (text->str, NULL, 10);
}

static CorStore *
open_well (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CorStore *store = cor_store_open (fixture->dir, &error);

  g_assert_no_error (error);
  return store;
}

static GPtrArray *
check (CorStore *store,
       GError  **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_check_async (store, NULL, cor_test_on_result, &await);
  return cor_store_check_finish (store, cor_test_await (&await), error);
}

/* Opened, and opened again: nothing of the agent's is another than it was, and every list is sound. */
static void
test_version (Fixture      *fixture,
              gconstpointer unused)
{
  g_autofree char *before = dump_own (fixture), *copy = g_strconcat (fixture->path, ".before-upgrade", NULL);

  g_assert_cmpint (get_version (fixture), ==, fixture->version);
  for (int i = 0; i < 2; i++)
    {
      CorStore *store = open_well (fixture);
      g_autoptr (GPtrArray) problems = check (store, NULL);
      g_autofree char *after = NULL;

      g_assert_cmpuint (problems->len, ==, 0);
      cor_test_finalize (store);
      g_assert_cmpint (get_version (fixture), ==, COR_SCHEMA_VERSION);
      after = dump_own (fixture);
      g_assert_cmpstr (after, ==, before);
      g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
    }
}

static gint64
find (CorStore   *store,
      const char *name)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_find_conversation_async (store, name, NULL, cor_test_on_result, &await);
  return cor_store_find_conversation_finish (store, cor_test_await (&await), NULL);
}

/* The same through the eyes of the window. */
static void
test_still_there (Fixture      *fixture,
                  gconstpointer unused)
{
  static const CorIntentState states[] = { COR_INTENT_QUEUED, COR_INTENT_QUEUED, COR_INTENT_UNCERTAIN, COR_INTENT_FAILED, COR_INTENT_QUEUED };
  CorStore                   *store = open_well (fixture);
  g_auto (CorTestAwait) drafted = { 0 }, listed = { 0 }, loaded = { 0 };
  g_autoptr (GPtrArray) drafts = NULL, outbox = NULL;
  g_autoptr (CorTimelinePage) page = NULL;
  CorTimelineEntry *note;

  cor_store_load_drafts_async (store, find (store, "12"), NULL, cor_test_on_result, &drafted);
  drafts = cor_store_load_drafts_finish (store, cor_test_await (&drafted), NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  g_assert_cmpstr (((CorDraft *) drafts->pdata[0])->text, ==, "Dear Ana,\n\nyour refund left us on Monday. ¿Ha llegado?");
  g_assert_cmpstr (((CorDraft *) drafts->pdata[1])->text, ==, "ask operations first");

  cor_store_list_outbox_async (store, NULL, cor_test_on_result, &listed);
  outbox = cor_store_list_outbox_finish (store, cor_test_await (&listed), NULL);
  for (guint i = 0; i < outbox->len; i++)
    g_assert_cmpint (((CorIntentData *) outbox->pdata[i])->state, ==, states[i]);
  g_assert_cmpstr (((CorIntentData *) outbox->pdata[0])->text, ==, "It is on its way.");
  g_assert_cmpstr (((CorIntentData *) outbox->pdata[3])->detail, ==, "Content is too long");

  cor_store_load_timeline_async (store, find (store, "13"), FALSE, 10, NULL, cor_test_on_result, &loaded);
  page = cor_store_load_timeline_finish (store, cor_test_await (&loaded), NULL);
  g_assert_cmpuint (page->entries->len, ==, 4);
  note = page->entries->pdata[3];
  g_assert_cmpstr (note->content, ==, "Bank confirmed by phone.");
  g_assert_true (note->is_private);
  cor_test_await_clear (&drafted);
  cor_test_await_clear (&listed);
  cor_test_await_clear (&loaded);
  cor_test_finalize (store);
}

static void
exec (Fixture    *fixture,
      const char *sql)
{
  sqlite3 *sqlite = open_raw (fixture);

  g_assert_cmpint (sqlite3_exec (sqlite, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (sqlite);
}

/* A draft of an earlier version takes files, and goes with them. */
static void
test_takes_files (Fixture      *fixture,
                  gconstpointer unused)
{
  const CorFilePlace place = { COR_CHANNEL_EMAIL, FALSE };
  CorStore          *store = open_well (fixture);
  gint64             conversation = find (store, "12");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7", 8);
  g_autoptr (GPtrArray) files = NULL, none = NULL;
  g_auto (CorTestAwait) staged = { 0 }, attached = { 0 }, listed = { 0 }, again = { 0 };

  cor_store_stage_bytes_async (store, bytes, "a.pdf", &place, NULL, cor_test_on_result, &staged);
  cor_store_attach_async (store, conversation, FALSE, cor_store_stage_finish (store, cor_test_await (&staged), NULL), NULL, cor_test_on_result, &attached);
  g_assert_true (cor_store_attach_finish (store, cor_test_await (&attached), NULL));
  cor_store_list_draft_files_async (store, conversation, FALSE, NULL, cor_test_on_result, &listed);
  files = cor_store_list_files_finish (store, cor_test_await (&listed), NULL);
  g_assert_cmpuint (files->len, ==, 1);
  cor_test_await_clear (&staged);
  cor_test_await_clear (&attached);
  cor_test_await_clear (&listed);
  cor_test_finalize (store);

  exec (fixture, "DELETE FROM draft");
  store = open_well (fixture);
  cor_store_list_draft_files_async (store, conversation, FALSE, NULL, cor_test_on_result, &again);
  none = cor_store_list_files_finish (store, cor_test_await (&again), NULL);
  g_assert_cmpuint (none->len, ==, 0);
  cor_test_await_clear (&again);
  cor_test_finalize (store);
}

static GBytes *
read_file (Fixture *fixture)
{
  char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

/* Refused with words that say why, and not a byte is another. */
static void
assert_refused (Fixture    *fixture,
                const char *word)
{
  g_autoptr (GBytes) before = read_file (fixture), after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorStore) store = cor_store_open (fixture->dir, &error);

  g_assert_null (store);
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, word));
  after = read_file (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

/* What was imported is there, in the words of the version that brought articles. */
static void
test_article (Fixture      *fixture,
              gconstpointer unused)
{
  CorStore *store = open_well (fixture);
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *sqlite;

  cor_test_finalize (store);
  sqlite = open_raw (fixture);
  append_rows (text, sqlite, "SELECT source, remote_id, locale, title, body, updated_at FROM article");
  sqlite3_close (sqlite);
  g_assert_cmpstr (text->str, ==, "import|kb-1|es|Cuánto tarda un reembolso|De dos a cinco días hábiles.|1700000300\n");
}

static void
assert_named (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *sqlite = open_raw (fixture);

  append_rows (text, sqlite, "SELECT c.remote_id, p.reference, coalesce(p.role, '-') FROM conversation_payment AS p JOIN conversation AS c ON c.id = p.conversation ORDER BY 1, 2");
  sqlite3_close (sqlite);
  g_assert_cmpstr (text->str, ==, expected);
}

/* The payments that conversations name are known, however a desk names them, and follow what it says later. */
static void
test_payments (Fixture      *fixture,
               gconstpointer unused)
{
  exec (fixture, "UPDATE conversation SET attributes_json = '{\"payment_refs\":[\"CP-2\",{\"reference\":\"CP-1\",\"role\":\"payee\"},{\"reference\":\"CP-1\"},7,null,{}],"
                 "\"payment_reference\":\"CP-3\"}' WHERE remote_id = '12';"
                 "UPDATE conversation SET attributes_json = '{\"payment_refs\": broken' WHERE remote_id = '13'");
  cor_test_finalize (open_well (fixture));
  assert_named (fixture, "12|CP-1|payee\n12|CP-2|-\n12|CP-3|-\n");
  exec (fixture, "UPDATE conversation SET attributes_json = '{\"payment_refs\":\"CP-8\",\"payment_reference\":\"CP-9\"}' WHERE remote_id = '13';"
                 "UPDATE conversation SET attributes_json = NULL WHERE remote_id = '12'");
  assert_named (fixture, "13|CP-8|-\n13|CP-9|-\n");
  exec (fixture, "DELETE FROM conversation WHERE remote_id = '13'");
  cor_test_finalize (open_well (fixture));
  assert_named (fixture, "");
}

static void
test_newer (Fixture      *fixture,
            gconstpointer unused)
{
  exec (fixture, "PRAGMA user_version = 999");
  assert_refused (fixture, "999");
}

static GBytes *
read_beside (Fixture    *fixture,
             const char *ending)
{
  g_autofree char *path = g_strconcat (fixture->path, ending, NULL);
  char            *bytes = NULL;
  gsize            size = 0;

  return g_file_get_contents (path, &bytes, &size, NULL) ? g_bytes_new_take (bytes, size) : NULL;
}

/* A newer version was killed before its log was taken over: the file itself still seems to be ours. */
static void
test_newer_in_log (Fixture      *fixture,
                   gconstpointer unused)
{
  g_autoptr (GBytes) before = NULL, log_before = NULL, log_after = NULL, index_after = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL), *index = g_strconcat (fixture->path, "-shm", NULL);
  sqlite3         *sqlite = open_raw (fixture);

  before = read_file (fixture);
  g_assert_cmpint (sqlite3_db_config (sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, "PRAGMA user_version = 999; CREATE TABLE of_tomorrow (x)", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (sqlite), ==, SQLITE_OK);
  g_unlink (index);
  log_before = read_beside (fixture, "-wal");
  g_assert_cmpuint (g_bytes_get_size (log_before), >, 0);

  assert_refused (fixture, "999");
  log_after = read_beside (fixture, "-wal");
  index_after = read_beside (fixture, "-shm");
  g_assert_true (log_after != NULL && g_bytes_equal (log_before, log_after));
  g_assert_null (index_after);
}

/* A log of our own version that is left over is read, as ever. */
static void
test_own_log (Fixture      *fixture,
              gconstpointer unused)
{
  sqlite3         *sqlite = open_raw (fixture);
  g_autofree char *own = NULL;
  CorStore        *store;

  g_assert_cmpint (sqlite3_db_config (sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, "UPDATE account SET agent_name = 'Only in the log'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (sqlite), ==, SQLITE_OK);
  store = open_well (fixture);
  cor_test_finalize (store);
  own = dump_own (fixture);
  g_assert_nonnull (strstr (own, "Only in the log"));
}

static void
test_another_program (Fixture      *fixture,
                      gconstpointer unused)
{
  exec (fixture, "PRAGMA application_id = 7");
  assert_refused (fixture, "corridor.db");
}

static void
write_file (Fixture    *fixture,
            const char *bytes,
            gsize       size)
{
  static const char *const beside[] = { "-wal", "-shm" };

  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, beside[i], NULL);

      g_unlink (path);
    }
}

/* Opens what may be damaged and reads all of it; whatever is wrong is an error of ours with words.
 * Returns: whether nothing was found to be wrong */
static gboolean
seems_well (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  CorStore *store = cor_store_open (fixture->dir, &error);

  if (store != NULL)
    {
      problems = check (store, &error);
      cor_test_finalize (store);
    }
  g_assert_true (problems != NULL || error != NULL);
  if (error != NULL)
    {
      g_assert_true (error->domain == COR_STORE_ERROR);
      g_assert_cmpint (error->code, !=, COR_STORE_ERROR_NOT_FOUND);
      g_assert_cmpuint (strlen (error->message), >, 5);
      return FALSE;
    }
  return problems->len == 0;
}

/* Less than a sector is a new file to SQLite, and nothing of anybody's is left in it. */
static void
test_cut_off (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (GBytes) whole = read_file (fixture);
  gsize       size = g_bytes_get_size (whole);
  const char *bytes = g_bytes_get_data (whole, NULL);
  gsize       lengths[] = { 600, 1000, 4096, 2 * 4096, size / 2, size - 4096, size - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_test_message ("the first %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes", lengths[i], size);
      write_file (fixture, bytes, lengths[i]);
      g_assert_false (seems_well (fixture));
    }
  write_file (fixture, bytes, size);
  g_assert_true (seems_well (fixture));
}

static void
test_not_a_database (Fixture      *fixture,
                     gconstpointer unused)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (CorStore) store = NULL;

  write_file (fixture, text, 100000);
  store = cor_store_open (fixture->dir, &error);
  g_assert_null (store);
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_CORRUPT);
}

/* Noise in places, half of them where the header and the definitions are: found, or not needed, but never a crash. */
static void
test_noise (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (GBytes) whole = read_file (fixture);
  gsize size = g_bytes_get_size (whole);
  g_autoptr (GRand) dice = g_rand_new_with_seed (6);
  guint n_found = 0;

  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autofree char *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      gsize            at = (gsize) g_rand_int_range (dice, 0, i % 2 == 0 ? (gint32) size - 64 : SCHEMA_BYTES);

      g_test_message ("64 bytes of noise at %" G_GSIZE_FORMAT, at);
      for (guint j = 0; j < 64; j++)
        bytes[at + j] = (char) g_rand_int_range (dice, 0, 256);
      write_file (fixture, bytes, size);
      n_found += !seems_well (fixture);
    }
  g_assert_cmpuint (n_found, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 3);
  fixture_paths = (const char *const *) argv + 1;
#define ADD(name, func) g_test_add ("/migration/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("first-version", test_version);
  g_test_add ("/migration/second-version", Fixture, GINT_TO_POINTER (2), set_up, test_version, tear_down);
  g_test_add ("/migration/second-version/article", Fixture, GINT_TO_POINTER (2), set_up, test_article, tear_down);
  ADD ("still-there", test_still_there);
  ADD ("takes-files", test_takes_files);
  ADD ("payments", test_payments);
  ADD ("newer", test_newer);
  ADD ("newer-in-log", test_newer_in_log);
  ADD ("own-log", test_own_log);
  ADD ("another-program", test_another_program);
  ADD ("cut-off", test_cut_off);
  ADD ("not-a-database", test_not_a_database);
  ADD ("noise", test_noise);
#undef ADD
  return cor_test_run ();
}
