/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* What is asked for in the store is answered there, by Apertium as it runs. */

#include "config.h"

#include "cor-protect.h"
#include "cor-service-error.h"
#include "cor-store-translations.h"
#include "cor-test-apertium.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-translation-sync.h"

#include <string.h>

typedef struct
{
  char              *folder;
  CorStore          *store;
  CorBackgroundSync *sync;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = cor_test_make_dir ();
  fixture->store = cor_store_open (fixture->folder, &error);
  g_assert_no_error (error);
  fixture->sync = cor_translation_sync_new (fixture->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_finalize (fixture->sync);
  cor_test_finalize (fixture->store);
  cor_test_remove_dir (fixture->folder);
  g_free (fixture->folder);
}

static void
choose (Fixture    *fixture,
        const char *url)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_choose_translator_async (fixture->store, url != NULL ? "apertium" : NULL, url, NULL, FALSE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_choose_translator_finish (fixture->store, cor_test_await (&await), NULL));
}

static void
set_always (Fixture    *fixture,
            const char *language)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_language_mode_async (fixture->store, language, COR_LANGUAGE_ALWAYS, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_choose_translator_finish (fixture->store, cor_test_await (&await), NULL));
}

static CorTranslation *
want (Fixture    *fixture,
      const char *text,
      const char *from,
      const char *to,
      GError    **error)
{
  static const char *const names[] = { "Ana Ribeiro", NULL };
  g_auto (CorTestAwait) await = { 0 };

  cor_store_want_translation_async (fixture->store, 0, text, from, to, names, NULL, cor_test_on_result, &await);
  return cor_store_want_translation_finish (fixture->store, cor_test_await (&await), error);
}

static void
run (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_background_sync_run_async (fixture->sync, NULL, cor_test_on_result, &await);
  cor_background_sync_run_finish (fixture->sync, cor_test_await (&await), &error);
  g_assert_no_error (error);
}

/* As it stands, without asking for it. */
static CorTranslation *
look (Fixture    *fixture,
      const char *text,
      const char *from,
      const char *to)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  CorTranslation *found;

  cor_store_look_for_translation_async (fixture->store, text, from, to, NULL, cor_test_on_result, &await);
  found = cor_store_want_translation_finish (fixture->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return found;
}

