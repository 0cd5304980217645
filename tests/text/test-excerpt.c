/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-excerpt.h"
#include "cor-test-main.h"

#include <string.h>

/* The text with what is marked between braces, and what is marked by its meaning between angles. */
static char *
show (const char   *text,
      const GArray *marks)
{
  GString *out = g_string_new (NULL);
  guint    at = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const CorMark *mark = &g_array_index (marks, CorMark, i);

      g_assert_cmpuint (mark->start, >=, at);
      g_assert_cmpuint (mark->end, >, mark->start);
      g_assert_cmpuint (mark->end, <=, strlen (text));
      g_string_append_len (out, text + at, mark->start - at);
      g_string_append (out, mark->kind == COR_MARK_WORD ? "{" : "<");
      g_string_append_len (out, text + mark->start, mark->end - mark->start);
      g_string_append (out, mark->kind == COR_MARK_WORD ? "}" : ">");
      at = mark->end;
    }
  g_string_append (out, text + at);
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *query, *text, *marked;
} cases[] = {
  { "transfers", "A Transfer, transferring; a trans fer", "A {Transfer}, {transferring}; a trans fer" },
  { "where is the money", "Where the money is", "Where the {money} is" },
  { "the", "The end of the day", "{The} end of {the} day" },
  { "café", "CAFE and Café", "{CAFE} and {Café}" },
  { "手续费", "為什麼扣手續費？消費不扣。", "為什麼扣{手續費}？消費不扣。" },
  { "到账", "到帐了没有，到底", "{到帐}了没有，到底" },
  { "费", "手续费 和 费", "手续{费} 和 {费}" },
  { "退费", "退款收费", "{退}款收{费}" },
  { "USD 1,234.50", "usd 1234.50 or 1234", "{usd} {1234.50} or 1234" },
  { "ｒｅｆｕｎｄ", "Your refund: <b>", "Your {refund}: <b>" },
  { "<b>\"*", "a <b> c", "a <{b}> c" },
  { "", "anything", "anything" },
  { "?!", "any?!", "any?!" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorMarker) marker = cor_marker_new (cases[i].query, FALSE);
      g_autoptr (GArray) marks = cor_marker_find (marker, cases[i].text, NULL);
      g_autofree char *marked = show (cases[i].text, marks);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
assert_marks (CorMarker  *marker,
              const char *text,
              const char *expected)
{
  g_autoptr (GArray) marks = cor_marker_find (marker, text, NULL);
  g_autofree char *marked = show (text, marks);

  g_assert_cmpstr (marked, ==, expected);
}

/* On a page a single sign of the query is in too many words that have nothing to do with it. */
static void
test_page (void)
{
  g_autoptr (GString) page = g_string_new ("退款收费。");
  g_autoptr (CorMarker) marker = cor_marker_new ("退费", FALSE);
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) together = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (page, "行");
  none = cor_marker_find (marker, page->str, "zh-CN");
  g_assert_cmpuint (none->len, ==, 0);
  g_string_append (page, "费退");
  together = cor_marker_find (marker, page->str, "zh-CN");
  g_assert_cmpuint (together->len, ==, 1);
  g_assert_cmpuint (g_array_index (together, CorMark, 0).end, ==, page->len);
}

static void
test_typing (void)
{
  g_autoptr (CorMarker) typing = cor_marker_new ("a refu", TRUE);
  g_autoptr (CorMarker) hyphen = cor_marker_new ("cut-off", TRUE);
  g_autoptr (CorMarker) part = cor_marker_new ("e-mai", TRUE);
  g_autoptr (CorMarker) typed = cor_marker_new ("a refu", FALSE);
  g_autoptr (CorMarker) next = cor_marker_new ("a refu ", TRUE);

  assert_marks (typing, "refunds refused, fund", "{refunds} {refused}, fund");
  assert_marks (hyphen, "Cut-offs of the office: a cut off", "{Cut}-{offs} of the office: a {cut} {off}");
  assert_marks (part, "by e-mail, mailbox", "by e-{mail}, mailbox");
  assert_marks (typed, "refunds refused", "refunds refused");
  assert_marks (next, "refunds refused", "refunds refused");
}

