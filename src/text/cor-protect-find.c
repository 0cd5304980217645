/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-protect-find"

#include "config.h"

#include "cor-protect.h"

#include "cor-currency.h"

#include <string.h>

/* Bounded everywhere: a text of ten thousand dots or digits is looked at once. */
#define ALONE "(?<![A-Za-z0-9_])"
#define ENDS "(?![A-Za-z0-9_])"
#define FIGURE "(?:(?<![\\p{L}\\p{Nd}])[+\\x{2212}-])?\\p{Nd}++(?:[.,:/'\\x{2019}\\x{66b}\\x{66c}-]\\p{Nd}++|[ \\x{a0}\\x{202f}]\\p{Nd}{3}(?!\\p{Nd}))*+"
#define SYMBOL "(?:(?:US|HK|NT|[ACRS])?\\p{Sc}|đ(?!\\p{L}))"
#define GAP "[ \\x{a0}\\x{202f}]?"

static const struct
{
  CorProtectKind kind;
  const char    *name, *pattern;
} patterns[] = {
  { COR_PROTECT_LOOKALIKE, "token", "(?i:x\\s?q\\s?\\p{Nd}{1,6}\\s?x)" },
  { COR_PROTECT_VARIABLE, "variable", "\\{\\{[^{}\\n]{0,200}+\\}\\}" },
  { COR_PROTECT_URL, "url", ALONE "(?:(?i:https?://|www\\.)|(?:[A-Za-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}/)[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]{0,2000}" },
  { COR_PROTECT_EMAIL, "email", ALONE "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}" },
  { COR_PROTECT_UETR, "uetr", ALONE "(?i:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})" ENDS },
  { COR_PROTECT_IBAN, "iban", ALONE "[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}(?: ?(?=[A-Z0-9]{0,3}[0-9])[A-Z0-9]{4}){1,7}(?: ?[0-9][A-Z0-9]{0,2})?" ENDS },
  { COR_PROTECT_PHONE, "phone", "\\+\\p{Nd}[\\p{Nd} ()-]{5,20}\\p{Nd}" },
  { COR_PROTECT_AMOUNT, "before", "(?:" ALONE "[A-Z]{3}|" SYMBOL ")" GAP FIGURE },
  { COR_PROTECT_AMOUNT, "after", FIGURE GAP "(?:[A-Z]{3}" ENDS "|" SYMBOL "|%)" },
  { COR_PROTECT_BIC, "bic", ALONE "[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?" ENDS },
  { COR_PROTECT_REFERENCE, "reference",
    ALONE "(?=[A-Za-z0-9/_-]{0,60}[0-9])(?=[A-Za-z0-9/_-]{0,60}[A-Za-z])[A-Za-z0-9]++(?:[/_-][A-Za-z0-9]++){0,20}" },
  { COR_PROTECT_NUMBER, "number", FIGURE },
};

static const GRegex *
get_regex (void)
{
  static gsize   once = 0;
  static GRegex *regex = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GString) all = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
        g_string_append_printf (all, "%s(?<%s>%s)", i > 0 ? "|" : "", patterns[i].name, patterns[i].pattern);
      regex = g_regex_new (all->str, G_REGEX_OPTIMIZE, 0, &error);
      g_assert_no_error (error);
      g_once_init_leave (&once, 1);
    }
  return regex;
}

static gboolean
has_lower_case (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)) || g_unichar_iswide (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Three capitals beside a figure are a currency only when there is one. */
static gboolean
names_currency (const char *text,
                gsize       len,
                gboolean    is_before)
{
  const char *letters = is_before ? text : text + len - 3;
  char        code[4] = { 0 };

  if (len < 4 || !g_ascii_isupper (letters[0]) || !g_ascii_isupper (letters[1]) || !g_ascii_isupper (letters[2]))
    return TRUE; /* a symbol */
  memcpy (code, letters, 3);
  return cor_currency_find (code) != NULL;
}

/* The bytes of the match that are the part; 0: it is none. */
static gsize
accept (guint       pattern,
        gboolean    is_mixed,
        const char *at,
        gsize       len)
{
  CorProtectKind kind = patterns[pattern].kind;

  if (kind == COR_PROTECT_AMOUNT)
    return names_currency (at, len, g_str_equal (patterns[pattern].name, "before")) ? len : 0;
  if (kind == COR_PROTECT_BIC) /* in a text of capitals every second word would be one */
    return is_mixed ? len : 0;
  while (kind == COR_PROTECT_URL && len > 1 && strchr (".,;:!?'()[]", at[len - 1]) != NULL)
    len--;
  return len;
}

static void
add_part (GArray        *parts,
          guint8        *taken,
          CorProtectKind kind,
          gsize          start,
          gsize          len,
          char          *put)
{
  CorProtectPart part = { kind, (guint) start, (guint) (start + len), put };

  memset (taken + start, 1, len);
  g_array_append_val (parts, part);
}

static guint
find_pattern (const GMatchInfo *match,
              int              *start,
              int              *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (g_match_info_fetch_named_pos (match, patterns[i].name, start, end) && *start >= 0)
      return i;
  return G_N_ELEMENTS (patterns);
}

/* A rejected amount or code may still hold a number: it is tried as that. */
static void
take_number_within (GArray     *parts,
                    guint8     *taken,
                    const char *text,
                    gsize       start,
                    gsize       end)
{
  while (start < end && !g_unichar_isdigit (g_utf8_get_char (text + start)))
    start = (gsize) (g_utf8_next_char (text + start) - text);
  while (end > start && !g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (text + end))))
    end = (gsize) (g_utf8_prev_char (text + end) - text);
  if (end > start)
    add_part (parts, taken, COR_PROTECT_NUMBER, start, end - start, g_strndup (text + start, end - start));
}

