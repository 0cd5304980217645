/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-time-bound"

#include "config.h"

#include "cor-time-bound.h"
#include "cor-fold.h"
#include "cor-time-bound-words.h"

#include <string.h>

/* Bounded and never given back, so that a page of figures costs no more than a page of words. */
#define NUMBER "(?:\\d{1,18}+(?:[.,]\\d{1,18}+){0,6}+)"

/* A word ends where no letter or digit goes on; scripts without blanks have no such ends. */
#define WORD_START "(?<![\\p{Ll}\\p{Lo}\\p{Nd}])"
#define WORD_END "(?![\\p{Ll}\\p{Lo}\\p{Nd}])"

/* In Chinese and Japanese text, Latin words and figures touch the characters. */
#define LATIN_START "(?<![\\p{Latin}\\p{Nd}\\p{Arabic}])"
#define LATIN_END "(?![\\p{Latin}\\p{Nd}\\p{Arabic}])"

typedef struct
{
  GRegex      *regex;
  CorTimeBound kind;
} Pattern;

static GRegex *
compile (const CorTimeBoundWords *words)
{
  g_autofree char *folded = cor_fold (words->phrases);
  g_auto (GStrv) numbers = g_strsplit (folded, "#", -1);
  g_autofree char *phrases = g_strjoinv (NUMBER, numbers);
  gboolean         anywhere = strcmp (words->language, "any") == 0;
  g_autofree char *pattern = NULL;
  g_autoptr (GError) error = NULL;
  GRegex *regex = NULL;

  pattern = g_strconcat (anywhere ? LATIN_START : words->spaced ? WORD_START
                                                                : "",
                         "(?:", phrases, ")",
                         anywhere ? LATIN_END : words->spaced ? WORD_END
                                                              : "",
                         NULL);
  regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    g_warning ("Phrases of %s: %s", words->language, error->message);
  return regex;
}

/* Compiled once; a GRegex may be used by all threads. */
static const Pattern *
get_patterns (guint *n_patterns)
{
  static Pattern *patterns = NULL;
  static guint    n = 0;
  static gsize    once = 0;

  if (g_once_init_enter (&once))
    {
      const CorTimeBoundWords *words = cor_time_bound_get_words (&n);

      patterns = g_new0 (Pattern, n);
      for (guint i = 0; i < n; i++)
        {
          patterns[i].regex = compile (&words[i]);
          patterns[i].kind = words[i].kind;
        }
      g_once_init_leave (&once, 1);
    }
  *n_patterns = n;
  return patterns;
}

/**
 * cor_text_time_bound:
 * @text: (nullable): a reply in one of the ten languages
 *
 * Whether @text names a date or a time of day, an estimate, or an exchange
 * rate. It errs towards yes: the price of a false yes is one question to the
 * agent before a reply that waited offline goes out. Any thread.
 *
 * Returns: what was found
 */
CorTimeBound
cor_text_time_bound (const char *text)
{
  g_autofree char *folded = cor_fold (text);
  guint            n = 0;
  const Pattern   *patterns = get_patterns (&n);
  guint            found = COR_TIME_BOUND_NONE;

  for (guint i = 0; i < n; i++)
    if ((found & patterns[i].kind) == 0 && patterns[i].regex && g_regex_match (patterns[i].regex, folded, 0, NULL))
      found |= patterns[i].kind;
  return (CorTimeBound) found;
}
