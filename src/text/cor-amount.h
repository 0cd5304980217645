/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-money.h"

G_BEGIN_DECLS

/* Amounts as the agent writes and reads them. Locales are BCP 47; no figure passes through a binary fraction. */

const char *cor_amount_get_user_locale (void);
char       *cor_amount_format (CorMoney    money,
                               const char *locale) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_amount_format_number (CorDecimal  decimal,
                                      const char *locale) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cor_amount_parse (const char        *text,
                              const CorCurrency *currency,
                              const char        *locale,
                              CorMoney          *money,
                              GError           **error);

G_END_DECLS
