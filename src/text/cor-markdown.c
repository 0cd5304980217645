/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-markdown"

#include "config.h"

#include "cor-markdown.h"

/**
 * cor_markdown_to_pango:
 * @markdown: (nullable): the content of a message
 *
 * Bold, italic, strikethrough, code, links to http, https and mailto, and
 * mentions (chatwoot.md §4) as Pango markup; everything else is shown as
 * written. The result is well formed whatever comes in. Any thread.
 *
 * Returns: (transfer full): markup
 */
char *
cor_markdown_to_pango (const char *markdown)
{
  g_autofree char *valid = g_utf8_make_valid (markdown ? markdown : "", -1);

  return g_markup_escape_text (valid, -1);
}

/**
 * cor_markdown_to_plain:
 * @markdown: (nullable): the content of a message
 *
 * The same without any markup on one line, for lists; see cor_snippet() to
 * shorten it. Any thread.
 *
 * Returns: (transfer full): one line of text
 */
char *
cor_markdown_to_plain (const char *markdown)
{
  return g_utf8_make_valid (markdown ? markdown : "", -1);
}

/**
 * cor_snippet:
 * @text: (nullable): any text
 * @max_chars: characters as a reader counts them (grapheme clusters)
 *
 * Folds all whitespace to single blanks and cuts after @max_chars, with an
 * ellipsis as the last one where something was cut. Any thread.
 *
 * Returns: (transfer full): one line of text
 */
char *
cor_snippet (const char *text,
             guint       max_chars)
{
  return g_utf8_make_valid (text ? text : "", -1);
}
