/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-view-private.h"

#include "cor-rail.h"

/* From then on we take a bank's own cut-off for passed; the systems' are later (payments.md §9). */
#define BANK_CLOSES 15

static void
add_cause (CorPaymentView      *self,
           CorCause             cause,
           gboolean             is_reported,
           const CorReasonCode *reason,
           const char          *code)
{
  CorPaymentCause *item = g_new0 (CorPaymentCause, 1);

  item->cause = cause;
  item->is_reported = is_reported;
  item->reason = reason;
  item->code = g_strdup (code);
  g_ptr_array_add (self->causes, item);
}

/* A code of another set than its field's is looked for there too: banks mix status and return reasons. */
static const CorReasonCode *
find_reason (const CorPaymentWay *way)
{
  const CorReasonCode *reason = cor_reason_code_find (way->reason, way->set);

  if (reason == NULL && way->set == COR_REASON_STATUS)
    reason = cor_reason_code_find (way->reason, COR_REASON_RETURN);
  else if (reason == NULL && way->set == COR_REASON_RETURN)
    reason = cor_reason_code_find (way->reason, COR_REASON_STATUS);
  return reason;
}

static void
add_reported (CorPaymentView        *self,
              const CorPaymentFacts *facts,
              const CorPaymentWay   *way)
{
  if (way != NULL && way->reason != NULL)
    {
      const CorReasonCode *reason = find_reason (way);
      CorCause             cause = cor_reason_code_get_cause (reason);

      if (cause != COR_CAUSE_NONE)
        add_cause (self, cause, TRUE, reason, way->reason);
    }
  else if (self->stage == COR_PAYMENT_WAITING_FOR_DOCUMENTS)
    add_cause (self, COR_CAUSE_DOCUMENTS, TRUE, NULL, NULL);
}

/* It came to the bank after hours, or on a day on which it does not book. */
/* Only as long as a cut-off can be why: when the rail's own time since then has passed as well, it is the bank. */
static gboolean
came_late (const CorPaymentView *self,
           gint64                now)
{
  for (guint i = 0; i < self->hops->len; i++)
    {
      const CorPaymentHop *hop = self->hops->pdata[i];
      const CorRail       *rail = cor_rail_find_for_currency (self->receive.currency != NULL ? self->receive.currency->code : NULL);

      if (hop->is_holder && hop->received_at != 0 && rail != NULL)
        return cor_rail_is_late_in_day (rail, hop->received_at, BANK_CLOSES) &&
               (self->status != COR_PAYMENT_DELAYED || now < cor_rail_get_promise (rail, hop->received_at));
    }
  return FALSE;
}

static gboolean
is_waiting (const CorPaymentView *self)
{
  return self->status == COR_PAYMENT_DELAYED || self->status == COR_PAYMENT_ON_ITS_WAY;
}

/* Our reading, where nobody says why: whoever holds it is where it takes its time. */
static void
add_likely (CorPaymentView        *self,
            const CorPaymentFacts *facts,
            gint64                 now)
{
  if (facts->wise != NULL && g_strcmp0 (facts->wise->status, "bounced_back") == 0)
    add_cause (self, COR_CAUSE_DETAILS, FALSE, NULL, NULL);
  if (!is_waiting (self))
    return;
  if (self->holder == COR_HOLDER_BENEFICIARY_BANK && came_late (self, now))
    add_cause (self, COR_CAUSE_CUT_OFF, FALSE, NULL, NULL);
  else if (self->status != COR_PAYMENT_DELAYED || self->causes->len > 0)
    return;
  else if (self->holder == COR_HOLDER_BENEFICIARY_BANK)
    add_cause (self, COR_CAUSE_BENEFICIARY_BANK, FALSE, NULL, NULL);
  else if (self->holder == COR_HOLDER_INTERMEDIARY)
    add_cause (self, COR_CAUSE_CORRESPONDENT, FALSE, NULL, NULL);
  else if (self->holder == COR_HOLDER_US || self->holder == COR_HOLDER_SENDER_BANK)
    add_cause (self, COR_CAUSE_SENDER_BANK, FALSE, NULL, NULL);
}

/*
 * cor_payment_view_find_causes:
 *
 * Reported ones come from a code or from the ledger's own state, likely ones from who has the money.
 */
void
cor_payment_view_find_causes (CorPaymentView        *self,
                              const CorPaymentFacts *facts,
                              const CorPaymentWay   *way,
                              gint64                 now)
{
  if (self->status == COR_PAYMENT_CREDITED || self->status == COR_PAYMENT_UNKNOWN)
    return;
  add_reported (self, facts, way);
  add_likely (self, facts, now);
}
