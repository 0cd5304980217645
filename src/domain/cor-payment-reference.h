/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By what a payment is named (payments.md §1). */
typedef enum
{
  COR_REFERENCE_NONE = 0,
  COR_REFERENCE_UETR,    /* a UUID of version 4; it may be one of Wise as well: ask the ledger first */
  COR_REFERENCE_COMPANY, /* the company's own number */
  COR_REFERENCE_WISE,    /* a transfer's number */
} CorReferenceKind;

/* What the company's numbers look like: letters as they are, # a digit. */
#define COR_REFERENCE_PATTERN "CP-#####"

char            *cor_uetr_normalise (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cor_reference_fits (const char *pattern,
                                     const char *text);
CorReferenceKind cor_reference_recognise (const char *text,
                                          char      **normal);

G_END_DECLS