static void
test_wordings (void)
{
  g_autoptr (CorMarker) marker = cor_marker_new ("到账时间", FALSE);
  g_autoptr (GArray) marks = NULL;

  cor_marker_add_wording (marker, "credit", "到账");
  cor_marker_add_wording (marker, "credit to your account", "到账");
  cor_marker_add_wording (marker, "费", "费用");
  cor_marker_add_term (marker, "transfer");
  /* the longest wording, and no single sign */
  assert_marks (marker, "Credited to your account: credits of a transfer 费", "<Credited to your account>: <credits> of a {transfer} 费");
  marks = cor_marker_find (marker, "credited", NULL);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpstr (g_array_index (marks, CorMark, 0).why, ==, "到账 = credited");
}

static void
assert_excerpt (const char *query,
                const char *text,
                guint       width,
                const char *expected)
{
  g_autoptr (CorMarker) marker = cor_marker_new (query, FALSE);
  g_autoptr (CorExcerpt) excerpt = cor_excerpt_new (marker, text, NULL, width);
  g_autofree char *marked = show (excerpt->text, excerpt->marks);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_window (void)
{
  static const char text[] = "Banks take their time. A transfer arrives in two days. The fee is shown before you confirm it.\n"
                             "A refund of the fee takes longer, because the bank on the way has to answer first.";

  assert_excerpt ("fee refund", text, 70, "… A {refund} of the {fee} takes longer, because the bank on the way has to …");
  assert_excerpt ("transfer", text, 60, "… A {transfer} arrives in two days. The fee is shown before you …");
  /* nothing is marked, or all fits */
  assert_excerpt ("xylophone", text, 25, "Banks take their time. A …");
  assert_excerpt ("time", "Banks take\ntheir time.", 80, "Banks take their {time}.");
  /* a sentence that does not fit is entered between words */
  assert_excerpt ("answer", text, 40, "… way has to {answer} first.");
  /* a Chinese sign takes the room of two letters */
  assert_excerpt ("手续费", "您好。银行会在汇款途中扣除手续费，这笔费用不由我们收取。", 24, "… 扣除{手续费}，这笔费用不由 …");
}

/* Whatever comes in, what comes out is valid, no wider than asked, and marked where it says. */
static void
test_any (void)
{
  static const char *const texts[] = { "", "\n\n", "\xff\xfe", "a\u202e\u2066b", "\x01\x1b[31m", "👩‍👩‍👧 退款", "ก็ได้ค่ะ", "أين أموالي؟" };
  g_autofree char         *letters = g_strnfill (200000, 'a');
  g_autoptr (CorMarker) marker = cor_marker_new ("a 退款 أموالي", TRUE);
  g_autoptr (CorExcerpt) one = cor_excerpt_new (marker, letters, "??", 30);

  g_assert_true (g_utf8_validate (one->text, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CorExcerpt) excerpt = cor_excerpt_new (marker, texts[i], NULL, 20);
      g_autofree char *marked = show (excerpt->text, excerpt->marks);
      g_autofree char *stripped = cor_excerpt_strip (texts[i]);

      g_assert_true (g_utf8_validate (marked, -1, NULL));
      g_assert_true (g_utf8_validate (stripped, -1, NULL));
    }
}

static void
test_strip (void)
{
  g_autofree char *stripped = cor_excerpt_strip ("# When does it *arrive*?\n\nIn **two** days; see [the list](https://example.com/a_b).\n\n"
                                                 "- first\n  2. second\n> quoted\n\n| Rail | Days |\n|---|:-:|\n| SEPA | 1 |\n\n```\nMT103\n```\n![A map](map.png)\n");

  g_assert_cmpstr (stripped, ==,
                   "When does it arrive?\nIn two days; see the list.\nfirst\nsecond\nquoted\nRail Days\nSEPA 1\nMT103\nA map");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/excerpt/marks", test_marks);
  g_test_add_func ("/excerpt/page", test_page);
  g_test_add_func ("/excerpt/typing", test_typing);
  g_test_add_func ("/excerpt/wordings", test_wordings);
  g_test_add_func ("/excerpt/window", test_window);
  g_test_add_func ("/excerpt/any", test_any);
  g_test_add_func ("/excerpt/strip", test_strip);
  return cor_test_run ();
}
