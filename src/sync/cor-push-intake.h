/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk.h"
#include "cor-store.h"

G_BEGIN_DECLS

void cor_push_intake_take (CorStore *store, gint64 account, const CorDeskEvent *event);

G_END_DECLS
