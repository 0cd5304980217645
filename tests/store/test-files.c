/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-file-limits.h"
#include "cor-store-drafts.h"
#include "cor-store-files.h"
#include "cor-store-intents.h"
#include "cor-store-timeline.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Files of drafts and replies, from the disk they are on to the moment when nobody needs them any more. */

#define PNG "\x89PNG\r\n\x1a\n0000IHDR"

typedef struct
{
  CorTestDesk  desk;
  gint64       conversation;
  CorFilePlace place;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer channel)
{
  CorTestConversation conversation = { .number = "11", .name = "Ana Ruiz", .at = 1000 };

  conversation.channel = (CorChannel) GPOINTER_TO_INT (channel);
  cor_test_desk_open (&fixture->desk);
  fixture->conversation = cor_test_desk_add (&fixture->desk, &conversation);
  fixture->place.channel = conversation.channel;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_desk_close (&fixture->desk);
}

static CorStagedFile *
stage (Fixture    *fixture,
       const char *name,
       const char *text,
       GError    **error)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  cor_store_stage_bytes_async (fixture->desk.store, bytes, name, &fixture->place, NULL, cor_test_on_result, &await);
  return cor_store_stage_finish (fixture->desk.store, cor_test_await (&await), error);
}

static gboolean
attach_staged (Fixture       *fixture,
               gboolean       is_private,
               CorStagedFile *file,
               GError       **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_attach_async (fixture->desk.store, fixture->conversation, is_private, file, NULL, cor_test_on_result, &await);
  return cor_store_attach_finish (fixture->desk.store, cor_test_await (&await), error);
}

