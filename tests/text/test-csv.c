/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-csv.h"
#include "cor-test-main.h"

static const struct
{
  const char *text, *cell;
} cases[] = {
  { NULL, "\"\"" },
  { "", "\"\"" },
  { "Where is it?", "\"Where is it?\"" },
  { "one, two\r\nthree", "\"one, two\r\nthree\"" },
  { "he said \"where\"", "\"he said \"\"where\"\"\"" },
  { "=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"" },
  { "+86 numbers", "\"'+86 numbers\"" },
  { "-1", "\"'-1\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "\t=1", "\"'\t=1\"" },
  { "＝1+1", "\"'＝1+1\"" },
  { "1=1", "\"1=1\"" },
  { "可以用支票吗？", "\"可以用支票吗？\"" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      cor_csv_append (csv, cases[i].text);
      g_assert_cmpstr (csv->str, ==, cases[i].cell);
    }
}

int
main (int argc, char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/csv/cells", test_cells);
  return cor_test_run ();
}
