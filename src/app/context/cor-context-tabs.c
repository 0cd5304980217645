/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-context-tabs"

#include "config.h"

#include "cor-context-tab.h"
#include "cor-customer-pane.h"
#include "cor-fees-pane.h"
#include "cor-knowledge-pane.h"
#include "cor-payment-pane.h"

#include <glib/gi18n-lib.h>

/* In the order of the header; the first is the one that is open until somebody chooses. */
static const CorContextTabKind kinds[] = {
  { "customer", N_ ("Customer"), "cor-person-symbolic", cor_customer_pane_get_type },
  { "payment", N_ ("Payment"), "cor-payment-symbolic", cor_payment_pane_get_type },
  { "fees", N_ ("Fees"), "cor-percent-symbolic", cor_fees_pane_get_type },
  { "knowledge", N_ ("Knowledge"), "cor-book-symbolic", cor_knowledge_pane_get_type },
};

/**
 * cor_context_tab_get_kinds:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all tabs of the context pane
 */
const CorContextTabKind *
cor_context_tab_get_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}
