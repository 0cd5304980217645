/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-composer-draft.h"
#include "cor-store-articles.h"
#include "cor-store-drafts.h"
#include "cor-store-intents.h"
#include "cor-store-sources.h"
#include "cor-store-timeline.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-sqlite.h"

#include <signal.h>
#include <string.h>

/* What a reply was made of, from the draft over the outbox to the rows that stay. */

#define QUOTE "Banks usually credit a payment within one business day of its arrival."
#define REPLY "Dear Li Wei, " QUOTE " Kind regards"
#define PROFILE "COR_TEST_KILLED_PROFILE"

typedef struct
{
  CorTestDesk desk;
  gint64      one;
} Fixture;

static const CorInsertSource article = { COR_SOURCE_ARTICLE, "kb-17", "2023-06-01", "en", QUOTE };
static const CorInsertSource template = { COR_SOURCE_TEMPLATE, "where-is-it", "3", "en", "Your payment is on its way and nothing is wrong with it." };

static const CorInsertSource asked = { COR_SOURCE_MESSAGE, "400", NULL, NULL, "Li Wei: Where is it?" };

static void
put_article (Fixture *fixture)
{
  GPtrArray      *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  CorArticleData *data = cor_article_data_new ();
  g_auto (CorTestAwait) await = { 0 };

  data->source = g_strdup ("import");
  data->remote_id = g_strdup ("kb-17");
  data->slug = g_strdup ("kb-17");
  data->locale = g_strdup ("en");
  data->title = g_strdup ("How long a bank takes");
  data->body = g_strdup (QUOTE);
  g_ptr_array_add (articles, data);
  cor_store_put_articles_async (fixture->desk.store, articles, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_articles_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  fixture->one = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .at = 1000 });
  put_article (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_desk_close (&fixture->desk);
}

static GPtrArray *
both_sources (void)
{
  GPtrArray *sources = cor_insert_source_array_new ();

  g_ptr_array_add (sources, cor_insert_source_copy (&article));
  g_ptr_array_add (sources, cor_insert_source_copy (&template));
  return sources;
}

static void
save_draft (CorStore   *store,
            gint64      conversation,
            const char *text,
            GPtrArray  *sources)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_save_draft_async (store, conversation, FALSE, text, 0, sources, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_save_draft_finish (store, cor_test_await (&await), NULL));
}

static CorDraft *
load_draft (CorStore *store,
            gint64    conversation)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) drafts = NULL;

  cor_store_load_drafts_async (store, conversation, NULL, cor_test_on_result, &await);
  drafts = cor_store_load_drafts_finish (store, cor_test_await (&await), NULL);
  return drafts->len > 0 ? g_ptr_array_steal_index (drafts, 0) : NULL;
}

static gint64
queue (Fixture   *fixture,
       gboolean   is_private,
       GPtrArray *sources)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_reply_from_async (fixture->desk.store, fixture->one, is_private, REPLY, sources, 0, NULL, cor_test_on_result, &await);
  return cor_store_queue_reply_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

static CorIntentData *
load_intent (Fixture *fixture,
             gint64   intent)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_intent_async (fixture->desk.store, intent, NULL, cor_test_on_result, &await);
  return cor_store_load_intent_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

/* The reply as the desk has it. */
static CorMessageRecord *
new_answer (Fixture    *fixture,
            gint64      intent,
            const char *number)
{
  g_autoptr (CorIntentData) data = load_intent (fixture, intent);
  CorMessageRecord *message = cor_message_record_new ();

  message->remote_id = g_strdup (number);
  message->ordinal = g_ascii_strtoll (number, NULL, 10);
  message->conversation_id = g_strdup ("1");
  message->kind = COR_MESSAGE_OUTGOING;
  message->sender_kind = COR_SENDER_AGENT;
  message->sender_id = g_strdup ("7");
  message->uuid = g_strdup (data->uuid);
  message->content = g_strdup (REPLY);
  message->created_at = fixture->desk.now;
  message->is_private = data->kind == COR_INTENT_NOTE;
  return message;
}

static void
accept_intent (Fixture    *fixture,
               gint64      intent,
               const char *number)
{
  g_autoptr (CorMessageRecord) answer = new_answer (fixture, intent, number);

  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_SEND });
  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_ACCEPT, .message = answer });
}

static CorSourceUse *
count_uses (Fixture               *fixture,
            const CorInsertSource *source)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_count_uses_async (fixture->desk.store, source->kind, source->id, NULL, cor_test_on_result, &await);
  return cor_store_count_uses_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

