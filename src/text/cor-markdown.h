/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Markdown of chat messages, as markup for labels and as one plain line. */

/* What names a payment becomes a link to this and the reference, as services know it. */
#define COR_MARKDOWN_PAYMENT "payment:"

char *cor_markdown_to_pango (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;
char *cor_markdown_to_plain (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;
char *cor_snippet (const char *text,
                   guint       max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
