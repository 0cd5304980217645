/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-terms"

#include "config.h"

#include "cor-fold.h"
#include "cor-language.h"
#include "cor-terms-word.h"
#include "cor-terms.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

/* A longer word is a mistake or an attack; its beginning is enough to find it. */
#define MAX_WORD 64

#define UETR_LEN 36

struct _CorTerms
{
  GArray       *terms; /* CorTerm */
  GStringChunk *texts;
  const char   *whole_language; /* of the text as a whole; static or NULL */
  const char   *language;       /* of the line under the pen */
};

typedef enum
{
  GLYPH_OTHER,
  GLYPH_WORD,
  GLYPH_SIGN,
  GLYPH_PERIOD,
  GLYPH_NOTHING, /* shown by nobody: soft hyphens, joiners, marks of direction */
} Glyph;

static gboolean
is_period (gunichar c)
{
  return c == '\n' || c == '!' || c == '?' || c == ';' || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b || c == 0x2029 ||
         c == 0x61f || c == 0x964;
}

static Glyph
classify (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  if (c < 0x80)
    return g_ascii_isalnum (c) ? GLYPH_WORD : is_period (c) ? GLYPH_PERIOD
                                                            : GLYPH_OTHER;
  if (is_period (c))
    return GLYPH_PERIOD;
  if (c == 0x3005 || c == 0x30fc) /* 々 and ー */
    return GLYPH_SIGN;
  if (u_hasBinaryProperty ((UChar32) c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return GLYPH_NOTHING;
  if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
    return GLYPH_OTHER;
  switch ((int) uscript_getScript ((UChar32) c, &status))
    {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return GLYPH_SIGN;
    default:
      return GLYPH_WORD;
    }
}

/* A sign may say little alone, as 的 does, or only with the one before it: 需要. */
static void
mark_stop (CorTerms *self,
           CorTerm  *term)
{
  CorTerm *last = self->terms->len > 0 ? &g_array_index (self->terms, CorTerm, self->terms->len - 1) : NULL;

  term->is_stop = cor_language_is_stop_word ("zh", term->text);
  if (last != NULL && last->kind == COR_TERM_SIGN)
    {
      g_autofree char *pair = g_strconcat (last->text, term->text, NULL);

      if (cor_language_is_stop_word ("zh", pair))
        last->is_stop = last->is_stop_pair = term->is_stop = term->is_stop_pair = TRUE;
    }
}

static void
add_term (CorTerms   *self,
          CorTermKind kind,
          const char *text,
          const char *surface,
          gsize       start,
          gsize       end)
{
  CorTerm term = { .kind = kind, .language = self->language, .start = (guint) start, .end = (guint) end };

  term.text = g_string_chunk_insert_const (self->texts, text);
  term.surface = surface == text ? term.text : g_string_chunk_insert_const (self->texts, surface);
  if (kind == COR_TERM_SIGN)
    mark_stop (self, &term);
  g_array_append_val (self->terms, term);
}

static void
add_break (CorTerms   *self,
           CorTermKind kind,
           gsize       at)
{
  CorTerm *last = self->terms->len > 0 ? &g_array_index (self->terms, CorTerm, self->terms->len - 1) : NULL;

  if (last == NULL || last->kind == COR_TERM_PERIOD)
    return;
  if (last->kind == COR_TERM_PAUSE)
    last->kind = kind;
  else
    add_term (self, kind, "", "", at, at);
}

/* What English says with an apostrophe and customers type without: can't → cant, I'm → i, what's → what;
 * and what French and Italian put in front: l'argent → argent. */
static void
fold_apostrophe (char *word)
{
  static const char *const tails[] = { "s", "m", "ve", "re", "ll", "d" };
  char                    *apostrophe = strchr (word, '\'');
  gsize                    head = apostrophe != NULL ? (gsize) (apostrophe - word) : 0;

  if (apostrophe == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_equal (apostrophe + 1, tails[i]))
      {
        *apostrophe = '\0';
        return;
      }
  if ((head == 1 || (head == 2 && g_str_has_prefix (word, "qu"))) && strlen (apostrophe + 1) > 1)
    memmove (word, apostrophe + 1, strlen (apostrophe + 1) + 1);
  else
    memmove (apostrophe, apostrophe + 1, strlen (apostrophe));
}

static void
add_word (CorTerms   *self,
          const char *folded,
          gsize       start,
          gsize       end)
{
  /* Latin words among Chinese are English as a rule */
  const char      *language = g_strcmp0 (self->language, "zh") == 0 || g_strcmp0 (self->language, "ja") == 0 ? "en" : self->language;
  g_autofree char *plain = cor_fold (folded);
  g_autofree char *stem = cor_terms_stem (folded, language != NULL ? language : "en");
  CorTerm         *term = NULL;

  if (*stem == '\0')
    return;
  add_term (self, COR_TERM_WORD, stem, plain, start, end);
  term = &g_array_index (self->terms, CorTerm, self->terms->len - 1);
  term->is_stop = cor_language_is_stop_word (language != NULL ? language : "en", plain);
}

/* USD500 and 500usd are an amount and its currency; AC04, MT103 and 3ds are names. */
static void
add_mixed (CorTerms   *self,
           const char *folded,
           gsize       start,
           gsize       end)
{
  g_autofree char *number = NULL;
  gsize            letters = strspn (folded, "abcdefghijklmnopqrstuvwxyz");
  gsize            digits = strspn (folded, "0123456789.,");
  gsize            len = strlen (folded);

  if (cor_terms_is_currency (folded, letters) && strspn (folded + letters, "0123456789.,") == len - letters)
    {
      g_autofree char *currency = g_strndup (folded, letters);

      number = cor_terms_fold_number (folded + letters);
      add_word (self, currency, start, start + letters);
      add_term (self, COR_TERM_CODE, number, number, start + letters, end);
    }
  else if (digits > 0 && cor_terms_is_currency (folded + digits, len - digits))
    {
      g_autofree char *amount = g_strndup (folded, digits);

      number = cor_terms_fold_number (amount);
      add_term (self, COR_TERM_CODE, number, number, start, start + digits);
      add_word (self, folded + digits, start + digits, end);
    }
  else
    add_term (self, COR_TERM_CODE, folded, folded, start, end);
}

static gboolean
is_uetr (const char *p)
{
  for (guint i = 0; i < UETR_LEN; i++)
    if (i == 8 || i == 13 || i == 18 || i == 23 ? p[i] != '-' : !g_ascii_isxdigit (p[i]))
      return FALSE;
  return !g_ascii_isalnum (p[UETR_LEN]);
}

/* Whether the point at @p belongs to pacs.008, or a point or comma to a number. */
static gboolean
is_inner_point (const char *word,
                const char *p)
{
  if (g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]))
    return TRUE;
  return *p == '.' && p - word == 4 && g_ascii_isalpha (word[0]) && g_ascii_isalpha (word[3]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) &&
         g_ascii_isdigit (p[3]) && !g_ascii_isalnum (p[4]);
}

