/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-words"

#include "config.h"

#include "cor-payment-words.h"

#include "cor-amount.h"
#include "cor-when.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/**
 * cor_payment_words_dup_amount:
 * @money: without a currency: not known
 *
 * Returns: (transfer full): as the agent writes amounts; a word where it is not known, never a zero
 */
char *
cor_payment_words_dup_amount (CorMoney money)
{
  if (money.currency == NULL)
    return g_strdup (C_ ("amount", "unknown"));
  return cor_amount_format (money, cor_amount_get_user_locale ());
}

/**
 * cor_payment_words_dup_amounts:
 *
 * Returns: (transfer full) (nullable): what was sent and what arrives of it, and how sure that is; %NULL where neither is
 *   known, and of what is with compliance
 */
char *
cor_payment_words_dup_amounts (const CorPaymentView *view)
{
  gboolean         is_credited = view->credited.currency != NULL;
  gboolean         arrives = is_credited || !cor_payment_status_is_stopped (view->status);
  CorMoney         arrived = is_credited ? view->credited : view->receive;
  g_autofree char *send = view->send.currency != NULL ? cor_payment_words_dup_amount (view->send) : NULL;
  g_autofree char *receive = arrived.currency != NULL && arrives ? cor_payment_words_dup_amount (arrived) : NULL;

  if (send != NULL && receive != NULL)
    return g_strdup_printf ("%s → %s %s", send, receive, cor_payment_words_get_certainty (is_credited ? COR_AMOUNT_REPORTED : view->receive_certainty));
  return send != NULL ? g_steal_pointer (&send) : g_steal_pointer (&receive);
}

/**
 * cor_payment_words_dup_moment:
 * @at: seconds since the epoch
 * @now: likewise
 * @time_zone: the agent's
 *
 * Returns: (transfer full): day and time, without the day when that is today; what is still to come with its date
 */
char *
cor_payment_words_dup_moment (gint64 at, gint64 now, GTimeZone *time_zone)
{
  g_autofree char *day = cor_when_short (at, now, time_zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, time_zone) : NULL;
  g_autofree char *clock = local != NULL ? g_date_time_format (local, C_ ("time", "%H:%M")) : NULL;

  /* a weekday alone is the last one */
  if (at > now)
    return cor_when_moment (at, now, time_zone);
  if (clock == NULL || g_str_equal (day, clock))
    return g_steal_pointer (&day);
  /* TRANSLATORS: a day and a time of day, such as "Fri 15:36" or "15 Jun 04:42" */
  return g_strdup_printf (C_ ("day and time", "%s %s"), day, clock);
}

/**
 * cor_payment_words_get_certainty:
 *
 * Returns: (transfer none): how sure a figure is, in the one word that is used everywhere
 */
const char *
cor_payment_words_get_certainty (CorAmountCertainty certainty)
{
  switch (certainty)
    {
    case COR_AMOUNT_BOOKED:
      return C_ ("amount", "booked");
    case COR_AMOUNT_REPORTED:
      return C_ ("amount", "reported");
    case COR_AMOUNT_EXPECTED:
      return C_ ("amount", "expected");
    case COR_AMOUNT_UNKNOWN:
    default:
      return C_ ("amount", "unknown");
    }
}

/**
 * cor_payment_words_get_hue:
 *
 * Returns: the hue of the status: warm where it needs somebody, green at the goal
 */
CorHue
cor_payment_words_get_hue (CorPaymentStatus status)
{
  switch (status)
    {
    case COR_PAYMENT_CREDITED:
    case COR_PAYMENT_PAID_OUT:
      return COR_HUE_GREEN;
    case COR_PAYMENT_DELAYED:
    case COR_PAYMENT_WAITING_FOR_DOCUMENTS:
    case COR_PAYMENT_WAITING_FOR_COVER:
    case COR_PAYMENT_PARTNER_ASKS:
    case COR_PAYMENT_RECALL_PENDING:
      return COR_HUE_ORANGE;
    case COR_PAYMENT_HELD:
    case COR_PAYMENT_WAITING_FOR_FUNDS:
      return COR_HUE_YELLOW;
    case COR_PAYMENT_REJECTED:
    case COR_PAYMENT_RETURNED:
    case COR_PAYMENT_RECALL_REFUSED:
    case COR_PAYMENT_CHARGED_BACK:
      return COR_HUE_RED;
    case COR_PAYMENT_PROCESSING:
    case COR_PAYMENT_ON_ITS_WAY:
    case COR_PAYMENT_NOT_TRACKED:
      return COR_HUE_BLUE;
    case COR_PAYMENT_REFUNDED:
    case COR_PAYMENT_CANCELLED:
    case COR_PAYMENT_RECALLED:
    case COR_PAYMENT_UNKNOWN:
    default:
      return COR_HUE_SLATE;
    }
}

/**
 * cor_payment_words_get_document_state:
 * @state: (nullable): as the ledger says it
 *
 * Returns: (transfer none): in a word; @state itself where there is none
 */
const char *
cor_payment_words_get_document_state (const char *state)
{
  if (g_strcmp0 (state, "asked") == 0)
    return C_ ("document", "asked for");
  if (g_strcmp0 (state, "received") == 0)
    return C_ ("document", "received");
  if (g_strcmp0 (state, "accepted") == 0)
    return C_ ("document", "accepted");
  if (g_strcmp0 (state, "rejected") == 0)
    return C_ ("document", "not accepted");
  return state != NULL ? state : "";
}

