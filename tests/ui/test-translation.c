/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-conversation-pane.h"
#include "cor-service-error.h"
#include "cor-store-translations.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"
#include "cor-thread-text.h"
#include "cor-translation-bar.h"

#include <adwaita.h>

#include <string.h>

/* Translations on the screen: below messages, and of a reply. The test answers what the engine would ask a service. */

#define HEARD "Oi! O dinheiro saiu da conta"
#define REPLY "Your payment CP-70240 of 500.00 EUR is on its way, Ana."
#define THERE "O seu pagamento CP-70240 de 500.00 EUR está a caminho, Ana."

static void
choose (CorTestPane *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_choose_translator_async (fixture->desk.store, "apertium", "http://127.0.0.1:1", NULL, FALSE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_choose_translator_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static CorTranslation *
take_next (CorTestPane *fixture)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_next_translation_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  return cor_store_next_translation_finish (fixture->desk.store, cor_test_await (&await), NULL);
}

/* As the engine would: the first that is wanted, which must begin with @asked. */
static void
answer (CorTestPane  *fixture,
        const char   *asked,
        const char   *result,
        const GError *failure)
{
  g_auto (CorTestAwait) await = { 0 };
  CorTranslation *wanted = NULL;

  while (wanted == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      wanted = take_next (fixture);
    }
  g_assert_true (g_str_has_prefix (wanted->text, asked));
  g_assert_nonnull (wanted->names);
  cor_store_put_translation_async (fixture->desk.store, wanted->id, result, failure, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_translation_finish (fixture->desk.store, cor_test_await (&await), NULL));
  cor_translation_free (wanted);
}

static gboolean
bar_says (CorTestPane *fixture,
          const char  *text)
{
  CorTranslationBar *bar = COR_TRANSLATION_BAR (cor_test_find (fixture->pane, COR_TYPE_TRANSLATION_BAR, NULL));

  return g_str_has_prefix (cor_translation_bar_get_status (bar), text);
}

static void
ask_reply (CorTestPane *fixture,
           const char  *text)
{
  cor_test_pane_type (fixture, text);
  cor_test_activate (GTK_WIDGET (cor_test_pane_get_editor (fixture)), "translation.ask", NULL);
}

static void
test_no_service (CorTestPane  *fixture,
                 gconstpointer unused)
{
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_until (cor_test_is_shown (fixture->pane, "Translate"));
  cor_test_click (fixture->pane, "Translate");
  cor_test_until (cor_test_is_shown (fixture->pane, "No translation service is set up"));
  ask_reply (fixture, REPLY);
  cor_test_until (bar_says (fixture, "No translation service is set up"));
}

static void
test_on_demand (CorTestPane  *fixture,
                gconstpointer unused)
{
  g_autoptr (GError) offline = cor_service_error_new (COR_SERVICE_ERROR_OFFLINE, 0, 0, "refused");

  choose (fixture);
  cor_test_pane_open (fixture, "20470", "Bonjour, où est");
  cor_test_until (cor_test_is_shown (fixture->pane, "Translate"));
  g_assert_null (take_next (fixture));
  cor_test_click (fixture->pane, "Translate");
  cor_test_until (cor_test_is_shown (fixture->pane, "Being translated"));
  answer (fixture, "Bonjour", NULL, offline);
  cor_test_until (cor_test_is_shown (fixture->pane, "Try again"));
  cor_test_click (fixture->pane, "Try again");
  answer (fixture, "Bonjour", "Hello, where is my refund of 7 EUR?", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Hello, where is my refund"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Machine translation · Apertium"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Bonjour, où est"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Not the same on both sides: “7 EUR” was added"));
}

static void
test_always (CorTestPane  *fixture,
             gconstpointer unused)
{
  g_auto (CorTestAwait) await = { 0 };

  choose (fixture);
  cor_store_set_language_mode_async (fixture->desk.store, "fr", COR_LANGUAGE_ALWAYS, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_choose_translator_finish (fixture->desk.store, cor_test_await (&await), NULL));
  cor_test_pane_open (fixture, "20470", "Bonjour, où est");
  answer (fixture, "Bonjour", "Hello, where is my refund?", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Hello, where is my refund?"));
}

/* Both and the way back are seen, nothing is in the reply before it is said so; what was sent shows what was meant. */
static void
test_reply (CorTestPane  *fixture,
            gconstpointer unused)
{
  choose (fixture);
  cor_test_pane_open (fixture, "20476", HEARD);
  ask_reply (fixture, REPLY);
  answer (fixture, REPLY, THERE, NULL);
  answer (fixture, THERE, "Your payment CP-70240 of 500.00 EUR is under way, Ana.", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Back in English"));
  g_assert_true (cor_test_is_shown (fixture->pane, THERE));
  g_assert_true (cor_test_is_shown (fixture->pane, "Your payment CP-70240 of 500.00 EUR is under way, Ana."));
  g_assert_true (cor_test_pane_has_text (fixture, REPLY));

  cor_test_click (fixture->pane, "Use translation");
  g_assert_true (cor_test_pane_has_text (fixture, THERE));
  gtk_text_buffer_undo (gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture)));
  g_assert_true (cor_test_pane_has_text (fixture, REPLY));
  gtk_text_buffer_redo (gtk_text_view_get_buffer (cor_test_pane_get_editor (fixture)));
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Written in English, then translated"));
  g_assert_true (cor_test_is_shown (fixture->pane, REPLY));
}

