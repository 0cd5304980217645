/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-quote-terms.h"

G_BEGIN_DECLS

typedef enum
{
  COR_FLOW_OK = 0,
  COR_FLOW_TOO_SMALL, /* the charges take all of it, or it converts to nothing */
  COR_FLOW_TOO_LARGE,
  COR_FLOW_BEYOND_TIERS,
} CorFlowResult;

/*
 * CorQuoteFlow: an amount on its way, in the order of fees.md §3; minor units of the send currency up to
 * the conversion, of the receive currency from there.
 */
typedef struct
{
  gint64        amount; /* what was entered, or found for what is to arrive */
  gint64        sender_fee;
  CorTariffPart sender_fee_part;
  gint64        fee_tax;
  gint64        transfer_tax;
  gint64        billed;     /* charges of others that OUR puts on the sender */
  gint64        debit;      /* all that the sender pays */
  gint64        principal;  /* what sets out */
  gint64        chain_send; /* taken by banks before the conversion */
  gint64        converting; /* what is converted */

  gint64        converted;
  gint64        chain_receive; /* taken by banks after it */
  gint64        arriving;      /* at the recipient's bank */
  gint64        receiver_fee;
  CorTariffPart receiver_fee_part;
  gint64        receiver_fee_tax;
  gint64        recipient;
} CorQuoteFlow;

CorFlowResult cor_quote_flow_send (CorQuoteFlow        *flow,
                                   const CorQuoteTerms *terms,
                                   gint64               amount);
CorFlowResult cor_quote_flow_convert (CorQuoteFlow        *flow,
                                      const CorQuoteTerms *terms,
                                      gint64               principal);
gboolean      cor_quote_flow_sum_chain (CorQuoteFlow        *flow,
                                        const CorQuoteTerms *terms);
CorFlowResult cor_quote_flow_receive (CorQuoteFlow        *flow,
                                      const CorQuoteTerms *terms,
                                      gint64               arriving);
CorFlowResult cor_quote_flow_run (CorQuoteFlow        *flow,
                                  const CorQuoteTerms *terms,
                                  gint64               amount);
gboolean      cor_quote_flow_is_before_conversion (const CorQuoteTerms *terms,
                                                   const CorCharge     *charge);
gboolean      cor_quote_flow_bill (const CorQuoteTerms *terms,
                                   const CorCharge     *charge,
                                   gint64              *billed);

G_END_DECLS
