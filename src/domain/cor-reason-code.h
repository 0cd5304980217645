/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same code means different things in different sets (payments.md §5): the set goes with the code. */
typedef enum
{
  COR_REASON_STATUS = 'S',
  COR_REASON_RETURN = 'R',
  COR_REASON_CANCEL = 'C', /* why a payment is to be cancelled */
  COR_REASON_REFUSE = 'J', /* why it is not */
} CorReasonSet;

/* Where the trouble is. */
typedef enum
{
  COR_CAUSE_NONE = 0, /* no trouble: a step of the way */
  COR_CAUSE_UNKNOWN,  /* the bank said that it does not say */
  COR_CAUSE_SENDER_BANK,
  COR_CAUSE_COMPLIANCE, /* never leaves cor_payment_view_new() */
  COR_CAUSE_CORRESPONDENT,
  COR_CAUSE_BENEFICIARY_BANK,
  COR_CAUSE_CUT_OFF, /* or a holiday */
  COR_CAUSE_DETAILS,
  COR_CAUSE_DOCUMENTS,
  COR_CAUSE_CANCELLATION, /* somebody asked for it back */
} CorCause;

/*
 * CorReasonCode: what a code of ISO 20022 means. There is one of each meaning, for good.
 */
typedef struct
{
  const char *code;
  const char *sets;
  const char *name; /* as ISO 20022 has it */
  const char *is_tracked;
  const char *cause;
  const char *acts; /* customer, recipient, bank, us, compliance, network, none */
  const char *disclosure;
  const char *meaning_en;
  const char *next_en;
  const char *meaning_zh;
  const char *next_zh;
} CorReasonCode;

const CorReasonCode *cor_reason_code_find (const char  *code,
                                           CorReasonSet set);
const CorReasonCode *cor_reason_code_get_all (guint *n_codes);
gboolean             cor_reason_code_is_neutral (const char *code);
CorCause             cor_reason_code_get_cause (const CorReasonCode *self);
const char          *cor_reason_code_get_meaning (const CorReasonCode *self,
                                                  const char          *locale);
const char          *cor_reason_code_get_next (const CorReasonCode *self,
                                               const char          *locale);
/* The words of codes and standings are there in Chinese and in English. */
gboolean cor_reason_locale_is_chinese (const char *locale);

const char *cor_cause_get_key (CorCause cause);

G_END_DECLS