static void
attach (Fixture    *fixture,
        gboolean    is_private,
        const char *name,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  CorStagedFile *file = stage (fixture, name, text, &error);

  g_assert_no_error (error);
  g_assert_true (attach_staged (fixture, is_private, file, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *fixture,
      gboolean is_private)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_list_draft_files_async (fixture->desk.store, fixture->conversation, is_private, NULL, cor_test_on_result, &await);
  return cor_store_list_files_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

static guint
count_draft (Fixture *fixture)
{
  g_autoptr (GPtrArray) files = list (fixture, FALSE);

  return files->len;
}

static void
detach_first (Fixture *fixture)
{
  g_autoptr (GPtrArray) files = list (fixture, FALSE);
  g_auto (CorTestAwait) await = { 0 };

  cor_store_detach_async (fixture->desk.store, ((CorOutgoingFile *) files->pdata[0])->id, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_detach_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
save (Fixture    *fixture,
      const char *text)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_save_draft_async (fixture->desk.store, fixture->conversation, FALSE, text, 0, NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_save_draft_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

/* The text of the reply's draft; NULL: there is none. */
static char *
dup_draft (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) drafts = NULL;

  cor_store_load_drafts_async (fixture->desk.store, fixture->conversation, NULL, cor_test_on_result, &await);
  drafts = cor_store_load_drafts_finish (fixture->desk.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < drafts->len; i++)
    if (!((CorDraft *) drafts->pdata[i])->is_private)
      return g_strdup (((CorDraft *) drafts->pdata[i])->text);
  return NULL;
}

/* A reply with all files of the draft. */
static gint64
send (Fixture    *fixture,
      const char *text,
      GError    **error)
{
  g_autoptr (GPtrArray) files = list (fixture, FALSE);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (CorTestAwait) await = { 0 };
  CorReplyOrder order = { .conversation = fixture->conversation, .text = text, .undo_seconds = 0 };

  for (guint i = 0; i < files->len; i++)
    g_array_append_val (ids, ((CorOutgoingFile *) files->pdata[i])->id);
  order.files = (const gint64 *) (gpointer) ids->data;
  order.n_files = ids->len;
  cor_store_queue_reply_with_async (fixture->desk.store, &order, NULL, cor_test_on_result, &await);
  return cor_store_queue_reply_finish (fixture->desk.store, cor_test_await (&await), error);
}

static CorIntentData *
load_intent (Fixture *fixture,
             gint64   id)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_intent_async (fixture->desk.store, id, NULL, cor_test_on_result, &await);
  return cor_store_load_intent_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

static void
act (Fixture        *fixture,
     gint64          intent,
     CorIntentAction action)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_act_on_intent_async (fixture->desk.store, intent, action, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_act_on_intent_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static guint
count_kept (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->desk.dir, COR_STORE_FILES, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The original is gone, the profile was closed as by a crash, and what was attached is all there; only its owner may read it. */
static void
test_kept (Fixture      *fixture,
           gconstpointer unused)
{
  g_autofree char *original = g_build_filename (fixture->desk.dir, "quittung.pdf", NULL);
  g_autofree char *folder = g_build_filename (fixture->desk.dir, COR_STORE_FILES, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (original);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *draft = NULL;
  CorOutgoingFile *kept;
  CorStagedFile   *staged;
  GStatBuf         found;

  g_assert_true (g_file_set_contents (original, "%PDF-1.7 paid", -1, NULL));
  cor_store_stage_file_async (fixture->desk.store, file, &fixture->place, NULL, cor_test_on_result, &await);
  staged = cor_store_stage_finish (fixture->desk.store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  g_assert_true (attach_staged (fixture, FALSE, staged, NULL));
  g_assert_cmpint (g_unlink (original), ==, 0);
  cor_test_await_clear (&await);

  cor_test_finalize (g_steal_pointer (&fixture->desk.store));
  fixture->desk.store = cor_store_open (fixture->desk.dir, &error);
  files = list (fixture, FALSE);
  g_assert_cmpuint (files->len, ==, 1);
  kept = files->pdata[0];
  g_assert_cmpstr (kept->name, ==, "quittung.pdf");
  g_assert_cmpstr (kept->content_type, ==, "application/pdf");
  g_assert_cmpint (kept->size, ==, strlen ("%PDF-1.7 paid"));
  g_assert_true (g_file_get_contents (kept->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "%PDF-1.7 paid");
  draft = dup_draft (fixture);
  g_assert_cmpstr (draft, ==, "");
  g_assert_cmpint (g_stat (kept->path, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0700);
}

/* A draft lives as long as something is in it; the same bytes are kept once, until the last one who needs them is gone. */
static void
test_removed (Fixture      *fixture,
              gconstpointer unused)
{
  g_autofree char *kept = NULL, *gone = NULL;

  attach (fixture, FALSE, "a.txt", "the same");
  attach (fixture, TRUE, "b.txt", "the same");
  cor_test_until (count_kept (fixture) == 1);
  save (fixture, "Dear Ana");
  save (fixture, "");
  kept = dup_draft (fixture);
  g_assert_cmpstr (kept, ==, "");
  g_assert_cmpuint (count_draft (fixture), ==, 1);

  detach_first (fixture);
  gone = dup_draft (fixture);
  g_assert_null (gone);
  cor_test_desk_settle (&fixture->desk);
  g_assert_cmpuint (count_kept (fixture), ==, 1);
  attach (fixture, FALSE, "c.txt", "another");
  cor_test_until (count_kept (fixture) == 2);
  detach_first (fixture);
  cor_test_until (count_kept (fixture) == 1);
}

static void
assert_refused (Fixture         *fixture,
                const char      *name,
                const char      *text,
                CorFileErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stage (fixture, name, text, &error));
  g_assert_error (error, COR_FILE_ERROR, (int) code);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer channel)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->desk.dir);
  g_autoptr (GFile) nothing = g_file_get_child (folder, "nothing.pdf");
  g_autofree char *large = g_strnfill (5 * 1024 * 1024 + 1, 'x');
  g_auto (CorTestAwait) folder_await = { 0 }, nothing_await = { 0 };
  g_autoptr (GError) folder_error = NULL, nothing_error = NULL, error = NULL;

  assert_refused (fixture, "run.exe", "MZ\x90\x01\xff\xfe\x03", COR_FILE_ERROR_TYPE);
  assert_refused (fixture, "table.csv", "a,b\n", COR_FILE_ERROR_TYPE); /* not on this channel */
  assert_refused (fixture, "empty.pdf", "", COR_FILE_ERROR_EMPTY);
  memcpy (large, PNG, strlen (PNG));
  assert_refused (fixture, "photo.png", large, COR_FILE_ERROR_TOO_LARGE);
  fixture->place.is_private = TRUE; /* a note stays on the desk */
  attach (fixture, TRUE, "table.csv", "a,b\n");
  attach (fixture, TRUE, "photo.png", large);

  cor_store_stage_file_async (fixture->desk.store, folder, &fixture->place, NULL, cor_test_on_result, &folder_await);
  g_assert_null (cor_store_stage_finish (fixture->desk.store, cor_test_await (&folder_await), &folder_error));
  g_assert_error (folder_error, COR_FILE_ERROR, COR_FILE_ERROR_FOLDER);
  cor_store_stage_file_async (fixture->desk.store, nothing, &fixture->place, NULL, cor_test_on_result, &nothing_await);
  g_assert_null (cor_store_stage_finish (fixture->desk.store, cor_test_await (&nothing_await), &nothing_error));
  g_assert_error (nothing_error, COR_FILE_ERROR, COR_FILE_ERROR_UNREADABLE);

  for (int i = 2; i < COR_MESSAGE_FILES_MAX; i++)
    attach (fixture, TRUE, "one-more.txt", "x");
  g_assert_false (attach_staged (fixture, TRUE, stage (fixture, "16.txt", "x", NULL), &error));
  g_assert_error (error, COR_FILE_ERROR, COR_FILE_ERROR_TOO_MANY);
}

/* Queued with its files, shown with them, taken back with them, and rid of them when the desk has it. */
static void
test_reply (Fixture      *fixture,
            gconstpointer unused)
{
  g_auto (CorTestAwait) loaded = { 0 };
  g_autoptr (CorTimelinePage) page = NULL;
  g_autoptr (CorIntentData) intent = NULL, again = NULL;
  g_autoptr (CorMessageRecord) message = cor_message_record_new ();
  g_autofree char  *draft = NULL, *none = NULL;
  CorTimelineEntry *bubble;
  CorIntentMove     move = { .step = COR_STEP_SEND };
  gint64            id;

  attach (fixture, FALSE, "first.pdf", "%PDF-1.7 1");
  attach (fixture, FALSE, "second.png", PNG);
  id = send (fixture, "", NULL);
  g_assert_cmpint (id, >, 0);
  intent = load_intent (fixture, id);
  g_assert_cmpuint (g_strv_length (intent->files), ==, 2);
  g_assert_cmpstr (intent->files[0], ==, "first.pdf");
  g_assert_cmpuint (count_draft (fixture), ==, 0);
  none = dup_draft (fixture);
  g_assert_null (none);
  cor_store_load_timeline_async (fixture->desk.store, fixture->conversation, FALSE, 10, NULL, cor_test_on_result, &loaded);
  page = cor_store_load_timeline_finish (fixture->desk.store, cor_test_await (&loaded), NULL);
  bubble = page->entries->pdata[page->entries->len - 1];
  g_assert_cmpuint (bubble->attachments->len, ==, 2);
  g_assert_cmpstr (((CorAttachmentRecord *) bubble->attachments->pdata[1])->file_name, ==, "second.png");

  save (fixture, "begun since");
  act (fixture, id, COR_INTENT_TAKE_BACK);
  draft = dup_draft (fixture);
  g_assert_cmpstr (draft, ==, "begun since");
  g_assert_cmpuint (count_draft (fixture), ==, 2);

  move.intent = send (fixture, "Here they are", NULL);
  again = load_intent (fixture, move.intent);
  cor_test_desk_move (&fixture->desk, &move);
  message->remote_id = g_strdup ("900");
  message->ordinal = 900;
  message->conversation_id = g_strdup ("11");
  message->kind = COR_MESSAGE_OUTGOING;
  message->sender_kind = COR_SENDER_AGENT;
  message->uuid = g_strdup (again->uuid);
  message->created_at = 1001;
  move.step = COR_STEP_ACCEPT;
  move.message = message;
  g_assert_cmpuint (count_kept (fixture), ==, 2);
  cor_test_desk_move (&fixture->desk, &move);
  cor_test_until (count_kept (fixture) == 0);
}

/* Refused by the desk: nothing is lost until the agent says so. */
static void
test_discarded (Fixture      *fixture,
                gconstpointer unused)
{
  CorIntentMove move = { .step = COR_STEP_SEND };
  g_autoptr (CorIntentData) refused = NULL;

  attach (fixture, FALSE, "first.pdf", "%PDF-1.7 1");
  move.intent = send (fixture, "Here it is", NULL);
  cor_test_desk_move (&fixture->desk, &move);
  move.step = COR_STEP_REJECT;
  move.detail = "too large";
  cor_test_desk_move (&fixture->desk, &move);
  refused = load_intent (fixture, move.intent);
  g_assert_cmpuint (g_strv_length (refused->files), ==, 1);
  cor_test_desk_settle (&fixture->desk);
  g_assert_cmpuint (count_kept (fixture), ==, 1);
  act (fixture, move.intent, COR_INTENT_CANCEL);
  cor_test_until (count_kept (fixture) == 0);
}

/* Nothing but an approved text leaves a held conversation; colleagues may be told anything. */
static void
test_held (Fixture      *fixture,
           gconstpointer unused)
{
  CorTestConversation conversation = { .number = "11", .name = "Ana Ruiz", .at = 1000, .labels = "compliance-hold" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staged = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_staged_file_free);
  g_auto (CorTestAwait) noted = { 0 };
  CorReplyOrder note = { .is_private = TRUE, .text = "", .undo_seconds = 0, .staged = staged };

  cor_test_desk_add (&fixture->desk, &conversation);
  attach (fixture, FALSE, "first.pdf", "%PDF-1.7 1");
  g_assert_cmpint (send (fixture, "", &error), ==, 0);
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED);
  g_assert_cmpuint (count_draft (fixture), ==, 1);

  note.conversation = fixture->conversation;
  g_ptr_array_add (staged, stage (fixture, "for-us.pdf", "%PDF-1.7 2", NULL));
  cor_store_queue_reply_with_async (fixture->desk.store, &note, NULL, cor_test_on_result, &noted);
  g_assert_cmpint (cor_store_queue_reply_finish (fixture->desk.store, cor_test_await (&noted), NULL), >, 0);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
#define ADD(name, channel, func) g_test_add ("/store/files/" name, Fixture, GINT_TO_POINTER (channel), set_up, func, tear_down)
  ADD ("kept", COR_CHANNEL_EMAIL, test_kept);
  ADD ("removed", COR_CHANNEL_EMAIL, test_removed);
  ADD ("refused", COR_CHANNEL_WHATSAPP, test_refused);
  ADD ("reply", COR_CHANNEL_EMAIL, test_reply);
  ADD ("discarded", COR_CHANNEL_EMAIL, test_discarded);
  ADD ("held", COR_CHANNEL_EMAIL, test_held);
  return cor_test_run ();
}
