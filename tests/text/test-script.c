/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-script.h"
#include "cor-test-main.h"

static const struct
{
  const char *text, *tag;
  gboolean    rtl;
} cases[] = {
  { "", NULL, FALSE },
  { NULL, NULL, FALSE },
  { "12345 !?", NULL, FALSE },
  { "Where is my money?", NULL, FALSE },
  { "¿Dónde está mi dinero?", NULL, FALSE },
  { "我的款项什么时候到账？", "zh-Hans", FALSE },
  { "我的款項什麼時候到帳？", "zh-Hant", FALSE },
  { "您好", "zh-Hans", FALSE },
  { "請問匯款狀態", "zh-Hant", FALSE },
  { "请问 UETR 9f3c 到账了吗", "zh-Hans", FALSE },
  { "送金はいつ届きますか", "ja", FALSE },
  { "カタカナ", "ja", FALSE },
  { "我最爱吃的の店铺非常好吃的东西真的很棒", "zh-Hans", FALSE },
  { "송금이 언제 도착하나요", "ko", FALSE },
  { "أين أموالي؟", "ar", TRUE },
  { "איפה הכסף שלי", "he", TRUE },
  { "เงินของฉันอยู่ที่ไหน", "th", FALSE },
  { "Tiền của tôi ở đâu?", "vi", FALSE },
  { "Tôi đã chuyển tiền hôm qua, mong được hỗ trợ", "vi", FALSE },
  { "Где мои деньги?", "ru", FALSE },
  { "Πού είναι τα χρήματά μου;", "el", FALSE },
  { "Your payment to 李偉 has been credited to the account", NULL, FALSE },
  { "123 أين", "ar", TRUE },
  { "\u2068abc\u2069 أين", "ar", TRUE },
  { "CP-70231: أين أموالي؟", "ar", FALSE },
  { "\u200fabc", NULL, TRUE },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text ? cases[i].text : "NULL");
      g_assert_cmpstr (cor_text_language_tag (cases[i].text), ==, cases[i].tag);
      g_assert_cmpint (cor_text_is_rtl (cases[i].text), ==, cases[i].rtl);
    }
}

static void
test_malformed (void)
{
  static const char *const bad[] = { "\xff", "\xe6\x9d", "\xed\xa0\x80", "\xf0\x9f" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (cor_text_language_tag (bad[i]));
      g_assert_false (cor_text_is_rtl (bad[i]));
    }
  g_assert_true (cor_text_is_rtl ("\xff\xc3أين"));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/script/table", test_table);
  g_test_add_func ("/script/malformed", test_malformed);
  return cor_test_run ();
}
