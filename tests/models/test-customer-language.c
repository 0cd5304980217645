/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-customer-language.h"
#include "cor-store-translation-scene.h"
#include "cor-template-scene.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"

/* In which language a customer is written to: one answer, whoever asks. */

static const struct
{
  const char       *attributes_json;
  const char       *said[3]; /* the oldest first */
  const char       *tag;
  CorLanguageOrigin origin;
} cases[] = {
  { "{\"language\":\"zh_TW\"}", { "Where is my money? I have waited for a week." }, "zh-Hant-TW", COR_LANGUAGE_OF_DESK },
  { "{\"preferred_language\":\"pt-br\"}", { NULL }, "pt-BR", COR_LANGUAGE_OF_DESK },
  { "{\"language\":\"German\"}", { "Wo bleibt meine Überweisung? Ich warte seit einer Woche." }, "de", COR_LANGUAGE_OF_MESSAGES },
  { "{\"language\":\"\"}", { "¿Dónde está mi dinero? Llevo una semana esperando." }, "es", COR_LANGUAGE_OF_MESSAGES },
  { NULL, { "Bonjour, où est mon virement ?", "CP-70231", "1.000,00 EUR" }, "fr", COR_LANGUAGE_OF_MESSAGES },
  { NULL, { "Where is my money?", "O dinheiro ainda não chegou na conta dele.", "UETR" }, "pt", COR_LANGUAGE_OF_MESSAGES },
  { NULL, { "我的匯款還沒有到帳，請問什麼時候可以收到？" }, "zh-Hant", COR_LANGUAGE_OF_MESSAGES },
  { NULL, { "CP-70231", "12345" }, NULL, COR_LANGUAGE_OF_NOBODY },
};

static gint64
add (CorTestDesk *desk,
     guint        i)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  gint64           id = cor_test_desk_add (desk, &(CorTestConversation){ .number = number, .channel = COR_CHANNEL_WECHAT, .name = "Customer", .attributes_json = cases[i].attributes_json, .at = 1000 });

  for (guint k = 0; k < G_N_ELEMENTS (cases[i].said) && cases[i].said[k] != NULL; k++)
    cor_test_desk_say (desk, &(CorTestMessage){ .number = number, .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = cases[i].said[k], .at = 1000 + k });
  return id;
}

static void
expect (CorTestDesk *desk,
        gint64       conversation,
        guint        i)
{
  g_auto (CorTestAwait) one = { 0 };
  g_auto (CorTestAwait) other = { 0 };
  g_auto (CorTestAwait) third = { 0 };
  g_autoptr (CorCustomerLanguage) language = NULL;
  g_autoptr (CorTranslationScene) translation = NULL;
  g_autoptr (CorTemplateScene) template = NULL;

  cor_store_load_customer_language_async (desk->store, conversation, NULL, cor_test_on_result, &one);
  language = cor_store_load_customer_language_finish (desk->store, cor_test_await (&one), NULL);
  g_assert_cmpstr (language->tag, ==, cases[i].tag);
  g_assert_cmpint (language->origin, ==, cases[i].origin);
  cor_store_load_translation_scene_async (desk->store, conversation, NULL, cor_test_on_result, &other);
  translation = cor_store_load_translation_scene_finish (desk->store, cor_test_await (&other), NULL);
  g_assert_cmpstr (translation->language, ==, cases[i].tag);
  cor_template_scene_load_async (desk->store, conversation, NULL, cor_test_on_result, &third);
  template = cor_template_scene_load_finish (cor_test_await (&third), NULL);
  if (cases[i].tag != NULL)
    g_assert_cmpstr (template->locale, ==, cases[i].tag);
  g_assert_cmpint (template->origin, ==, cases[i].origin == COR_LANGUAGE_OF_DESK ? COR_LOCALE_OF_CUSTOMER : cases[i].tag != NULL ? COR_LOCALE_OF_MESSAGE
                                                                                                                                 : COR_LOCALE_OF_NOBODY);
}

static void
test_language (void)
{
  CorTestDesk desk;

  cor_test_desk_open (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 conversation = add (&desk, i);

      cor_test_desk_settle (&desk);
      expect (&desk, conversation, i);
    }
  cor_test_desk_close (&desk);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/customer-language", test_language);
  return cor_test_run ();
}