static guint
count_replies (Fixture               *fixture,
               const CorInsertSource *source)
{
  g_autofree CorSourceUse *use = count_uses (fixture, source);

  return use->n_replies;
}

static CorTimelineEntry *
load_newest (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (CorTimelinePage) page = NULL;

  cor_store_load_timeline_async (fixture->desk.store, fixture->one, FALSE, 10, NULL, cor_test_on_result, &await);
  page = cor_store_load_timeline_finish (fixture->desk.store, cor_test_await (&await), NULL);
  return cor_timeline_entry_ref (page->entries->pdata[page->entries->len - 1]);
}

static void
assert_same (const CorInsertSource *a,
             const CorInsertSource *b)
{
  g_assert_cmpstr (a->kind, ==, b->kind);
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->version, ==, b->version);
  g_assert_cmpstr (a->locale, ==, b->locale);
  g_assert_cmpstr (a->text, ==, b->text);
}

static void
test_draft_keeps_them (Fixture      *fixture,
                       gconstpointer unused)
{
  g_autoptr (GPtrArray) sources = both_sources ();
  g_autoptr (CorDraft) stored = NULL;
  g_autoptr (CorDraft) without = NULL;

  save_draft (fixture->desk.store, fixture->one, REPLY, sources);
  stored = load_draft (fixture->desk.store, fixture->one);
  g_assert_cmpuint (stored->sources->len, ==, 2);
  assert_same (stored->sources->pdata[0], &article);
  assert_same (stored->sources->pdata[1], &template);
  save_draft (fixture->desk.store, fixture->one, "mine alone", NULL);
  without = load_draft (fixture->desk.store, fixture->one);
  g_assert_null (without->sources);
}

/* Of a process that writes a draft and is killed at once. */
static void
test_killed_writer (void)
{
  g_autoptr (GPtrArray) sources = both_sources ();
  CorStore *store = cor_store_open (g_getenv (PROFILE), NULL);

  save_draft (store, 1, REPLY, sources);
  raise (SIGKILL);
}

static void
test_draft_survives_kill (void)
{
  g_autofree char *dir = cor_test_make_dir ();
  g_autoptr (CorDraft) stored = NULL;
  CorStore *store;

  g_setenv (PROFILE, dir, TRUE);
  g_test_trap_subprocess ("/reply-sources/subprocess/killed", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_assert_false (g_test_trap_has_passed ());
  store = cor_store_open (dir, NULL);
  stored = load_draft (store, 1);
  g_assert_nonnull (stored);
  g_assert_cmpstr (stored->text, ==, REPLY);
  g_assert_cmpuint (stored->sources->len, ==, 2);
  assert_same (stored->sources->pdata[1], &template);
  cor_test_finalize (store);
  cor_test_remove_dir (dir);
}

/* Accepted: what is left in the reply stays as a row, what was deleted again does not. */
static void
test_accepted (Fixture      *fixture,
               gconstpointer unused)
{
  g_autoptr (GPtrArray) sources = both_sources ();
  g_autoptr (CorTimelineEntry) waiting = NULL;
  g_autoptr (CorTimelineEntry) entry = NULL;
  g_autofree CorSourceUse *open = NULL;
  g_autofree CorSourceUse *resolved = NULL;
  const CorReplySource    *source;
  gint64                   intent = queue (fixture, FALSE, sources);

  g_assert_cmpuint (count_replies (fixture, &article), ==, 0);
  waiting = load_newest (fixture);
  g_assert_null (waiting->sources);

  accept_intent (fixture, intent, "501");
  open = count_uses (fixture, &article);
  g_assert_cmpuint (open->n_replies, ==, 1);
  g_assert_cmpuint (open->n_resolved, ==, 0);
  g_assert_cmpint (open->last_at, >, 0);
  g_assert_cmpuint (count_replies (fixture, &template), ==, 0);
  entry = load_newest (fixture);
  g_assert_cmpint (entry->id, ==, waiting->id);
  g_assert_cmpuint (entry->sources->len, ==, 1);
  source = entry->sources->pdata[0];
  g_assert_cmpstr (source->id, ==, "kb-17");
  g_assert_cmpstr (source->version, ==, "2023-06-01");
  g_assert_cmpstr (source->locale, ==, "en");
  g_assert_cmpstr (source->title, ==, "How long a bank takes");

  cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .status = COR_STATUS_RESOLVED, .at = 2000 });
  resolved = count_uses (fixture, &article);
  g_assert_cmpuint (resolved->n_resolved, ==, 1);
}