static gboolean
is_wide_digit (gunichar c)
{
  return c >= 0xff10 && c <= 0xff19;
}

static const char *
find_word_end (const char *word)
{
  const char *p = word;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      Glyph    glyph = classify (c);

      if (glyph == GLYPH_WORD || glyph == GLYPH_NOTHING)
        p = g_utf8_next_char (p);
      else if ((c == '\'' || c == 0x2019 || c == 0x2bc) && classify (g_utf8_get_char (g_utf8_next_char (p))) == GLYPH_WORD)
        p = g_utf8_next_char (p);
      else if ((c == '.' || c == ',') && p > word && is_inner_point (word, p))
        p++;
      else if ((c == 0xff0c || c == 0xff0e) && p > word && is_wide_digit (g_utf8_get_char (g_utf8_prev_char (p))) &&
               is_wide_digit (g_utf8_get_char (g_utf8_next_char (p))))
        p = g_utf8_next_char (p);
      else
        break;
    }
  return p;
}

static char *
fold_raw (const char *start,
          const char *end)
{
  GString *raw = g_string_new (NULL);

  for (const char *p = start; p < end && raw->len < MAX_WORD; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019 || c == 0x2bc)
        g_string_append_c (raw, '\'');
      else if (c < 0x80 || classify (c) != GLYPH_NOTHING)
        g_string_append_unichar (raw, c);
    }
  {
    g_autofree char *text = g_string_free (raw, FALSE);

    return cor_terms_fold_word (text, strlen (text));
  }
}

static const char *
take_word (CorTerms   *self,
           const char *text,
           const char *p)
{
  const char      *end = is_uetr (p) ? p + UETR_LEN : find_word_end (p);
  g_autofree char *folded = fold_raw (p, end);
  gboolean         has_digit = FALSE;
  gboolean         has_letter = FALSE;

  for (const char *q = folded; *q != '\0'; q = g_utf8_next_char (q))
    {
      gunichar c = g_utf8_get_char (q);

      has_digit |= g_unichar_isdigit (c);
      has_letter |= g_unichar_isalpha (c);
    }
  if (has_digit && !has_letter)
    {
      g_autofree char *number = end - p == UETR_LEN && strchr (folded, '-') ? g_strdup (folded) : cor_terms_fold_number (folded);

      add_term (self, COR_TERM_CODE, number, number, (gsize) (p - text), (gsize) (end - text));
    }
  else if (has_digit)
    add_mixed (self, folded, (gsize) (p - text), (gsize) (end - text));
  else
    {
      fold_apostrophe (folded);
      if (*folded != '\0')
        add_word (self, folded, (gsize) (p - text), (gsize) (end - text));
    }
  return end;
}

