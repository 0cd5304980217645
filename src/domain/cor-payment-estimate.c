/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-view-private.h"

#include "cor-rail.h"

/* Of fewer payments a percentile says nothing. */
#define LEAST_SAMPLE 10

/* The last row that the payment is old enough for: how long others took that had not arrived by then either. */
static const CorArrivalRow *
find_row (const CorArrival *arrival,
          gint64            age)
{
  const CorArrivalRow *found = NULL;

  for (guint i = 0; arrival != NULL && i < arrival->rows->len; i++)
    {
      const CorArrivalRow *row = arrival->rows->pdata[i];

      if (row->age <= age && (found == NULL || row->age > found->age))
        found = row;
    }
  return found != NULL && found->n >= LEAST_SAMPLE ? found : NULL;
}

static void
set_estimate (CorEstimate     *estimate,
              CorEstimateBasis basis,
              gint64           from,
              gint64           to)
{
  estimate->basis = basis;
  estimate->from = from;
  estimate->to = to;
}

/* When the first estimate is over, the payment is late: that is asked before what is likely now. */
static gint64
get_due (const CorPaymentView  *self,
         const CorPaymentFacts *facts)
{
  if (facts->payment != NULL && facts->payment->expected_to != 0)
    return facts->payment->expected_to;
  if (facts->wise != NULL && facts->wise->expected_at != 0)
    return facts->wise->expected_at;
  return self->rail_promise;
}

static void
find_promise (CorPaymentView        *self,
              const CorPaymentFacts *facts,
              const CorPaymentWay   *way)
{
  const CorRail *rail = cor_rail_find (self->rail);
  gint64         sent_at = way != NULL ? way->sent_at : 0;

  if (rail == NULL && facts->gpi != NULL)
    rail = cor_rail_find ("swift");
  if (sent_at == 0)
    sent_at = self->created_at;
  if (rail != NULL && sent_at != 0)
    self->rail_promise = cor_rail_get_promise (rail, sent_at);
}

static void
choose_estimate (CorPaymentView        *self,
                 const CorPaymentFacts *facts,
                 gint64                 now)
{
  const CorPayment    *payment = facts->payment;
  const CorArrivalRow *row = self->created_at != 0 ? find_row (facts->arrival, now - self->created_at) : NULL;

  if (payment != NULL && payment->expected_to > now)
    set_estimate (&self->estimate, COR_ESTIMATE_LEDGER, payment->expected_from, payment->expected_to);
  else if (row != NULL)
    {
      set_estimate (&self->estimate, COR_ESTIMATE_STATISTICS, now + row->p50, now + row->p90);
      self->estimate.n = row->n;
      self->estimate.share = 90;
    }
  else if (facts->wise != NULL && facts->wise->expected_at > now)
    set_estimate (&self->estimate, COR_ESTIMATE_PARTNER, 0, facts->wise->expected_at);
  else if (self->rail_promise > now)
    set_estimate (&self->estimate, COR_ESTIMATE_RAIL, 0, self->rail_promise);
}

/*
 * cor_payment_view_estimate:
 *
 * Whether the payment is late, and when it is expected: by the ledger, else by how long others of its age took, else by
 * the partner, else by what the rail promises. A time that is over is never shown as one to come.
 */
void
cor_payment_view_estimate (CorPaymentView        *self,
                           const CorPaymentFacts *facts,
                           const CorPaymentWay   *way,
                           gint64                 now)
{
  gint64 due;

  if (cor_payment_status_is_final (self->status) || self->status == COR_PAYMENT_UNKNOWN || self->status == COR_PAYMENT_PAID_OUT)
    return;
  find_promise (self, facts, way);
  due = get_due (self, facts);
  if (due != 0 && now > due && cor_payment_status_can_be_late (self->status))
    self->status = COR_PAYMENT_DELAYED;
  /* while somebody else's papers, money or consent are waited for, nothing is to be expected */
  if (cor_payment_status_can_be_late (self->stage) || self->stage == COR_PAYMENT_WAITING_FOR_COVER)
    choose_estimate (self, facts, now);
}