/* A template is called by its title, as long as it is here. */
static void
test_template_title (Fixture      *fixture,
                     gconstpointer unused)
{
  g_autoptr (GPtrArray) sources = cor_insert_source_array_new ();
  g_autoptr (CorTimelineEntry) unknown = NULL;
  g_autoptr (CorTimelineEntry) known = NULL;
  CorInsertSource quoted = template;

  quoted.text = QUOTE;
  g_ptr_array_add (sources, cor_insert_source_copy (&quoted));
  accept_intent (fixture, queue (fixture, FALSE, sources), "504");
  unknown = load_newest (fixture);
  g_assert_null (((const CorReplySource *) unknown->sources->pdata[0])->title);

  cor_test_sqlite_run (fixture->desk.dir, "INSERT INTO template (source, name, title, channels) VALUES ('own', 'where-is-it', 'Where is it', '')");
  known = load_newest (fixture);
  g_assert_cmpstr (((const CorReplySource *) known->sources->pdata[0])->title, ==, "Where is it");
}

/* What was quoted is told apart from what the article says now: by its digest, or by the version it names. */
static void
test_changed_article (Fixture      *fixture,
                      gconstpointer unused)
{
  static const struct
  {
    const char *change;
    gboolean    is_changed;
  } steps[] = {
    { "UPDATE article SET digest = 'then' WHERE slug = 'limits'", FALSE },
    { "UPDATE article SET digest = 'now' WHERE slug = 'limits'", TRUE },
    { "UPDATE article SET version = 'then' WHERE slug = 'limits'", FALSE },
    { "UPDATE article SET version = '2' WHERE slug = 'limits'", TRUE },
    { "UPDATE article SET locale = 'de' WHERE slug = 'limits'", FALSE }, /* its own language is here no more */
  };
  const CorInsertSource quoted = { .kind = COR_SOURCE_ARTICLE, .id = "limits", .version = "then", .locale = "fr", .text = QUOTE };
  g_autoptr (GPtrArray) sources = cor_insert_source_array_new ();

  g_ptr_array_add (sources, cor_insert_source_copy (&quoted));
  accept_intent (fixture, queue (fixture, FALSE, sources), "505");
  cor_test_sqlite_run (fixture->desk.dir, "INSERT INTO article (source, remote_id, slug, locale, title, body, terms, terms_version, revision)"
                                          " VALUES ('own', 'limits', 'limits', 'fr', 'Limits', 'None.', '', '', 1)");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (CorTimelineEntry) entry = NULL;

      cor_test_sqlite_run (fixture->desk.dir, steps[i].change);
      entry = load_newest (fixture);
      g_assert_cmpuint (entry->sources->len, ==, 1);
      g_assert_cmpint (((const CorReplySource *) entry->sources->pdata[0])->is_changed, ==, steps[i].is_changed);
    }
}

/* The desk tells of the reply before, or instead of, the answer to its sending. */
static void
test_accepted_by_a_push (Fixture      *fixture,
                         gconstpointer unused)
{
  g_autoptr (GPtrArray) sources = both_sources ();
  gint64 intent = queue (fixture, FALSE, sources);
  g_autoptr (CorMessageRecord) answer = new_answer (fixture, intent, "502");
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  cor_test_desk_move (&fixture->desk, &(CorIntentMove){ .intent = intent, .step = COR_STEP_SEND });
  g_ptr_array_add (messages, answer);
  for (guint i = 0; i < 2; i++) /* once more: nothing is counted twice */
    {
      g_auto (CorTestAwait) await = { 0 };

      cor_store_put_messages_async (fixture->desk.store, fixture->desk.account, "1", messages, 0, 0, FALSE, NULL, cor_test_on_result, &await);
      g_assert_true (cor_store_pull_finish (fixture->desk.store, cor_test_await (&await), NULL));
    }
  g_assert_cmpuint (count_replies (fixture, &article), ==, 1);
}

static void
test_note_is_no_use (Fixture      *fixture,
                     gconstpointer unused)
{
  g_autoptr (GPtrArray) sources = both_sources ();

  accept_intent (fixture, queue (fixture, TRUE, sources), "503");
  g_assert_cmpuint (count_replies (fixture, &article), ==, 0);
}

/* What is taken back is a draft with all its sources again, those of the draft begun since behind them. */
static void
test_taken_back (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (GPtrArray) sources = both_sources ();
  g_autoptr (GPtrArray) newer = cor_insert_source_array_new ();
  g_autoptr (CorDraft) draft = NULL;
  g_auto (CorTestAwait) await = { 0 };
  gint64 intent = queue (fixture, FALSE, sources);

  g_ptr_array_add (newer, cor_insert_source_copy (&template));
  save_draft (fixture->desk.store, fixture->one, template.text, newer);
  cor_store_act_on_intent_async (fixture->desk.store, intent, COR_INTENT_TAKE_BACK, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_act_on_intent_finish (fixture->desk.store, cor_test_await (&await), NULL));
  draft = load_draft (fixture->desk.store, fixture->one);
  g_assert_true (g_str_has_prefix (draft->text, REPLY "\n\n"));
  g_assert_cmpuint (draft->sources->len, ==, 2);
  assert_same (draft->sources->pdata[0], &article);
  assert_same (draft->sources->pdata[1], &template);
}

