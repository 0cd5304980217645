/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-terms-word.h"
#include "cor-terms.h"
#include "cor-test-main.h"

#include <string.h>

static char *
dup_terms (const char *text,
           const char *locale)
{
  g_autoptr (CorTerms) terms = cor_terms_new (text, locale);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);
  GString       *line = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, term[i].kind == COR_TERM_PERIOD ? "|" : term[i].kind == COR_TERM_PAUSE ? ","
                                                                                                    : term[i].text);
    }
  return g_string_free (line, FALSE);
}

static const struct
{
  const char *text, *locale, *terms;
} cases[] = {
  { "", NULL, "" },
  { "?!。", NULL, "" },
  { "Where are my Transfers?", NULL, "where are my transfer |" },
  { "I can't top-up; it’s DECLINED", NULL, "i cant top up | it declin |" },
  { "ＵＳＤ　１，２３４．５０", NULL, "usd 1234.5 |" },
  { "1.234,50 1234.50 1,234.50 1.234.567", "de", "1234.5 1234.5 1234.5 1234567 |" },
  { "USD500 500usd", NULL, "usd 500 500 usd |" },
  { "AC04 MT103 pacs.008 3DS", NULL, "ac04 mt103 pacs.008 3ds |" },
  { "UETR 9F3C0000-1111-4222-8333-ABCDEF012345!", NULL, "uetr 9f3c0000-1111-4222-8333-abcdef012345 |" },
  { "款項什麼時候到帳？", "zh-TW", "款 项 什 么 时 候 到 账 |" },
  { "款项什么时候到账", "zh-CN", "款 项 什 么 时 候 到 账 |" },
  { "我的Transfers到账，谢谢", "zh-CN", "我 的 transfer 到 账 , 谢 谢 |" },
  { "¿Dónde están mis transferencias?", NULL, "dond estan mis transferent |" },
  { "donde estan mis transferencias", "es", "dond estan mis transferent |" },
  { "Je n'ai pas reçu l'argent", NULL, "je ai pas recu argent |" },
  { "Überweisungen", "de", "uberweis |" },
  { "ｶﾞｿﾘﾝ ガソリン", NULL, "ガ ソ リ ン , ガ ソ リ ン |" },
  { "เงินอยู่", NULL, "เ งิ น อ ยู่ |" },
  { "tran\u00adsfer \u200fabc", NULL, "transfer abc |" },
  { "The money is not here yet.\n钱还没到\nLe virement n'est pas là", NULL, "the money is not here yet | 钱 还 没 到 | le vir est pas la |" },
  { "a\x01"
    "b\x7f",
    NULL, "a b |" },
};

static void
test_terms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *terms = dup_terms (cases[i].text, cases[i].locale);

      g_assert_cmpstr (terms, ==, cases[i].terms);
    }
}

/* The offsets say where to mark a hit. */
static void
test_offsets (void)
{
  const char *text = "Mi depósito: 到账！";
  g_autoptr (CorTerms) terms = cor_terms_new (text, "es");
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpmem (text + term[1].start, term[1].end - term[1].start, "depósito", strlen ("depósito"));
  g_assert_cmpstr (term[1].surface, ==, "deposito");
  g_assert_cmpmem (text + term[4].start, term[4].end - term[4].start, "账", strlen ("账"));
}

/* No text is refused, however long or broken. */
static void
test_hostile (void)
{
  g_autofree char *long_word = g_strnfill (10000, 'x');
  g_autofree char *quotes = g_strnfill (10000, '\'');
  g_autofree char *points = g_strnfill (10000, '.');
  g_autofree char *digits = g_strnfill (10000, '9');
  g_autofree char *one = dup_terms (long_word, NULL);
  g_autofree char *two = dup_terms (quotes, NULL);
  g_autofree char *three = dup_terms (points, NULL);
  g_autofree char *four = dup_terms (digits, NULL);
  g_autofree char *five = dup_terms ("\xff\xfe(\" AND NEAR* \xe4\xb8", NULL);
  g_autofree char *six = dup_terms ("0.00 .5 5. 0,0 '", NULL);

  g_assert_cmpuint (strlen (one), <, 100);
  g_assert_cmpstr (two, ==, "");
  g_assert_cmpstr (three, ==, "");
  g_assert_cmpuint (strlen (four), <, 100);
  g_assert_cmpstr (six, ==, "0 5 5 | 0 |");
  g_assert_true (g_utf8_validate (five, -1, NULL));
}

static void
test_pinyin (void)
{
  g_autofree char *pinyin = cor_terms_dup_pinyin ("到 账");

  g_assert_cmpstr (pinyin, ==, "dao zhang");
}

/* 需要 says little, as its 要 does alone; the 需 of 急需 and the 好 of 好友 are words of their own. */
static void
test_stop_pairs (void)
{
  g_autoptr (CorTerms) terms = cor_terms_new ("您好，匯款需要多久？急需的好友", "zh-TW");
  g_autoptr (GString) stops = g_string_new (NULL);
  g_autoptr (GString) pairs = g_string_new (NULL);
  guint          n = 0;
  const CorTerm *term = cor_terms_get (terms, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (stops, term[i].is_stop ? term[i].text : ".");
      g_string_append (pairs, term[i].is_stop_pair ? term[i].text : ".");
    }
  g_assert_cmpstr (stops->str, ==, "您好...需要.....的...");
  g_assert_cmpstr (pairs->str, ==, "您好...需要.........");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/terms/terms", test_terms);
  g_test_add_func ("/terms/offsets", test_offsets);
  g_test_add_func ("/terms/hostile", test_hostile);
  g_test_add_func ("/terms/pinyin", test_pinyin);
  g_test_add_func ("/terms/stop-pairs", test_stop_pairs);

  return cor_test_run ();
}
