/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-way.h"

#include "cor-payment-hops.h"

CorPaymentHop *
cor_payment_hop_copy (const CorPaymentHop *self)
{
  CorPaymentHop *copy = g_new0 (CorPaymentHop, 1);

  *copy = *self;
  copy->agent = g_strdup (self->agent);
  copy->rate_from = g_strdup (self->rate_from);
  copy->rate_to = g_strdup (self->rate_to);
  copy->status = g_strdup (self->status);
  copy->reason = g_strdup (self->reason);
  copy->value_date = g_strdup (self->value_date);
  return copy;
}

void
cor_payment_hop_free (CorPaymentHop *self)
{
  g_free (self->agent);
  g_free (self->rate_from);
  g_free (self->rate_to);
  g_free (self->status);
  g_free (self->reason);
  g_free (self->value_date);
  g_free (self);
}

void
cor_payment_way_free (CorPaymentWay *self)
{
  g_ptr_array_unref (self->hops);
  g_free (self->holder_agent);
  g_free (self->status);
  g_free (self->reason);
  g_free (self);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const CorTrackEvent *one = *(CorTrackEvent *const *) a;
  const CorTrackEvent *other = *(CorTrackEvent *const *) b;

  return one->created_at < other->created_at ? -1 : one->created_at > other->created_at;
}

/* An array's order is not to be trusted, and what is marked as not valid never happened (payments.md §2, §4). */
static GPtrArray *
sort_events (const CorPaymentTrack *track)
{
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < track->events->len; i++)
    if (!((CorTrackEvent *) track->events->pdata[i])->is_invalid)
      g_ptr_array_add (events, track->events->pdata[i]);
  g_ptr_array_sort (events, compare_events);
  return events;
}

static const CorTrackEvent *
find_last (const GPtrArray *events,
           gboolean (*is_it) (const CorTrackEvent *event))
{
  for (guint i = events->len; i > 0; i--)
    if (is_it (events->pdata[i - 1]))
      return events->pdata[i - 1];
  return NULL;
}

static gboolean
is_return (const CorTrackEvent *event)
{
  return g_strcmp0 (event->type, "RCTP") == 0 || g_strcmp0 (event->type, "RCTS") == 0;
}

static gboolean
is_return_message (const CorTrackEvent *event)
{
  return g_strcmp0 (event->type, "RCTP") == 0;
}

static gboolean
is_refusal (const CorTrackEvent *event)
{
  return g_strcmp0 (event->type, "CTCR") == 0;
}

/* The event that says how the payment stands: the newest with the status, and the reason where there is one. */
static const CorTrackEvent *
find_deciding (const GPtrArray       *events,
               const CorPaymentTrack *track)
{
  const CorTrackEvent *with_status = NULL;

  for (guint i = events->len; i > 0; i--)
    {
      const CorTrackEvent *event = events->pdata[i - 1];

      if (g_strcmp0 (event->status, track->status) != 0 || is_return (event))
        continue;
      if (track->reason == NULL || g_strcmp0 (event->reason, track->reason) == 0)
        return event;
      if (with_status == NULL)
        with_status = event;
    }
  return with_status;
}

static CorHolder
get_holder (const CorPaymentWay *self,
            const char          *agent)
{
  for (guint i = 0; i < self->hops->len; i++)
    {
      const CorPaymentHop *hop = self->hops->pdata[i];

      if (!cor_bic_equal (hop->agent, agent))
        continue;
      return hop->role == COR_HOP_SENDER ? COR_HOLDER_SENDER_BANK : hop->role == COR_HOP_BENEFICIARY_BANK ? COR_HOLDER_BENEFICIARY_BANK
                                                                                                          : COR_HOLDER_INTERMEDIARY;
    }
  return agent != NULL ? COR_HOLDER_INTERMEDIARY : COR_HOLDER_UNKNOWN;
}

