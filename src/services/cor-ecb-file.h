/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-rate-sheet.h"

G_BEGIN_DECLS

/* More than any file of the ECB: its whole history is 2 MB as CSV, 8 MB as XML. */
#define COR_ECB_FILE_MAX_SIZE (64 * 1024 * 1024)

CorRateSheet *cor_ecb_file_parse (const char *data,
                                  gsize       len,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
