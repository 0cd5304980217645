/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-words.h"

#include "cor-limit-words.h"

#include <glib/gi18n-lib.h>

/* What the company and the ledger set for a payment, in words. */

static char *
dup_limit (const CorPaymentLimit *limit, gboolean with_name, gint64 now, GTimeZone *time_zone)
{
  CorMoney         remaining = cor_payment_limit_get_remaining (limit);
  g_autofree char *whole = cor_payment_words_dup_amount (limit->limit);
  g_autofree char *used = cor_payment_words_dup_amount (limit->used);
  g_autofree char *left = remaining.currency != NULL ? cor_payment_words_dup_amount (remaining) : NULL;
  g_autofree char *reset = limit->resets_at != 0 ? cor_payment_words_dup_moment (limit->resets_at, now, time_zone) : NULL;
  g_autoptr (GString) text = g_string_new (with_name ? cor_limit_words_get_name (limit->name, limit->period) : NULL);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* TRANSLATORS: of a limit: what was used of it, and the limit */
  g_string_append_printf (text, _ ("%s of %s used"), used, whole);
  if (left != NULL)
    /* TRANSLATORS: of a limit: what remains of it */
    g_string_append_printf (text, _ (" · %s left"), left);
  if (reset != NULL)
    /* TRANSLATORS: of a limit: when it counts anew, a day and time */
    g_string_append_printf (text, _ (" · resets %s"), reset);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cor_payment_words_dup_limit:
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer full): how much of it was used and is left, without its name
 */
char *
cor_payment_words_dup_limit (const CorPaymentLimit *limit, gint64 now, GTimeZone *time_zone)
{
  return dup_limit (limit, FALSE, now, time_zone);
}

/**
 * cor_payment_words_dup_limits:
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer full) (nullable): what the ledger says of the customer's limits; %NULL where it says nothing
 */
char *
cor_payment_words_dup_limits (const CorPaymentView *view, gint64 now, GTimeZone *time_zone)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; view->limits != NULL && i < view->limits->items->len; i++)
    {
      g_autofree char *limit = dup_limit (view->limits->items->pdata[i], TRUE, now, time_zone);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", limit);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
dup_goodwill (const CorPaymentView *view)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < view->goodwill->len; i++)
    {
      const CorLedgerGoodwill *goodwill = view->goodwill->pdata[i];
      g_autofree char         *amount = cor_payment_words_dup_amount (goodwill->amount);
      /* TRANSLATORS: a level of permission, such as A, and how much may be given at it */
      g_autofree char *part = g_strdup_printf (_ ("%s up to %s"), goodwill->level, amount);

      g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  if (parts[0] == NULL)
    return NULL;
  list = g_strjoinv (" · ", parts);
  /* TRANSLATORS: what may be given to the customer for the trouble, by level of permission */
  return g_strdup_printf (_ ("Goodwill: %s"), list);
}

/**
 * cor_payment_words_dup_terms:
 *
 * Returns: (transfer full) (nullable): what the company decided that counts for this payment; %NULL: nothing
 */
char *
cor_payment_words_dup_terms (const CorPaymentView *view)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *goodwill = dup_goodwill (view);

  if (view->is_large)
    /* TRANSLATORS: the procedure of payments at or above the company's threshold */
    g_string_append (text, _ ("Large value: call back to the known number, and a second person checks before any detail is changed"));
  if (goodwill != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", goodwill);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
