/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-hops.h"

#include <string.h>

/*
 * Which banks there are, when each had the payment, and what it took. Amounts decide, for lists of charges can be
 * cumulative (payments.md §4.5); a list only says whose doing a difference was.
 */

/* Without a branch is the head office: BANKBEBB and BANKBEBBXXX are one. */
gboolean
cor_bic_equal (const char *a,
               const char *b)
{
  gsize n_a = a != NULL ? strlen (a) : 0;
  gsize n_b = b != NULL ? strlen (b) : 0;

  if (n_a == 11 && g_str_has_suffix (a, "XXX"))
    n_a = 8;
  if (n_b == 11 && g_str_has_suffix (b, "XXX"))
    n_b = 8;
  return n_a > 0 && n_a == n_b && strncmp (a, b, n_a) == 0;
}

gboolean
cor_track_event_is_payment (const CorTrackEvent *event)
{
  return g_strcmp0 (event->type, "CTPT") == 0 || g_strcmp0 (event->type, "FTPT") == 0;
}

const char *
cor_track_event_get_target (const CorTrackEvent *event)
{
  return event->instructed != NULL ? event->instructed : event->to;
}

const char *
cor_track_event_get_informing (const CorTrackEvent *event)
{
  return event->informing != NULL ? event->informing : event->from;
}

const char *
cor_track_events_get_creditor (const GPtrArray *events)
{
  for (guint i = events->len; i > 0; i--)
    if (((CorTrackEvent *) events->pdata[i - 1])->creditor_agent != NULL)
      return ((CorTrackEvent *) events->pdata[i - 1])->creditor_agent;
  return NULL;
}

static CorPaymentHop *
find_hop (GPtrArray  *hops,
          const char *agent)
{
  for (guint i = 0; i < hops->len; i++)
    if (cor_bic_equal (((CorPaymentHop *) hops->pdata[i])->agent, agent))
      return hops->pdata[i];
  return NULL;
}

/* A BIC that begins with TRCK is the tracker, no bank. */
static CorPaymentHop *
need_hop (GPtrArray  *hops,
          const char *agent)
{
  CorPaymentHop *hop = find_hop (hops, agent);

  if (hop == NULL && agent != NULL && !g_str_has_prefix (agent, "TRCK"))
    {
      hop = g_new0 (CorPaymentHop, 1);
      hop->agent = g_strdup (agent);
      hop->role = COR_HOP_INTERMEDIARY;
      g_ptr_array_add (hops, hop);
    }
  return hop;
}

/* What @bank says that it took, by the last entry of its own. */
static gboolean
find_charge (const CorTrackEvent *event,
             const char          *bank,
             const CorCurrency   *currency,
             gint64              *minor)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < event->charges->len; i++)
    {
      const CorTrackCharge *charge = event->charges->pdata[i];

      if (charge->amount.currency == currency && cor_bic_equal (charge->agent, bank))
        {
          *minor = charge->amount.minor;
          is_found = TRUE;
        }
    }
  return is_found;
}

/* What @before would be in the currency of @after, were nothing taken. */
static gboolean
carry_over (const CorTrackEvent *event,
            CorMoney             before,
            CorMoney             after,
            CorMoney            *carried)
{
  *carried = before;
  if (before.currency == NULL || after.currency == NULL)
    return FALSE;
  if (before.currency == after.currency)
    return TRUE;
  return event->exchange_rate.digits > 0 && cor_money_convert (before, event->exchange_rate, after.currency, COR_ROUNDING_HALF_UP, carried);
}

static void
attribute (CorPaymentHop       *hop,
           const CorTrackEvent *event,
           CorMoney             before,
           CorMoney             after)
{
  CorMoney carried = before;
  gint64   missing = 0;
  gint64   claimed = 0;

  if (!carry_over (event, before, after, &carried))
    return;
  missing = carried.minor - after.minor;
  if (missing > 0 && find_charge (event, hop->agent, after.currency, &claimed) && claimed > 0)
    hop->charge = cor_money_new (MIN (claimed, missing), after.currency);
  missing -= hop->charge.minor;
  if (missing != 0)
    hop->unexplained = cor_money_new (missing, after.currency);
}

static void
note_conversion (CorPaymentHop       *hop,
                 const CorTrackEvent *event)
{
  if (event->exchange_rate.digits <= 0)
    return;
  hop->rate = event->exchange_rate;
  g_free (hop->rate_from);
  g_free (hop->rate_to);
  hop->rate_from = g_strdup (event->source_currency);
  hop->rate_to = g_strdup (event->target_currency);
}

static void
note_status (CorPaymentHop       *hop,
             const CorTrackEvent *event)
{
  g_free (hop->status);
  g_free (hop->reason);
  hop->status = g_strdup (event->status);
  hop->reason = g_strdup (event->return_reason != NULL ? event->return_reason : event->reason);
}

/* One message of the payment: from a bank to the next. @before: what the bank was given. */
static CorMoney
follow_payment (GPtrArray           *hops,
                const CorTrackEvent *event,
                CorMoney             before)
{
  CorPaymentHop *from = need_hop (hops, event->from);
  CorPaymentHop *to = need_hop (hops, cor_track_event_get_target (event));

  if (before.currency == NULL)
    before = event->instructed_amount;
  if (from != NULL)
    {
      from->sent_at = event->sent_at != 0 ? event->sent_at : event->created_at;
      from->amount = event->interbank_amount;
      attribute (from, event, before, event->interbank_amount);
      note_conversion (from, event);
    }
  if (to != NULL)
    {
      to->received_at = event->received_at != 0 ? event->received_at : event->created_at;
      g_free (to->value_date);
      to->value_date = g_strdup (event->value_date);
    }
  return event->interbank_amount.currency != NULL ? event->interbank_amount : before;
}

static void
follow_status (GPtrArray           *hops,
               const CorTrackEvent *event,
               CorMoney             before)
{
  CorPaymentHop *hop = find_hop (hops, cor_track_event_get_informing (event));

  if (hop == NULL)
    return;
  note_status (hop, event);
  if (g_strcmp0 (event->status, "ACCC") == 0 && event->confirmed_amount.currency != NULL)
    {
      hop->amount = event->confirmed_amount;
      attribute (hop, event, before, event->confirmed_amount);
      note_conversion (hop, event);
    }
}

/**
 * cor_payment_hops_new:
 * @events: (element-type CorTrackEvent): the valid ones, the oldest first
 *
 * Returns: (transfer full) (element-type CorPaymentHop): the banks in the order of the way; the last one may be still
 *   to come
 */
GPtrArray *
cor_payment_hops_new (const GPtrArray *events)
{
  GPtrArray  *hops = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_payment_hop_free);
  const char *creditor = cor_track_events_get_creditor (events);
  CorMoney    amount = { 0, NULL };

  for (guint i = 0; i < events->len; i++)
    {
      const CorTrackEvent *event = events->pdata[i];

      if (cor_track_event_is_payment (event))
        amount = follow_payment (hops, event, amount);
      else if (g_strcmp0 (event->type, "CTSU") == 0 || g_strcmp0 (event->type, "FTSU") == 0)
        follow_status (hops, event, amount);
    }
  need_hop (hops, creditor);
  if (hops->len > 0)
    ((CorPaymentHop *) hops->pdata[0])->role = COR_HOP_SENDER;
  if (find_hop (hops, creditor) != NULL)
    find_hop (hops, creditor)->role = COR_HOP_BENEFICIARY_BANK;
  return hops;
}
