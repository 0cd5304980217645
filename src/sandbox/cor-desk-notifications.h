/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

void cor_desk_notification_event (CorDeskRequest *request,
                                  const char     *event,
                                  gint64          agent_id,
                                  gint64          notification_id);

G_END_DECLS
