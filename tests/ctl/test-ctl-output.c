/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-error.h"
#include "cor-ctl-output.h"
#include "cor-ctl-setting.h"
#include "cor-service-error.h"
#include "cor-store.h"
#include "cor-test-main.h"

static void
test_width (void)
{
  g_assert_cmpint (cor_ctl_text_width (""), ==, 0);
  g_assert_cmpint (cor_ctl_text_width ("Li Wei"), ==, 6);
  g_assert_cmpint (cor_ctl_text_width ("王建国"), ==, 6);
  g_assert_cmpint (cor_ctl_text_width ("こんにちは"), ==, 10);
  g_assert_cmpint (cor_ctl_text_width ("e\xcc\x81"), ==, 1); /* a combining accent */
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text, *line;
  } cases[] = {
    { NULL, "" },
    { "two\nlines\tand a tab", "two lines and a tab" },
    { "\033[31mred\033[0m", "[31mred[0m" },
    { "\033]0;title\007", "]0;title" },
    { "\xc2\x9b"
      "31m",
      "31m" }, /* CSI as one character */
    { "pay \xe2\x80\xae"
      "001 EUR",
      "pay 001 EUR" }, /* right-to-left override */
    { "back\b\b\b\bspace\r", "backspace" },
    { "broken \xff here", "broken \xef\xbf\xbd here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = cor_ctl_clean_line (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_clean_text (void)
{
  g_autofree char *text = cor_ctl_clean_text ("one\n\033[2Jtwo", "  ");

  g_assert_cmpstr (text, ==, "one\n  [2Jtwo");
}

static void
test_table (void)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("rll", "ID", "Name", "Text", NULL);
  g_autofree char *whole = NULL, *marked = NULL;

  cor_ctl_table_add (table, "7", "王建国", "hi", NULL);
  cor_ctl_table_add (table, "610", "Ana", "a\nb", NULL);
  cor_ctl_table_strengthen (table);
  whole = cor_ctl_table_format (table, 0, FALSE);
  g_assert_cmpstr (whole, ==,
                   " ID  Name    Text\n"
                   "  7  王建国  hi\n"
                   "610  Ana     a b\n");
  marked = cor_ctl_table_format (table, 0, TRUE);
  g_assert_nonnull (strstr (marked, "\033[1m610  Ana     a b\033[0m\n"));
  g_assert_null (strstr (marked, "\033[1m  7"));
}

/* However narrow the terminal, no line is wider, and no wide letter is cut in two. */
static void
test_table_narrow (void)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("rl", "ID", "Text", NULL);

  cor_ctl_table_add (table, "1", "我们正在处理您的退款请求，请耐心等待", NULL);
  cor_ctl_table_add (table, "2", "We are looking into it and will come back to you", NULL);
  for (int width = 12; width < 60; width++)
    {
      g_autofree char *text = cor_ctl_table_format (table, width, FALSE);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_assert_true (g_utf8_validate (lines[i], -1, NULL));
          g_assert_cmpint (cor_ctl_text_width (lines[i]), <=, width);
        }
      if (width < 50)
        g_assert_nonnull (strstr (lines[2], "…"));
    }
}

static void
test_settings (void)
{
  static const struct
  {
    const char *key, *value;
    gboolean    is_good;
  } cases[] = {
    { "check-waits", "0,30,120", TRUE },
    { "check-waits", "0.5", TRUE },
    { "check-waits", "none", TRUE },
    { "check-waits", "", FALSE },
    { "check-waits", "30,0", FALSE },
    { "check-waits", "1,,2", FALSE },
    { "check-waits", "1,2 s", FALSE },
    { "check-waits", "-1", FALSE },
    { "check-waits", "inf", FALSE },
    { "check-waits", "0,1,2,3,4,5,6,7,8", FALSE },
    { "history", "all", TRUE },
    { "history", "90", TRUE },
    { "history", "0", FALSE },
    { "history", "90 days", FALSE },
    { "undo-email", "0", TRUE },
    { "undo-messaging", "3601", FALSE },
    { "stale-email", "14400", TRUE },
    { "stale-messaging", "-1", FALSE },
    { "poll", "120", TRUE },
    { "poll", "0", FALSE },
    { "polling", "120", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s %s", cases[i].key, cases[i].value);
      g_assert_true (cor_ctl_setting_check (cases[i].key, cases[i].value, &error) == cases[i].is_good);
      if (!cases[i].is_good)
        g_assert_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE);
    }
}

static void
test_errors (void)
{
  for (int code = COR_SERVICE_ERROR_OFFLINE; code <= COR_SERVICE_ERROR_TOO_LONG; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (COR_SERVICE_ERROR, code, "raw words");
      g_autofree char *sentence = cor_ctl_error_dup_sentence (error);

      g_assert_cmpstr (sentence, !=, "raw words");
      g_assert_nonnull (cor_ctl_error_get_service_name (code));
      g_assert_cmpint (cor_ctl_error_get_exit (error), ==, code == COR_SERVICE_ERROR_OFFLINE ? COR_CTL_EXIT_OFFLINE : COR_CTL_EXIT_FAILED);
    }
  for (int code = COR_STORE_ERROR_FAILED; code <= COR_STORE_ERROR_CONFLICT; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (COR_STORE_ERROR, code, "raw words");
      g_autofree char *sentence = cor_ctl_error_dup_sentence (error);

      g_assert_cmpstr (sentence, !=, "raw words");
      g_assert_cmpint (cor_ctl_error_get_exit (error), ==, COR_CTL_EXIT_FAILED);
    }
  g_assert_null (cor_ctl_error_get_service_name (-1));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add_func ("/ctl/output/width", test_width);
  g_test_add_func ("/ctl/output/clean", test_clean);
  g_test_add_func ("/ctl/output/clean-text", test_clean_text);
  g_test_add_func ("/ctl/output/table", test_table);
  g_test_add_func ("/ctl/output/table-narrow", test_table_narrow);
  g_test_add_func ("/ctl/settings", test_settings);
  g_test_add_func ("/ctl/errors", test_errors);

  return cor_test_run ();
}
