/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-fee-schedule.h"

G_BEGIN_DECLS

char           *cor_fee_schedule_to_text (const CorFeeSchedule *self) G_GNUC_WARN_UNUSED_RESULT;
CorFeeSchedule *cor_fee_schedule_from_text (const char *text,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
