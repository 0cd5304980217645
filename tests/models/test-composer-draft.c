/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-composer-draft.h"
#include "cor-store-drafts.h"
#include "cor-store-intents.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

#include <string.h>

typedef struct
{
  CorTestDesk       desk;
  CorComposerDraft *draft;
  gint64            one, other;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  fixture->one = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = 1000 });
  fixture->other = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Ana", .at = 1000 });
  fixture->draft = cor_composer_draft_new (fixture->desk.store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->draft);
  cor_test_desk_close (&fixture->desk);
}

static void
open_draft (Fixture *fixture,
            gint64   conversation)
{
  cor_composer_draft_open (fixture->draft, conversation);
  cor_test_until (cor_composer_draft_is_loaded (fixture->draft));
}

/* What is on disk, read past the object under test; "" for none. */
static char *
read_stored (Fixture *fixture,
             gint64   conversation,
             gboolean is_private)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) drafts = NULL;

  cor_store_load_drafts_async (fixture->desk.store, conversation, NULL, cor_test_on_result, &await);
  drafts = cor_store_load_drafts_finish (fixture->desk.store, cor_test_await (&await), NULL);
  for (guint i = 0; i < drafts->len; i++)
    {
      const CorDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->is_private == is_private)
        return g_strdup (draft->text);
    }
  return g_strdup ("");
}

static gboolean
is_stored (Fixture    *fixture,
           gint64      conversation,
           gboolean    is_private,
           const char *text)
{
  g_autofree char *stored = read_stored (fixture, conversation, is_private);

  return strcmp (stored, text) == 0;
}

static void
test_saves_after_a_rest (Fixture      *fixture,
                         gconstpointer unused)
{
  cor_composer_draft_set_waits (fixture->draft, 30, 10000);
  open_draft (fixture, fixture->one);
  g_assert_cmpint (cor_composer_draft_get_state (fixture->draft, FALSE), ==, COR_DRAFT_EMPTY);
  cor_composer_draft_edit (fixture->draft, FALSE, "Hel", 3);
  g_assert_cmpint (cor_composer_draft_get_state (fixture->draft, FALSE), ==, COR_DRAFT_UNSAVED);
  g_assert_true (is_stored (fixture, fixture->one, FALSE, ""));
  cor_test_until (cor_composer_draft_get_state (fixture->draft, FALSE) == COR_DRAFT_SAVED);
  g_assert_true (is_stored (fixture, fixture->one, FALSE, "Hel"));
}

/* Who never rests is saved all the same: a key every few ms, a rest that never comes. */
typedef struct
{
  Fixture *fixture;
  GString *text;
} Typing;

static gboolean
on_key (gpointer user_data)
{
  Typing *typing = user_data;

  g_string_append_c (typing->text, 'x');
  cor_composer_draft_edit (typing->fixture->draft, FALSE, typing->text->str, (guint) typing->text->len);
  return G_SOURCE_CONTINUE;
}

static void
test_saves_while_typing (Fixture      *fixture,
                         gconstpointer unused)
{
  Typing typing = { fixture, g_string_new (NULL) };
  guint  keys;

  cor_composer_draft_set_waits (fixture->draft, 60000, 100);
  open_draft (fixture, fixture->one);
  keys = g_timeout_add (10, on_key, &typing);
  cor_test_until (!is_stored (fixture, fixture->one, FALSE, ""));
  g_source_remove (keys);
  g_string_free (typing.text, TRUE);
}

static void
test_leaving_saves_and_separates (Fixture      *fixture,
                                  gconstpointer unused)
{
  cor_composer_draft_set_waits (fixture->draft, 60000, 60000);
  open_draft (fixture, fixture->one);
  cor_composer_draft_edit (fixture->draft, FALSE, "for Li Wei", 4);
  cor_composer_draft_edit (fixture->draft, TRUE, "a note on Li Wei", 2);
  cor_composer_draft_open (fixture->draft, fixture->other);
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, FALSE), ==, "");
  cor_test_until (cor_composer_draft_is_loaded (fixture->draft));
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, FALSE), ==, "");
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, TRUE), ==, "");

  open_draft (fixture, fixture->one);
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, FALSE), ==, "for Li Wei");
  g_assert_cmpuint (cor_composer_draft_get_caret (fixture->draft, FALSE), ==, 4);
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, TRUE), ==, "a note on Li Wei");
  g_assert_true (is_stored (fixture, fixture->other, FALSE, ""));
}

