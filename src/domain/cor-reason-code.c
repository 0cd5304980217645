/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-reason-code.h"

#include <string.h>

/* data/payments/reason-codes.tsv */
static const CorReasonCode codes[] = {
#include "reason-codes.inc"
};

/**
 * cor_reason_code_get_all:
 * @n_codes: (out): how many
 *
 * Returns: (transfer none) (array length=n_codes): by code
 */
const CorReasonCode *
cor_reason_code_get_all (guint *n_codes)
{
  *n_codes = G_N_ELEMENTS (codes);
  return codes;
}

/**
 * cor_reason_code_find:
 * @code: (nullable): as a bank wrote it
 * @set: of the field that it stood in
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): what it means there; %NULL: not in the list, to be shown as it is
 */
const CorReasonCode *
cor_reason_code_find (const char  *code,
                      CorReasonSet set)
{
  if (code == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].code, code) == 0 && strchr (codes[i].sets, set) != NULL)
      return &codes[i];
  return NULL;
}

/**
 * cor_reason_code_is_neutral:
 * @code: (nullable)
 *
 * Of whatever set: where the field does not say clearly which it is, silence is the safe side. AC16 is such a code.
 * Any thread.
 *
 * Returns: whether some meaning of it takes the approved text alone (payments.md §5)
 */
gboolean
cor_reason_code_is_neutral (const char *code)
{
  if (code == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].code, code) == 0 && strcmp (codes[i].disclosure, "neutral") == 0)
      return TRUE;
  return FALSE;
}

/**
 * cor_reason_code_get_cause:
 * @self: (nullable)
 */
CorCause
cor_reason_code_get_cause (const CorReasonCode *self)
{
  static const struct
  {
    const char *name; /* in the table */
    CorCause    cause;
  } causes[] = {
    { "us", COR_CAUSE_SENDER_BANK },
    { "compliance", COR_CAUSE_COMPLIANCE },
    { "correspondent", COR_CAUSE_CORRESPONDENT },
    { "beneficiary_bank", COR_CAUSE_BENEFICIARY_BANK },
    { "cut_off", COR_CAUSE_CUT_OFF },
    { "details", COR_CAUSE_DETAILS },
    { "documents", COR_CAUSE_DOCUMENTS },
    { "cancel", COR_CAUSE_CANCELLATION },
    { "recall", COR_CAUSE_CANCELLATION },
    { "progress", COR_CAUSE_NONE },
  };

  for (guint i = 0; self != NULL && i < G_N_ELEMENTS (causes); i++)
    if (strcmp (causes[i].name, self->cause) == 0)
      return causes[i].cause;
  return COR_CAUSE_UNKNOWN;
}

gboolean
cor_reason_locale_is_chinese (const char *locale)
{
  return locale != NULL && g_ascii_strncasecmp (locale, "zh", 2) == 0;
}

/**
 * cor_reason_code_get_meaning:
 * @locale: (nullable): the reader's; English where there is no other
 *
 * Returns: (transfer none): what it means, without a full stop
 */
const char *
cor_reason_code_get_meaning (const CorReasonCode *self,
                             const char          *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->meaning_zh : self->meaning_en;
}

/**
 * cor_reason_code_get_next:
 * @locale: (nullable): the agent's
 *
 * Returns: (transfer none): what the agent does now
 */
const char *
cor_reason_code_get_next (const CorReasonCode *self,
                          const char          *locale)
{
  return cor_reason_locale_is_chinese (locale) ? self->next_zh : self->next_en;
}

/**
 * cor_cause_get_key:
 *
 * Returns: a stable name, for programs
 */
const char *
cor_cause_get_key (CorCause cause)
{
  static const char *const keys[] = {
    [COR_CAUSE_NONE] = "none",
    [COR_CAUSE_UNKNOWN] = "unknown",
    [COR_CAUSE_SENDER_BANK] = "sender_bank",
    [COR_CAUSE_COMPLIANCE] = "compliance",
    [COR_CAUSE_CORRESPONDENT] = "correspondent",
    [COR_CAUSE_BENEFICIARY_BANK] = "beneficiary_bank",
    [COR_CAUSE_CUT_OFF] = "cut_off_or_holiday",
    [COR_CAUSE_DETAILS] = "wrong_details",
    [COR_CAUSE_DOCUMENTS] = "documents",
    [COR_CAUSE_CANCELLATION] = "cancellation",
  };

  return keys[cause];
}
