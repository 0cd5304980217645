/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-fold.h"
#include "cor-test-main.h"

#include <string.h>

static const struct
{
  const char *text, *folded;
} cases[] = {
  { "", "" },
  { "  Hello \t\n World  ", "hello world" },
  { "李偉", "李伟" },
  { "李伟", "李伟" },
  { "張國榮", "张国荣" },
  { "Müller", "muller" },
  { "Mu\u0308ller", "muller" },
  { "STRASSE straße", "strasse strasse" },
  { "ＡＢＣ　１２３", "abc 123" },
  { "Nguyễn Đình Hưng", "nguyen dinh hung" },
  { "Ελλάδα ΣΊΣΥΦΟΣ", "ελλαδα σισυφοσ" },
  { "İstanbul", "istanbul" },
  { "ISTANBUL ıspanak", "istanbul ispanak" },
  { "Łódź Ørsted Ærø Þór", "lodz orsted aero thor" },
  { "مُحَمَّد", "محمد" },
  { "محـــمد", "محمد" },
  { "أحمد إبراهيم آل", "احمد ابراهيم ال" },
  { "فاطمة", "فاطمه" },
  { "ガギグ", "ガギグ" },
  { "ｶﾞｷﾞ", "ガギ" },
  { "パーティー", "パーティー" },
  { "김민수", "김민수" },
  { "\u1100\u1161", "가" },
  { "٤١٢", "412" },
  { "Ёлка Ефремов", "елка ефремов" },
  { "a\u200bb\u00adc", "abc" },
  { "ﬁne №5", "fine no5" },
  { "a\u00a0b\u3000c", "a b c" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = cor_fold (cases[i].text);
      g_autofree char *again = cor_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_null (void)
{
  g_autofree char *folded = cor_fold (NULL);
  g_autofree char *digits = cor_fold_digits (NULL);

  g_assert_cmpstr (folded, ==, "");
  g_assert_cmpstr (digits, ==, "");
}

static void
test_malformed (void)
{
  static const char *const bad[] = { "\xff", "a\xc3", "\xed\xa0\x80x", "\xf8\x88\x80\x80\x80", "李\xe5\x81", "\xc0\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *folded = cor_fold (bad[i]);
      g_autofree char *digits = cor_fold_digits (bad[i]);

      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpstr (folded, !=, "");
      g_assert_cmpstr (digits, ==, "");
    }
}

static void
test_digits (void)
{
  g_autofree char *plain = cor_fold_digits ("+86 (138) 0013-8000 ext. 5");
  g_autofree char *wide = cor_fold_digits ("＋８６ 138");
  g_autofree char *arabic = cor_fold_digits ("٠٥٠ ۱۲۳");

  g_assert_cmpstr (plain, ==, "86138001380005");
  g_assert_cmpstr (wide, ==, "86138");
  g_assert_cmpstr (arabic, ==, "050123");
}

static void
test_matches (void)
{
  g_assert_true (cor_fold_matches ("li wei shanghai", "wei li"));
  g_assert_true (cor_fold_matches ("li wei", ""));
  g_assert_true (cor_fold_matches ("li wei", "   "));
  g_assert_true (cor_fold_matches ("muller gmbh", "mull gm"));
  g_assert_true (cor_fold_matches ("李伟", "伟"));
  g_assert_false (cor_fold_matches ("li wei", "wei ana"));
  g_assert_false (cor_fold_matches ("", "x"));
}

static gpointer
fold_many (gpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *folded = cor_fold ("張國榮 Müller");

      g_assert_cmpstr (folded, ==, "张国荣 muller");
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fold", fold_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/fold/threads", test_threads);
  g_test_add_func ("/fold/table", test_table);
  g_test_add_func ("/fold/null", test_null);
  g_test_add_func ("/fold/malformed", test_malformed);
  g_test_add_func ("/fold/digits", test_digits);
  g_test_add_func ("/fold/matches", test_matches);
  return cor_test_run ();
}
