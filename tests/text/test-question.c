/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-question.h"
#include "cor-test-main.h"

#include <string.h>

static void
test_greeting (void)
{
  static const char *const greetings[] = {
    "Hi", "Hello!!", "good morning, dear team", "您好", "你好，在吗？", "請問", "Hola, buenos días", "Olá! Tudo bem?", "Bonjour madame", "Guten Tag",
    "こんにちは。", "مرحبا", "Xin chào", "👋", "…", "", "Thanks!", "谢谢", "OK"
  };
  static const char *const questions[] = {
    "Hi, where is my money?", "hits", "你好，钱还没到账", "Hello my card was declined", "Hola, ¿cuándo llega?", "Bonjour, mon virement", "oil", "Ref 12345",
    "こんにちは、送金はまだですか", "كيف حالك أين المال"
  };

  for (guint i = 0; i < G_N_ELEMENTS (greetings); i++)
    if (!cor_question_is_greeting (greetings[i]))
      g_test_fail_printf ("“%s” asks nothing", greetings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (cor_question_is_greeting (questions[i]))
      g_test_fail_printf ("“%s” asks something", questions[i]);
  g_assert_true (cor_question_is_greeting (NULL));
}

static void
test_thanks (void)
{
  static const char *const thanks[] = { "Thanks!", "OK, thank you very much", "好的，谢谢", "謝謝您", "Muchas gracias", "Obrigada!", "Merci", "Danke", "ありがとうございます。", "شكرا" };
  static const char *const others[] = { "Hi", "OK", "Thanks, but where is my money?", "谢谢，钱还没到", "", "👍", "thanksgiving" };

  for (guint i = 0; i < G_N_ELEMENTS (thanks); i++)
    if (!cor_question_is_thanks (thanks[i]))
      g_test_fail_printf ("“%s” thanks", thanks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (cor_question_is_thanks (others[i]))
      g_test_fail_printf ("“%s” does not only thank", others[i]);
  g_assert_false (cor_question_is_thanks (NULL));
}

static void
test_join (void)
{
  static const char *const messages[] = { "Hello", "I sent 500 dollars", NULL, "on Friday.", "Where is it", "thanks" };
  static const char *const greetings[] = { "Hi", "👋" };
  g_autofree char         *joined = cor_question_join (messages, G_N_ELEMENTS (messages));
  g_autofree char         *none = cor_question_join (greetings, G_N_ELEMENTS (greetings));
  g_autofree char         *long_text = g_strnfill (100000, 'a');
  g_autofree char         *cut = cor_question_join ((const char *const[]){ long_text, long_text }, 2);

  g_assert_cmpstr (joined, ==, "I sent 500 dollars\non Friday.\nWhere is it");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (strlen (cut), <, 10000);
}

/* The manners of a letter would fit every letter that answers it. */
static void
test_letter (void)
{
  static const struct
  {
    const char *letter;
    const char *question;
  } cases[] = {
    { "Dear Sofia,\n\nWhere is CP-1?\n\nKind regards,\nJames Llewellyn\nACME Ltd", "Where is CP-1?" },
    { "Sehr geehrte Frau Brandt,\nwo ist das Geld?\nMit freundlichen Grüßen\nJohanna", "wo ist das Geld?" },
    { "您好，\n钱到哪了？\n顺祝商祺\n李伟", "钱到哪了？" },
    { "李先生，您好：\n我们的货款还没到账。", "我们的货款还没到账。" },
    { "Hola, ¿cuándo llega?\nSaludos,\nAna", "Hola, ¿cuándo llega?" },
    /* a closing is none where more follows on its line, or where it comes first */
    { "Where is it?\nRegards to your colleague who told me that it would be here by Friday at noon", "Where is it?\nRegards to your colleague who told me that it would be here by Friday at noon" },
    { "Regards", "Regards" },
    /* a greeting before the question does not take it along */
    { "您好，我的钱还没到账，\n什么时候到？", "您好，我的钱还没到账，\n什么时候到？" },
    { "Hi, my transfer is still missing,\nwhen will it come?", "Hi, my transfer is still missing,\nwhen will it come?" },
    { "Dear team, my money is not here,\nwhen will it come?", "Dear team, my money is not here,\nwhen will it come?" },
    { "Hello Corridor team,\nwhen will it come?", "when will it come?" },
    { "Hi, where is my money?", "Hi, where is my money?" },
    /* below thanks stands who says so, unless it asks on */
    { "Tiền đâu rồi?\nXin cảm ơn.\nĐỗ Ngọc Lan", "Tiền đâu rồi?" },
    { "Where is it?\nThank you\nAnd what does it cost?", "Where is it?\nAnd what does it cost?" },
    { "錢呢？\n許俊宏 敬上", "錢呢？" },
    { "能直接发给对方吗？\n盼复。\n欧阳立群", "能直接发给对方吗？" },
    { "ご担当者様\nお世話になっております。田中と申します。\n送金が届きません。\nお手数ですが、ご確認のほどお願いいたします。\n田中", "送金が届きません。" },
    { "お世話になっております。田中です。\n送金が届きません。", "送金が届きません。" },
    { "お世話になります。送金が遅いです。", "お世話になります。送金が遅いです。" },
    { "السادة خدمة العملاء،\nتحية طيبة وبعد،\nأين المبلغ؟\nشكراً لكم\nخالد", "أين المبلغ؟" },
    { "ما البيانات المطلوبة؟\nوتفضلوا بقبول الاحترام\nخالد", "ما البيانات المطلوبة؟" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *question = cor_question_join (&cases[i].letter, 1);

      g_assert_cmpstr (question, ==, cases[i].question);
    }
}

/* What is only this customer's is not searched; what is asked about is, figures too. */
static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } cases[] = {
    { "Where is it?", "Where is it?" },
    { "Hello, it is me. Where is CP-58211?", " it is me. Where is payment?" },
    { "Hi! Hello. 1,250.00 EUR of 18.11. is missing", "  of . is missing" },
    { "97ed4827-7b6f-4491-a06f-b548d5a7512d 没到", "汇款 没到" },
    { "Wo bleibt CP-58211?", "Wo bleibt Zahlung?" },
    { "11月18日那笔30,000.00 CNY卡在哪儿了？", "月日那笔卡在哪儿了？" },
    { "what was the $1 fee of 12.50 USD", "what was the $1 fee of " },
    { "What does AC04 in an MT103 mean?", "What does AC04 in an MT103 mean?" },
    { "Can I cancel within 30 minutes? Write to a@b.example", "Can I cancel within 30 minutes? Write to " },
    /* a text that only greets stays what it is */
    { "Hello, good morning.", "Hello, good morning." },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = cor_question_plain (cases[i].text);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_subject (void)
{
  static const struct
  {
    const char *subject;
    const char *stripped;
  } cases[] = {
    { "Where is CP-1?", "Where is CP-1?" },
    { "Re: AW: Fwd: Where is it?", "Where is it?" },
    { "RE[2]: where", "where" },
    { "回复：需要水单", "需要水单" },
    { "Trả lời: phí", "phí" },
    { "Return: why?", "Return: why?" },
    { "Re:", "" },
    { "a\xff", "a\357\277\275" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stripped = cor_question_strip_subject (cases[i].subject);

      g_assert_cmpstr (stripped, ==, cases[i].stripped);
    }
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/question/greeting", test_greeting);
  g_test_add_func ("/question/thanks", test_thanks);
  g_test_add_func ("/question/join", test_join);
  g_test_add_func ("/question/letter", test_letter);
  g_test_add_func ("/question/plain", test_plain);
  g_test_add_func ("/question/subject", test_subject);
  return cor_test_run ();
}