static void
set_holder (CorPaymentWay *self,
            CorHolder      holder,
            const char    *agent,
            gint64         since)
{
  self->holder = holder;
  self->holder_agent = g_strdup (agent);
  self->holder_since = since;
  for (guint i = 0; i < self->hops->len && holder != COR_HOLDER_UNTRACKED && holder != COR_HOLDER_RECIPIENT; i++)
    {
      CorPaymentHop *hop = self->hops->pdata[i];

      hop->is_holder = cor_bic_equal (hop->agent, agent);
    }
}

static void
set_informing_holder (CorPaymentWay       *self,
                      const CorTrackEvent *event)
{
  const char *agent = cor_track_event_get_informing (event);

  set_holder (self, get_holder (self, agent), agent, event->created_at);
}

/* On its way (payments.md §4.3): the reason says whom to look at. */
static void
find_holder (CorPaymentWay       *self,
             const GPtrArray     *events,
             const CorTrackEvent *deciding)
{
  const char          *code = self->reason;
  const char          *creditor = cor_track_events_get_creditor (events);
  const CorTrackEvent *passed = find_last (events, cor_track_event_is_payment);

  if (g_strcmp0 (code, "G001") == 0)
    set_holder (self, COR_HOLDER_UNTRACKED, cor_track_event_get_informing (deciding), deciding->created_at);
  else if (g_strcmp0 (code, "G002") == 0 || g_strcmp0 (code, "G003") == 0 || g_strcmp0 (code, "G004") == 0)
    set_informing_holder (self, deciding);
  else if (g_strcmp0 (code, "G005") == 0 || g_strcmp0 (code, "G006") == 0)
    set_holder (self, COR_HOLDER_BENEFICIARY_BANK, creditor != NULL ? creditor : cor_track_event_get_informing (deciding), deciding->created_at);
  else if (passed != NULL)
    {
      const char *target = cor_track_event_get_target (passed);

      set_holder (self, get_holder (self, target), target, passed->created_at);
    }
  else
    set_informing_holder (self, deciding);
}

static void
read_return (CorPaymentWay         *self,
             const CorPaymentTrack *track,
             const GPtrArray       *events)
{
  const CorTrackEvent *newest = find_last (events, is_return);
  const CorTrackEvent *message = find_last (events, is_return_message);

  self->is_returned = TRUE;
  self->set = COR_REASON_RETURN;
  self->reason = g_strdup (track->return_reason != NULL ? track->return_reason : newest->return_reason);
  if (message != NULL)
    self->returned = message->interbank_amount;
  if (self->returned.currency == NULL)
    self->returned = newest->confirmed_amount;
  if (message != NULL)
    set_holder (self, get_holder (self, message->to), message->to, message->created_at);
  else
    set_informing_holder (self, newest);
}

static void
read_rejection (CorPaymentWay         *self,
                const CorPaymentTrack *track,
                const CorTrackEvent   *deciding)
{
  const char *code = track->return_reason;

  if (code == NULL && deciding != NULL)
    code = deciding->return_reason != NULL ? deciding->return_reason : deciding->reason;
  self->set = COR_REASON_STATUS;
  self->reason = g_strdup (code != NULL ? code : track->reason);
  if (deciding != NULL)
    set_informing_holder (self, deciding);
}

static void
read_standing (CorPaymentWay         *self,
               const CorPaymentTrack *track,
               const GPtrArray       *events)
{
  const CorTrackEvent *deciding = find_deciding (events, track);

  if (g_strcmp0 (track->status, "RJCT") == 0)
    {
      read_rejection (self, track, deciding);
      return;
    }
  self->set = COR_REASON_STATUS;
  self->reason = g_strdup (track->reason != NULL || deciding == NULL ? track->reason : deciding->reason);
  if (deciding == NULL)
    return;
  if (g_strcmp0 (track->status, "ACCC") == 0)
    {
      self->confirmed = deciding->confirmed_amount;
      self->credited_at = deciding->confirmed_at != 0 ? deciding->confirmed_at : deciding->created_at;
      set_holder (self, COR_HOLDER_RECIPIENT, cor_track_event_get_informing (deciding), self->credited_at);
    }
  else
    find_holder (self, events, deciding);
}

