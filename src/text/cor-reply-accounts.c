/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-accounts"

#include "config.h"

#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_IBAN 34

/* Of what follows the check digits, so that words after "be12" are no account. */
#define LEAST_DIGITS_PERCENT 40

#define MASK_MIDDLE "\u2022\u2022 \u2022\u2022\u2022\u2022 "

typedef struct
{
  char  compact[MAX_IBAN + 1]; /* small letters */
  gsize end;
} Iban;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '-';
}

/* Takes as many letters and digits as an IBAN of its country has; single blanks may stand between. */
static gboolean
read_iban (const CorReplyWork *work,
           gsize               start,
           Iban               *iban)
{
  const char *text = work->folded.text;
  char        country[3] = { text[start], text[start + 1], '\0' };
  guint       length = cor_reply_rules_get_iban_length (work->rules, country);
  guint       n = 0;
  guint       n_digits = 0;
  gsize       i = start;

  if (length == 0 || length > MAX_IBAN || !g_ascii_isdigit (text[start + 2]) || !g_ascii_isdigit (text[start + 3]))
    return FALSE;
  for (; n < length; i++)
    {
      if (is_blank (text[i]) && n >= 4 && g_ascii_isalnum (text[i + 1]))
        continue;
      if (!g_ascii_isalnum (text[i]))
        return FALSE;
      iban->compact[n++] = text[i];
      n_digits += n > 4 && g_ascii_isdigit (text[i]);
    }
  iban->compact[n] = '\0';
  iban->end = i;
  return !g_ascii_isalnum (text[i]) && n_digits * 100 >= (length - 4) * LEAST_DIGITS_PERCENT;
}

/* ISO 13616: the first four behind the rest, letters as numbers from 10, leaves 1 of 97. */
static gboolean
is_right (const char *compact)
{
  gsize n = strlen (compact);
  guint remainder = 0;

  for (gsize i = 0; i < n; i++)
    {
      char  c = compact[(i + 4) % n];
      guint value = g_ascii_isdigit (c) ? (guint) (c - '0') : (guint) (c - 'a' + 10);

      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
  return remainder == 1;
}

static gboolean
is_pay_in_account (const CorReplyWork *work,
                   const char         *compact)
{
  for (guint i = 0; i < work->context->pay_in_accounts->len; i++)
    if (g_ascii_strcasecmp (work->context->pay_in_accounts->pdata[i], compact) == 0)
      return TRUE;
  return FALSE;
}

/* What tells an account to pay into comes before the number or in its sentence. */
static gboolean
is_pay_in (CorReplyWork *work,
           gsize         start,
           gsize         end)
{
  gsize from = 0;
  gsize to = 0;

  cor_reply_work_get_sentence (work, start, &from, &to);
  return cor_reply_work_wants (work, "pay-in") && cor_reply_work_has (work, "pay-in", from, MAX (to, end));
}

static void
tell (CorReplyWork *work,
      const char   *rule,
      const char   *sentence,
      gsize         start,
      gsize         end,
      char         *masked)
{
  g_autofree char *fix = masked;

  if (is_pay_in (work, start, end))
    cor_reply_work_add_folded (work, "pay-in", start, end, g_strdup (_ ("Account details to pay into come from the company’s signed variables only.")), NULL);
  else if (cor_reply_work_wants (work, rule))
    cor_reply_work_add_folded (work, rule, start, end, g_strdup (sentence), g_steal_pointer (&fix));
}

static void
tell_iban (CorReplyWork *work,
           gsize         start,
           const Iban   *iban)
{
  g_autofree char *country = g_ascii_strup (iban->compact, 2);
  const char      *last = iban->compact + strlen (iban->compact) - 4;
  g_autofree char *tail = g_ascii_strup (last, -1);
  gboolean         right = is_right (iban->compact);

  if (!is_pay_in_account (work, iban->compact))
    tell (work, right ? "iban" : "typed-iban", right ? _ ("A full IBAN must not be sent.") : _ ("This looks like an IBAN, but its check digits are wrong."), start, iban->end,
          right ? g_strconcat (country, MASK_MIDDLE, tail, NULL) : NULL);
}

/* The phrase ends with the number. */
static void
tell_account (CorReplyWork *work,
              gsize         start,
              gsize         end,
              gpointer      data)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize number = end;

  while (number > start && (g_ascii_isdigit (work->folded.text[number - 1]) || is_blank (work->folded.text[number - 1])))
    number--;
  while (is_blank (work->folded.text[number]))
    number++;
  for (gsize i = number; i < end; i++)
    if (g_ascii_isdigit (work->folded.text[i]))
      g_string_append_c (digits, work->folded.text[i]);
  if (digits->len < 7 || is_pay_in_account (work, digits->str) || cor_reply_work_is_taken (work, work->folded.places[number], work->folded.places[end]))
    return;
  tell (work, "account", _ ("A full account number must not be sent."), number, end,
        g_strconcat ("\u2022\u2022\u2022\u2022 ", digits->str + digits->len - 4, NULL));
}

/* IBANs and account numbers: whose they are is not asked, in full they are never sent from here. */
void
cor_reply_check_accounts (CorReplyWork *work)
{
  const char *text = work->folded.text;
  Iban        iban;

  for (gsize i = 0; i + 4 < work->folded.len; i++)
    if (g_ascii_isalpha (text[i]) && (i == 0 || !g_ascii_isalnum (text[i - 1])) && read_iban (work, i, &iban))
      {
        if (!cor_reply_work_is_taken (work, work->folded.places[i], work->folded.places[iban.end]))
          tell_iban (work, i, &iban);
        i = iban.end - 1;
      }
  cor_reply_work_match (work, "account", tell_account, NULL);
}
