/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-isolate.h"
#include "cor-marker.h"
#include "cor-test-main.h"

#include <string.h>

/* ⟦ ⟧ stand for the isolate, → for the mark of the line, since nobody sees them. */
static char *
read_marks (const char *shown)
{
  static const struct
  {
    const char *shown, *mark;
  } pairs[] = { { "⟦", "\u2068" }, { "⟧", "\u2069" }, { "→", "\u200f" } };
  char *text = g_strdup (shown);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, pairs[i].shown, -1);

      g_free (text);
      text = g_strjoinv (pairs[i].mark, parts);
    }
  return text;
}

static const struct
{
  const char *text, *shown, *sent; /* sent NULL: the same */
} cases[] = {
  /* nothing from right to left, or nothing that would be reordered */
  { "", "", NULL },
  { "You get 1,000.00 USD on 2026-11-24.", "You get 1,000.00 USD on 2026-11-24.", NULL },
  { "وصلت الحوالة أمس.", "وصلت الحوالة أمس.", NULL },
  { "رقم التتبع 97ed4827-7b6f-4491-a06f-b548d5a7512d لحوالتك", "رقم التتبع 97ed4827-7b6f-4491-a06f-b548d5a7512d لحوالتك", NULL },
  { "المرجع CP-70231 لحوالتك", "المرجع CP-70231 لحوالتك", NULL },
  { "خلال 1-3 أيام عمل", "خلال 1-3 أيام عمل", NULL }, /* a range is read as its words are */
  { "خلال ١-٣ أيام، ٥٪", "خلال ١-٣ أيام، ٥٪", NULL },
  /* what the algorithm takes apart */
  { "رقم التتبع 97314827-7b6f-4491-a06f-b548d5a7512d لحوالتك", "رقم التتبع ⟦97314827-7b6f-4491-a06f-b548d5a7512d⟧ لحوالتك", NULL },
  { "أرسلنا 1,000.00 USD أمس", "أرسلنا ⟦1,000.00 USD⟧ أمس", NULL },
  { "في 2026-11-24 وصلت", "في ⟦2026-11-24⟧ وصلت", NULL },
  { "اتصل على +966 50 123 4567 الآن", "اتصل على ⟦+966 50 123 4567⟧ الآن", NULL },
  { "الحساب SA03 8000 0000 6080 1016 7519 لديكم", "الحساب SA03 8000 0000 6080 1016 7519 لديكم", NULL },
  { "المرجع 2026/CP/70231 لديكم", "المرجع ⟦2026/CP/70231⟧ لديكم", NULL },
  { "המספר 97314827-7b6f-4491-a06f-b548d5a7512d שלך, 1,000.00 USD", "המספר 97314827-7b6f-4491-a06f-b548d5a7512d שלך, ⟦1,000.00 USD⟧", NULL },
  /* Arabic words in a line from left to right turn the figures behind them */
  { "Reference مرجع 97314827-7b6f-4491-a06f-b548d5a7512d", "Reference مرجع ⟦97314827-7b6f-4491-a06f-b548d5a7512d⟧", NULL },
  /* an address is left alone where another program makes a link of it */
  { "راسلنا 24.ali@example.com أو", "راسلنا ⟦24.ali@example.com⟧ أو", "راسلنا 24.ali@example.com أو" },
  { "https://example.com/7-8 هو الرابط", "→https://example.com/7-8 هو الرابط", "https://example.com/7-8 هو الرابط" },
  /* the line has the direction of its words */
  { "97ed4827-7b6f-4491-a06f-b548d5a7512d وصلت", "→97ed4827-7b6f-4491-a06f-b548d5a7512d وصلت", NULL },
  { "- CP-70231: وصلت", "- →CP-70231: وصلت", NULL },
  { "Ali, وصلت CP-70231", "Ali, وصلت CP-70231", NULL },
  /* each line by itself */
  { "مرحبا\n1,000.00 USD\nأرسلنا 1,000.00 USD لك\n", "مرحبا\n1,000.00 USD\nأرسلنا ⟦1,000.00 USD⟧ لك\n", NULL },
  /* what is isolated already */
  { "أرسلنا ⟦1,000.00 USD⟧ أمس", "أرسلنا ⟦1,000.00 USD⟧ أمس", NULL },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_marks (cases[i].text);
      g_autofree char *shown = cor_isolate_text (text, COR_ISOLATE_SHOWN);
      g_autofree char *sent = cor_isolate_text (text, COR_ISOLATE_SENT);
      g_autofree char *again = cor_isolate_text (sent, COR_ISOLATE_SENT);
      g_autofree char *want_shown = read_marks (cases[i].shown);
      g_autofree char *want_sent = read_marks (cases[i].sent != NULL ? cases[i].sent : cases[i].shown);
      g_autofree char *bare = cor_isolate_bare (shown);
      g_autofree char *plain = cor_isolate_drop (text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (shown, ==, want_shown);
      g_assert_cmpstr (sent, ==, want_sent);
      g_assert_cmpstr (again, ==, want_sent);
      g_assert_cmpstr (bare, ==, plain);
    }
}

