/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why an amount, a rate or a quote cannot be had; each comes with a sentence that says what to do. */
typedef enum
{
  COR_MONEY_ERROR_INVALID = 0,      /* not a number, negative, zero, or terms that contradict each other */
  COR_MONEY_ERROR_UNKNOWN_CURRENCY, /* no code of ISO 4217 */
  COR_MONEY_ERROR_TOO_PRECISE,      /* more decimals than the currency has */
  COR_MONEY_ERROR_TOO_SMALL,        /* the charges take all of it */
  COR_MONEY_ERROR_TOO_LARGE,        /* beyond 64 bits, or beyond the last tier */
  COR_MONEY_ERROR_NO_CORRIDOR,      /* the schedule has no price for it */
  COR_MONEY_ERROR_NO_RATE,          /* neither a rate nor a reference to make one of */
} CorMoneyError;

#define COR_MONEY_ERROR (cor_money_error_quark ())
GQuark      cor_money_error_quark (void);
const char *cor_money_error_get_key (CorMoneyError code);

G_END_DECLS
