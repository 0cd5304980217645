/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-server.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

void cor_desk_exchange_watch (CorDesk           *desk,
                              SoupServerMessage *message);
void cor_desk_exchange_start (CorDeskServer     *server,
                              CorDesk           *desk,
                              SoupServerMessage *message);
void cor_desk_exchange_cut_all (void);

G_END_DECLS
