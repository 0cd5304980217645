/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-fee-tariff.h"
#include "cor-money.h"

G_BEGIN_DECLS

/* Who bears the charges of the banks: DEBT, SHAR and CRED of ISO 20022 (fees.md §2). */
typedef enum
{
  COR_BEARER_SHA = 0,
  COR_BEARER_OUR,
  COR_BEARER_BEN,
} CorChargeBearer;

/* Whether the fee is added to the amount, or taken out of it. */
typedef enum
{
  COR_FEE_ON_TOP = 0,
  COR_FEE_DEDUCTED,
} CorFeeMode;

/* Who converts: then the banks between are paid before, or after, the conversion. */
typedef enum
{
  COR_FX_AT_SENDER = 0,
  COR_FX_AT_RECEIVER,
} CorFxSide;

/* How sure a figure is; a total is as sure as its least sure part (fees.md §1). */
typedef enum
{
  COR_CERTAINTY_EXACT = 0, /* from a receipt or a tracker, or our own calculation */
  COR_CERTAINTY_TARIFF,    /* published, expected */
  COR_CERTAINTY_ESTIMATE,  /* from experience */
  COR_CERTAINTY_UNKNOWN,
} CorCertainty;

/* What the customer's rate is measured against (fees.md §5). */
typedef enum
{
  COR_MID_NONE = 0,
  COR_MID_MOMENT,    /* mid-market at the moment of the conversion */
  COR_MID_REFERENCE, /* the last reference rate of the ECB published before it */
} CorMidKind;

/*
 * CorCharge: what one bank takes.
 */
typedef struct
{
  char        *agent; /* as the schedule or the tracker names it */
  CorMoney     amount;
  CorCertainty certainty;
} CorCharge;

/*
 * CorQuoteTerms: everything a quote depends on but the amount. All zero, with two currencies and a rate,
 * is a transfer that costs nothing. Clear it with cor_quote_terms_clear().
 */
typedef struct
{
  const CorCurrency *send;
  const CorCurrency *receive;
  CorFeeMode         fee_mode;
  CorChargeBearer    bearer;
  CorRounding        rounding; /* of every amount of money */
  CorFxSide          fx_at;

  CorFeeTariff sender_fee;
  CorDecimal   fee_tax_percent;      /* of the sender's fee */
  CorDecimal   transfer_tax_percent; /* of the amount */
  GPtrArray   *our_charges;          /* owned, of CorCharge, shared; NULL: none; counts with OUR only */
  GPtrArray   *chain;                /* owned, likewise: the banks on the way, in their order */
  CorFeeTariff receiver_fee;
  CorDecimal   receiver_fee_tax_percent;
  CorCertainty fee_certainty; /* of the sender's fee and the taxes */
  CorCertainty receiver_fee_certainty;

  CorDecimal rate; /* receive for one send, what the customer gets */
  CorMidKind mid_kind;
  CorDecimal mid; /* likewise, when there is one */

  char *rate_source; /* owned, nullable: for the explanation */
  char *mid_source;  /* owned, nullable: likewise, its date included */
  char *fee_source;  /* owned, nullable: the schedule with its version */
  char *promotion;   /* owned, nullable: the name of what discount_percent comes from */
} CorQuoteTerms;

CorCharge *cor_charge_new (const char  *agent,
                           CorMoney     amount,
                           CorCertainty certainty) G_GNUC_WARN_UNUSED_RESULT;
void       cor_charge_free (CorCharge *charge);

const char *cor_charge_bearer_get_key (CorChargeBearer bearer);
gboolean    cor_charge_bearer_from_key (const char      *key,
                                        CorChargeBearer *bearer);
const char *cor_fee_mode_get_key (CorFeeMode mode);
gboolean    cor_fee_mode_from_key (const char *key,
                                   CorFeeMode *mode);
const char *cor_fx_side_get_key (CorFxSide side);
gboolean    cor_fx_side_from_key (const char *key,
                                  CorFxSide  *side);
const char *cor_certainty_get_key (CorCertainty certainty);
gboolean    cor_certainty_from_key (const char   *key,
                                    CorCertainty *certainty);

void     cor_quote_terms_copy (CorQuoteTerms       *self,
                               const CorQuoteTerms *other);
void     cor_quote_terms_clear (CorQuoteTerms *self);
gboolean cor_quote_terms_check (const CorQuoteTerms *self,
                                GError             **error);
gboolean cor_quote_terms_is_deducted (const CorQuoteTerms *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorQuoteTerms, cor_quote_terms_clear)

G_END_DECLS