/* There and back before anything is on disk: nothing is lost, nothing stale is shown. */
static void
test_there_and_back_at_once (Fixture      *fixture,
                             gconstpointer unused)
{
  cor_composer_draft_set_waits (fixture->draft, 60000, 60000);
  open_draft (fixture, fixture->one);
  cor_composer_draft_edit (fixture->draft, FALSE, "first", 5);
  cor_composer_draft_flush (fixture->draft);
  cor_composer_draft_edit (fixture->draft, FALSE, "first and second", 16);
  cor_composer_draft_open (fixture->draft, fixture->other);
  cor_composer_draft_open (fixture->draft, fixture->one);
  cor_test_until (cor_composer_draft_is_loaded (fixture->draft));
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, FALSE), ==, "first and second");
}

static void
test_caret_is_kept_on_leaving (Fixture      *fixture,
                               gconstpointer unused)
{
  open_draft (fixture, fixture->one);
  cor_composer_draft_edit (fixture->draft, FALSE, "abcdef", 6);
  cor_composer_draft_flush (fixture->draft);
  cor_composer_draft_edit (fixture->draft, FALSE, "abcdef", 2);
  open_draft (fixture, fixture->other);
  open_draft (fixture, fixture->one);
  g_assert_cmpuint (cor_composer_draft_get_caret (fixture->draft, FALSE), ==, 2);
}

static void
on_loaded (guint *n)
{
  (*n)++;
}

static void
test_taken_back_is_shown (Fixture      *fixture,
                          gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };
  guint  n_loaded = 0;
  gint64 intent;

  open_draft (fixture, fixture->one);
  intent = cor_test_desk_reply (&fixture->desk, fixture->one, "sent too soon", 600);
  g_signal_connect_swapped (fixture->draft, "loaded", G_CALLBACK (on_loaded), &n_loaded);
  cor_store_act_on_intent_async (fixture->desk.store, intent, COR_INTENT_TAKE_BACK, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_act_on_intent_finish (fixture->desk.store, cor_test_await (&await), NULL));
  cor_test_until (strcmp (cor_composer_draft_get_text (fixture->draft, FALSE), "sent too soon") == 0);
  g_assert_cmpuint (n_loaded, ==, 1);
}

/* A write that ends after its text was sent must not make it a draft again. */
static void
test_sent_stays_sent (Fixture      *fixture,
                      gconstpointer unused)
{
  cor_composer_draft_set_waits (fixture->draft, 20, 40);
  open_draft (fixture, fixture->one);
  cor_composer_draft_edit (fixture->draft, FALSE, "an answer", 9);
  cor_composer_draft_flush (fixture->draft);
  cor_test_desk_reply (&fixture->desk, fixture->one, "an answer", 600);
  cor_composer_draft_forget (fixture->draft, FALSE);
  open_draft (fixture, fixture->other);
  open_draft (fixture, fixture->one);
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, FALSE), ==, "");
  g_assert_true (is_stored (fixture, fixture->one, FALSE, ""));
}

/* What is written while it is being queued, by a rest or on leaving, must not bring it back either. */
static void
test_sent_while_resting (Fixture      *fixture,
                         gconstpointer leaves)
{
  const CorReplyOrder order = { .conversation = fixture->one, .text = "an answer", .undo_seconds = 600 };
  g_auto (CorTestAwait) await = { 0 };

  cor_composer_draft_set_waits (fixture->draft, 60000, 60000);
  open_draft (fixture, fixture->one);
  cor_composer_draft_edit (fixture->draft, FALSE, "an answer", 9);
  cor_composer_draft_hold (fixture->draft, FALSE);
  cor_store_queue_reply_with_async (fixture->desk.store, &order, NULL, cor_test_on_result, &await);
  if (leaves)
    cor_composer_draft_open (fixture->draft, fixture->other);
  else
    cor_composer_draft_flush (fixture->draft); /* as after a rest */
  g_assert_cmpint (cor_store_queue_reply_finish (fixture->desk.store, cor_test_await (&await), NULL), >, 0);
  if (!leaves)
    cor_composer_draft_forget (fixture->draft, FALSE);
  cor_test_desk_settle (&fixture->desk);
  g_assert_true (is_stored (fixture, fixture->one, FALSE, ""));
  g_assert_cmpstr (cor_composer_draft_get_text (fixture->draft, FALSE), ==, "");
}

