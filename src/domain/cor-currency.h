/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most decimals of any currency. */
#define COR_CURRENCY_MAX_EXPONENT 4

/*
 * CorCurrency: a currency of ISO 4217. There is one of each, for good: compare the pointers.
 */
typedef struct
{
  char     code[4];
  guint8   exponent;     /* decimals of its minor unit: 0, 2, 3 or 4 */
  gboolean is_withdrawn; /* known from old payments; not to be offered */
} CorCurrency;

const CorCurrency *cor_currency_find (const char *code);
const CorCurrency *cor_currency_require (const char *code,
                                         GError    **error);
const CorCurrency *cor_currency_get_all (guint *n_currencies);

G_END_DECLS
