/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-fold.h"
#include "cor-test-main.h"
#include "cor-traditional.h"

#include <locale.h>
#include <string.h>

static void
test_words (void)
{
  static const struct
  {
    const char *simplified, *traditional;
  } cases[] = {
    { "", "" },
    { "Your IBAN: GB29 NWBK", "Your IBAN: GB29 NWBK" },
    { "账户里的钱", "帳戶裡的錢" },
    { "您的汇款已到账，收款行还没有入账。", "您的匯款已到帳，收款行還沒有入帳。" },
    { "一发票一笔付款", "一發票一筆付款" },
    { "五公里以里", "五公里以裡" },
    { "重复付款会在两周内退回，请尽快答复", "重複付款會在兩週內退回，請儘快答覆" },
    { "复核后复制回复", "覆核後複製回覆" },
    { "在周末、工作日和周围", "在週末、工作日和周圍" },
    { "## 冲正\n\n1. **登录**在线客服\n", "## 沖正\n\n1. **登入**線上客服\n" },
    { "注册时注意注明", "註冊時注意註明" },
    { "皇后之后", "皇后之後" },
    { "为什么一周到账", "為什麼一週到帳" },
    { "核实时发现符合同样的规则", "核實時發現符合同樣的規則" },
    { "1月1日元旦付日元，增加元素", "1月1日元旦付日圓，增加元素" },
    { "增加注意事项，存在线索", "增加注意事項，存在線索" },
    { "为了解决，请了解", "為了解決，請了解" },
    { "身份证和身份验证", "身分證和身分驗證" },
    { "台湾的新台币", "臺灣的新臺幣" },
    { "在沙特阿拉伯以里亚尔付款", "在沙烏地阿拉伯以里亞爾付款" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *traditional = cor_traditional_dup (cases[i].simplified);

      g_assert_cmpstr (traditional, ==, cases[i].traditional);
    }
}

/* The glossary's word, if it is the same word in other characters, comes out as the glossary writes it. */
static void
test_glossary (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "glossary", "terms.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0, n_wrong = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_auto (GStrv) simplified = g_strsplit (cells[3], "|", -1);
      g_auto (GStrv) traditional = g_strsplit (cells[4], "|", -1);
      g_autofree char *folded = cor_fold (simplified[0]), *made = cor_traditional_dup (simplified[0]);
      const char      *same = NULL;

      if (g_strv_contains ((const char *const *) traditional, made))
        {
          n++;
          continue;
        }
      for (guint j = 0; traditional[j] != NULL && same == NULL; j++)
        {
          g_autofree char *other = cor_fold (traditional[j]);

          if (strcmp (folded, other) == 0)
            same = traditional[j];
        }
      if (same == NULL)
        continue;
      g_test_message ("%s: made %s, the glossary has %s", simplified[0], made, same);
      n_wrong++;
    }
  g_test_message ("%u terms come out as the glossary has them", n);
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n, >=, 430);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, ""); /* what it says is Chinese */
  cor_test_init (&argc, &argv);
  g_test_add_func ("/traditional/words", test_words);
  g_test_add_func ("/traditional/glossary", test_glossary);
  return cor_test_run ();
}
