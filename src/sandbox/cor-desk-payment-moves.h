/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-payment-shapes.h"
#include "cor-desk-request.h"

G_BEGIN_DECLS

/* Payments go on while the sandbox runs, and the ledger tells which did. */

gboolean cor_desk_moves_prepare (CorDeskDb *db);
void     cor_desk_moves_read (CorDeskDb      *db,
                              CorDeskPayment *payment);
void     cor_desk_moves_run_due (CorDesk *desk,
                                 gint64   now);

G_END_DECLS