/* Marks go between the letters of a markup, not into its tags; a link is isolated within. */
static void
test_markup (void)
{
  static const struct
  {
    const char *markup, *want;
  } pieces[] = {
    { "أرسلنا <b>1,000.00 USD</b> أمس &amp; CP-1", "أرسلنا <b>⟦1,000.00 USD⟧</b> أمس &amp; CP-1" },
    { "رقم <a href=\"payment:97314827-7b6f-4491-a06f-b548d5a7512d\">97314827-7b6f-4491-a06f-b548d5a7512d</a> لك",
      "رقم <a href=\"payment:97314827-7b6f-4491-a06f-b548d5a7512d\">⟦97314827-7b6f-4491-a06f-b548d5a7512d⟧</a> لك" },
    { "&lt;1,000.00 USD&gt; أمس", "&lt;→⟦1,000.00 USD⟧&gt; أمس" },
    { "<b>You</b> get 1,000.00 USD", "<b>You</b> get 1,000.00 USD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *shown = cor_isolate_markup (pieces[i].markup);
      g_autofree char *want = read_marks (pieces[i].want);

      g_assert_cmpstr (shown, ==, want);
    }
}

/* What is marked stays marked, with the isolate or without. */
static void
test_marked (void)
{
  const char      *text = "أرسلنا 1,000.00 USD أمس";
  const char      *amount = strstr (text, "1,000");
  const char      *word = strstr (text, "أمس");
  CorMark          figure = { (guint) (amount - text), (guint) (amount - text) + 8, COR_MARK_WORD, NULL };
  CorMark          last = { (guint) (word - text), (guint) strlen (text), COR_MARK_WORD, NULL };
  g_autofree char *shown = NULL;
  g_autoptr (GArray) marks = cor_mark_array_new ();

  g_array_append_val (marks, figure);
  g_array_append_val (marks, last);
  shown = cor_isolate_marked (text, marks);
  figure = g_array_index (marks, CorMark, 0);
  last = g_array_index (marks, CorMark, 1);
  g_assert_cmpint (strncmp (shown + figure.start, "1,000.00", figure.end - figure.start), ==, 0);
  g_assert_cmpuint (figure.end - figure.start, ==, 8);
  g_assert_cmpstr (shown + last.start, ==, "أمس");
  g_assert_cmpuint (last.end, ==, strlen (shown));
}

/* Whoever copies a reference, or a part that holds half of an isolate, gets nothing but what was written. */
static void
test_bare (void)
{
  static const struct
  {
    const char *selected, *copied;
  } selections[] = {
    { "⟦97314827-7b6f-4491-a06f-b548d5a7512d⟧", "97314827-7b6f-4491-a06f-b548d5a7512d" },
    { "97314827-7b6f-4491-a06f-b548d5a7512d⟧", "97314827-7b6f-4491-a06f-b548d5a7512d" },
    { "⟦97314827-7b6f", "97314827-7b6f" },
    { "→97ed4827-7b6f-4491-a06f-b548d5a7512d", "97ed4827-7b6f-4491-a06f-b548d5a7512d" },
    { "أرسلنا ⟦⟧ أمس", "أرسلنا  أمس" },
    { "من ⟦Ali Hassan⟧ أمس", "من ⟦Ali Hassan⟧ أمس" }, /* a template's */
    { "no mark", "no mark" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autofree char *selected = read_marks (selections[i].selected);
      g_autofree char *want = read_marks (selections[i].copied);
      g_autofree char *copied = cor_isolate_bare (selected);

      g_assert_cmpstr (copied, ==, want);
    }
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/isolate/table", test_table);
  g_test_add_func ("/isolate/markup", test_markup);
  g_test_add_func ("/isolate/marked", test_marked);
  g_test_add_func ("/isolate/bare", test_bare);
  return cor_test_run ();
}
