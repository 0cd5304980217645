/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-case.h"

/**
 * cor_payment_case_get_audience:
 *
 * Returns: as whom who is asking may be told of the payment in a reply, by how she is linked with it and whether she was
 *   verified on this channel (ledger.md, rule 2)
 */
CorPaymentAudience
cor_payment_case_get_audience (CorPaymentCase *self)
{
  const CorPaymentLink *link = cor_payment_case_get_link (self);

  return link != NULL ? cor_payment_audience_from_link (link->role, link->verified_at != 0) : COR_AUDIENCE_NOBODY;
}
