/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-question"

#include "config.h"

#include "cor-question.h"

#include "cor-fold.h"

#include <string.h>

/* More than that is a pasted letter; its beginning says what it is about. */
#define MAX_BYTES 4000

/* What is said before, after or instead of a question, folded; a longer one before its beginning. */
static const char *const greetings[] = {
  /* en */
  "good morning", "good afternoon", "good evening", "good day", "hello there", "hi there", "is anyone there", "is anybody there",
  "anyone there", "anybody there", "are you there", "hello", "hallo", "hiya", "hey", "hi", "dear", "sir or madam", "sir", "madam", "team",
  "support", "thank you very much", "thank you so much", "thank you", "thanks a lot", "thanks", "thx", "please", "okay", "ok", "yes", "no",
  /* zh, both scripts */
  "早上好", "上午好", "中午好", "下午好", "晚上好", "大家好", "你们好", "你們好", "你好", "您好", "早安", "午安", "晚安", "哈喽", "哈囉", "嗨", "喂",
  "在不在", "在吗", "在嗎", "在么", "有人吗", "有人嗎", "有客服吗", "有客服嗎", "人工客服", "客服", "人工", "请问一下", "請問一下", "请问", "請問",
  "麻烦了", "麻煩了", "谢谢您", "謝謝您", "谢谢你", "謝謝你", "谢谢", "謝謝", "多谢", "多謝", "好的", "啊", "呀", "哦", "嗯",
  /* es, pt */
  "buenos dias", "buenas tardes", "buenas noches", "buenas", "que tal", "hola", "hay alguien", "muchas gracias", "gracias", "por favor", "bom dia",
  "boa tarde", "boa noite", "ola", "oi", "tudo bem", "alguem ai", "muito obrigado", "muito obrigada", "obrigado", "obrigada",
  /* fr, de */
  "bonjour", "bonsoir", "salut", "coucou", "il y a quelqu'un", "madame", "monsieur", "merci beaucoup", "merci", "s'il vous plait",
  "guten morgen", "guten tag", "guten abend", "sehr geehrte damen und herren", "moin", "servus", "ist da jemand", "vielen dank", "danke", "bitte",
  /* ja, ar, vi */
  "おはようございます", "おはよう", "こんにちは", "こんばんは", "はじめまして", "すみません", "お願いします", "ありがとうございます", "ありがとう",
  "السلام عليكم", "وعليكم السلام", "صباح الخير", "مساء الخير", "مرحبا", "اهلا", "أهلا", "شكرا", "من فضلك",
  "xin chao", "chao ban", "chao", "alo", "co ai khong", "cam on"
};

static gboolean
is_bound (const char *greeting, const char *end)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (greeting + strlen (greeting)));
  gunichar next = g_utf8_get_char (end);

  return g_unichar_iswide (last) || !(g_unichar_isalnum (next) || g_unichar_ismark (next));
}

/* How many bytes at @p are a greeting. */
static gsize
match_greeting (const char *p)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (greetings); i++)
    {
      gsize length = strlen (greetings[i]);

      if (length > longest && strncmp (p, greetings[i], length) == 0 && is_bound (greetings[i], p + length))
        longest = length;
    }
  return longest;
}

/**
 * cor_question_is_greeting:
 * @text: (nullable): a message
 *
 * Any thread.
 *
 * Returns: whether it asks nothing: greetings, thanks and signs, or no letter at all
 */
gboolean
cor_question_is_greeting (const char *text)
{
  g_autofree char *folded = cor_fold (text);
  const char      *p = folded;

  while (*p != '\0')
    {
      gsize length = 0;

      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      length = match_greeting (p);
      if (length == 0)
        return FALSE;
      p += length;
    }
  return TRUE;
}

/**
 * cor_question_join:
 * @messages: (array length=n_messages): of one customer without an answer in between, the first first
 *
 * Several short messages are often one question; those that only greet are left out.
 *
 * Returns: (transfer full): one text, "" when nothing is asked
 */
char *
cor_question_join (const char *const *messages, gsize n_messages)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < n_messages && joined->len < MAX_BYTES; i++)
    {
      g_autofree char *valid = NULL;

      if (messages[i] == NULL || cor_question_is_greeting (messages[i]))
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      valid = g_utf8_make_valid (messages[i], (gssize) strnlen (messages[i], MAX_BYTES));
      g_string_append (joined, valid);
    }
  return g_string_free (joined, FALSE);
}