/* A bank that does not agree to give it back: its reason stands before that of the way. */
static void
read_refusal (CorPaymentWay         *self,
              const CorPaymentTrack *track,
              const GPtrArray       *events)
{
  const CorTrackEvent *refusal = find_last (events, is_refusal);
  const char          *code = NULL;

  if (refusal == NULL || (g_strcmp0 (track->cancellation, "RJCR") != 0 && g_strcmp0 (track->cancellation, "PDCR") != 0))
    return;
  code = refusal->return_reason != NULL ? refusal->return_reason : refusal->reason;
  if (code == NULL)
    return;
  g_free (self->reason);
  self->reason = g_strdup (code);
  /* of a pending one, INDM is of one set, PTNA and RQDA are of the other (payments.md §6) */
  self->set = cor_reason_code_find (code, COR_REASON_REFUSE) != NULL ? COR_REASON_REFUSE : COR_REASON_CANCEL;
}

static gboolean
has_neutral_code (const CorPaymentTrack *track,
                  const GPtrArray       *events)
{
  gboolean is_neutral = cor_reason_code_is_neutral (track->reason) || cor_reason_code_is_neutral (track->return_reason);

  for (guint i = 0; i < events->len; i++)
    {
      const CorTrackEvent *event = events->pdata[i];

      is_neutral = is_neutral || cor_reason_code_is_neutral (event->reason) || cor_reason_code_is_neutral (event->return_reason);
    }
  return is_neutral;
}

/**
 * cor_payment_way_new:
 * @track: a tracker's answer
 *
 * Turns events into banks, and into who has the money since when (payments.md §4). Any thread.
 *
 * Returns: (transfer full)
 */
CorPaymentWay *
cor_payment_way_new (const CorPaymentTrack *track)
{
  CorPaymentWay *self = g_new0 (CorPaymentWay, 1);
  g_autoptr (GPtrArray) events = sort_events (track);

  self->hops = cor_payment_hops_new (events);
  self->status = g_strdup (track->status);
  self->set = COR_REASON_STATUS;
  self->is_neutral = has_neutral_code (track, events);
  for (guint i = 0; i < events->len && self->sent_at == 0; i++)
    if (cor_track_event_is_payment (events->pdata[i]))
      self->sent_at = ((CorTrackEvent *) events->pdata[i])->created_at;
  if (find_last (events, is_return) != NULL)
    read_return (self, track, events);
  else
    read_standing (self, track, events);
  read_refusal (self, track, events);
  return self;
}

/**
 * cor_holder_get_key:
 *
 * Returns: a stable name, for programs
 */
const char *
cor_holder_get_key (CorHolder holder)
{
  static const char *const keys[] = {
    [COR_HOLDER_UNKNOWN] = "unknown",
    [COR_HOLDER_PAYER] = "payer",
    [COR_HOLDER_US] = "us",
    [COR_HOLDER_SENDER_BANK] = "sender_bank",
    [COR_HOLDER_INTERMEDIARY] = "intermediary",
    [COR_HOLDER_BENEFICIARY_BANK] = "beneficiary_bank",
    [COR_HOLDER_UNTRACKED] = "untracked",
    [COR_HOLDER_PARTNER] = "partner",
    [COR_HOLDER_RECIPIENT] = "recipient",
  };

  return keys[holder];
}

/**
 * cor_hop_role_get_key:
 *
 * Returns: a stable name, for programs
 */
const char *
cor_hop_role_get_key (CorHopRole role)
{
  static const char *const keys[] = { [COR_HOP_SENDER] = "sender", [COR_HOP_INTERMEDIARY] = "intermediary", [COR_HOP_BENEFICIARY_BANK] = "beneficiary_bank" };

  return keys[role];
}
