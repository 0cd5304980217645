/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-amount"

#include "config.h"

#include "cor-amount.h"

#include "cor-icu.h"
#include "cor-money-error.h"
#include "cor-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>

/* What stands between digits: groups are told from decimals by it. */
typedef struct
{
  gunichar point;
  gunichar group;
} Marks;

/**
 * cor_amount_get_user_locale:
 *
 * Returns: (transfer none): in which the user reads numbers; English where the environment says nothing
 */
const char *
cor_amount_get_user_locale (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_NUMERIC");

  for (guint i = 0; names[i] != NULL; i++)
    if (strpbrk (names[i], ".@") == NULL)
      return g_str_equal (names[i], "C") || g_str_equal (names[i], "POSIX") ? "en" : names[i];
  return "en";
}

/* ICU writes a hyphen in most languages, which is shorter than a figure and may break from it. */
static char *
use_minus (char *number)
{
  const char *hyphen = strchr (number, '-');
  char       *text;

  if (hyphen == NULL)
    return number;
  text = g_strdup_printf ("%.*s−%s", (int) (hyphen - number), number, hyphen + 1);
  g_free (number);
  return text;
}

/**
 * cor_amount_format_number:
 *
 * Returns: (transfer full): with all its decimals, such as 0.9252 or 0,9252, and a minus sign, not a hyphen
 */
char *
cor_amount_format_number (CorDecimal  decimal,
                          const char *locale)
{
  char *text = cor_template_format_number ("", decimal, locale);

  return use_minus (text != NULL ? text : cor_decimal_to_string (decimal));
}

/**
 * cor_amount_format:
 *
 * The code rather than a sign: a dollar is not enough where two of them meet.
 *
 * Returns: (transfer full): such as 1,010.00 USD, which does not break
 */
char *
cor_amount_format (CorMoney    money,
                   const char *locale)
{
  g_autofree char *number = cor_amount_format_number (cor_money_to_decimal (money), locale);

  return g_strconcat (number, "\302\240", money.currency->code, NULL);
}

static gunichar
get_symbol (const UNumberFormat *format,
            UNumberFormatSymbol  symbol,
            gunichar             otherwise)
{
  UChar      units[8];
  UErrorCode status = U_ZERO_ERROR;
  int32_t    n = unum_getSymbol (format, symbol, units, G_N_ELEMENTS (units), &status);
  gint32     i = 0;
  UChar32    c = 0;

  if (U_FAILURE (status) || n == 0)
    return otherwise;
  U16_NEXT (units, i, n, c);
  return (gunichar) c;
}

static Marks
get_marks (const char *locale)
{
  g_autofree char *plain = g_strdelimit (g_strdup (locale), "_", '-');
  char             id[ULOC_FULLNAME_CAPACITY];
  UErrorCode       status = U_ZERO_ERROR;
  UNumberFormat   *format = NULL;
  Marks            marks = { '.', ',' };

  uloc_forLanguageTag (plain, id, sizeof id, NULL, &status);
  format = unum_open (UNUM_DECIMAL, NULL, 0, id, NULL, &status);
  if (U_FAILURE (status))
    return marks;
  marks.point = get_symbol (format, UNUM_DECIMAL_SEPARATOR_SYMBOL, '.');
  marks.group = get_symbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL, ',');
  unum_close (format);
  return marks;
}

/* Whatever the locale has, people also part groups with spaces and apostrophes, and nobody means decimals by them. */
static gboolean
is_group (gunichar     c,
          const Marks *marks)
{
  return c == marks->group || g_unichar_isspace (c) || c == '\'' || c == 0x2019 || c == 0x066C;
}

static gboolean
is_point (gunichar     c,
          const Marks *marks)
{
  return c == marks->point || c == 0x066B;
}

/* Marks of direction, which come along when somebody copies an amount. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Groups have three digits, in India also two before the last; anything else was meant as decimals. */
static gboolean
is_well_grouped (const GArray *groups)
{
  for (guint i = 1; i < groups->len; i++)
    {
      guint n = g_array_index (groups, guint, i);

      if (n != 3 && (n != 2 || i == groups->len - 1))
        return FALSE;
    }
  return groups->len == 1 || (g_array_index (groups, guint, 0) >= 1 && g_array_index (groups, guint, 0) <= 3);
}

/* Digits and one point, as cor_money_parse() takes them; NULL: it is no number, or one that could be another. */
static char *
dup_plain (const char  *text,
           const Marks *marks)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (guint));
  gboolean has_point = FALSE;

  g_array_set_size (groups, 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int      digit = u_charDigitValue ((UChar32) c);

      if (digit >= 0)
        {
          g_string_append_c (plain, (char) ('0' + digit));
          g_array_index (groups, guint, groups->len - 1) += has_point ? 0 : 1;
        }
      else if (is_point (c, marks) && !has_point)
        {
          g_string_append_c (plain, '.');
          has_point = TRUE;
        }
      else if (g_unichar_isspace (c) && plain->len == 0) /* one that does not break, behind the code */
        continue;
      else if (is_group (c, marks) && !has_point)
        g_array_set_size (groups, groups->len + 1);
      else if ((c == '-' || c == 0x2212) && plain->len == 0)
        g_string_append_c (plain, '-');
      else if (!is_invisible (c))
        return NULL;
    }
  return is_well_grouped (groups) ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

/* Without the currency's own code, before or after it. */
static char *
dup_bare (const char        *text,
          const CorCurrency *currency)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  gsize            len = strlen (bare);

  if (len > 3 && g_ascii_strncasecmp (bare, currency->code, 3) == 0)
    memset (bare, ' ', 3);
  else if (len > 3 && g_ascii_strcasecmp (bare + len - 3, currency->code) == 0)
    bare[len - 3] = '\0';
  g_strstrip (bare);
  if (g_str_has_suffix (bare, "\302\240"))
    bare[strlen (bare) - 2] = '\0';
  return g_steal_pointer (&bare);
}

/**
 * cor_amount_parse:
 * @text: as somebody typed or pasted it
 * @locale: how the user writes numbers
 * @money: (out): not negative
 * @error: a sentence of %COR_MONEY_ERROR
 *
 * Nothing is guessed: 1,00 in English is neither one nor a hundred, and is refused with an example.
 *
 * Returns: whether it is an amount of @currency
 */
gboolean
cor_amount_parse (const char        *text,
                  const CorCurrency *currency,
                  const char        *locale,
                  CorMoney          *money,
                  GError           **error)
{
  Marks            marks = get_marks (locale);
  g_autofree char *bare = dup_bare (text, currency);
  g_autofree char *plain = g_utf8_validate (bare, -1, NULL) ? dup_plain (bare, &marks) : NULL;
  g_autofree char *example = NULL;

  if (plain != NULL && *plain == '-')
    {
      g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("An amount cannot be negative. Write it without the minus."));
      return FALSE;
    }
  if (plain != NULL && *plain != '\0')
    return cor_money_parse (plain, currency, money, error);
  example = cor_amount_format_number (cor_money_to_decimal (cor_money_new (12345600, currency)), locale);
  /* Translators: what was typed, and an amount such as 1,234.50 */
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("“%s” is not an amount. Write it like %s."), bare, example);
  return FALSE;
}
