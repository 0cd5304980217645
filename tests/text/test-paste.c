/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-paste.h"

static const struct
{
  const char *text, *clean;
} cases[] = {
  { "", "" },
  { "Plain text, two  blanks.", "Plain text, two  blanks." },
  { "one\r\ntwo\rthree\xe2\x80\xa8"
    "four",
    "one\ntwo\nthree\nfour" },
  { "\n\n  indented \t\nnext\n\n", "  indented\nnext" },
  { "to\xc2\xa0you", "to you" },
  { "1\xc2\xa0"
    "000,00\xc2\xa0€",
    "1\xc2\xa0"
    "000,00\xc2\xa0€" },
  { "Où\xe2\x80\xaf?", "Où\xe2\x80\xaf?" },
  { "pay\xe2\x80\x8bment \xef\xbb\xbfnow co\xc2\xadoperate", "payment now cooperate" },
  { "\xe2\x80\xae"
    "evil\xe2\x80\xac",
    "evil" },
  { "👩\xe2\x80\x8d💻 می\xe2\x80\x8cخواهم", "👩\xe2\x80\x8d💻 می\xe2\x80\x8cخواهم" },
  { "bell\x07 and \x1b[0m", "bell and [0m" },
};

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = cor_paste_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_quote (void)
{
  g_autofree char *one = cor_paste_quote ("Where is it?");
  g_autofree char *two = cor_paste_quote ("Hello\n\nWhere?\n");

  g_assert_cmpstr (one, ==, "> Where is it?\n\n");
  g_assert_cmpstr (two, ==, "> Hello\n>\n> Where?\n\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/clean", test_clean);
  g_test_add_func ("/paste/quote", test_quote);
  return g_test_run ();
}
