/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl.h"

G_BEGIN_DECLS

void cor_ctl_findings_print (CorCtl *ctl, const char *text, const GPtrArray *findings);

G_END_DECLS