static void
test_no_service (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (want (fixture, "Hello", "en", "es", &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND);
  run (fixture);
}

/* What failed stays to be read, and is tried again when it is asked for again. */
static void
test_offline (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (CorTranslation) wanted = NULL;
  g_autoptr (CorTranslation) failed = NULL;
  g_autoptr (CorTranslation) again = NULL;

  choose (fixture, "http://127.0.0.1:1");
  wanted = want (fixture, "Hello", "en", "es", NULL);
  g_assert_cmpint (wanted->state, ==, COR_TRANSLATION_WANTED);
  run (fixture);
  failed = look (fixture, "Hello", "en", "es");
  g_assert_cmpint (failed->state, ==, COR_TRANSLATION_FAILED);
  g_assert_cmpint (failed->error_code, ==, COR_SERVICE_ERROR_OFFLINE);
  g_assert_nonnull (failed->error_text);
  again = want (fixture, "Hello", "en", "es", NULL);
  g_assert_cmpint (again->state, ==, COR_TRANSLATION_WANTED);
  g_assert_cmpint (again->error_code, ==, -1);
}

static void
test_live (Fixture      *fixture,
           gconstpointer unused)
{
  const char *text = "Dear Ana Ribeiro, your payment CP-70231 of 1,234.50 EUR is with the correspondent bank since 2026-11-20.";
  g_autoptr (CorTestApertium) apertium = cor_test_apertium_start ();
  g_autoptr (CorTranslation) wanted = NULL;
  g_autoptr (CorTranslation) done = NULL;
  g_autoptr (CorTranslation) kept = NULL;
  g_autoptr (CorTranslation) unknown = NULL;
  g_autoptr (CorTranslation) figures = NULL;
  g_autoptr (GArray) findings = NULL;

  if (apertium == NULL)
    return;
  choose (fixture, cor_test_apertium_get_url (apertium));
  wanted = want (fixture, text, "en", "es-MX", NULL);
  g_clear_pointer (&unknown, cor_translation_free);
  unknown = want (fixture, "Hello", "en", "ja", NULL);
  figures = want (fixture, "CP-70231: 12 EUR", "en", "es-MX", NULL);
  run (fixture);

  done = look (fixture, text, "en", "es-MX");
  g_assert_cmpint (done->state, ==, COR_TRANSLATION_DONE);
  g_test_message ("%s", done->result);
  g_assert_nonnull (strstr (done->result, "Ana Ribeiro"));
  g_assert_nonnull (strstr (done->result, "1,234.50 EUR"));
  g_assert_nonnull (strstr (done->result, "banco corresponsal"));
  g_assert_null (done->text);
  findings = cor_protect_check (text, done->result, NULL);
  g_assert_cmpuint (findings->len, ==, 0);

  g_clear_pointer (&unknown, cor_translation_free);
  unknown = look (fixture, "Hello", "en", "ja");
  g_assert_cmpint (unknown->error_code, ==, COR_SERVICE_ERROR_NO_PAIR);
  g_clear_pointer (&figures, cor_translation_free);
  figures = look (fixture, "CP-70231: 12 EUR", "en", "es-MX");
  g_assert_cmpstr (figures->result, ==, "CP-70231: 12 EUR");

  /* the second time nobody is asked */
  kept = want (fixture, text, "en", "es-MX", NULL);
  g_assert_cmpint (kept->state, ==, COR_TRANSLATION_DONE);
  g_assert_cmpint (kept->id, ==, done->id);
}

/* An answer to what was asked of another service is no answer. */
static void
test_other_service (Fixture      *fixture,
                    gconstpointer unused)
{
  g_autoptr (CorTranslation) wanted = NULL;
  g_autoptr (GError) error = NULL;

  choose (fixture, "http://127.0.0.1:1");
  wanted = want (fixture, "Hello", "en", "es", NULL);
  choose (fixture, NULL);
  run (fixture);
  choose (fixture, "http://127.0.0.1:1");
  g_clear_pointer (&wanted, cor_translation_free);
  wanted = look (fixture, "Hello", "en", "es");
  g_assert_cmpint (wanted->error_code, ==, COR_SERVICE_ERROR_NOT_FOUND);
}

/* In a language that is always translated nobody has to ask for it. */
static void
test_by_itself (void)
{
  CorTestDesk desk;
  Fixture     fixture = { 0 };
  const char *text = "Olá, onde está o meu pagamento? Já passaram três dias.";
  g_autoptr (CorTranslation) asked = NULL;

  cor_test_desk_open (&desk);
  cor_test_desk_add (&desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_EMAIL, .name = "Ana Ribeiro", .assignee_id = "7", .at = 1000 });
  cor_test_desk_say (&desk, &(CorTestMessage){ .number = "1", .kind = COR_MESSAGE_INCOMING, .sender_name = "Ana Ribeiro", .text = text, .at = 1000 });
  fixture.store = desk.store;
  fixture.sync = cor_translation_sync_new (desk.store);
  choose (&fixture, "http://127.0.0.1:1");
  set_always (&fixture, "pt-BR");

  run (&fixture);
  asked = look (&fixture, text, "pt", "en");
  g_assert_cmpint (asked->error_code, ==, COR_SERVICE_ERROR_OFFLINE);
  cor_test_finalize (fixture.sync);
  cor_test_desk_close (&desk);
}

static void
test_languages (Fixture      *fixture,
                gconstpointer unused)
{
  g_auto (CorTestAwait) load = { 0 };
  g_autoptr (CorTranslatorData) translator = NULL;

  set_always (fixture, "pt-BR");
  cor_store_load_translator_async (fixture->store, NULL, cor_test_on_result, &load);
  translator = cor_store_load_translator_finish (fixture->store, cor_test_await (&load), NULL);
  g_assert_cmpint (cor_translator_data_get_mode (translator, "pt"), ==, COR_LANGUAGE_ALWAYS);
  g_assert_cmpint (cor_translator_data_get_mode (translator, "en-GB"), ==, COR_LANGUAGE_OWN);
  g_assert_cmpint (cor_translator_data_get_mode (translator, "es"), ==, COR_LANGUAGE_ON_DEMAND);
  g_assert_cmpstr (translator->target, ==, "en");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  cor_test_init (&argc, &argv);

  ADD ("/translations/no-service", test_no_service);
  ADD ("/translations/offline", test_offline);
  ADD ("/translations/live", test_live);
  ADD ("/translations/other-service", test_other_service);
  g_test_add_func ("/translations/by-itself", test_by_itself);
  ADD ("/translations/languages", test_languages);
  return cor_test_run ();
}
