/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hostile HTML to readable plain text. */

/* Bytes of text that cor_html_to_text() gives at most. */
#define COR_HTML_MAX_TEXT (1024 * 1024)

char *cor_html_to_text (const char *html,
                        gsize       len) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
