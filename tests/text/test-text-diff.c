/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-main.h"
#include "cor-text-diff.h"

#include <string.h>

/* "a {-b-}{+c+} d"; and what is left without the old, or without the new, is the text again. */
static char *
show (const char *before, const char *after)
{
  g_autoptr (GArray) changes = cor_text_diff (before, after);
  GString *out = g_string_new (NULL);
  guint    x = 0;
  guint    y = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      CorTextChange change = g_array_index (changes, CorTextChange, i);

      g_assert_cmpuint (change.before.start, >=, x);
      g_assert_cmpuint (change.after.start, >=, y);
      g_assert_cmpuint (change.before.end, >=, change.before.start);
      g_assert_cmpuint (change.before.end, <=, strlen (before));
      g_assert_cmpuint (change.after.end, <=, strlen (after));
      g_string_append_len (out, after + y, change.after.start - y);
      if (change.before.end > change.before.start)
        g_string_append_printf (out, "{-%.*s-}", (int) (change.before.end - change.before.start), before + change.before.start);
      if (change.after.end > change.after.start)
        g_string_append_printf (out, "{+%.*s+}", (int) (change.after.end - change.after.start), after + change.after.start);
      x = change.before.end;
      y = change.after.end;
    }
  g_string_append (out, after + y);
  return g_string_free (out, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *before, *after, *shown;
  } cases[] = {
    { "", "", "" },
    { "same", "same", "same" },
    { "", "new", "{+new+}" },
    { "old", "", "{-old-}" },
    { "It takes two days.", "It takes three days.", "It takes {-two-}{+three+} days." },
    { "It takes about two days here.", "It takes three days here.", "It takes {-about two-}{+three+} days here." },
    { "通常 1 至 3 个工作日到账", "通常 1 至 2 个工作日到账", "通常 1 至 {-3-}{+2+} 个工作日到账" },
    { "a\nb\nc", "a\nc", "a\n{-b-}c" },
    { "a\nc", "a\nb\nc", "a\n{+b+}\nc" },
    { "one\ntwo", "one\ntwo\nthree", "one\ntwo\n{+three+}" },
    { "The fee is 5 EUR.", "Nobody pays anything now, whatever happens.", "{-The fee is 5 EUR.-}{+Nobody pays anything now, whatever happens.+}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].before, cases[i].after);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* Whatever differs, what is said not to have changed is the same in both. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) first = g_string_new (NULL);
      g_autoptr (GString) second = g_string_new (NULL);
      GString *texts[2] = { first, second };
      g_autoptr (GArray) changes = NULL;
      g_autoptr (GString) kept_before = g_string_new (NULL);
      g_autoptr (GString) kept_after = g_string_new (NULL);
      guint x = 0;
      guint y = 0;

      for (guint i = 0; i < 2; i++)
        for (int n = g_rand_int_range (random, 0, 60); n > 0; n--)
          g_string_append_c (texts[i], "abc \n"[g_rand_int_range (random, 0, 5)]);
      changes = cor_text_diff (texts[0]->str, texts[1]->str);
      for (guint i = 0; i <= changes->len; i++)
        {
          CorTextChange end = { { (guint) texts[0]->len, 0 }, { (guint) texts[1]->len, 0 } };
          CorTextChange change = i < changes->len ? g_array_index (changes, CorTextChange, i) : end;

          g_assert_cmpuint (change.before.start, >=, x);
          g_assert_cmpuint (change.after.start, >=, y);
          g_string_append_len (kept_before, texts[0]->str + x, change.before.start - x);
          g_string_append_len (kept_after, texts[1]->str + y, change.after.start - y);
          x = change.before.end;
          y = change.after.end;
        }
      /* only line ends may go unsaid */
      g_strdelimit (kept_before->str, "\n", ' ');
      g_strdelimit (kept_after->str, "\n", ' ');
      {
        g_auto (GStrv) a = g_strsplit (kept_before->str, " ", -1);
        g_auto (GStrv) b = g_strsplit (kept_after->str, " ", -1);
        g_autofree char *joined_a = g_strjoinv ("", a);
        g_autofree char *joined_b = g_strjoinv ("", b);

        g_assert_cmpstr (joined_a, ==, joined_b);
      }
    }
}

static void
test_large (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < 40000; i++)
    {
      g_string_append_printf (before, "word%u%s", i, i % 7 ? " " : "\n");
      g_string_append_printf (after, "word%u%s", i == 20000 ? 0 : i, i % 7 ? " " : "\n");
    }
  changes = cor_text_diff (before->str, after->str);
  g_assert_cmpuint (changes->len, ==, 1);

  /* nothing in common, at a cost that is bounded */
  for (gsize i = 0; i < after->len; i++)
    if (g_ascii_isdigit (after->str[i]))
      after->str[i] = (char) ('a' + after->str[i] - '0');
  g_clear_pointer (&changes, g_array_unref);
  changes = cor_text_diff (before->str, after->str);
  g_assert_cmpuint (changes->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/text-diff/cases", test_cases);
  g_test_add_func ("/text-diff/random", test_random);
  g_test_add_func ("/text-diff/large", test_large);
  return cor_test_run ();
}
