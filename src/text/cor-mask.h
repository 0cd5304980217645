/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Secrets that must not reach the disk: card numbers, security codes, one-time codes. */

typedef enum
{
  COR_MASK_FINDING_NONE = 0,
  COR_MASK_FINDING_CARD = 1 << 0,
  COR_MASK_FINDING_SECURITY_CODE = 1 << 1,
  COR_MASK_FINDING_ONE_TIME_CODE = 1 << 2,
} CorMaskFinding;

char *cor_mask_secrets (const char     *text,
                        CorMaskFinding *found) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
