/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

void cor_desk_bulk_run_macro (CorDeskRequest *request,
                              JsonArray      *actions,
                              JsonArray      *conversation_ids);

G_END_DECLS
