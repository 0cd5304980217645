/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-protect"

#include "config.h"

#include "cor-protect.h"

#include <string.h>

/*
 * The placeholder is an unknown word with a capital, XQ1X: of eighteen kinds that were tried against Apertium it is
 * one of those that always came back, and the one around which the sentence kept its grammar best: the machine
 * takes it for a name. Brackets and signs break the sentence, addresses are translated.
 */
#define PLACEHOLDER "XQ%uX"
#define RETURNED "(?i)x\\s?q\\s?(\\p{Nd}{1,6})\\s?x"

struct _CorProtected
{
  GArray  *parts; /* CorProtectPart */
  char    *text;
  gboolean has_words;
};

static gboolean
has_letters (const char *text,
             gsize       len)
{
  for (const char *p = text; p < text + len; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * cor_protected_new:
 * @text: UTF-8
 * @words: (nullable): names and words that are to be kept, too
 *
 * What looks like a placeholder already is a part like any other, so that every placeholder that is sent is ours.
 *
 * Returns: (transfer full): the text with placeholders
 */
CorProtected *
cor_protected_new (const char            *text,
                   const CorProtectWords *words)
{
  CorProtected *self = g_new0 (CorProtected, 1);
  GString      *out = g_string_new (NULL);
  gsize         at = 0;

  self->parts = cor_protect_find (text, words);
  for (guint i = 0; i <= self->parts->len; i++)
    {
      const CorProtectPart *part = i < self->parts->len ? &g_array_index (self->parts, CorProtectPart, i) : NULL;
      gsize                 start = part != NULL ? part->start : strlen (text);

      self->has_words = self->has_words || has_letters (text + at, start - at);
      g_string_append_len (out, text + at, (gssize) (start - at));
      if (part == NULL)
        break;
      g_string_append_printf (out, PLACEHOLDER, i);
      at = part->end;
    }
  self->text = g_string_free (out, FALSE);
  return self;
}

void
cor_protected_free (CorProtected *self)
{
  g_array_unref (self->parts);
  g_free (self->text);
  g_free (self);
}

/**
 * cor_protected_get_text:
 *
 * Returns: (transfer none): what may be sent to the service: no number, name or address is in it
 */
const char *
cor_protected_get_text (const CorProtected *self)
{
  return self->text;
}

/**
 * cor_protected_has_words:
 *
 * Returns: whether anything is left to translate
 */
gboolean
cor_protected_has_words (const CorProtected *self)
{
  return self->has_words;
}

static gboolean
on_placeholder (const GMatchInfo *match,
                GString          *out,
                gpointer          data)
{
  const CorProtected *self = data;
  g_autofree char    *digits = g_match_info_fetch (match, 1);
  g_autofree char    *whole = g_match_info_fetch (match, 0);
  guint64             index = g_ascii_strtoull (digits, NULL, 10);

  if (g_ascii_isdigit (digits[0]) && index < self->parts->len)
    g_string_append (out, g_array_index (self->parts, CorProtectPart, index).put);
  else
    g_string_append (out, whole); /* the machine made it up; cor_protect_check() finds it */
  return FALSE;
}

/**
 * cor_protected_restore:
 * @translated: what came back, UTF-8
 *
 * Placeholders are known again also in small letters and with blanks in them.
 *
 * Returns: (transfer full): the translation with its parts; whether all are there is for cor_protect_check() to say
 */
char *
cor_protected_restore (const CorProtected *self,
                       const char         *translated)
{
  static gsize   once = 0;
  static GRegex *returned = NULL;

  if (g_once_init_enter (&once))
    {
      returned = g_regex_new (RETURNED, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_regex_replace_eval (returned, translated, -1, 0, 0, on_placeholder, (gpointer) self, NULL);
}
