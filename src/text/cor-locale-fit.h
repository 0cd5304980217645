/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well a text in one locale serves a reader of another; the higher the better. */
typedef enum
{
  COR_LOCALE_FIT_NONE,
  COR_LOCALE_FIT_LANGUAGE, /* of the language, in another script: zh-Hans for zh-TW */
  COR_LOCALE_FIT_SCRIPT,   /* of the language and the script: zh-Hant for zh-TW, es for es-MX */
  COR_LOCALE_FIT_EXACT,
} CorLocaleFit;

CorLocaleFit cor_locale_fit (const char *locale, const char *wanted);
guint        cor_locale_rank (const char *locale, const char *const *wanted);
char        *cor_locale_dup_tag (const char *locale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
