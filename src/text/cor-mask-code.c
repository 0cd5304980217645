/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-mask"

#include "config.h"

#include "cor-mask.h"
#include "cor-mask-private.h"
#include "cor-mask-words.h"

#include <string.h>

/* Characters between the word and the number. */
#define MAX_GAP 60
#define MAX_PLAIN_GAP 20

/* Letters folded one by one, so that places stay known; marks are left out. */
typedef struct
{
  gunichar *chars;
  gsize    *places; /* in the text */
  gsize     n;
} Folded;

typedef struct
{
  gsize start; /* in the text */
  gsize end;
  guint n_digits;
} Number;

static void
fold_text (const CorMaskText *text,
           Folded            *folded)
{
  folded->chars = g_new (gunichar, text->n + 1);
  folded->places = g_new (gsize, text->n + 1);
  folded->n = 0;
  for (gsize i = 0; i < text->n; i++)
    {
      if (g_unichar_ismark (text->chars[i]))
        continue;
      folded->chars[folded->n] = cor_mask_fold_char (text->chars[i]);
      folded->places[folded->n++] = i;
    }
  folded->chars[folded->n] = 0;
  folded->places[folded->n] = text->n;
}

static gboolean
is_letter_at (const Folded *folded,
              gsize         i)
{
  return i < folded->n && folded->chars[i] < 0x80 && g_ascii_isalpha ((char) folded->chars[i]);
}

/* Length of @word at @i, 0 if it is not there; a word of letters stands alone. */
static gsize
match_word (const Folded   *folded,
            gsize           i,
            const gunichar *word)
{
  gsize len = 0;

  for (; word[len]; len++)
    if (i + len >= folded->n || folded->chars[i + len] != word[len])
      return 0;
  if (word[0] < 0x80 && i > 0 && is_letter_at (folded, i - 1))
    return 0;
  if (word[len - 1] < 0x80 && is_letter_at (folded, i + len))
    return 0;
  return len;
}

