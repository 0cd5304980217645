/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which language a text is in, and which of its words say little. */

const char *cor_language_detect (const char *text,
                                 gssize      len,
                                 const char *hint);
const char *cor_language_detect_tag (const char *text);
gboolean    cor_language_is_stop_word (const char *language,
                                       const char *folded);
gboolean    cor_language_is_traditional (const char *tag);
gboolean    cor_language_matches (const char *tag,
                                  const char *language);

G_END_DECLS
