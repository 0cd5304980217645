/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-question-words"

#include "config.h"

#include "cor-question-words.h"

#include "cor-fold.h"

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
  "السلام عليكم ورحمة الله وبركاته", "السلام عليكم ورحمة الله", "السلام عليكم", "وعليكم السلام", "تحية طيبة وبعد", "تحية طيبة", "صباح الخير", "مساء الخير", "مرحبا", "اهلا", "أهلا", "شكرا لكم", "شكرا جزيلا", "شكرا", "من فضلك",
  "xin chao", "chao ban", "chao shop", "chao", "alo", "shop oi", "cho minh hoi", "cho toi hoi", "co ai khong", "xin cam on", "cam on nhieu", "cam on"
};

static const char *const addresses[] = {
  "dear", "sehr geehrte", "sehr geehrter", "liebe", "lieber", "estimado", "estimada", "estimados", "prezado", "prezada", "prezados", "caro", "cara",
  "cher", "chere", "chère", "尊敬的", "敬爱的", "敬愛的", "亲爱的", "親愛的", "拝啓", "عزيزي", "السادة", "السيد", "السيدة", "kinh gui", "kính gửi"
};

static const char *const closings[] = {
  "kind regards", "best regards", "warm regards", "many thanks and regards", "regards", "best wishes", "yours sincerely", "yours faithfully",
  "sincerely", "yours truly", "all the best", "cheers", "mit freundlichen grussen", "mit freundlichen grüßen", "freundliche grusse", "freundliche grüße",
  "viele grusse", "viele grüße", "beste grusse", "beste grüße", "mfg", "lg", "cordialement", "bien cordialement", "bien a vous", "salutations", "saludos",
  "un saludo", "un cordial saludo", "atentamente", "cordialmente", "atenciosamente", "abraços", "abracos", "abs", "danke und gruß", "danke und gruss", "merci d'avance", "merci d’avance", "gracias de antemano", "此致", "敬礼",
  "敬禮", "祝好", "盼复", "盼覆", "顺祝商祺",
  "順祝商祺", "顺颂商祺", "順頌商祺", "祝商祺", "敬上", "敬具", "よろしくお願いいたします", "よろしくお願い致します", "宜しくお願いいたします", "宜しくお願い致します",
  "何卒よろしくお願い", "مع التحية", "مع خالص التحية", "مع الشكر", "وتفضلوا بقبول", "تحياتي", "trân trọng", "tran trong", "thân ái", "than ai"
};

static const char *const thanks[] = { "thank", "thx", "谢", "gracias", "obrigad", "merci", "danke", "ありがと", "شكرا", "cam on" };

static const struct
{
  const char *const *words;
  guint              n;
} lists[] = {
  [COR_QUESTION_GREETING] = { greetings, G_N_ELEMENTS (greetings) },
  [COR_QUESTION_ADDRESS] = { addresses, G_N_ELEMENTS (addresses) },
  [COR_QUESTION_CLOSING] = { closings, G_N_ELEMENTS (closings) },
  [COR_QUESTION_THANKS] = { thanks, G_N_ELEMENTS (thanks) },
};

/**
 * cor_question_words_get:
 *
 * Any thread.
 *
 * Returns: (transfer none) (array zero-terminated=1): the words as cor_fold() leaves them
 */
const char *const *
cor_question_words_get (CorQuestionWords kind)
{
  static gsize  once[G_N_ELEMENTS (lists)];
  static char **folded[G_N_ELEMENTS (lists)];

  if (g_once_init_enter (&once[kind]))
    {
      folded[kind] = g_new0 (char *, lists[kind].n + 1);
      for (guint i = 0; i < lists[kind].n; i++)
        folded[kind][i] = cor_fold (lists[kind].words[i]);
      g_once_init_leave (&once[kind], 1);
    }
  return (const char *const *) folded[kind];
}
