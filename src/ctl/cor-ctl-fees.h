/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl.h"
#include "cor-fee-schedule.h"

G_BEGIN_DECLS

CorFeeSchedule *cor_ctl_fees_load (const char *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorFeeSchedule *cor_ctl_fees_find (CorCtl *ctl, const char *id, const char *version, const GDate *day, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
