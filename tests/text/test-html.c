/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-html.h"
#include "cor-test-main.h"
#include "cor-test-processor-time.h"

#include <string.h>

static const struct
{
  const char *html, *text;
} cases[] = {
  { "", "" },
  { "Hello", "Hello" },
  { "<p>One</p><p>Two</p>", "One\n\nTwo" },
  { "a<br>b<br/>c", "a\nb\nc" },
  { "a<br><br><br><br>b", "a\n\nb" },
  { "<div>a</div><div>b</div>", "a\nb" },
  { "  a \n\t b&nbsp; c ", "a b c" },
  { "<b>bo</b>ld <i>it</i>", "bold it" },
  { "&lt;b&gt; &amp; &eacute; &#x674e; &#26446;", "<b> & é 李 李" },
  { "<script>alert(1)</script>x<style>p{}</style>", "x" },
  { "<html><head><title>T</title><meta charset=utf-8></head><body>李伟</body></html>", "李伟" },
  { "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>é李", "é李" },
  { "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d", "• a\n• b\n  • c\n\nd" },
  { "<ol><li>a<li>b</ol>", "1. a\n2. b" },
  { "<ul><li><p>a</p></li><li><p>b</p></li></ul>", "• a\n• b" },
  { "<a href='https://a.example/x?b=1&amp;c=2'>here</a>.", "here (https://a.example/x?b=1&c=2)." },
  { "<a href='https://a.example/'>https://a.example</a>", "https://a.example" },
  { "<a href='https://a.example'>a.example</a>", "a.example" },
  { "<a href='javascript:alert(1)'>x</a>", "x" },
  { "<a href='data:text/html,x'>x</a>", "x" },
  { "<a href=' HTTPS://evil.example '>bank.example</a>", "bank.example (HTTPS://evil.example)" },
  { "<a href='https://a.example/x y'>x</a>", "x" },
  { "<a href='https://a.example'><img src=x></a>", "https://a.example" },
  { "<img alt='Logo' src='https://track.example/1'>", "[Logo]" },
  { "<table><tr><td>Fee</td><td>5 EUR</td></tr><tr><th>Sum</th><td>10</td></tr></table>", "Fee | 5 EUR\nSum | 10" },
  { "<table><tr><td></td><td>x</td></tr></table>", "x" },
  { "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a | b" },
  { "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc" },
  { "<table><tr><td><div>Fee</div></td><td><div></div></td><td><div>5 EUR</div></td></tr><tr><td>x</table>", "Fee | 5 EUR\nx" },
  { "a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>e", "a\n\n> b\n> c\n> > d\ne" },
  { "<pre>a\n  b</pre>", "a\n  b" },
  { "a<hr>b", "a\n\n———\nb" },
  { "<h1>T</h1>x", "T\n\nx" },
  { "<div style='DISPLAY : none'>hidden<b>x</b></div>shown", "shown" },
  { "<svg><text>x</text></svg>y", "y" },
  { "<iframe src=x></iframe>y", "y" },
  { "<!-- x -->y", "y" },
  { "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>t", NULL },
  { "a<b", NULL },
  { "<", NULL },
  { "<p", NULL },
  { "</p></p></blockquote>x", "x" },
  { "x<a href='https://a.example'>unclosed", NULL },
  { "a\u200b\u00adb\ufeff", "ab" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cor_html_to_text (cases[i].html, strlen (cases[i].html));

      g_assert_true (g_utf8_validate (text, -1, NULL));
      if (cases[i].text)
        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_malformed (void)
{
  static const char nul[] = "a\0b<p>c";
  g_autofree char  *bytes = cor_html_to_text ("a\xff<p>\xc3", 7);
  g_autofree char  *zero = cor_html_to_text (nul, sizeof nul - 1);
  g_autofree char  *none = cor_html_to_text (NULL, 0);
  g_autofree char  *part = cor_html_to_text ("abcdef", 3);
  g_autofree char  *address = cor_html_to_text ("<a href='https://a\xff'>x</a>", 25);

  g_assert_true (g_utf8_validate (bytes, -1, NULL));
  g_assert_true (g_str_has_prefix (bytes, "a"));
  g_assert_true (g_str_has_suffix (zero, "c"));
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (part, ==, "abc");
  g_assert_true (g_utf8_validate (address, -1, NULL));
}

static char *
repeat (const char *before,
        const char *part,
        gsize       n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_hostile (void)
{
  static const char *const parts[] = { "<div>", "<b>", "<blockquote>", "<ul><li>", "<table><tr><td>", "</b>", "<a href='https://a.example'>", "<p>", "<",
                                       "&", "&amp", "<!--", "<script>", "<font><p></b>", "<x y='", "<svg>", "<pre>\n" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *html = repeat ("start ", parts[i], 8000, " end");
      gint64           start = cor_test_get_processor_time ();
      g_autofree char *text = cor_html_to_text (html, strlen (html));

      g_assert_true (g_str_has_prefix (text, "start"));
      g_assert_cmpuint (strlen (text), <=, COR_HTML_MAX_TEXT);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpint (cor_test_get_processor_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

/* Deep markup is only markup: no text is lost, before, inside and behind. */
static void
test_deep (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (html, "<span title=\"a>b\">w%u李 ", i);
      g_string_append_printf (expected, i ? " w%u李" : "w%u李", i);
    }
  text = cor_html_to_text (html->str, html->len);
  g_assert_cmpstr (text, ==, expected->str);
}

static void
test_deep_script (void)
{
  g_autofree char *html = repeat ("", "<i>", 1000, "x<script>alert(1)</script>y<style>p{}</style>z");

  for (gsize n = 250; n < 260; n++)
    {
      g_autofree char *cut = repeat ("", "<i>", n, "x<script>alert(1)</script>y<style>p{}</style>z");
      g_autofree char *text = cor_html_to_text (cut, strlen (cut));

      g_assert_cmpstr (text, ==, "xyz");
    }
  g_assert_nonnull (html);
}

static void
test_bounded (void)
{
  g_autofree char *html = repeat ("", "李李李李 ", 200000, "");
  g_autofree char *text = cor_html_to_text (html, strlen (html));

  g_assert_cmpuint (strlen (text), <=, COR_HTML_MAX_TEXT);
  g_assert_cmpuint (strlen (text), >, COR_HTML_MAX_TEXT - 16);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  g_test_add_func ("/html/table", test_table);
  g_test_add_func ("/html/malformed", test_malformed);
  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/deep", test_deep);
  g_test_add_func ("/html/deep-script", test_deep_script);
  g_test_add_func ("/html/bounded", test_bounded);
  return cor_test_run ();
}
