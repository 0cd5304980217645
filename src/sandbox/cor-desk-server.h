/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-faults.h"
#include "cor-desk-request.h"

G_BEGIN_DECLS

#define COR_TYPE_DESK_SERVER (cor_desk_server_get_type ())
G_DECLARE_FINAL_TYPE (CorDeskServer, cor_desk_server, COR, DESK_SERVER, GObject)

CorDeskServer *cor_desk_server_new (const char *state_dir,
                                    guint32     seed,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CorDesk       *cor_desk_server_get_desk (CorDeskServer *self);
gboolean       cor_desk_server_listen (CorDeskServer *self,
                                       guint          port,
                                       GError       **error);
char          *cor_desk_server_dup_ready_line (CorDeskServer *self) G_GNUC_WARN_UNUSED_RESULT;
void           cor_desk_server_interrupt (CorDeskServer *self,
                                          guint          milliseconds);

G_END_DECLS
