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
  "おはようございます", "おはよう", "こんにちは", "こんばんは", "はじめまして", "すみません", "お世話になっております", "お世話になります", "お願いします", "ありがとうございます", "ありがとう",
  "السلام عليكم ورحمة الله وبركاته", "السلام عليكم ورحمة الله", "السلام عليكم", "وعليكم السلام", "تحية طيبة", "صباح الخير", "مساء الخير", "مرحبا", "اهلا", "أهلا", "شكرا", "من فضلك",
  "xin chao", "chao ban", "chao shop", "chao", "alo", "shop oi", "cho minh hoi", "cho toi hoi", "co ai khong", "xin cam on", "cam on nhieu", "cam on"
};

/* What somebody is addressed with in a letter, folded; a name follows. */
static const char *const addresses[] = {
  "dear", "sehr geehrte", "sehr geehrter", "liebe", "lieber", "estimado", "estimada", "estimados", "prezado", "prezada", "prezados", "caro", "cara",
  "cher", "chere", "chère", "尊敬的", "敬爱的", "敬愛的", "亲爱的", "親愛的", "拝啓", "عزيزي", "السيد", "السيدة", "kinh gui", "kính gửi"
};

/* What a letter ends with, folded; what comes below it is a signature. */
static const char *const closings[] = {
  "kind regards", "best regards", "warm regards", "many thanks and regards", "regards", "best wishes", "yours sincerely", "yours faithfully",
  "sincerely", "yours truly", "all the best", "cheers", "mit freundlichen grussen", "mit freundlichen grüßen", "freundliche grusse", "freundliche grüße",
  "viele grusse", "viele grüße", "beste grusse", "beste grüße", "mfg", "lg", "cordialement", "bien cordialement", "bien a vous", "salutations", "saludos",
  "un saludo", "un cordial saludo", "atentamente", "cordialmente", "atenciosamente", "abraços", "abracos", "abs", "danke und gruß", "danke und gruss", "merci d'avance", "merci d’avance", "gracias de antemano", "此致", "敬礼",
  "敬禮", "祝好", "盼复", "盼覆", "顺祝商祺",
  "順祝商祺", "顺颂商祺", "順頌商祺", "祝商祺", "敬上", "敬具", "よろしくお願いいたします", "よろしくお願い致します", "宜しくお願いいたします", "宜しくお願い致します",
  "何卒よろしくお願い", "مع التحية", "مع خالص التحية", "مع الشكر", "وتفضلوا بقبول", "تحياتي", "trân trọng", "tran trong", "thân ái", "than ai"
};

/* A line of a letter, not of a question, is no longer. */
#define MAX_LETTER_LINE 60

/* “Hello Corridor team” */
#define MAX_NAME_WORDS 2

/* Who wrote it, below the thanks: bytes of a line, and lines. */
#define MAX_NAME 40
#define MAX_SIGNATURE_LINES 2

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
 * cor_question_is_thanks:
 * @text: (nullable): a message
 *
 * Any thread.
 *
 * Returns: whether it thanks and asks nothing
 */
gboolean
cor_question_is_thanks (const char *text)
{
  static const char *const thanks[] = { "thank", "thx", "谢", "gracias", "obrigad", "merci", "danke", "ありがと", "شكرا", "cam on" };
  g_autofree char         *folded = cor_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (thanks); i++)
    if (strstr (folded, thanks[i]) != NULL)
      return cor_question_is_greeting (text);
  return FALSE;
}

static gboolean
begins_with_any (const char        *folded,
                 const char *const *words,
                 gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (folded, words[i]) && is_bound (words[i], folded + strlen (words[i])))
      return TRUE;
  return FALSE;
}

/* A closing leaves room for no more than a name on its line; “许俊宏 敬上” has it before. */
static gboolean
is_closing (const char *folded)
{
  return strlen (folded) <= MAX_LETTER_LINE && (begins_with_any (folded, closings, G_N_ELEMENTS (closings)) || g_str_has_suffix (folded, "敬上"));
}

/* “Xin cảm ơn.”, and then who says so: short lines that ask nothing. */
static gboolean
is_thanks_at_the_end (char **lines)
{
  guint n = 0;

  if (!cor_question_is_thanks (lines[0]))
    return FALSE;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      n += *g_strstrip (lines[i]) != '\0';
      if (strlen (lines[i]) > MAX_NAME || strpbrk (lines[i], "?0123456789") != NULL || strstr (lines[i], "？") != NULL)
        return FALSE;
    }
  return n > 0 && n <= MAX_SIGNATURE_LINES;
}

/* “Hi Sofia”, but not “Hi, my money is still not here”: no more than a name follows, or nothing after “李先生，您好”. */
static gboolean
only_greets_somebody (const char *folded)
{
  gsize  first = match_greeting (folded);
  gssize n_words = 0;

  for (const char *p = folded + first; first > 0 && *p != '\0'; p = g_utf8_next_char (p))
    n_words += *p == ' ' ? 1 : g_unichar_iswide (g_utf8_get_char (p)) ? MAX_NAME_WORDS + 1
                                                                      : 0;
  if (first > 0 && n_words <= MAX_NAME_WORDS)
    return TRUE;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)) && match_greeting (p) > 0)
      return cor_question_is_greeting (p);
  return FALSE;
}

static gboolean
is_pause (gunichar c)
{
  return c != 0 && g_utf8_strchr (",:;!，：！、،", -1, c) != NULL;
}

/* The only pause of its line is at the end: “Dear Sofia,”, but not “Dear team, it is not here,”. */
static gboolean
only_addresses_somebody (const char *folded)
{
  const char *p = folded;

  while (*p != '\0' && !is_pause (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *g_utf8_next_char (p) == '\0' && begins_with_any (folded, addresses, G_N_ELEMENTS (addresses));
}

/* “Dear Sofia,”, “李先生，您好：”: who is addressed, and nothing else. */
static gboolean
is_salutation (const char *folded)
{
  const char *last = g_utf8_find_prev_char (folded, folded + strlen (folded));

  return strlen (folded) <= MAX_LETTER_LINE && last != NULL && is_pause (g_utf8_get_char (last)) &&
         (only_addresses_somebody (folded) || only_greets_somebody (folded));
}

/* What a message says without the manners of a letter; all of it where nothing else is left. */
static void
append_body (GString    *joined,
             const char *message)
{
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);
  gsize    before = joined->len;
  gboolean is_first = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *folded = NULL;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      folded = cor_fold (lines[i]);
      if (!is_first && (is_closing (folded) || is_thanks_at_the_end (lines + i)))
        break;
      if (!(is_first && is_salutation (folded)) && !cor_question_is_greeting (lines[i]))
        g_string_append_printf (joined, "%s%s", joined->len > before ? "\n" : "", lines[i]);
      is_first = FALSE;
    }
  if (joined->len == before)
    g_string_append (joined, message);
}

/**
 * cor_question_join:
 * @messages: (array length=n_messages): of one customer without an answer in between, the first first
 *
 * Several short messages are often one question; those that only greet are left out, and so are salutation, closing and signature of a letter.
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
      append_body (joined, valid);
    }
  return g_string_free (joined, FALSE);
}