/* It was on disk before it was queued: without an outbox that takes it nothing is lost. */
static void
test_not_queued (Fixture      *fixture,
                 gconstpointer unused)
{
  cor_composer_draft_set_waits (fixture->draft, 60000, 60000);
  open_draft (fixture, fixture->one);
  cor_composer_draft_edit (fixture->draft, FALSE, "an answer", 9);
  cor_composer_draft_hold (fixture->draft, FALSE);
  cor_test_until (is_stored (fixture, fixture->one, FALSE, "an answer"));
  cor_composer_draft_release (fixture->draft, FALSE);
  cor_composer_draft_set_waits (fixture->draft, 20, 40);
  cor_composer_draft_edit (fixture->draft, FALSE, "an answer, mended", 17);
  cor_test_until (is_stored (fixture, fixture->one, FALSE, "an answer, mended"));
}

/* A reply that comes back is added to what was begun since, and stays there when the agent leaves at once. */
static void
test_taken_back_while_writing (Fixture      *fixture,
                               gconstpointer leaves)
{
  const char *both = "sent too soon\n\nbegun since";
  g_auto (CorTestAwait) await = { 0 };
  gint64 intent;

  cor_composer_draft_set_waits (fixture->draft, 60000, 60000);
  open_draft (fixture, fixture->one);
  intent = cor_test_desk_reply (&fixture->desk, fixture->one, "sent too soon", 600);
  cor_composer_draft_edit (fixture->draft, FALSE, "begun since", 11);
  cor_composer_draft_hold (fixture->draft, FALSE);
  cor_store_act_on_intent_async (fixture->desk.store, intent, COR_INTENT_TAKE_BACK, NULL, cor_test_on_result, &await);
  if (leaves)
    cor_composer_draft_open (fixture->draft, fixture->other);
  else
    cor_composer_draft_flush (fixture->draft);
  g_assert_true (cor_store_act_on_intent_finish (fixture->desk.store, cor_test_await (&await), NULL));
  cor_composer_draft_release (fixture->draft, FALSE);
  cor_test_desk_settle (&fixture->desk);
  g_assert_true (is_stored (fixture, fixture->one, FALSE, both));
  if (!leaves)
    cor_test_until (strcmp (cor_composer_draft_get_text (fixture->draft, FALSE), both) == 0);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add ("/composer-draft/rest", Fixture, NULL, set_up, test_saves_after_a_rest, tear_down);
  g_test_add ("/composer-draft/typing", Fixture, NULL, set_up, test_saves_while_typing, tear_down);
  g_test_add ("/composer-draft/leaving", Fixture, NULL, set_up, test_leaving_saves_and_separates, tear_down);
  g_test_add ("/composer-draft/there-and-back", Fixture, NULL, set_up, test_there_and_back_at_once, tear_down);
  g_test_add ("/composer-draft/caret", Fixture, NULL, set_up, test_caret_is_kept_on_leaving, tear_down);
  g_test_add ("/composer-draft/taken-back", Fixture, NULL, set_up, test_taken_back_is_shown, tear_down);
  g_test_add ("/composer-draft/sent", Fixture, NULL, set_up, test_sent_stays_sent, tear_down);
  g_test_add ("/composer-draft/sent-while-resting", Fixture, NULL, set_up, test_sent_while_resting, tear_down);
  g_test_add ("/composer-draft/sent-while-leaving", Fixture, GINT_TO_POINTER (TRUE), set_up, test_sent_while_resting, tear_down);
  g_test_add ("/composer-draft/not-queued", Fixture, NULL, set_up, test_not_queued, tear_down);
  g_test_add ("/composer-draft/taken-back-while-writing", Fixture, NULL, set_up, test_taken_back_while_writing, tear_down);
  g_test_add ("/composer-draft/taken-back-while-leaving", Fixture, GINT_TO_POINTER (TRUE), set_up, test_taken_back_while_writing, tear_down);
  return cor_test_run ();
}
