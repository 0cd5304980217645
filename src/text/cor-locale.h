/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which text a reader of a language takes, by CLDR. Tags are BCP 47; “pt_BR”, as Chatwoot writes it, will do. */

#define COR_LOCALE_NO_MATCH G_MAXUINT

char    *cor_locale_canonicalize (const char *tag) G_GNUC_WARN_UNUSED_RESULT;
char   **cor_locale_get_parents (const char *tag) G_GNUC_WARN_UNUSED_RESULT;
guint    cor_locale_distance (const char *wanted,
                              const char *offered);
gboolean cor_locale_is_same_language (const char *tag,
                                      const char *other);
gboolean cor_locale_is_known (const char *tag);
gboolean cor_locale_is_right_to_left (const char *tag);

G_END_DECLS