static gboolean
contains_word (const Folded          *folded,
               gsize                  start,
               gsize                  end,
               const CorMaskWordList *words)
{
  for (gsize i = start; i < end; i++)
    for (guint j = 0; j < words->n; j++)
      {
        gsize len = words->words[j].folded[0] == folded->chars[i] ? match_word (folded, i, words->words[j].folded) : 0;

        if (len > 0 && i + len <= end)
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == '*' || c == '_' || c == '`' || c == '"' || c == '\'';
}

/* A code in the shapes in which they are sent: 123456, 123 456, 1-2-3-4. */
static gboolean
get_code (const CorMaskText *text,
          gsize              start,
          Number            *number)
{
  CorMaskGroup groups[COR_MASK_MAX_GROUPS];
  guint        n = cor_mask_get_groups (text, start, groups);
  gsize        size = n > 0 ? groups[0].end - groups[0].start : 0;
  guint        same = 1;

  if (size == 0 || size > 8)
    return FALSE;
  while (same < n && groups[same].end - groups[same].start == size)
    same++;

  number->start = start;
  if (same < n && (size < 3 || same > 1))
    return FALSE; /* part of a date or an amount */
  if (n > 1 && same == n && size < 3 && size != 1)
    return FALSE;
  if (n > 1 && same != n)
    n = 1;
  number->end = groups[n - 1].end;
  number->n_digits = (guint) (size * n);
  return number->n_digits >= 3 && number->n_digits <= 8;
}

/* Amounts, dates, percentages and parts of references are no codes. */
static gboolean
is_bare (const CorMaskText *text,
         const Number      *number)
{
  gunichar before = number->start > 0 ? text->chars[number->start - 1] : ' ';
  gunichar after = number->end < text->n ? text->chars[number->end] : ' ';
  gsize    i = number->end;
  guint    upper = 0;

  if (before == '+' || before == '/' || g_unichar_type (before) == G_UNICODE_CURRENCY_SYMBOL ||
      (cor_mask_is_ascii_alnum (text, number->start - 1) && number->start > 0))
    return FALSE;
  if ((before == '.' || before == ',' || before == ':' || before == '-') && number->start > 1 &&
      (cor_mask_digit (text, number->start - 2) >= 0 || (before == '-' && number->start > 2 && cor_mask_is_ascii_alnum (text, number->start - 3))))
    return FALSE;
  if (strchr (".,:/-", after < 0x80 ? (int) after : ' ') && after && cor_mask_digit (text, number->end + 1) >= 0)
    return FALSE;
  if (after == '%' || after == 0x5143 || after == 0x5186 || g_unichar_type (after) == G_UNICODE_CURRENCY_SYMBOL || after == 0x5e74 || after == 0x6708)
    return FALSE;

  if (after == ' ' || after == 0xa0)
    i++;
  if (i < text->n && (g_unichar_type (text->chars[i]) == G_UNICODE_CURRENCY_SYMBOL || text->chars[i] == '%'))
    return FALSE;
  while (upper < 4 && i + upper < text->n && text->chars[i + upper] < 0x80 && g_ascii_isupper ((char) text->chars[i + upper]))
    upper++;
  if (upper == 3 && !cor_mask_is_ascii_alnum (text, i + 3))
    return FALSE; /* 250 EUR */
  i = number->start;
  for (upper = 0; upper < 4 && i > upper + 1 && text->chars[i - 2 - upper] < 0x80 && g_ascii_isupper ((char) text->chars[i - 2 - upper]);)
    upper++;
  return !(upper == 3 && before == ' ' && cor_mask_is_currency (text->chars + i - 4));
}

static gboolean
looks_like_year (const CorMaskText *text,
                 const Number      *number)
{
  int first = cor_mask_digit (text, number->start);
  int second = cor_mask_digit (text, number->start + 1);

  return number->n_digits == 4 && number->end - number->start == 4 &&
         ((first == 1 && second == 9) || (first == 2 && second == 0));
}

/* "CVV. 123" goes on, "CVV. We owe you 250" does not. */
static gboolean
ends_sentence (const Folded *folded,
               gsize         i)
{
  gunichar c = folded->chars[i];

  if (c == 0x3002)
    return TRUE;
  if (c != '.' && c != '!' && c != '?' && c != ';')
    return FALSE;
  if (i + 1 < folded->n && !is_blank (folded->chars[i + 1]))
    return FALSE;
  for (i++; i < folded->n && is_blank (folded->chars[i]);)
    i++;
  return i >= folded->n || g_unichar_digit_value (folded->chars[i]) < 0;
}

/* Whether what stands between the word, which ends at @start, and the number at
 * @end joins them. */
static gboolean
gap_joins (const Folded *folded,
           gsize         start,
           gsize         end)
{
  const CorMaskWordList *joints = cor_mask_get_joints ();
  gsize                  from = start;
  gsize                  to = end;

  while (from < to && is_blank (folded->chars[from]))
    from++;
  while (to > from && (is_blank (folded->chars[to - 1]) || folded->chars[to - 1] == '(' || folded->chars[to - 1] == '['))
    to--;
  if (to - from <= 3)
    return TRUE;
  for (guint i = 0; i < joints->n; i++)
    {
      gsize len = joints->words[i].len;

      if (to - from >= len && match_word (folded, to - len, joints->words[i].folded) == len)
        return TRUE;
    }
  return to - from <= MAX_PLAIN_GAP && !contains_word (folded, from, to, cor_mask_get_breakers ());
}

static guint
get_finding (const CorMaskText *text,
             const Number      *number,
             guint              kinds,
             gsize              gap)
{
  if (!is_bare (text, number))
    return 0;
  if ((kinds & COR_MASK_FINDING_SECURITY_CODE) && number->n_digits <= 4 && number->end - number->start == number->n_digits)
    return COR_MASK_FINDING_SECURITY_CODE;
  if ((kinds & COR_MASK_FINDING_ONE_TIME_CODE) && number->n_digits >= 4 && (gap <= 8 || !looks_like_year (text, number)))
    return COR_MASK_FINDING_ONE_TIME_CODE;
  return 0;
}

static guint
mask_number (CorMaskText  *text,
             const Number *number,
             guint         finding)
{
  if (finding == 0)
    return 0;
  for (gsize i = number->start; i < number->end; i++)
    text->masks[i] = COR_MASK_DROP;
  text->masks[number->start] = finding == COR_MASK_FINDING_SECURITY_CODE ? COR_MASK_DOTS_SECURITY_CODE : COR_MASK_DOTS_ONE_TIME_CODE;
  return finding;
}

static guint
look_after (CorMaskText  *text,
            const Folded *folded,
            gsize         start,
            guint         kinds)
{
  Number number;

  for (gsize i = start; i < folded->n && i < start + MAX_GAP; i++)
    {
      gsize place = folded->places[i];

      if (cor_mask_digit (text, place) >= 0)
        {
          /* G-123456 is how one company writes them */
          gsize end = i >= 2 && folded->chars[i - 1] == '-' && is_letter_at (folded, i - 2) && !is_letter_at (folded, i - 3) ? i - 2 : i;

          if (text->masks[place] != COR_MASK_KEEP || !get_code (text, place, &number) || !gap_joins (folded, start, MAX (end, start)))
            return 0;
          return mask_number (text, &number, get_finding (text, &number, kinds, i - start));
        }
      if (ends_sentence (folded, i))
        return 0;
    }
  return 0;
}

/* "123456 is your code": the gap has to begin with a joint. */
static guint
look_before (CorMaskText  *text,
             const Folded *folded,
             gsize         end,
             guint         kinds)
{
  const CorMaskWordList *joints = cor_mask_get_joints ();
  gsize                  i = end;
  gsize                  gap;
  Number                 number;
  gboolean               joined = FALSE;

  while (i > 0 && end - i < MAX_GAP && cor_mask_digit (text, folded->places[i - 1]) < 0)
    {
      if (ends_sentence (folded, i - 1))
        return 0;
      i--;
    }
  if (i == 0 || cor_mask_digit (text, folded->places[i - 1]) < 0)
    return 0;
  gap = i;
  while (i > 0 && end - i < MAX_GAP + 12 &&
         (cor_mask_digit (text, folded->places[i - 1]) >= 0 ||
          (i > 1 && cor_mask_is_separator (folded->chars[i - 1]) && cor_mask_digit (text, folded->places[i - 2]) >= 0)))
    i--;
  if (text->masks[folded->places[i]] != COR_MASK_KEEP || !get_code (text, folded->places[i], &number) ||
      number.end != folded->places[gap - 1] + 1)
    return 0;

  while (gap < end && is_blank (folded->chars[gap]))
    gap++;
  joined = gap == end;
  for (guint j = 0; !joined && j < joints->n; j++)
    joined = match_word (folded, gap, joints->words[j].folded) > 0;
  return joined ? mask_number (text, &number, get_finding (text, &number, kinds, end - gap)) : 0;
}

/* Masks every code that a word names; CorMaskFinding flags of what there was. */
guint
cor_mask_find_codes (CorMaskText *text)
{
  const CorMaskWordList *names = cor_mask_get_names ();
  g_autofree gunichar   *chars = NULL;
  g_autofree gsize      *places = NULL;
  Folded                 folded;
  guint                  findings = 0;

  fold_text (text, &folded);
  chars = folded.chars;
  places = folded.places;
  for (gsize i = 0; i < folded.n; i++)
    {
      if (!names->starts[folded.chars[i] % COR_MASK_N_STARTS])
        continue;
      for (guint j = 0; j < names->n; j++)
        {
          const CorMaskWord *name = &names->words[j];
          gsize              len = name->folded[0] == folded.chars[i] ? match_word (&folded, i, name->folded) : 0;
          guint              finding = 0;

          if (len == 0 || text->masks[folded.places[i]] != COR_MASK_KEEP)
            continue;
          finding = look_after (text, &folded, i + len, name->kinds);
          if (finding == 0)
            finding = look_before (text, &folded, i, name->kinds);
          findings |= finding;
        }
    }
  return findings;
}