static void
find_patterns (GArray     *parts,
               guint8     *taken,
               const char *text)
{
  gboolean is_mixed = has_lower_case (text);
  gsize    at = 0;
  gsize    len = strlen (text);

  while (at < len)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int   start = 0;
      int   end = 0;
      guint pattern;
      gsize n;

      if (!g_regex_match_full (get_regex (), text, (gssize) len, (int) at, 0, &match, NULL))
        break;
      pattern = find_pattern (match, &start, &end);
      n = accept (pattern, is_mixed, text + start, (gsize) (end - start));
      if (n > 0)
        add_part (parts, taken, patterns[pattern].kind, (gsize) start, n, g_strndup (text + start, n));
      else
        take_number_within (parts, taken, text, (gsize) start, (gsize) end);
      at = n > 0 ? (gsize) start + n : (gsize) end;
    }
}

static gboolean
is_free (const guint8 *taken,
         gsize         start,
         gsize         len)
{
  return memchr (taken + start, 1, len) == NULL;
}

static void
find_word (GArray        *parts,
           guint8        *taken,
           const char    *text,
           const char    *word,
           CorProtectKind kind,
           const char    *put)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize start = (gsize) (p - text);
      gsize n = cor_glossary_match (text, p, word);

      /* a person is called Rose, a flower is not */
      if (n == 0 || !is_free (taken, start, n) || (kind == COR_PROTECT_NAME && strncmp (p, word, n) != 0))
        continue;
      add_part (parts, taken, kind, start, n, put != NULL ? g_strdup (put) : g_strndup (p, n));
    }
}

/* A name as a whole; then its parts, by which people are called. */
static void
find_names (GArray            *parts,
            guint8            *taken,
            const char        *text,
            const char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (*names[i] != '\0')
      find_word (parts, taken, text, names[i], COR_PROTECT_NAME, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (names[i], " ,", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (g_utf8_strlen (words[j], -1) >= 3 && g_unichar_isupper (g_utf8_get_char (words[j])))
          find_word (parts, taken, text, words[j], COR_PROTECT_NAME, NULL);
    }
}

/* A single everyday word is better left to the machine, which bends it to its sentence. */
static gboolean
is_firm (const char *word)
{
  guint n_upper = 0;
  guint n_wide = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_upper += g_unichar_isupper (g_utf8_get_char (p)) ? 1 : 0;
      n_wide += g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0;
    }
  return strchr (word, ' ') != NULL || n_upper >= 2 || n_wide >= 4;
}

typedef struct
{
  const char *word, *put;
} Pair;

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  gsize one = strlen (((const Pair *) a)->word);
  gsize other = strlen (((const Pair *) b)->word);

  return one > other ? -1 : one < other;
}

static void
find_terms (GArray                *parts,
            guint8                *taken,
            const char            *text,
            const CorProtectWords *words)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < cor_glossary_get_n_concepts (words->glossary); i++)
    {
      const char *const *from = cor_glossary_get_words (words->glossary, i, words->from);
      const char *const *to = cor_glossary_get_words (words->glossary, i, words->to);
      Pair               pair = { from != NULL ? from[0] : NULL, to != NULL ? to[0] : NULL };

      if (pair.word != NULL && pair.put != NULL && is_firm (pair.word))
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_length);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      find_word (parts, taken, text, pair->word, COR_PROTECT_TERM, pair->put);
    }
}

static void
part_clear (gpointer data)
{
  g_free (((CorProtectPart *) data)->put);
}

static int
compare_place (gconstpointer a,
               gconstpointer b)
{
  guint one = ((const CorProtectPart *) a)->start;
  guint other = ((const CorProtectPart *) b)->start;

  return one < other ? -1 : one > other;
}

/**
 * cor_protect_find:
 * @text: UTF-8
 * @words: (nullable): names and words that are to be kept, too
 *
 * Any thread; linear in the length of @text.
 *
 * Returns: (transfer full) (element-type CorProtectPart): what must not be translated, in order
 */
GArray *
cor_protect_find (const char            *text,
                  const CorProtectWords *words)
{
  GArray            *parts = g_array_new (FALSE, FALSE, sizeof (CorProtectPart));
  g_autofree guint8 *taken = g_malloc0 (strlen (text) + 1);

  g_array_set_clear_func (parts, part_clear);
  find_patterns (parts, taken, text);
  if (words != NULL)
    find_names (parts, taken, text, words->names);
  if (words != NULL && words->glossary != NULL && words->from != NULL && words->to != NULL)
    find_terms (parts, taken, text, words);
  g_array_sort (parts, compare_place);
  return parts;
}
