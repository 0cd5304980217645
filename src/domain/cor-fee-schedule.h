/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-catalog.h"
#include "cor-quote-terms.h"

G_BEGIN_DECLS

/* Significant digits of a rate that a margin makes out of a mid. */
#define COR_FEE_RATE_DIGITS 6

/*
 * CorFeeCorridor: the prices of one way for money to go. Of several that fit a request, the one that names
 * the most of it counts; among equals, the first.
 */
typedef struct
{
  char         *id;
  guint         bearers;        /* bits of 1 << CorChargeBearer */
  char         *from_country;   /* ISO 3166, NULL: any */
  char         *to_country;     /* likewise */
  char        **customer_tiers; /* NULL: everyone */
  CorDecimal    fx_margin_percent;
  guint         rate_lock_minutes; /* how long a rate that was quoted holds; 0: not said */
  CorQuoteTerms terms;             /* owned; without bearer, rate and mid */
} CorFeeCorridor;

/*
 * CorFeePromotion: so much off the sender's fee, for a time.
 */
typedef struct
{
  char      *title;
  GDate      valid_from; /* both days are of it */
  GDate      valid_to;
  char     **corridors;      /* their ids; NULL: all */
  char     **customer_tiers; /* NULL: everyone */
  CorDecimal discount_percent;
} CorFeePromotion;

/*
 * CorFeeSchedule: one version of a company's prices. Reference-counted; not changed once it is read, so any
 * thread may use it.
 */
typedef struct
{
  char      *id;
  char      *version;
  char      *title;
  char      *source;     /* where it is published, NULL: not said */
  gboolean   is_example; /* invented figures, for trying; nobody charges them */
  GDate      valid_from; /* the first day */
  GDate      valid_to;   /* the last day; not valid: until further notice */
  GPtrArray *corridors;  /* owned, of CorFeeCorridor */
  GPtrArray *promotions; /* owned, of CorFeePromotion */
} CorFeeSchedule;

/* What is to be priced; countries and customer tier may be NULL: not known. */
typedef struct
{
  const CorCurrency *send;
  const CorCurrency *receive;
  CorChargeBearer    bearer;
  const char        *from_country;
  const char        *to_country;
  const char        *customer_tier;
  GDate              date; /* of the payment */
} CorFeeRequest;

CorFeeSchedule *cor_fee_schedule_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorFeeSchedule *cor_fee_schedule_ref (CorFeeSchedule *self);
void            cor_fee_schedule_unref (CorFeeSchedule *self);
CorFeeCorridor *cor_fee_corridor_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            cor_fee_corridor_free (CorFeeCorridor *corridor);
void            cor_fee_promotion_free (CorFeePromotion *promotion);

gboolean              cor_fee_schedule_is_valid_on (const CorFeeSchedule *self,
                                                    const GDate          *date);
CorFeeSchedule       *cor_fee_schedule_pick (GPtrArray   *schedules,
                                             const GDate *date);
const CorFeeCorridor *cor_fee_schedule_find (const CorFeeSchedule *self,
                                             const CorFeeRequest  *request,
                                             GError              **error);
GPtrArray            *cor_fee_schedule_dup_currencies (const CorFeeSchedule *self,
                                                       gboolean              is_send) G_GNUC_WARN_UNUSED_RESULT;
const char           *cor_fee_schedule_get_title (const CorFeeSchedule *self,
                                                  const CorCatalog     *catalog);
gboolean              cor_fee_schedule_price (const CorFeeSchedule *self,
                                              const CorFeeRequest  *request,
                                              CorMidKind            mid_kind,
                                              CorDecimal            mid,
                                              CorQuoteTerms        *terms,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorFeeSchedule, cor_fee_schedule_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorFeeCorridor, cor_fee_corridor_free)

G_END_DECLS
