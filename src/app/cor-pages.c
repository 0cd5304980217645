/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-pages"

#include "config.h"

#include "cor-page.h"

#include "cor-fees-page.h"
#include "cor-knowledge-page.h"
#include "cor-payments-page.h"
#include "cor-templates-page.h"

#include <glib/gi18n-lib.h>

/* In the order of the sidebar's foot. */
static const CorPageKind kinds[] = {
  { "fees", N_ ("Fees & rates"), "cor-percent-symbolic", cor_fees_page_get_type },
  { "payments", N_ ("Payments"), "cor-payment-symbolic", cor_payments_page_get_type },
  { "knowledge", N_ ("Knowledge"), "cor-book-symbolic", cor_knowledge_page_get_type },
  { "templates", N_ ("Templates"), "cor-template-symbolic", cor_templates_page_get_type },
};

/**
 * cor_page_get_kinds:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all pages
 */
const CorPageKind *
cor_page_get_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * cor_page_find_kind:
 * @name: (nullable): of a page
 *
 * Returns: (transfer none) (nullable): what is known of it; %NULL where there is none of this name
 */
const CorPageKind *
cor_page_find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}
