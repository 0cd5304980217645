/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-db.h"
#include "cor-workspace.h"

G_BEGIN_DECLS

gboolean cor_desk_payments_prepare (CorDeskDb *db,
                                    gint64     now);
gboolean cor_desk_payments_take (CorDeskDb                      *db,
                                 const CorWorkspaceConversation *conversation);

G_END_DECLS
