/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-hue.h"
#include "cor-payment-view.h"

G_BEGIN_DECLS

/* The words around a payment, for the agent. Main thread. */

char       *cor_payment_words_dup_amount (CorMoney money) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_payment_words_dup_amounts (const CorPaymentView *view) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_payment_words_dup_moment (gint64 at, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_payment_words_get_certainty (CorAmountCertainty certainty);
CorHue      cor_payment_words_get_hue (CorPaymentStatus status);
const char *cor_payment_words_get_cause (CorCause cause);
const char *cor_payment_words_get_document_state (const char *state);
const char *cor_payment_words_get_line (const CorPaymentLine *line);
char       *cor_payment_words_dup_estimate (const CorPaymentView *view, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_payment_words_dup_basis (const CorPaymentView *view, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_payment_words_dup_limit (const CorPaymentLimit *limit, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_payment_words_dup_limits (const CorPaymentView *view, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_payment_words_dup_terms (const CorPaymentView *view) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_payment_words_dup_difference (const CorDifference *difference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
