/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-payment-reference.h"

G_BEGIN_DECLS

/* Where a text names a payment. */
typedef struct
{
  gsize            start; /* bytes */
  gsize            end;
  CorReferenceKind kind;
  char            *reference; /* owned: as services know it */
} CorPaymentMention;

GArray *cor_payment_mentions_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
