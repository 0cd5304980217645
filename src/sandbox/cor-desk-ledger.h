/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

/* What the calls of the company ledger share (ledger.md). */

gboolean cor_desk_ledger_is_allowed (CorDeskRequest *request);
void     cor_desk_ledger_fail (CorDeskRequest *request,
                               guint           status,
                               const char     *title);
void     cor_desk_ledger_answer (CorDeskRequest *request,
                                 JsonObject     *object);

G_END_DECLS