static const char *
take_sign (CorTerms   *self,
           const char *text,
           const char *p)
{
  const char      *end = g_utf8_next_char (p);
  gunichar         c = g_utf8_get_char (p);
  g_autofree char *folded = NULL;
  char             han[8] = { 0 };
  CorTerm         *last = self->terms->len > 0 ? &g_array_index (self->terms, CorTerm, self->terms->len - 1) : NULL;

  if (last != NULL && last->kind == COR_TERM_SIGN && last->end != (guint) (p - text))
    add_break (self, COR_TERM_PAUSE, (gsize) (p - text));

  if (c >= 0x3400 && c <= 0x9fff)
    g_unichar_to_utf8 (cor_terms_fold_han (c), han);
  else
    {
      /* a vowel above a Thai letter, or the voicing of a narrow kana, belongs to it */
      while (g_unichar_ismark (g_utf8_get_char (end)) || g_utf8_get_char (end) == 0xff9e || g_utf8_get_char (end) == 0xff9f)
        end = g_utf8_next_char (end);
      folded = cor_terms_fold_word (p, (gsize) MIN (end - p, MAX_WORD - 4));
    }
  if (folded == NULL || *folded != '\0')
    add_term (self, COR_TERM_SIGN, folded != NULL ? folded : han, folded != NULL ? folded : han, (gsize) (p - text), (gsize) (end - text));
  return end;
}

static void
take_line (CorTerms   *self,
           const char *text,
           const char *line,
           const char *end)
{
  const char *p = line;

  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      switch (classify (c))
        {
        case GLYPH_WORD:
          p = take_word (self, text, p);
          continue;
        case GLYPH_SIGN:
          p = take_sign (self, text, p);
          continue;
        case GLYPH_PERIOD:
          add_break (self, COR_TERM_PERIOD, (gsize) (p - text));
          break;
        case GLYPH_OTHER:
          /* a point ends a sentence only before a blank */
          if (c == '.' && (p + 1 >= end || g_ascii_isspace (p[1])))
            add_break (self, COR_TERM_PERIOD, (gsize) (p - text));
          else if (c == ',' || c == 0xff0c || c == 0x3001 || c == ':' || c == 0xff1a || c == '(' || c == ')')
            add_break (self, COR_TERM_PAUSE, (gsize) (p - text));
          break;
        case GLYPH_NOTHING:
        default:
          break;
        }
      p = g_utf8_next_char (p);
    }
  add_break (self, COR_TERM_PERIOD, (gsize) (end - text));
}

static CorTerms *
take_text (const char *text,
           const char *locale,
           const char *language)
{
  CorTerms        *self = g_new0 (CorTerms, 1);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char      *line = valid;

  self->terms = g_array_new (FALSE, FALSE, sizeof (CorTerm));
  self->texts = g_string_chunk_new (256);
  self->whole_language = language != NULL ? language : cor_language_detect (valid, -1, locale);
  while (*line != '\0')
    {
      const char *end = line + strcspn (line, "\n");
      gboolean    is_whole = strlen (valid) == (gsize) (end - line);

      self->language = is_whole || language != NULL ? self->whole_language : cor_language_detect (line, end - line, self->whole_language);
      take_line (self, valid, line, end);
      line = *end == '\n' ? end + 1 : end;
    }
  return self;
}

/**
 * cor_terms_new:
 * @text: UTF-8; the offsets of the terms are of its valid form
 * @locale: (nullable): the locale it is said to be in
 *
 * Takes a text apart for an index or a query: words of every line stemmed by the line's language, then
 * without accents; single signs of scripts without blanks, Traditional Chinese as Simplified; numbers,
 * amounts, references and codes whole. Any thread.
 *
 * Returns: (transfer full): the terms in the order of the text
 */
CorTerms *
cor_terms_new (const char *text,
               const char *locale)
{
  return take_text (text, locale, NULL);
}

/**
 * cor_terms_new_in:
 * @language: of cor_language_detect(); a static text
 *
 * The same for a text too short to tell its language, such as a word of a glossary. Any thread.
 *
 * Returns: (transfer full): the terms
 */
CorTerms *
cor_terms_new_in (const char *text,
                  const char *language)
{
  return take_text (text, NULL, language);
}

void
cor_terms_free (CorTerms *self)
{
  g_array_unref (self->terms);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * cor_terms_get:
 * @n_terms: (out): how many
 *
 * Returns: (transfer none) (array length=n_terms): the terms
 */
const CorTerm *
cor_terms_get (const CorTerms *self,
               guint          *n_terms)
{
  *n_terms = self->terms->len;
  return (const CorTerm *) (gpointer) self->terms->data;
}

/**
 * cor_terms_dup_version:
 *
 * Returns: (transfer full): changes when the same text would give other terms: with this code, with ICU.
 *   Any thread.
 */
char *
cor_terms_dup_version (void)
{
  return g_strdup_printf ("%d-%s", COR_TERMS_VERSION, U_ICU_VERSION);
}
