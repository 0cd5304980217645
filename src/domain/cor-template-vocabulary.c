/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-vocabulary"

#include "config.h"

#include "cor-template-vocabulary.h"

#include "cor-template-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (cor_template_error, cor_template_error)

/* In the order of their names. Those of a contact, an agent, a conversation, an inbox and an account are what
 * Chatwoot's own picker offers (chatwoot.md §8). .ci/check-content reads this table. */
static const CorTemplateVariable variables[] = {
  { "account.name", COR_TEMPLATE_TEXT },
  { "agent.available_name", COR_TEMPLATE_TEXT },
  { "agent.email", COR_TEMPLATE_TEXT },
  { "agent.first_name", COR_TEMPLATE_TEXT },
  { "agent.last_name", COR_TEMPLATE_TEXT },
  { "agent.name", COR_TEMPLATE_TEXT },
  { "case.deadline", COR_TEMPLATE_MOMENT },
  { "case.reference", COR_TEMPLATE_TEXT },
  { "company.complaints_address", COR_TEMPLATE_BLOCK },
  { "company.name", COR_TEMPLATE_TEXT },
  { "company.ombudsman", COR_TEMPLATE_BLOCK },
  { "company.support_hours", COR_TEMPLATE_BLOCK },
  { "contact.email", COR_TEMPLATE_TEXT },
  { "contact.first_name", COR_TEMPLATE_TEXT },
  { "contact.last_name", COR_TEMPLATE_TEXT },
  { "contact.name", COR_TEMPLATE_TEXT },
  { "contact.phone", COR_TEMPLATE_TEXT },
  { "contact.phone_number", COR_TEMPLATE_TEXT },
  { "contact.salutation", COR_TEMPLATE_TEXT },
  { "conversation.contact_name", COR_TEMPLATE_TEXT },
  { "conversation.display_id", COR_TEMPLATE_TEXT },
  { "days", COR_TEMPLATE_COUNT },
  { "documents.deadline", COR_TEMPLATE_MOMENT },
  { "documents.list", COR_TEMPLATE_LIST },
  { "holiday.name", COR_TEMPLATE_TEXT },
  { "holiday.resume_date", COR_TEMPLATE_DATE },
  { "inbox.name", COR_TEMPLATE_TEXT },
  { "limit.amount", COR_TEMPLATE_MONEY },
  { "limit.name", COR_TEMPLATE_TEXT },
  { "limit.remaining", COR_TEMPLATE_MONEY },
  { "limit.resets_at", COR_TEMPLATE_MOMENT },
  { "link.article", COR_TEMPLATE_LINK },
  { "link.tracking", COR_TEMPLATE_LINK },
  { "link.upload", COR_TEMPLATE_LINK },
  { "payment.action", COR_TEMPLATE_TEXT },
  { "payment.amount", COR_TEMPLATE_MONEY },
  { "payment.beneficiary", COR_TEMPLATE_TEXT },
  { "payment.beneficiary_bank", COR_TEMPLATE_TEXT },
  { "payment.charge_bearer", COR_TEMPLATE_TEXT },
  { "payment.credited_amount", COR_TEMPLATE_MONEY },
  { "payment.credited_at", COR_TEMPLATE_MOMENT },
  { "payment.currency", COR_TEMPLATE_TEXT },
  { "payment.expected_by", COR_TEMPLATE_MOMENT },
  { "payment.holder", COR_TEMPLATE_TEXT },
  { "payment.holder_since", COR_TEMPLATE_MOMENT },
  { "payment.missing", COR_TEMPLATE_TEXT },
  { "payment.reason", COR_TEMPLATE_TEXT },
  { "payment.reason_code", COR_TEMPLATE_TEXT },
  { "payment.reference", COR_TEMPLATE_TEXT },
  { "payment.return_amount", COR_TEMPLATE_MONEY },
  { "payment.sent_amount", COR_TEMPLATE_MONEY },
  { "payment.sent_at", COR_TEMPLATE_MOMENT },
  { "payment.status", COR_TEMPLATE_TEXT },
  { "payment.uetr", COR_TEMPLATE_TEXT },
  { "payment.value_date", COR_TEMPLATE_DATE },
  { "quote.deductions", COR_TEMPLATE_MONEY },
  { "quote.explanation", COR_TEMPLATE_BLOCK },
  { "quote.fee", COR_TEMPLATE_MONEY },
  { "quote.margin", COR_TEMPLATE_PERCENT },
  { "quote.mid_rate", COR_TEMPLATE_RATE },
  { "quote.rate", COR_TEMPLATE_RATE },
  { "quote.received", COR_TEMPLATE_MONEY },
  { "quote.total", COR_TEMPLATE_MONEY },
  { "quote.valid_until", COR_TEMPLATE_MOMENT },
  { "rate.date", COR_TEMPLATE_DATE },
  { "rate.source", COR_TEMPLATE_TEXT },
  { "rate.value", COR_TEMPLATE_RATE },
};

static int
compare_names (gconstpointer key,
               gconstpointer variable)
{
  return strcmp (key, ((const CorTemplateVariable *) variable)->name);
}

/**
 * cor_template_variable_find:
 * @name: (nullable): such as “payment.amount”
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the variable; %NULL: templates know none of this name
 */
const CorTemplateVariable *
cor_template_variable_find (const char *name)
{
  if (name == NULL)
    return NULL;
  return bsearch (name, variables, G_N_ELEMENTS (variables), sizeof variables[0], compare_names);
}

/**
 * cor_template_variable_get_all:
 * @n_variables: (out): how many
 *
 * Returns: (transfer none) (array length=n_variables): in the order of their names
 */
const CorTemplateVariable *
cor_template_variable_get_all (guint *n_variables)
{
  *n_variables = G_N_ELEMENTS (variables);
  return variables;
}

/**
 * cor_template_kind_describe:
 *
 * For sentences such as “payment.amount takes an amount such as 1010.00 USD”.
 *
 * Returns: (transfer none): what is to be given, translated
 */
const char *
cor_template_kind_describe (CorTemplateKind kind)
{
  switch (kind)
    {
    case COR_TEMPLATE_BLOCK:
      return _ ("a text");
    case COR_TEMPLATE_LINK:
      return _ ("an address that begins with https://");
    case COR_TEMPLATE_MONEY:
      return _ ("an amount such as 1010.00 USD");
    case COR_TEMPLATE_DATE:
      return _ ("a day such as 2026-07-01");
    case COR_TEMPLATE_MOMENT:
      return _ ("a time such as 2026-07-01T14:30:00Z, or a day");
    case COR_TEMPLATE_RATE:
      return _ ("a rate such as 1.1440");
    case COR_TEMPLATE_PERCENT:
      return _ ("a percentage such as 0.35");
    case COR_TEMPLATE_COUNT:
      return _ ("a whole number");
    case COR_TEMPLATE_LIST:
      return _ ("texts with semicolons between them");
    case COR_TEMPLATE_TEXT:
    default:
      return _ ("a text of one line");
    }
}
