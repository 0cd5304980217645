/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-payment-audience.h"

#include "cor-payment-link.h"

/* Of a payment, its documents, its customer's limits and what it costs; other variables are of no payment. */
static const char *const matters[] = { "payment.", "documents.", "limit.", "quote.", "rate." };

static const char *const payee_hears[] = {
  "payment.beneficiary_bank",
  "payment.credited_amount",
  "payment.credited_at",
  "payment.currency",
  "payment.expected_by",
  "payment.reference",
  "payment.status",
  "payment.uetr",
  "payment.value_date",
  NULL,
};

/**
 * cor_payment_audience_from_link:
 * @role: (nullable): in the payment, as contracts call it
 * @is_verified: on the channel that it goes to
 *
 * Returns: as whom she is told of it; of whom nobody said the role what both sides may hear
 */
CorPaymentAudience
cor_payment_audience_from_link (const char *role,
                                gboolean    is_verified)
{
  if (!is_verified || g_strcmp0 (role, COR_PAYMENT_ROLE_THIRD_PARTY) == 0)
    return COR_AUDIENCE_NOBODY;
  return g_strcmp0 (role, COR_PAYMENT_ROLE_PAYER) == 0 ? COR_AUDIENCE_PAYER : COR_AUDIENCE_PAYEE;
}

static gboolean
is_of_payment (const char *variable)
{
  for (guint i = 0; i < G_N_ELEMENTS (matters); i++)
    if (g_str_has_prefix (variable, matters[i]))
      return TRUE;
  return FALSE;
}

/**
 * cor_payment_audience_may_hear:
 * @variable: of the vocabulary of templates
 *
 * Returns: whether its value may go into a text for her
 */
gboolean
cor_payment_audience_may_hear (CorPaymentAudience self,
                               const char        *variable)
{
  if (self == COR_AUDIENCE_PAYER || !is_of_payment (variable))
    return TRUE;
  return self == COR_AUDIENCE_PAYEE && g_strv_contains (payee_hears, variable);
}

/**
 * cor_payment_audience_may_hear_status:
 *
 * That documents are missing, or that the payer wants it back, is in the name of the status already.
 *
 * Returns: whether how it stands may be said to her
 */
gboolean
cor_payment_audience_may_hear_status (CorPaymentAudience self,
                                      const CorStanding *standing)
{
  return self == COR_AUDIENCE_PAYER || (self == COR_AUDIENCE_PAYEE && *standing->payee_en != '\0');
}

/**
 * cor_payment_audience_get_reply:
 *
 * Returns: (transfer none): name of the template that says to her how it stands; "": none
 */
const char *
cor_payment_audience_get_reply (CorPaymentAudience self,
                                const CorStanding *standing)
{
  if (self == COR_AUDIENCE_NOBODY)
    return "";
  return self == COR_AUDIENCE_PAYEE ? standing->payee_reply : standing->reply;
}

/**
 * cor_payment_audience_get_text:
 * @locale: (nullable): BCP 47
 *
 * Returns: (transfer none): the sentence for her, as templates are written; "": none
 */
const char *
cor_payment_audience_get_text (CorPaymentAudience self,
                               const CorStanding *standing,
                               const char        *locale)
{
  if (self == COR_AUDIENCE_NOBODY)
    return "";
  return self == COR_AUDIENCE_PAYEE ? cor_standing_get_payee_text (standing, locale) : cor_standing_get_customer_text (standing, locale);
}
