/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* The row of a conversation says in the agent's language what was written last, once that is known; and what is written
 * to her in a language that is always translated is asked for before she opens it. */

#include "config.h"

#include "cor-insert-source.h"
#include "cor-store-accounts.h"
#include "cor-store-intents.h"
#include "cor-store-translations.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-row.h"

#define ASKED "Bonjour, où est mon remboursement ? Je l’attends depuis une semaine."
#define MEANS "Hello, where is my **refund**?"
#define PLAIN "Hello, where is my refund?"

static void
choose (CorTestRow *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_choose_translator_async (fixture->desk.store, "apertium", "http://127.0.0.1:1", NULL, FALSE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_choose_translator_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
set_mode (CorTestRow     *fixture,
          CorLanguageMode mode)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_language_mode_async (fixture->desk.store, "fr", mode, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_choose_translator_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
forbid (CorTestRow *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_setting_async (fixture->desk.store, fixture->desk.account, "translation", "0", NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_setting_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
say (CorTestRow    *fixture,
     const char    *text,
     CorMessageKind kind,
     gboolean       is_private)
{
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "1", .kind = kind, .sender_name = "Marc", .text = text, .at = ++fixture->desk.now, .is_private = is_private });
}

static void
set_up (CorTestRow   *fixture,
        gconstpointer assignee)
{
  cor_test_row_set_up (fixture, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_EMAIL, .name = "Marc", .assignee_id = assignee, .at = 1000 });
  fixture->desk.now = 1000;
  say (fixture, ASKED, COR_MESSAGE_INCOMING, FALSE);
  choose (fixture);
}

static gboolean
means (CorThread  *row,
       const char *text)
{
  return g_strcmp0 (cor_thread_get_data (row)->meaning, text) == 0;
}

static gboolean
says (CorThread  *row,
      const char *text)
{
  return g_strcmp0 (cor_thread_get_data (row)->snippet, text) == 0;
}

/* What the sync engine asks a service next, or NULL. */
static CorTranslation *
take_next (CorTestRow *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_next_translation_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  return cor_store_next_translation_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

static CorTranslation *
wish (CorTestRow *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_wish_own_translations_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_wish_own_translations_finish (fixture->desk.store, cor_test_await (&await), NULL));
  return take_next (fixture);
}

static void
answer (CorTestRow     *fixture,
        CorTranslation *wanted,
        const char     *result)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = result == NULL ? g_error_new (COR_STORE_ERROR, 1, "refused") : NULL;

  cor_store_put_translation_async (fixture->desk.store, wanted->id, result, error, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_translation_finish (fixture->desk.store, cor_test_await (&await), NULL));
  cor_translation_free (wanted);
}

static CorTranslation *
want (CorTestRow *fixture,
      const char *text)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_want_translation_async (fixture->desk.store, fixture->conversation, text, "fr", "en", NULL, NULL, cor_test_on_result, &await);
  return cor_store_want_translation_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

/* Under the eyes; the next message is another one, and hers to read at once. */
static void
test_follows (CorTestRow   *fixture,
              gconstpointer unused)
{
  g_autoptr (CorThread) row = cor_test_row_ref (fixture);

  g_assert_true (means (row, NULL));
  answer (fixture, want (fixture, ASKED), MEANS);
  cor_test_until (means (row, PLAIN));
  g_assert_true (says (row, ASKED));
  say (fixture, "I have found it, thank you very much for your help.", COR_MESSAGE_INCOMING, FALSE);
  cor_test_until (means (row, NULL));
}

/* A language that she reads from now on needs no translation, though there is one. */
static void
test_own (CorTestRow   *fixture,
          gconstpointer unused)
{
  g_autoptr (CorThread) row = cor_test_row_ref (fixture);

  answer (fixture, want (fixture, ASKED), MEANS);
  cor_test_until (means (row, PLAIN));
  set_mode (fixture, COR_LANGUAGE_OWN);
  cor_test_until (means (row, NULL));
}

/* A note has no translation, even where the same words once had. */
static void
test_note (CorTestRow   *fixture,
           gconstpointer unused)
{
  g_autoptr (CorThread) row = cor_test_row_ref (fixture);

  answer (fixture, want (fixture, ASKED), MEANS);
  cor_test_until (means (row, PLAIN));
  say (fixture, ASKED, COR_MESSAGE_OUTGOING, TRUE);
  cor_test_until (cor_thread_get_data (row)->snippet_is_note);
  g_assert_true (means (row, NULL));
}

/* Of her own reply it is what she wrote, whether anybody translates by now or not. */
static void
test_reply (CorTestRow   *fixture,
            gconstpointer unused)
{
  const char     *sent = "Votre remboursement de 25,00 EUR est parti ce matin.";
  CorInsertSource source = { .kind = COR_SOURCE_TRANSLATION, .id = "apertium", .locale = "en", .text = sent, .original = "Your refund of **25.00 EUR** left this morning." };
  g_autoptr (CorThread) row = cor_test_row_ref (fixture);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_auto (CorTestAwait) none = { 0 };
  g_auto (CorTestAwait) queue = { 0 };

  cor_store_choose_translator_async (fixture->desk.store, NULL, NULL, NULL, FALSE, NULL, cor_test_on_result, &none);
  g_assert_true (cor_store_choose_translator_finish (fixture->desk.store, cor_test_await (&none), NULL));
  g_ptr_array_add (sources, &source);
  cor_store_queue_reply_from_async (fixture->desk.store, fixture->conversation, FALSE, sent, sources, 0, NULL, cor_test_on_result, &queue);
  g_assert_cmpint (cor_store_queue_reply_finish (fixture->desk.store, cor_test_await (&queue), NULL), >, 0);
  cor_test_until (says (row, sent));
  g_assert_true (means (row, "Your refund of 25.00 EUR left this morning."));
}

/* Asked for by itself, once, with the names that must not be sent; what failed is let be for a while. */
static void
test_always (CorTestRow   *fixture,
             gconstpointer unused)
{
  CorTranslation *wanted;

  set_mode (fixture, COR_LANGUAGE_ALWAYS);
  wanted = wish (fixture);
  g_assert_nonnull (wanted);
  g_assert_cmpstr (wanted->text, ==, ASKED);
  g_assert_cmpstr (wanted->target, ==, "en");
  g_assert_true (g_strv_contains ((const char *const *) wanted->names, "Marc"));
  answer (fixture, wanted, NULL);
  g_assert_null (wish (fixture));
}

static void
test_not_asked (CorTestRow   *fixture,
                gconstpointer unused)
{
  g_assert_null (wish (fixture)); /* on demand */
  set_mode (fixture, COR_LANGUAGE_ALWAYS);
  say (fixture, "Merci beaucoup, nous avons bien reçu votre réponse.", COR_MESSAGE_OUTGOING, FALSE);
  g_assert_null (wish (fixture)); /* ours */
  say (fixture, ASKED, COR_MESSAGE_INCOMING, FALSE);
  forbid (fixture);
  g_assert_null (wish (fixture));
}

/* Somebody else's conversation is her colleague's to read. */
static void
test_not_hers (CorTestRow   *fixture,
               gconstpointer unused)
{
  set_mode (fixture, COR_LANGUAGE_ALWAYS);
  g_assert_null (wish (fixture));
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
#define ADD(name, assignee, func) g_test_add ("/thread-translation/" name, CorTestRow, assignee, set_up, func, cor_test_row_tear_down)
  ADD ("follows", "7", test_follows);
  ADD ("own", "7", test_own);
  ADD ("note", "7", test_note);
  ADD ("reply", "7", test_reply);
  ADD ("always", "7", test_always);
  ADD ("not-asked", "7", test_not_asked);
  ADD ("not-hers", "9", test_not_hers);
  return cor_test_run ();
}
