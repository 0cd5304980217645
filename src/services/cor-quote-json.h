/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-explanation.h"
#include "cor-strict-json.h"

G_BEGIN_DECLS

/*
 * CorQuoteRequest: one quote to make, as an “input” of fee-examples.json asks for it.
 */
typedef struct
{
  CorQuoteTerms terms;
  gboolean      is_reverse;
  gint64        amount; /* minor units of the send currency, or, in reverse, of the receive currency */
} CorQuoteRequest;

gboolean cor_quote_request_read (CorQuoteRequest *request,
                                 JsonObject      *input,
                                 GError         **error);
void     cor_quote_request_clear (CorQuoteRequest *request);
gboolean cor_quote_request_answer (const CorQuoteRequest *request,
                                   CorQuote              *quote,
                                   GError               **error);

void cor_quote_json_add (JsonBuilder         *builder,
                         const CorQuoteTerms *terms,
                         const CorQuote      *quote);
void cor_quote_json_add_error (JsonBuilder  *builder,
                               const GError *error);
void cor_quote_json_add_steps (JsonBuilder *builder,
                               const char  *member,
                               GPtrArray   *steps);

void       cor_quote_json_read_tariff (CorStrictJson     *reader,
                                       JsonObject        *parent,
                                       const char        *member,
                                       const CorCurrency *currency,
                                       CorFeeTariff      *tariff);
GPtrArray *cor_quote_json_read_charges (CorStrictJson *reader,
                                        JsonObject    *parent,
                                        const char    *member);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorQuoteRequest, cor_quote_request_clear)

G_END_DECLS
