/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ledger-terms.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Answers about payments, from trees of cor_json_parse_exact(): no amount goes through a double. */

CorPayment       *cor_ledger_read_payment (JsonObject *object,
                                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CorArrival       *cor_ledger_read_arrival (JsonObject *object,
                                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentLimits *cor_ledger_read_limits (JsonArray *items,
                                          GError   **error) G_GNUC_WARN_UNUSED_RESULT;
CorLedgerAbout   *cor_ledger_read_about (JsonObject *object,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CorLedgerPolicy  *cor_ledger_read_policy (JsonObject *object,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentTrack  *cor_gpi_read_track (JsonObject *object,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentTrack  *cor_wise_read_transfer (JsonObject *object,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean   cor_payment_json_money (const char *amount,
                                   const char *code,
                                   CorMoney   *money,
                                   GError    **error);
gboolean   cor_payment_json_get_money (JsonObject *parent,
                                       const char *member,
                                       CorMoney   *money,
                                       GError    **error);
CorDecimal cor_payment_json_get_rate (JsonObject *object,
                                      const char *member);

G_END_DECLS
