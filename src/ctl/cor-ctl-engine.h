/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl.h"

G_BEGIN_DECLS

gboolean cor_ctl_is_engine_elsewhere (CorCtl *ctl);

G_END_DECLS
