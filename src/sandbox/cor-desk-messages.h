/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-load.h"

G_BEGIN_DECLS

gint64 cor_desk_create_message (CorDeskRequest      *request,
                                CorDeskConversation *conversation,
                                JsonObject          *params);
void   cor_desk_remove_conversation (CorDeskRequest *request,
                                     gint64          conversation_id);

G_END_DECLS
