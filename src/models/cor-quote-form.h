/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-quote-price.h"
#include "cor-quote.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* Which of the two amounts somebody gives. */
typedef enum
{
  COR_SIDE_SEND = 0,
  COR_SIDE_RECEIVE,
} CorQuoteSide;

/* One way of sending it. Nothing is set but the problem where it cannot be quoted. */
typedef struct
{
  gboolean      is_there;
  CorQuoteTerms terms;
  CorQuote      quote;
  char         *problem; /* a sentence; NULL also while figures are being read, or nothing was typed */
} CorQuoteResult;

/*
 * CorQuoteForm: what a quote is asked with, and the answer at once. It follows the store: schedules and rates may change
 * while it is open. Main thread only.
 *
 * "changed": inputs or results are others.
 */
#define COR_TYPE_QUOTE_FORM (cor_quote_form_get_type ())
G_DECLARE_FINAL_TYPE (CorQuoteForm, cor_quote_form, COR, QUOTE_FORM, GObject)

CorQuoteForm *cor_quote_form_new (CorStore *store, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

void cor_quote_form_set_now (CorQuoteForm *self, gint64 now);
void cor_quote_form_set_pair (CorQuoteForm *self, const CorCurrency *send, const CorCurrency *receive);
void cor_quote_form_set_amount (CorQuoteForm *self, CorQuoteSide side, const char *text);
void cor_quote_form_set_bearer (CorQuoteForm *self, CorChargeBearer bearer);
void cor_quote_form_set_fee_mode (CorQuoteForm *self, CorFeeMode mode);
void cor_quote_form_set_date (CorQuoteForm *self, const GDate *date);
void cor_quote_form_set_rate (CorQuoteForm *self, const char *text);
void cor_quote_form_renew (CorQuoteForm *self, gint64 now);

const CorCurrency *cor_quote_form_get_currency (CorQuoteForm *self, CorQuoteSide side);
CorQuoteSide       cor_quote_form_get_side (CorQuoteForm *self);
const char        *cor_quote_form_get_amount (CorQuoteForm *self);
CorChargeBearer    cor_quote_form_get_bearer (CorQuoteForm *self);
CorFeeMode         cor_quote_form_get_fee_mode (CorQuoteForm *self);
const GDate       *cor_quote_form_get_date (CorQuoteForm *self);

const CorQuoteResult *cor_quote_form_get_result (CorQuoteForm *self, CorChargeBearer bearer);
const CorQuoteResult *cor_quote_form_get_chosen (CorQuoteForm *self);
const CorQuoteResult *cor_quote_form_get_other_mode (CorQuoteForm *self);
const CorFeeSchedule *cor_quote_form_get_schedule (CorQuoteForm *self);
const CorReference   *cor_quote_form_get_reference (CorQuoteForm *self);
gboolean              cor_quote_form_is_stale (CorQuoteForm *self);
gint64                cor_quote_form_get_lock_end (CorQuoteForm *self);
guint                 cor_quote_form_get_lock_minutes (CorQuoteForm *self);

G_END_DECLS
