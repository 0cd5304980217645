/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-question-plain"

#include "config.h"

#include "cor-question.h"

#include "cor-language.h"
#include "cor-protect.h"

#include <string.h>

/* A reference of a payment has so many digits; codes (AC04, MT103, W-8BEN) have fewer and are words of the question. */
#define LEAST_DIGITS 5

/* An amount of so many is not what somebody sends but what is asked about: “what is this $1 fee”. */
#define MOST_DIGITS 3

/* What somebody means who names a payment by its number. */
static const struct
{
  const char *language;
  const char *word;
} payments[] = {
  { "ar", "حوالة" },
  { "de", "Zahlung" },
  { "en", "payment" },
  { "es", "transferencia" },
  { "fr", "virement" },
  { "ja", "送金" },
  { "pt", "transferência" },
  { "vi", "lệnh chuyển tiền" },
  { "zh", "汇款" },
};

/* The parts themselves are in no language. */
static const char *
get_payment_word (const char *text,
                  GArray     *parts)
{
  g_autofree char *rest = g_strdup (text);
  const char      *language = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const CorProtectPart *part = &g_array_index (parts, CorProtectPart, i);

      memset (rest + part->start, ' ', part->end - part->start);
    }
  language = cor_language_detect (rest, -1, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (payments); i++)
    if (g_strcmp0 (language, payments[i].language) == 0)
      return payments[i].word;
  return "";
}

static guint
count_digits (const char *at,
              gsize       len)
{
  guint n = 0;

  for (const char *p = at; p < at + len; p = g_utf8_next_char (p))
    n += g_unichar_isdigit (g_utf8_get_char (p)) ? 1 : 0;
  return n;
}

/* “18.11.”, “23:59”, “2026-11-18”, “18日”, “88412093”; but “30 minutes” and “24 hours” are what is asked about. */
static gboolean
is_of_the_day (const char           *text,
               const CorProtectPart *part)
{
  static const char *const units[] = { "年", "月", "日", "号", "號" };

  for (const char *p = text + part->start; p < text + part->end; p = g_utf8_next_char (p))
    if (!g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (text + part->end, units[i]))
      return TRUE;
  return count_digits (text + part->start, part->end - part->start) >= LEAST_DIGITS;
}

/* What stands for a part of the question; NULL: itself. */
static const char *
get_instead (const char           *text,
             const CorProtectPart *part,
             GArray               *parts)
{
  switch (part->kind)
    {
    case COR_PROTECT_UETR:
      return get_payment_word (text, parts);
    case COR_PROTECT_REFERENCE:
      return count_digits (text + part->start, part->end - part->start) >= LEAST_DIGITS ? get_payment_word (text, parts) : NULL;
    case COR_PROTECT_URL:
    case COR_PROTECT_EMAIL:
    case COR_PROTECT_IBAN:
    case COR_PROTECT_PHONE:
      return "";
    case COR_PROTECT_AMOUNT:
      return count_digits (text + part->start, part->end - part->start) > MOST_DIGITS ? "" : NULL;
    case COR_PROTECT_NUMBER:
      return is_of_the_day (text, part) ? "" : NULL;
    case COR_PROTECT_LOOKALIKE:
    case COR_PROTECT_VARIABLE:
    case COR_PROTECT_BIC:
    case COR_PROTECT_NAME:
    case COR_PROTECT_TERM:
    default:
      return NULL;
    }
}

/* “Hola, buenas. ¿Cuánto cuesta?”: what comes before the first pause may only greet, and so may what follows it. */
static const char *
skip_greetings (const char *text)
{
  const char *begin = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *said = NULL;

      if (g_utf8_strchr (",.!;:，。！、،\n", -1, g_utf8_get_char (p)) == NULL)
        continue;
      said = g_strndup (begin, (gsize) (p - begin));
      if (!cor_question_is_greeting (said))
        break;
      begin = g_utf8_next_char (p);
    }
  return cor_question_is_greeting (begin) ? text : begin;
}

/**
 * cor_question_strip_subject:
 * @subject: of a mail
 *
 * Any thread.
 *
 * Returns: (transfer full): the same without “Re:”, “AW:”, “Fwd:” and the like
 */
char *
cor_question_strip_subject (const char *subject)
{
  static gsize     once = 0;
  static GRegex   *prefixes = NULL;
  g_autofree char *valid = g_utf8_make_valid (subject, -1);

  if (g_once_init_enter (&once))
    {
      prefixes = g_regex_new ("^(?:\\s*(?:re|aw|antw|sv|vs|rép|res|rif|tr|wg|fwd?|rv|enc|trả lời|回复|回覆|答复|答覆|回信|转发|轉寄|转寄|返信|転送|رد|إعادة توجيه)"
                              "(?:\\s?[\\[(]\\d{1,3}[\\])])?\\s*[:：])*\\s*",
                              G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_strchomp (g_regex_replace_literal (prefixes, valid, -1, 0, "", 0, NULL));
}

/**
 * cor_question_plain:
 * @text: (not nullable): what a customer asks
 *
 * The same without what is only this customer's: greetings before it, amounts, days, addresses. A payment's number becomes the word for a
 * payment. Any other asks it with other figures, and no answer has them.
 *
 * Any thread.
 *
 * Returns: (transfer full): to be searched, not shown
 */
char *
cor_question_plain (const char *text)
{
  const char *asked = skip_greetings (text);
  GString    *plain = g_string_new (NULL);
  g_autoptr (GArray) parts = cor_protect_find (asked, NULL);
  guint at = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const CorProtectPart *part = &g_array_index (parts, CorProtectPart, i);
      const char           *instead = get_instead (asked, part, parts);

      if (instead == NULL || part->start < at)
        continue;
      g_string_append_len (plain, asked + at, part->start - at);
      g_string_append (plain, instead);
      at = part->end;
    }
  g_string_append (plain, asked + at);
  return g_string_free (plain, FALSE);
}
