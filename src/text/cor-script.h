/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the letters of a text say about its language and direction. */

const char *cor_text_language_tag (const char *text);
gboolean    cor_text_is_rtl (const char *text);

G_END_DECLS