/* Without a draft begun since, and for a reply that never had sources. */
static void
test_taken_back_plain (Fixture      *fixture,
                       gconstpointer unused)
{
  g_autoptr (CorDraft) draft = NULL;
  g_auto (CorTestAwait) await = { 0 };
  gint64 intent = queue (fixture, FALSE, NULL);

  cor_store_act_on_intent_async (fixture->desk.store, intent, COR_INTENT_TAKE_BACK, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_act_on_intent_finish (fixture->desk.store, cor_test_await (&await), NULL));
  draft = load_draft (fixture->desk.store, fixture->one);
  g_assert_cmpstr (draft->text, ==, REPLY);
  g_assert_null (draft->sources);
}

/* The composer's drafts: with the text, per conversation and kind. */
static void
test_composer_draft (Fixture      *fixture,
                     gconstpointer unused)
{
  CorComposerDraft *draft = cor_composer_draft_new (fixture->desk.store);
  gint64            other = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Ana", .at = 1000 });

  cor_composer_draft_open (draft, fixture->one);
  cor_test_until (cor_composer_draft_is_loaded (draft));
  cor_composer_draft_add_source (draft, FALSE, &article);
  cor_composer_draft_edit (draft, FALSE, QUOTE, 3);
  cor_composer_draft_open (draft, other);
  cor_test_until (cor_composer_draft_is_loaded (draft));
  g_assert_cmpuint (cor_composer_draft_get_sources (draft, FALSE)->len, ==, 0);
  cor_composer_draft_open (draft, fixture->one);
  cor_test_until (cor_composer_draft_is_loaded (draft));
  g_assert_cmpuint (cor_composer_draft_get_sources (draft, FALSE)->len, ==, 1);
  assert_same (cor_composer_draft_get_sources (draft, FALSE)->pdata[0], &article);
  g_assert_cmpuint (cor_composer_draft_get_sources (draft, TRUE)->len, ==, 0);

  /* inserted once more over itself: the text is the same, the source is news */
  cor_composer_draft_add_source (draft, FALSE, &template);
  cor_composer_draft_edit (draft, FALSE, QUOTE, 3);
  cor_composer_draft_open (draft, other);
  cor_composer_draft_open (draft, fixture->one);
  cor_test_until (cor_composer_draft_is_loaded (draft));
  g_assert_cmpuint (cor_composer_draft_get_sources (draft, FALSE)->len, ==, 2);
  cor_composer_draft_forget (draft, FALSE);
  g_assert_cmpuint (cor_composer_draft_get_sources (draft, FALSE)->len, ==, 0);
  cor_test_finalize (draft);
}

/* The message that a reply answers goes with it into the outbox and the bubble, and comes back; it is no source of words. */
static void
test_answered (Fixture      *fixture,
               gconstpointer unused)
{
  g_autoptr (GPtrArray) sources = both_sources ();
  g_autoptr (CorIntentData) data = NULL;
  g_autoptr (CorTimelineEntry) waiting = NULL;
  g_autoptr (CorTimelineEntry) sent = NULL;
  g_autoptr (CorDraft) draft = NULL;
  g_auto (CorTestAwait) await = { 0 };
  gint64 intent;

  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ "1", COR_MESSAGE_INCOMING, COR_SENDER_CUSTOMER, .sender_name = "Li Wei", .text = "Where is it?", .at = 1001 });
  g_ptr_array_add (sources, cor_insert_source_copy (&asked));
  g_free ((char *) ((CorInsertSource *) sources->pdata[2])->id);
  ((CorInsertSource *) sources->pdata[2])->id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->desk.ordinal);

  intent = queue (fixture, FALSE, sources);
  data = load_intent (fixture, intent);
  g_assert_cmpstr (data->answered, ==, ((CorInsertSource *) sources->pdata[2])->id);
  waiting = load_newest (fixture);
  g_assert_cmpstr (waiting->quoted, ==, "Where is it?");
  g_assert_cmpstr (waiting->quoted_name, ==, "Li Wei");
  cor_store_act_on_intent_async (fixture->desk.store, intent, COR_INTENT_TAKE_BACK, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_act_on_intent_finish (fixture->desk.store, cor_test_await (&await), NULL));
  draft = load_draft (fixture->desk.store, fixture->one);
  g_assert_cmpuint (draft->sources->len, ==, 2);
  assert_same (draft->sources->pdata[0], &article);
  assert_same (draft->sources->pdata[1], sources->pdata[2]);

  accept_intent (fixture, queue (fixture, FALSE, draft->sources), "505");
  g_assert_cmpuint (count_replies (fixture, draft->sources->pdata[1]), ==, 0);
  g_assert_cmpuint (count_replies (fixture, &article), ==, 1);
  sent = load_newest (fixture);
  g_assert_cmpuint (sent->sources->len, ==, 1);
}

