/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

CorDeskCable *cor_desk_cable_new (CorDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void          cor_desk_cable_free (CorDeskCable *cable);
void          cor_desk_cable_accept (CorDeskCable            *cable,
                                     SoupWebsocketConnection *socket);
void          cor_desk_cable_drop_all (CorDeskCable *cable,
                                       guint         seconds);
guint         cor_desk_cable_count (CorDeskCable *cable);
gboolean      cor_desk_cable_is_present (CorDeskCable *cable,
                                         gint64        agent_id);
void          cor_desk_cable_send (CorDeskCable *cable,
                                   const char   *event,
                                   JsonObject   *data,
                                   gint64        inbox_id,
                                   gint64        only_agent,
                                   gint64        except_agent);
void          cor_desk_cable_send_presence (CorDeskCable *cable,
                                            gint64        only_agent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskCable, cor_desk_cable_free)

G_END_DECLS
