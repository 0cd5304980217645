/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-markdown.h"
#include "cor-test-main.h"
#include "cor-test-processor-time.h"

#include <string.h>

static void
assert_well_formed (const char *markup)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autofree char *whole = g_strconcat ("<markup>", markup, "</markup>", NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, whole, -1, &error);
  if (error == NULL)
    g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static const struct
{
  const char *markdown, *pango, *plain;
} cases[] = {
  { NULL, "", "" },
  { "", "", "" },
  { "Hello", "Hello", "Hello" },
  { "a < b & c > d", "a &lt; b &amp; c &gt; d", "a < b & c > d" },
  { "**bold** text", "<b>bold</b> text", "bold text" },
  { "__bold__", "<b>bold</b>", "bold" },
  { "*it* and _it_", "<i>it</i> and <i>it</i>", "it and it" },
  { "***both***", "<b><i>both</i></b>", "both" },
  { "**a *b* c**", "<b>a <i>b</i> c</b>", "a b c" },
  { "~~gone~~", "<s>gone</s>", "gone" },
  { "`x < y`", "<tt>x &lt; y</tt>", "x < y" },
  { "`**x**`", "<tt>**x**</tt>", "**x**" },
  { "```\na\nb\n```", "<tt>a\nb</tt>", "a b" },
  { "```json\n{}\n```", "<tt>{}</tt>", "{}" },
  { "CP-70231 & co", "<a href=\"payment:CP-70231\">CP-70231</a> &amp; co", "CP-70231 & co" },
  { "汇款**CP-70231**到账", "汇款<b><a href=\"payment:CP-70231\">CP-70231</a></b>到账", "汇款CP-70231到账" },
  { "[CP-70231](https://a.example)", "<a href=\"https://a.example\">CP-70231</a>", "CP-70231" },
  { "`CP-70231`", "<tt>CP-70231</tt>", "CP-70231" },
  { "snake_case_name and 2*3*4", "snake_case_name and 2*3*4", "snake_case_name and 2*3*4" },
  { "3 * 4 * 5", "3 * 4 * 5", "3 * 4 * 5" },
  { "* one\n* two", "* one\n* two", "* one * two" },
  { "- one\n- **two**", "- one\n- <b>two</b>", "- one - two" },
  { "**open", "**open", "**open" },
  { "\\*no\\*", "*no*", "*no*" },
  { "[Help](https://example.org/a?b=1&c=2)", "<a href=\"https://example.org/a?b=1&amp;c=2\">Help</a>", "Help" },
  { "[**Help**](mailto:a@b.example)", "<a href=\"mailto:a@b.example\"><b>Help</b></a>", "Help" },
  { "[x](javascript:alert)", "[x](javascript:alert)", "[x](javascript:alert)" },
  { "[x](file:///etc/passwd)", "[x](file:///etc/passwd)", "[x](file:///etc/passwd)" },
  { "[x](https://a\"><b>)", "[x](<a href=\"https://a\">https://a</a>&quot;&gt;&lt;b&gt;)", "[x](https://a\"><b>)" },
  { "[x](https://a.example/w_(b))", "<a href=\"https://a.example/w_(b)\">x</a>", "x" },
  { "[[x]](https://a.example)", "<a href=\"https://a.example\">[x]</a>", "[x]" },
  { "[a https://b.example c](https://a.example)", "<a href=\"https://a.example\">a https://b.example c</a>", "a https://b.example c" },
  { "See https://example.org/x_y_z.", "See <a href=\"https://example.org/x_y_z\">https://example.org/x_y_z</a>.", "See https://example.org/x_y_z." },
  { "(https://example.org)", "(<a href=\"https://example.org\">https://example.org</a>)", "(https://example.org)" },
  { "<https://example.org>", "<a href=\"https://example.org\">https://example.org</a>", "https://example.org" },
  { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>" },
  { "Ask [@Ana Ruiz](mention://user/2/Ana%20Ruiz) please", "Ask <b>@Ana Ruiz</b> please", "Ask @Ana Ruiz please" },
  { "[@A & B](mention://team/1/x)", "<b>@A &amp; B</b>", "@A & B" },
  { "汇款**已到账**了", "汇款<b>已到账</b>了", "汇款已到账了" },
  { "**a\n\n b**", "<b>a\n\n b</b>", "a b" },
  { "a\x01"
    "b",
    "ab", "ab" },
  { "\xff**x**", "\ufffd<b>x</b>", "\ufffdx" },
  { "[x](", "[x](", "[x](" },
  { "[](https://a.example)", "[](<a href=\"https://a.example\">https://a.example</a>)", "[](https://a.example)" },
  { "****", "****", "****" },
  { "``", "``", "``" },
  { "\\", "\\", "\\" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pango = cor_markdown_to_pango (cases[i].markdown);
      g_autofree char *plain = cor_markdown_to_plain (cases[i].markdown);

      g_assert_cmpstr (pango, ==, cases[i].pango);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      assert_well_formed (pango);
    }
}

static void
test_random (void)
{
  static const char *const parts[] = { "*", "**", "_", "__", "~~", "`", "```", "[", "]", "(", ")", "](https://a.example)", "<", ">", "&", "\"", "'", "\\",
                                       "a", " ", "\n", "\n\n", "https://x.y", "[@A](mention://user/1/A)", "李", "\xff", "\x01", "&amp;", "<b>", "mailto:" };

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *pango = NULL;
      g_autofree char *plain = NULL;
      int              n = g_test_rand_int_range (1, 40);

      for (int i = 0; i < n; i++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      pango = cor_markdown_to_pango (text->str);
      plain = cor_markdown_to_plain (text->str);
      assert_well_formed (pango);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
      g_assert_null (strchr (plain, '\n'));
    }
}

static void
test_hostile (void)
{
  static const char *const parts[] = { "*a ", "**", "[", "[a](", "`a", "_a *b ", "***a_", "<", "https://", "~~a", "```", "[@", "\\" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *pango = NULL;
      gint64           start = cor_test_get_processor_time ();

      while (text->len < 100 * 1024)
        g_string_append (text, parts[i]);
      pango = cor_markdown_to_pango (text->str);
      assert_well_formed (pango);
      g_assert_cmpint (cor_test_get_processor_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

static void
test_snippet (void)
{
  static const struct
  {
    const char *text;
    guint       max_chars;
    const char *snippet;
  } snippets[] = {
    { NULL, 10, "" },
    { "", 10, "" },
    { "Hello", 5, "Hello" },
    { "Hello", 4, "Hel…" },
    { "Hello", 1, "…" },
    { "Hello", 0, "" },
    { "  a \n\t b\u2028c  ", 10, "a b c" },
    { "ab cd", 4, "ab…" },
    { "e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301" },
    { "e\u0301e\u0301e\u0301", 2, "e\u0301…" },
    { "👩‍👩‍👧x", 2, "👩‍👩‍👧x" },
    { "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…" },
    { "🇫🇷🇩🇪🇯🇵", 2, "🇫🇷…" },
    { "李伟你好", 3, "李伟…" },
    { "\xff\xff\xff", 2, "\ufffd…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (snippets); i++)
    {
      g_autofree char *snippet = cor_snippet (snippets[i].text, snippets[i].max_chars);

      g_assert_cmpstr (snippet, ==, snippets[i].snippet);
    }
}

static void
test_snippet_hostile (void)
{
  g_autoptr (GString) tower = g_string_new ("e");
  g_autofree char *snippet = NULL;

  while (tower->len < 1024 * 1024)
    g_string_append (tower, "\u0301");
  snippet = cor_snippet (tower->str, 40);
  g_assert_cmpuint (strlen (snippet), <, 4096);
  g_assert_true (g_utf8_validate (snippet, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/markdown/table", test_table);
  g_test_add_func ("/markdown/random", test_random);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/snippet", test_snippet);
  g_test_add_func ("/markdown/snippet-hostile", test_snippet_hostile);
  return cor_test_run ();
}
