/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

/* How often a route was called, and how often with a token in the header. */
typedef struct
{
  guint count;
  guint with_token;
} CorDeskStat;

void          cor_desk_dispatch (CorDeskRequest *request);
void          cor_desk_count (CorDesk    *desk,
                              const char *pattern,
                              gboolean    has_token);
CorDeskAgent *cor_desk_agent_by_id (CorDesk *desk,
                                    gint64   id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
