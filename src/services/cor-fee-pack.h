/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-fee-schedule.h"

G_BEGIN_DECLS

/* What “schema” says in a pack that this program reads. */
#define COR_FEE_PACK_SCHEMA "corridor-fee-schedule/1"

CorFeeSchedule *cor_fee_pack_parse (const char *data,
                                    gsize       len,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
