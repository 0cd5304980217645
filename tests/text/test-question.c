/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-question.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/question/greeting", test_greeting);
  g_test_add_func ("/question/join", test_join);
  return g_test_run ();
}
