/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-page.h"

G_BEGIN_DECLS

#define COR_TYPE_PAYMENTS_PAGE (cor_payments_page_get_type ())
G_DECLARE_FINAL_TYPE (CorPaymentsPage, cor_payments_page, COR, PAYMENTS_PAGE, CorPage)

void cor_payments_page_open_payment (CorPaymentsPage *self, const char *reference);

G_END_DECLS
