/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-quote-flow.h"

G_BEGIN_DECLS

/*
 * CorQuoteCost: what a quote costs, measured against a mid-market rate (fees.md §5). Amounts are minor
 * units, of the send currency unless a name says otherwise. Without a mid, only the effective rate is there.
 */
typedef struct
{
  gboolean   has_mid;
  CorDecimal effective_rate; /* what arrives over what is paid, 8 significant digits */

  gint64     mid_converted;      /* receive */
  gint64     fx_margin_receive;  /* receive; negative: better than the mid */
  CorDecimal fx_margin_bps;      /* of the mid, 2 decimals */
  CorDecimal fx_markup_percent;  /* over the customer's rate, 4 decimals: the reading of EU 2019/518 */
  gint64     total_cost;         /* everything, whoever took it */
  CorDecimal total_cost_percent; /* of the debit, 4 decimals */
  CorDecimal rpw_percent;        /* fee, its tax and margin of the amount: as the World Bank counts, 4 decimals */

  /* The parts, each rounded by itself; with the sender's fee, the taxes and what was billed they give
   * the total: what rounding leaves over is a part of its own. */
  gint64 fx_margin;
  gint64 chain;
  gint64 receiver_fee; /* with its tax */
  gint64 residual;
} CorQuoteCost;

gboolean cor_quote_cost_compute (CorQuoteCost        *cost,
                                 const CorQuoteTerms *terms,
                                 const CorQuoteFlow  *flow);

G_END_DECLS
