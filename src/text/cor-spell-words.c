/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-spell-words"

#include "config.h"

#include "cor-spell-words.h"

#include "cor-protect.h"

#include <string.h>

/* What no dictionary has is no word: longer than any, and looking it up would take its time. */
#define MAX_LETTERS 48

/* Scripts that no dictionary here takes apart into words. */
static gboolean
is_unchecked_script (gunichar letter)
{
  switch ((int) g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Of a word: letters and what stands above or below them; the soft hyphen is not seen. */
static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0xad || c == 0x200c;
}

/* A word that stands against one of these is part of a code, an address or a variable. */
static gboolean
is_joint (gunichar c)
{
  return g_unichar_isdigit (c) || c == '_' || c == '@' || c == '#' || c == '{' || c == '}' || c == '\\';
}

/* @at: at a letter. Returns: behind the word; an apostrophe is part of it between two letters. */
static const char *
skip_word (const char *at)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (at);

      if (is_apostrophe (c) && is_letter (g_utf8_get_char (g_utf8_next_char (at))))
        at = g_utf8_next_char (at);
      else if (!is_letter (c))
        return at;
      at = g_utf8_next_char (at);
    }
}

/* Acronyms, names like PayPal, single letters and scripts without words are not looked up. */
static gboolean
is_checked (const char *start,
            const char *end)
{
  guint n_letters = 0;
  guint n_later_capitals = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unchecked_script (c))
        return FALSE;
      n_later_capitals += n_letters > 0 && g_unichar_isupper (c) ? 1 : 0;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
    }
  return n_letters > 1 && n_letters <= MAX_LETTERS && n_later_capitals == 0;
}

static gboolean
stands_alone (const char *text,
              const char *start,
              const char *end)
{
  return !is_joint (g_utf8_get_char (end)) && (start == text || !is_joint (g_utf8_get_char (g_utf8_prev_char (start))));
}

/* Lines that quote somebody else are theirs. */
static const char *
skip_quoted_line (const char *line)
{
  const char *end;

  if (*line != '>')
    return line;
  end = strchr (line, '\n');
  return end != NULL ? end + 1 : line + strlen (line);
}

static gboolean
is_protected (const GArray *parts,
              guint        *part,
              guint         start,
              guint         end)
{
  while (*part < parts->len && g_array_index (parts, CorProtectPart, *part).end <= start)
    (*part)++;
  return *part < parts->len && g_array_index (parts, CorProtectPart, *part).start < end;
}

/**
 * cor_spell_words_find:
 * @text: UTF-8, whole lines
 * @names: (nullable) (array zero-terminated=1): of people and companies that may be in it
 *
 * Amounts, references, addresses, variables and names are no words; nor is what another one wrote and the text quotes.
 * Any thread; linear in the length of @text.
 *
 * Returns: (transfer full) (element-type CorSpellWord): the words that a dictionary may be asked for, in order
 */
GArray *
cor_spell_words_find (const char        *text,
                      const char *const *names)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CorSpellWord));
  g_autoptr (GArray) parts = cor_protect_find (text, &(CorProtectWords){ .names = names });
  const char *p = skip_quoted_line (text);
  guint       part = 0;

  while (*p != '\0')
    {
      const char *start = p;

      if (*p == '\n')
        p = skip_quoted_line (p + 1);
      else if (!is_letter (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p != start)
        continue;
      p = skip_word (p);
      if (is_checked (start, p) && stands_alone (text, start, p) && !is_protected (parts, &part, (guint) (start - text), (guint) (p - text)))
        g_array_append_val (found, ((CorSpellWord){ (guint) (start - text), (guint) (p - text) }));
    }
  return found;
}
