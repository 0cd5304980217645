/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-view-private.h"

/* What the company decided, where it did, and else what the procedure proposes (domain.md §4). */

static void
take_goodwill (CorPaymentView        *self,
               const CorLedgerPolicy *policy)
{
  for (guint i = 0; i < policy->goodwill->len; i++)
    {
      const CorLedgerGoodwill *from = policy->goodwill->pdata[i];
      CorLedgerGoodwill       *goodwill = NULL;

      if (from->level == NULL || from->amount.currency == NULL)
        continue;
      goodwill = g_new0 (CorLedgerGoodwill, 1);
      goodwill->level = g_strdup (from->level);
      goodwill->amount = from->amount;
      g_ptr_array_add (self->goodwill, goodwill);
    }
}

/* Of large value half of the time is left, unless the company has a time of its own for those. */
static gint64
find_first (CorPaymentView        *self,
            const CorLedgerPolicy *policy)
{
  gint64 first = policy != NULL && self->is_large ? cor_ledger_policy_get_first (policy, self->status, COR_TIER_LARGE_VALUE) : 0;
  gint64 usual = policy != NULL ? cor_ledger_policy_get_first (policy, self->status, NULL) : 0;

  self->is_first_policy = first > 0 || usual > 0;
  if (first > 0)
    return first;
  if (usual == 0)
    usual = g_ascii_strtoll (self->standing->first, NULL, 10);
  return self->is_large ? MAX (usual / 2, 1) : usual;
}

static const char *
find_level (CorPaymentView        *self,
            const CorLedgerPolicy *policy)
{
  const char *level = policy != NULL && self->is_large ? cor_ledger_policy_get_level (policy, self->status, COR_TIER_LARGE_VALUE) : NULL;

  if (level == NULL && policy != NULL)
    level = cor_ledger_policy_get_level (policy, self->status, NULL);
  return level != NULL ? level : self->standing->level;
}

/* Whether there is something to make good: it is late, it failed, or less came. */
static gboolean
went_wrong (const CorPaymentView *self)
{
  return self->status == COR_PAYMENT_DELAYED || self->status == COR_PAYMENT_REJECTED || self->status == COR_PAYMENT_RETURNED ||
         (self->status == COR_PAYMENT_CREDITED && self->differences->len > 0);
}

/*
 * cor_payment_view_take_policy:
 * @policy: (nullable)
 *
 * Once the standing is known. With compliance nothing depends on the payment itself.
 */
void
cor_payment_view_take_policy (CorPaymentView        *self,
                              const CorLedgerPolicy *policy)
{
  self->is_large = policy != NULL && !self->is_held && cor_ledger_policy_is_large (policy, self->send);
  self->first = find_first (self, policy);
  self->level = g_strdup (find_level (self, policy));
  if (policy != NULL && !self->is_held && went_wrong (self))
    take_goodwill (self, policy);
}
