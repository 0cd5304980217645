/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-money.h"
#include "cor-template-values.h"

G_BEGIN_DECLS

/* How much a customer may send, as the ledger says it (ledger.md, limits). Nothing of it is ever computed from
 * payments that were seen here. */
typedef struct
{
  char    *name;   /* in the company's words */
  char    *period; /* nullable: "year", "month" and so on, as the ledger says it */
  CorMoney limit;
  CorMoney used;
  gint64   resets_at; /* seconds since the epoch; 0: not said */
} CorPaymentLimit;

CorMoney cor_payment_limit_get_remaining (const CorPaymentLimit *self);

/* Those of one customer. */
typedef struct
{
  GPtrArray *items; /* CorPaymentLimit */
} CorPaymentLimits;

CorPaymentLimits      *cor_payment_limits_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                   cor_payment_limits_free (CorPaymentLimits *self);
CorPaymentLimit       *cor_payment_limits_add (CorPaymentLimits *self);
GBytes                *cor_payment_limits_to_bytes (const CorPaymentLimits *self) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentLimits      *cor_payment_limits_from_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
const CorPaymentLimit *cor_payment_limits_find_meant (const CorPaymentLimits *self);
void                   cor_payment_limits_fill (const CorPaymentLimits *self,
                                                CorTemplateValues      *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPaymentLimits, cor_payment_limits_free)

G_END_DECLS
