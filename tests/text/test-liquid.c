/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-liquid.h"
#include "cor-test-main.h"

#include <string.h>

/* As much of Liquid as a server shows of it: output tags with a literal and
 * url_decode, raw blocks, the tokens cut as its tokenizer cuts them. NULL is a
 * syntax error. */
static GRegex *tokens, *output, *raw_end, *code;

static char *
render (const char *template)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean raw = FALSE;
  int      end = 0;

  g_regex_match (tokens, template, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *token = g_match_info_fetch (match, 0);
      g_autoptr (GMatchInfo) parts = NULL;
      int start;

      g_match_info_fetch_pos (match, 0, &start, NULL);
      g_string_append_len (out, template + end, start - end);
      g_match_info_fetch_pos (match, 0, NULL, &end);
      if (raw)
        {
          if (g_regex_match (raw_end, token, 0, &parts))
            {
              g_autofree char *before = g_match_info_fetch (parts, 1);

              g_string_append (out, before);
              raw = FALSE;
            }
          else
            g_string_append (out, token);
        }
      else if (strcmp (token, "{% raw %}") == 0)
        raw = TRUE;
      else if (g_regex_match (output, token, 0, &parts))
        {
          g_autofree char *literal = g_match_info_fetch (parts, 1);
          g_autofree char *filter = g_match_info_fetch (parts, 2);
          g_autofree char *decoded = filter && *filter ? g_uri_unescape_string (literal, NULL) : NULL;

          g_string_append (out, decoded ? decoded : literal);
        }
      else
        return NULL;
    }
  g_string_append (out, template + end);
  return raw ? NULL : g_string_free (g_steal_pointer (&out), FALSE);
}

/* What the server does: raw blocks around pairs of backticks, then Liquid; the
 * text as it came where that fails (chatwoot.md §5). */
static char *
serve (const char *content)
{
  g_autofree char *wrapped = g_regex_replace (code, content, -1, 0, "{% raw %}`\\1`{% endraw %}", 0, NULL);
  char            *rendered = render (wrapped);

  return rendered ? rendered : g_strdup (content);
}

static void
assert_survives (const char *text)
{
  g_autofree char *escaped = cor_liquid_escape (text);
  g_autofree char *served = serve (escaped);

  if (strcmp (served, text) != 0)
    g_test_message ("escaped: %s", escaped);
  g_assert_cmpstr (served, ==, text);
}

static void
test_table (void)
{
  static const char *const texts[] = {
    "",
    "Hello",
    "{{contact.name}}",
    "{% if x %}y{% endif %}",
    "{{",
    "{%",
    "{{{",
    "{{{%",
    "{",
    "}",
    "}}",
    "%}",
    "a{b}c",
    "`{{code}}`",
    "`code` {{x}}",
    "{{x}} `code`",
    "{`a`}",
    "{`a`",
    "`a`}",
    "`{`",
    "`{",
    "`{{`}",
    "`{{`}}",
    "`{%`%}",
    "{`{{`",
    "`",
    "``",
    "```",
    "```\n{{x}}\n```",
    "{{ '{' }}",
    "{% raw %}x{% endraw %}",
    "`{% endraw %}`",
    "`a {% endraw %} {{ b }}`",
    "{{`}}`",
    "`x{`{y`z`",
    "价格 {{金额}} 元",
    "{{ \"x\" | upcase }}",
    "%60 {{x}}",
    "{{x}}}",
    "a `b` {{c}} `d{{e}}f` {`g`",
    "{\n{",
    "{{-x-}}",
    "'{{'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_survives (texts[i]);
}

static void
test_unchanged (void)
{
  static const char *const texts[] = { "Your payment of 5 EUR", "a{b}c", "`code` and {json: 1}", "100 %" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *escaped = cor_liquid_escape (texts[i]);

      g_assert_cmpstr (escaped, ==, texts[i]);
    }
}

static void
test_needed (void)
{
  g_autofree char *served = serve ("{{contact.name}} `x`");
  g_autofree char *null = cor_liquid_escape (NULL);

  /* the little engine refuses what it does not know, as the server evaluates it */
  g_assert_cmpstr (served, ==, "{{contact.name}} `x`");
  g_assert_null (render ("{{contact.name}}"));
  g_assert_null (render ("{%"));
  g_assert_cmpstr (null, ==, "");
}

/* Every text of up to five of the characters that matter. */
static void
test_all_short (void)
{
  static const char letters[] = "{%}`a";
  guint             n = G_N_ELEMENTS (letters) - 1;

  for (guint len = 1; len <= 5; len++)
    {
      guint total = 1;

      for (guint i = 0; i < len; i++)
        total *= n;
      for (guint number = 0; number < total; number++)
        {
          char  text[8] = "";
          guint rest = number;

          for (guint i = 0; i < len; i++, rest /= n)
            text[i] = letters[rest % n];
          assert_survives (text);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  cor_test_init (&argc, &argv);
  tokens = g_regex_new ("{%.*?%}|{{.*?}}?|{%|{{", G_REGEX_DOTALL, 0, NULL);
  output = g_regex_new ("^{{ '([^']*)'( \\| url_decode)? }}$", 0, 0, NULL);
  raw_end = g_regex_new ("^(.*){%-?\\s*endraw\\s*-?%}$", G_REGEX_DOTALL, 0, NULL);
  code = g_regex_new ("`(.*?)`", G_REGEX_DOTALL, 0, NULL);
  g_test_add_func ("/liquid/table", test_table);
  g_test_add_func ("/liquid/unchanged", test_unchanged);
  g_test_add_func ("/liquid/needed", test_needed);
  g_test_add_func ("/liquid/all-short", test_all_short);
  return cor_test_run ();
}
