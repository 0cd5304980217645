/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-store-payment-links.h"
#include "cor-store-payments.h"

G_BEGIN_DECLS

/* Payments for jobs of this layer; on the job's thread. */

CorLedgerParts   cor_ledger_load_parts (CorDb *db);
CorLedgerPolicy *cor_ledger_load_policy (CorDb *db) G_GNUC_WARN_UNUSED_RESULT;

CorPaymentView *cor_payment_load_view (CorDb *db, const char *reference, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentView *cor_payment_load_standing (CorDb *db, const char *reference, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char           *cor_payment_load_meant (CorDb *db, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *cor_payment_load_links (CorDb *db, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;
void            cor_payment_look_at_watch (CorDb *db, const char *reference, gint64 now);
void            cor_payment_touch_watched (CorDb *db);

/* Whether who writes in a conversation was verified on its channel. */
typedef struct
{
  gint64   verified_at; /* seconds since the epoch; 0: not verified */
  char    *method;      /* nullable */
  char    *by;          /* remote id of the agent; nullable */
  gboolean is_own;      /* by the agent who works here, who has not told the desk yet */
  gboolean is_pending;  /* something of the links is still to be told to the desk */
} CorPaymentTrust;

void cor_payment_load_trust (CorDb *db, gint64 conversation, CorPaymentTrust *trust);
void cor_payment_trust_clear (CorPaymentTrust *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorPaymentTrust, cor_payment_trust_clear)

G_END_DECLS
