/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-language-text"

#include "config.h"

#include "cor-language-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The languages a desk is likely to note; the longest tag that fits wins, so variants come first. */
static const struct
{
  const char *tag;
  const char *name; /* untranslated */
} languages[] = {
  { "zh-hant", N_ ("Chinese (Traditional)") },
  { "zh-tw", N_ ("Chinese (Traditional)") },
  { "zh-hk", N_ ("Chinese (Traditional)") },
  { "zh", N_ ("Chinese (Simplified)") },
  { "pt-br", N_ ("Portuguese (Brazil)") },
  { "pt", N_ ("Portuguese") },
  { "ar", N_ ("Arabic") },
  { "bn", N_ ("Bengali") },
  { "de", N_ ("German") },
  { "en", N_ ("English") },
  { "es", N_ ("Spanish") },
  { "fa", N_ ("Persian") },
  { "fil", N_ ("Filipino") },
  { "fr", N_ ("French") },
  { "he", N_ ("Hebrew") },
  { "hi", N_ ("Hindi") },
  { "id", N_ ("Indonesian") },
  { "it", N_ ("Italian") },
  { "ja", N_ ("Japanese") },
  { "ko", N_ ("Korean") },
  { "ms", N_ ("Malay") },
  { "nl", N_ ("Dutch") },
  { "pl", N_ ("Polish") },
  { "ru", N_ ("Russian") },
  { "th", N_ ("Thai") },
  { "tl", N_ ("Filipino") },
  { "tr", N_ ("Turkish") },
  { "uk", N_ ("Ukrainian") },
  { "ur", N_ ("Urdu") },
  { "vi", N_ ("Vietnamese") },
};

/**
 * cor_language_text_dup:
 * @tag: as a desk writes it: "zh_CN", "pt-BR", "en", or a word
 *
 * Returns: (transfer full): the language's name in the user's, or @tag when it is not known
 */
char *
cor_language_text_dup (const char *tag)
{
  g_autofree char *lower = g_ascii_strdown (tag, -1);

  g_strdelimit (lower, "_", '-');
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gsize length = strlen (languages[i].tag);

      if (strncmp (lower, languages[i].tag, length) == 0 && (lower[length] == '\0' || lower[length] == '-'))
        return g_strdup (_ (languages[i].name));
    }
  return g_strdup (tag);
}
