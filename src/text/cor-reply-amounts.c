/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-amounts"

#include "config.h"

#include "cor-reply-private.h"

#include <string.h>

#define MAX_DIGITS 15

/* Digits as they are written, and what they come to. */
typedef struct
{
  gsize      end;
  CorDecimal value;
  gboolean   is_ambiguous;
} Number;

static gboolean
is_separator (char c)
{
  return c == '.' || c == ',' || c == '\'' || c == ' ';
}

/* Three digits and then no other: blanks and apostrophes part only such. */
static gboolean
is_group (const char *p)
{
  return g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && !g_ascii_isdigit (p[3]);
}

static gsize
find_number_end (const char *text,
                 gsize       start)
{
  gsize i = start;

  for (;;)
    {
      while (g_ascii_isdigit (text[i]))
        i++;
      if (!is_separator (text[i]) || !g_ascii_isdigit (text[i + 1]))
        return i;
      if ((text[i] == ' ' || text[i] == '\'') && !is_group (text + i + 1))
        return i;
      i++;
    }
}

/* The last of two kinds of separators is the decimal one; a single one before three digits may be either. */
static gboolean
read_number (const char *text,
             gsize       start,
             Number     *number)
{
  gsize  end = find_number_end (text, start);
  gsize  last = 0;
  guint  n_same = 0;
  guint  n_other = 0;
  guint  n_digits = 0;
  gint64 digits = 0;
  guint  decimals;

  for (gsize i = start; i < end; i++)
    if (is_separator (text[i]))
      last = i;
  for (gsize i = start; last > 0 && i < end; i++)
    if (is_separator (text[i]))
      {
        n_same += text[i] == text[last];
        n_other += text[i] != text[last];
      }
  decimals = last > 0 ? (guint) (end - last - 1) : 0;
  number->is_ambiguous = last > 0 && n_same == 1 && n_other == 0 && decimals == 3 && text[last] != ' ' && text[last] != '\'';
  if (n_same > 1 || (last > 0 && (text[last] == ' ' || text[last] == '\'')) || number->is_ambiguous)
    decimals = 0;
  for (gsize i = start; i < end; i++)
    if (g_ascii_isdigit (text[i]))
      {
        digits = digits * 10 + (text[i] - '0');
        if (++n_digits > MAX_DIGITS)
          return FALSE;
      }
  number->end = end;
  number->value = (CorDecimal){ digits, decimals };
  return TRUE;
}

/* A code of ISO 4217 that stands alone. */
static const CorCurrency *
match_code (const char *p)
{
  char code[4] = "";

  for (guint i = 0; i < 3; i++)
    {
      if (!g_ascii_isalpha (p[i]))
        return NULL;
      code[i] = g_ascii_toupper (p[i]);
    }
  return g_ascii_isalnum (p[3]) ? NULL : cor_currency_find (code);
}

static const CorCurrency *
match_after (const CorReplyWork *work,
             gsize               end,
             gsize              *currency_end)
{
  const char        *p = work->folded.text + end;
  const CorCurrency *currency;
  gsize              len = 3;

  if (*p == ' ')
    p++;
  currency = match_code (p);
  if (currency == NULL)
    currency = cor_reply_rules_match_currency (work->rules, p, &len);
  *currency_end = (gsize) (p - work->folded.text) + len;
  return currency;
}

static const CorCurrency *
match_before (const CorReplyWork *work,
              gsize               start,
              gsize              *currency_start)
{
  const char *text = work->folded.text;
  gsize       end = start > 0 && text[start - 1] == ' ' ? start - 1 : start;

  if (end >= 3 && (end == 3 || !g_ascii_isalnum (text[end - 4])))
    {
      g_autofree char *code = g_strndup (text + end - 3, 3);

      *currency_start = end - 3;
      if (match_code (code) != NULL)
        return match_code (code);
    }
  /* signs are at most four bytes: "us$", "¥" */
  for (gsize n = MIN (end, 4); n > 0; n--)
    {
      gsize              len = 0;
      const CorCurrency *currency = NULL;

      if (((guchar) text[end - n] & 0xc0) == 0x80)
        continue;
      currency = cor_reply_rules_match_currency (work->rules, text + end - n, &len);
      *currency_start = end - n;
      if (currency != NULL && len == n && !g_ascii_isalpha (text[end - 1]) && (end == n || !g_ascii_isalnum (text[end - n - 1])))
        return currency;
    }
  return NULL;
}

static void
take (const CorReplyWork *work,
      GArray             *amounts,
      gsize               start,
      const Number       *number)
{
  CorReplyAmount amount = { start, number->end, start, number->end, NULL, number->value, number->is_ambiguous };

  amount.currency = match_after (work, number->end, &amount.end);
  if (amount.currency == NULL)
    {
      amount.end = number->end;
      amount.currency = match_before (work, start, &amount.start);
    }
  if (amount.currency != NULL)
    g_array_append_val (amounts, amount);
}

/*
 * cor_reply_find_amounts:
 *
 * Numbers with a currency beside them, by code, sign or word. A number with "万" or "million" behind it is
 * none: nobody compares those to the cent.
 *
 * Returns: (transfer full) (element-type CorReplyAmount)
 */
GArray *
cor_reply_find_amounts (CorReplyWork *work)
{
  GArray     *amounts = g_array_new (FALSE, FALSE, sizeof (CorReplyAmount));
  const char *text = work->folded.text;
  gsize       i = 0;

  while (i < work->folded.len)
    {
      Number number = { 0 };

      if (!g_ascii_isdigit (text[i]))
        {
          i++;
          continue;
        }
      if (read_number (text, i, &number))
        take (work, amounts, i, &number);
      else
        number.end = find_number_end (text, i);
      i = number.end;
    }
  return amounts;
}