static void
reopen (CorComposerDraft *draft,
        gint64            other)
{
  gint64 conversation = cor_composer_draft_get_conversation (draft);

  cor_composer_draft_open (draft, other);
  cor_test_until (cor_composer_draft_is_loaded (draft));
  cor_composer_draft_open (draft, conversation);
  cor_test_until (cor_composer_draft_is_loaded (draft));
}

/* With what is written; another one takes its place, also while the first is on its way to the disk; discarding takes it along. */
static void
test_draft_answers (Fixture      *fixture,
                    gconstpointer unused)
{
  CorComposerDraft *draft = cor_composer_draft_new (fixture->desk.store);
  gint64            other = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Ana", .at = 1000 });
  const char       *line = NULL;

  cor_composer_draft_open (draft, fixture->one);
  cor_test_until (cor_composer_draft_is_loaded (draft));
  g_assert_null (cor_composer_draft_get_answered (draft, &line));
  cor_composer_draft_edit (draft, FALSE, REPLY, 3);
  cor_composer_draft_set_answered (draft, "400", "Li Wei: Where is it?");
  cor_composer_draft_flush (draft);
  cor_composer_draft_set_answered (draft, "401", "Li Wei: And when?");
  cor_test_until (cor_composer_draft_get_state (draft, FALSE) == COR_DRAFT_SAVED);
  reopen (draft, other);
  g_assert_cmpstr (cor_composer_draft_get_answered (draft, &line), ==, "401");
  g_assert_cmpstr (line, ==, "Li Wei: And when?");

  g_assert_true (cor_composer_draft_discard (draft, FALSE));
  g_assert_null (cor_composer_draft_get_answered (draft, NULL));
  cor_composer_draft_restore (draft, FALSE);
  g_assert_cmpstr (cor_composer_draft_get_answered (draft, NULL), ==, "401");
  reopen (draft, other);
  g_assert_cmpstr (cor_composer_draft_get_answered (draft, NULL), ==, "401");

  cor_composer_draft_set_answered (draft, NULL, NULL);
  reopen (draft, other);
  g_assert_cmpstr (cor_composer_draft_get_text (draft, FALSE), ==, REPLY);
  g_assert_null (cor_composer_draft_get_answered (draft, NULL));
  cor_composer_draft_set_answered (draft, "400", NULL);
  cor_composer_draft_forget (draft, FALSE);
  g_assert_null (cor_composer_draft_get_answered (draft, NULL));
  cor_test_finalize (draft);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add ("/reply-sources/draft", Fixture, NULL, set_up, test_draft_keeps_them, tear_down);
  g_test_add_func ("/reply-sources/kill", test_draft_survives_kill);
  g_test_add_func ("/reply-sources/subprocess/killed", test_killed_writer);
  g_test_add ("/reply-sources/accepted", Fixture, NULL, set_up, test_accepted, tear_down);
  g_test_add ("/reply-sources/template", Fixture, NULL, set_up, test_template_title, tear_down);
  g_test_add ("/reply-sources/changed-article", Fixture, NULL, set_up, test_changed_article, tear_down);
  g_test_add ("/reply-sources/push", Fixture, NULL, set_up, test_accepted_by_a_push, tear_down);
  g_test_add ("/reply-sources/note", Fixture, NULL, set_up, test_note_is_no_use, tear_down);
  g_test_add ("/reply-sources/answered", Fixture, NULL, set_up, test_answered, tear_down);
  g_test_add ("/reply-sources/draft-answers", Fixture, NULL, set_up, test_draft_answers, tear_down);
  g_test_add ("/reply-sources/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  g_test_add ("/reply-sources/taken-back-plain", Fixture, NULL, set_up, test_taken_back_plain, tear_down);
  g_test_add ("/reply-sources/composer-draft", Fixture, NULL, set_up, test_composer_draft, tear_down);
  return cor_test_run ();
}
