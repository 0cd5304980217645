/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-standing.h"

G_BEGIN_DECLS

/* What a ledger has (ledger.md, capabilities). */
typedef enum
{
  COR_LEDGER_HAS_NOTHING = 0,
  COR_LEDGER_HAS_PAYMENTS = 1 << 0,
  COR_LEDGER_HAS_CUSTOMERS = 1 << 1,
  COR_LEDGER_HAS_LIMITS = 1 << 2,
  COR_LEDGER_HAS_FEES = 1 << 3,
  COR_LEDGER_HAS_STATS = 1 << 4,
  COR_LEDGER_HAS_ALL = (1 << 5) - 1,
} CorLedgerParts;

/* CorLedgerAbout: what a ledger says of itself. Texts are owned, and one not said is NULL. */
typedef struct
{
  char  *company;
  char  *version;
  char **capabilities;
} CorLedgerAbout;

/*
 * CorLedgerTarget: how soon a customer is answered, and who may do it, at a status. What is said for another tier than
 * large value is kept and counts for nobody yet: a payment does not say its customer's tier, and the tier of the desk's
 * contact is the desk's own word, which need not be the ledger's.
 */
typedef struct
{
  char  *status; /* as the workstation or the ledger names it */
  char  *tier;   /* of the customer, or "large_value"; NULL: any */
  gint64 first;  /* minutes to the first answer; 0: not said */
  char  *level;  /* NULL: not said */
} CorLedgerTarget;

/* CorLedgerThreshold: from this amount on a payment is of large value; one in each currency. */
typedef struct
{
  CorMoney amount;
} CorLedgerThreshold;

/* CorLedgerGoodwill: how much may be given at a level. */
typedef struct
{
  char    *level;
  CorMoney amount;
} CorLedgerGoodwill;

/* CorLedgerPolicy: what the company decided for every desk (ledger.md, policy). */
struct _CorLedgerPolicy
{
  GPtrArray *targets;    /* CorLedgerTarget */
  GPtrArray *thresholds; /* CorLedgerThreshold */
  GPtrArray *goodwill;   /* CorLedgerGoodwill */
};

CorLedgerAbout *cor_ledger_about_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            cor_ledger_about_free (CorLedgerAbout *self);
GBytes         *cor_ledger_about_to_bytes (const CorLedgerAbout *self) G_GNUC_WARN_UNUSED_RESULT;
CorLedgerAbout *cor_ledger_about_from_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
CorLedgerParts  cor_ledger_about_get_parts (const CorLedgerAbout *self);

CorLedgerPolicy    *cor_ledger_policy_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                cor_ledger_policy_free (CorLedgerPolicy *self);
CorLedgerTarget    *cor_ledger_policy_add_target (CorLedgerPolicy *self);
CorLedgerThreshold *cor_ledger_policy_add_threshold (CorLedgerPolicy *self);
CorLedgerGoodwill  *cor_ledger_policy_add_goodwill (CorLedgerPolicy *self);
GBytes             *cor_ledger_policy_to_bytes (const CorLedgerPolicy *self) G_GNUC_WARN_UNUSED_RESULT;
CorLedgerPolicy    *cor_ledger_policy_from_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
gboolean            cor_ledger_policy_is_large (const CorLedgerPolicy *self,
                                                CorMoney               amount);
gint64              cor_ledger_policy_get_first (const CorLedgerPolicy *self,
                                                 CorPaymentStatus       status,
                                                 const char            *tier);
const char         *cor_ledger_policy_get_level (const CorLedgerPolicy *self,
                                                 CorPaymentStatus       status,
                                                 const char            *tier);

#define COR_TIER_LARGE_VALUE "large_value"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorLedgerAbout, cor_ledger_about_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorLedgerPolicy, cor_ledger_policy_free)

G_END_DECLS
