/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-markdown.h"
#include "fuzz-main.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autofree char *pango = cor_markdown_to_pango (text);
  g_autofree char *plain = cor_markdown_to_plain (text);
  g_autofree char *whole = g_strconcat ("<markup>", pango, "</markup>", NULL);

  if (g_markup_parse_context_parse (context, whole, -1, &error))
    g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (plain, -1, NULL));
  g_assert_null (strchr (plain, '\n'));
  return 0;
}

const char *const fuzz_corpus[] = {
  "**bold** *it* _x_ ~~s~~ `code` ```\na\n``` [t](https://a.example) [@A](mention://user/1/A)",
  "***a** b* __c_ d__ \\* <https://x.example> https://y.example/(z).",
  "* a\n* b\n> q & < > \" '",
  "[[a](b)](https://c.example \"t\") ![i](https://d.example/e.png)",
  NULL,
};
