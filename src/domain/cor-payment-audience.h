/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-standing.h"

G_BEGIN_DECLS

/*
 * Who is told of a payment: the gate that templates, the reply check, the panes and corridorctl all ask. Who asks decides
 * what may be said (domain.md §3). What a payee is told is a value of ours, as the SWIFT copy is nothing for a payee (Q27)
 * and the procedure sop-identity-check tells her only of the credit.
 */
typedef enum
{
  COR_AUDIENCE_NOBODY = 0, /* not verified on this channel, or a third party: nothing */
  COR_AUDIENCE_PAYEE,      /* what concerns the credit to her, nothing of the payer's side */
  COR_AUDIENCE_PAYER,      /* all of it; the agent as well */
} CorPaymentAudience;

CorPaymentAudience cor_payment_audience_from_link (const char *role,
                                                   gboolean    is_verified);
gboolean           cor_payment_audience_may_hear (CorPaymentAudience self,
                                                  const char        *variable);
gboolean           cor_payment_audience_may_hear_status (CorPaymentAudience self,
                                                         const CorStanding *standing);
const char        *cor_payment_audience_get_reply (CorPaymentAudience self,
                                                   const CorStanding *standing);
const char        *cor_payment_audience_get_text (CorPaymentAudience self,
                                                  const CorStanding *standing,
                                                  const char        *locale);

G_END_DECLS