/**
 * cor_payment_words_get_cause:
 *
 * Returns: (transfer none): where the trouble is, in a few words; "" where there is none
 */
const char *
cor_payment_words_get_cause (CorCause cause)
{
  switch (cause)
    {
    case COR_CAUSE_SENDER_BANK:
      return _ ("Our own side, or the sender’s bank");
    case COR_CAUSE_CORRESPONDENT:
      return _ ("A correspondent bank");
    case COR_CAUSE_BENEFICIARY_BANK:
      return _ ("The beneficiary’s bank");
    case COR_CAUSE_CUT_OFF:
      return _ ("It arrived after a cut-off, or before a holiday");
    case COR_CAUSE_DETAILS:
      return _ ("The details of the recipient");
    case COR_CAUSE_DOCUMENTS:
      return _ ("Documents are missing");
    case COR_CAUSE_CANCELLATION:
      return _ ("Somebody asked for it back");
    case COR_CAUSE_UNKNOWN:
      return _ ("The bank does not say why");
    case COR_CAUSE_COMPLIANCE:
      return _ ("With compliance");
    case COR_CAUSE_NONE:
    default:
      return "";
    }
}

/**
 * cor_payment_words_get_line:
 *
 * Returns: (transfer none): what is compared in a line of quoted against actual
 */
const char *
cor_payment_words_get_line (const CorPaymentLine *line)
{
  if (strcmp (line->key, "send") == 0)
    return _ ("Sent");
  if (strcmp (line->key, "rate") == 0)
    return _ ("Rate");
  if (strcmp (line->key, "receive") == 0)
    return _ ("Received");
  if (g_strcmp0 (line->what, "correspondent") == 0)
    return _ ("Correspondent’s charge");
  if (g_strcmp0 (line->what, "beneficiary_bank") == 0)
    return _ ("Beneficiary bank’s charge");
  return _ ("Our fee");
}

/**
 * cor_payment_words_dup_estimate:
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer full) (nullable): by when it is expected; %NULL without an estimate
 */
char *
cor_payment_words_dup_estimate (const CorPaymentView *view, gint64 now, GTimeZone *time_zone)
{
  g_autofree char *to = NULL;
  g_autofree char *from = NULL;

  if (view->estimate.basis == COR_ESTIMATE_NONE)
    return NULL;
  to = cor_payment_words_dup_moment (view->estimate.to, now, time_zone);
  if (view->estimate.from == 0 || view->estimate.from >= view->estimate.to)
    return g_strdup_printf (_ ("by %s"), to);
  from = cor_payment_words_dup_moment (view->estimate.from, now, time_zone);
  /* TRANSLATORS: two moments, between which something is expected */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
dup_source (const CorEstimate *estimate)
{
  switch (estimate->basis)
    {
    case COR_ESTIMATE_LEDGER:
      return g_strdup (_ ("An estimate, by the ledger."));
    case COR_ESTIMATE_STATISTICS:
      return g_strdup_printf (_ ("An estimate: of %d payments of this age, %d of 100 were credited by then."), (int) estimate->n,
                              (int) estimate->share);
    case COR_ESTIMATE_PARTNER:
      return g_strdup (_ ("An estimate, by the partner."));
    case COR_ESTIMATE_RAIL:
      return g_strdup (_ ("An estimate, by what this way of payment promises."));
    case COR_ESTIMATE_NONE:
    default:
      return NULL;
    }
}

/**
 * cor_payment_words_dup_basis:
 *
 * Returns: (transfer full) (nullable): on what the estimate rests; what was promised where that has passed
 */
char *
cor_payment_words_dup_basis (const CorPaymentView *view, gint64 now, GTimeZone *time_zone)
{
  g_autofree char *source = dup_source (&view->estimate);
  g_autofree char *promised = NULL;

  if (view->rail_promise == 0 || view->rail_promise >= now || view->estimate.basis == COR_ESTIMATE_RAIL)
    return g_steal_pointer (&source);
  promised = cor_payment_words_dup_moment (view->rail_promise, now, time_zone);
  if (source == NULL)
    return g_strdup_printf (_ ("This way of payment promised it by %s. Nobody estimates a new time."), promised);
  /* TRANSLATORS: a sentence on an estimate, and a moment that has passed */
  return g_strdup_printf (_ ("%s It was promised by %s."), source, promised);
}

/**
 * cor_payment_words_dup_difference:
 *
 * Returns: (transfer full): whose doing a part of the difference is, without guessing
 */
char *
cor_payment_words_dup_difference (const CorDifference *difference)
{
  g_autofree char *amount = cor_payment_words_dup_amount (difference->amount);

  switch (difference->kind)
    {
    case COR_DIFFERENCE_CORRESPONDENT:
      if (difference->agent != NULL)
        return g_strdup_printf (_ ("%s: the correspondent %s"), amount, difference->agent);
      return g_strdup_printf (_ ("%s: a correspondent"), amount);
    case COR_DIFFERENCE_BENEFICIARY_BANK:
      if (difference->agent != NULL)
        return g_strdup_printf (_ ("%s: the beneficiary’s bank %s"), amount, difference->agent);
      return g_strdup_printf (_ ("%s: the beneficiary’s bank"), amount);
    case COR_DIFFERENCE_RATE:
      return g_strdup_printf (_ ("%s: the rate of another moment"), amount);
    case COR_DIFFERENCE_UNEXPLAINED:
    default:
      return g_strdup_printf (_ ("%s: nobody says why"), amount);
    }
}