static void
test_mismatch (CorTestPane  *fixture,
               gconstpointer unused)
{
  choose (fixture);
  cor_test_pane_open (fixture, "20476", HEARD);
  ask_reply (fixture, REPLY);
  answer (fixture, REPLY, "O seu pagamento CP-70240 de 5000.00 EUR está a caminho, Ana.", NULL);
  answer (fixture, "O seu", "Your payment.", NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Not the same on both sides: “500.00 EUR” became “5000.00 EUR”"));
  g_assert_true (cor_test_is_shown (fixture->pane, "Use it all the same"));
}

static void
test_refused (CorTestPane  *fixture,
              gconstpointer unused)
{
  choose (fixture);
  cor_test_pane_open (fixture, "20476", HEARD);
  ask_reply (fixture, "The transfer fee is 5 EUR.");
  cor_test_until (bar_says (fixture, "This is about fees"));
  g_assert_null (take_next (fixture));
}

/* Nothing of an account leaves the computer when it is set so. */
static void
test_forbidden (CorTestPane  *fixture,
                gconstpointer unused)
{
  g_auto (CorTestAwait) set = { 0 };
  g_auto (CorTestAwait) ask = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 conversation = cor_test_desk_find (&fixture->desk, "20476");

  choose (fixture);
  cor_store_set_setting_async (fixture->desk.store, fixture->desk.account, "translation", "0", NULL, cor_test_on_result, &set);
  g_assert_true (cor_store_set_setting_finish (fixture->desk.store, cor_test_await (&set), NULL));
  cor_test_pane_open (fixture, "20476", HEARD);
  g_assert_false (cor_test_is_shown (fixture->pane, "Translate"));
  ask_reply (fixture, REPLY);
  cor_test_until (bar_says (fixture, "Texts of this account are not sent"));
  cor_store_want_translation_async (fixture->desk.store, conversation, REPLY, "en", "pt", NULL, NULL, cor_test_on_result, &ask);
  g_assert_null (cor_store_want_translation_finish (fixture->desk.store, cor_test_await (&ask), &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT);
}

/* A translation of what is not written any more could take its place. */
static void
test_typing_closes (CorTestPane  *fixture,
                    gconstpointer unused)
{
  choose (fixture);
  cor_test_pane_open (fixture, "20476", HEARD);
  ask_reply (fixture, REPLY);
  answer (fixture, REPLY, THERE, NULL);
  answer (fixture, THERE, REPLY, NULL);
  cor_test_until (cor_test_is_shown (fixture->pane, "Use translation"));
  g_assert_true (bar_says (fixture, "Machine translation"));
  cor_test_pane_type (fixture, "Something else");
  g_assert_cmpstr (cor_translation_bar_get_status (COR_TRANSLATION_BAR (cor_test_find (fixture->pane, COR_TYPE_TRANSLATION_BAR, NULL))), ==, "");
}

/* What a row says to the eye, the pointer and the screen reader; a draft is what she writes herself. */
static void
test_row (void)
{
  CorThreadData    data = { .name = (char *) "Marc", .snippet = (char *) "Bonjour, où est", .meaning = (char *) "Hello, where is", .due_at = G_MAXINT64 };
  CorExcerpt       found = { .text = (char *) "found", .marks = NULL };
  g_autofree char *shown = cor_thread_data_dup_snippet (&data);
  g_autofree char *tooltip = cor_thread_data_dup_tooltip (&data);
  g_autofree char *spoken = cor_thread_data_dup_spoken (&data, 0, "now");
  g_autofree char *with_news = NULL;
  g_autofree char *searched = NULL;

  g_assert_cmpstr (shown, ==, "Hello, where is");
  g_assert_cmpstr (tooltip, ==, "Bonjour, où est");
  g_assert_nonnull (strstr (spoken, "translated, Hello, where is"));
  g_assert_null (strstr (spoken, "Bonjour"));
  data.news = (char *) "CP-70231";
  with_news = cor_thread_data_dup_tooltip (&data);
  g_assert_cmpstr (with_news, ==, "Bonjour, où est\nNews of payment CP-70231, which you watch");
  data.found = &found; /* the list is searched: what was found stands as it was written */
  searched = cor_thread_data_dup_snippet (&data);
  g_assert_cmpstr (searched, ==, "found");
  g_assert_false (cor_thread_data_is_translated (&data));
}

#define ADD(path, func) g_test_add (path, CorTestPane, NULL, cor_test_pane_set_up, func, cor_test_pane_tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  cor_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/translation/row", test_row);
  ADD ("/translation/no-service", test_no_service);
  ADD ("/translation/on-demand", test_on_demand);
  ADD ("/translation/always", test_always);
  ADD ("/translation/reply", test_reply);
  ADD ("/translation/mismatch", test_mismatch);
  ADD ("/translation/refused", test_refused);
  ADD ("/translation/forbidden", test_forbidden);
  ADD ("/translation/typing-closes", test_typing_closes);
  return cor_test_run ();
}
