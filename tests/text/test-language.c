/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-language.h"
#include "cor-test-main.h"

static const struct
{
  const char *text, *hint, *language;
} cases[] = {
  { "", NULL, NULL },
  { "12345 !?", NULL, NULL },
  { "12345", "es-MX", "es" },
  { "Where is my money?", NULL, "en" },
  { "The transfer has not arrived yet and I need it today", NULL, "en" },
  { "The transfer has not arrived yet and I need it today", "de", "en" },
  { "¿Cuándo llega mi dinero?", NULL, "es" },
  { "cuando llega mi dinero por favor", NULL, "es" },
  { "Quando o meu dinheiro vai chegar? Não recebi nada", NULL, "pt" },
  { "Onde está a minha transferência para o Brasil", NULL, "pt" },
  { "Où est mon argent ? Je n'ai pas reçu le virement", NULL, "fr" },
  { "Wo ist mein Geld? Die Überweisung ist noch nicht da", NULL, "de" },
  { "Tiền của tôi ở đâu", NULL, "vi" },
  { "tien cua toi chua duoc chuyen den ngan hang", NULL, "vi" },
  { "Dove sono i miei soldi? Il bonifico non è ancora arrivato", NULL, "it" },
  { "Waar is mijn geld? De overschrijving is nog niet aangekomen", NULL, "nl" },
  { "Gdzie są moje pieniądze? Przelew jeszcze nie dotarł", NULL, "pl" },
  { "Kapan uang saya sampai? Saya belum menerima transfer", NULL, "id" },
  { "为什么被扣费了", NULL, "zh" },
  { "請問匯款狀態", "en", "zh" },
  { "送金はいつ届きますか", NULL, "ja" },
  { "أين أموالي؟", NULL, "ar" },
  { "เงินของฉันอยู่ที่ไหน", NULL, "th" },
  { "Где мои деньги?", NULL, "ru" },
  { "IBAN", "fr-FR", "fr" },
  { "IBAN", NULL, NULL },
  { "IBAN", "zh-CN", NULL },
};

static void
test_detect (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (cor_language_detect (cases[i].text, -1, cases[i].hint), ==, cases[i].language);
    }
}

/* What is broken or huge is looked at like anything else. */
static void
test_hostile (void)
{
  g_autofree char *huge = g_strnfill (100000, 'a');

  g_assert_null (cor_language_detect ("\xff\xfe\xc3", -1, NULL));
  g_assert_null (cor_language_detect (huge, -1, NULL));
  g_assert_cmpstr (cor_language_detect ("the money is not here and", 9, "??"), ==, "en");
}

static void
test_stop_words (void)
{
  g_assert_true (cor_language_is_stop_word ("en", "the"));
  g_assert_false (cor_language_is_stop_word ("de", "the"));
  g_assert_false (cor_language_is_stop_word ("en", "money"));
  g_assert_true (cor_language_is_stop_word ("zh", "的"));
  g_assert_true (cor_language_is_stop_word ("pt", "nao"));
  g_assert_false (cor_language_is_stop_word (NULL, "the"));
}

static void
test_matches (void)
{
  g_assert_true (cor_language_matches ("pt-BR", "pt"));
  g_assert_true (cor_language_matches ("pt_BR.UTF-8", "pt"));
  g_assert_true (cor_language_matches ("PT", "pt"));
  g_assert_false (cor_language_matches ("ptx", "pt"));
  g_assert_false (cor_language_matches (NULL, "pt"));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/language/detect", test_detect);
  g_test_add_func ("/language/hostile", test_hostile);
  g_test_add_func ("/language/stop-words", test_stop_words);
  g_test_add_func ("/language/matches", test_matches);

  return cor_test_run ();
}
