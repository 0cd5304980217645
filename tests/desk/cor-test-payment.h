/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-test-desk.h"

G_BEGIN_DECLS

/* What the services say of CP-70231. */
typedef enum
{
  COR_TEST_PAYMENT_AT_BANK,     /* the beneficiary's bank has it, by the tracker */
  COR_TEST_PAYMENT_BETWEEN,     /* the bank before that one has it */
  COR_TEST_PAYMENT_CREDITED,    /* less arrived than was expected */
  COR_TEST_PAYMENT_WHOLE,       /* all that was expected arrived; who took what, nobody says */
  COR_TEST_PAYMENT_RETURNED,    /* it came back to the bank before that one */
  COR_TEST_PAYMENT_NOT_TRACKED, /* passed on by that one to one that does not report */
  COR_TEST_PAYMENT_DOCUMENTS,   /* with us until the payer sends what is missing */
  COR_TEST_PAYMENT_HELD,        /* with compliance; all the rest is there, and must not be shown */
} CorTestPaymentState;

void cor_test_desk_put_payment (CorTestDesk *desk, CorTestPaymentState state);

G_END_DECLS
