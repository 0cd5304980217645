/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk.h"
#include "cor-store.h"
#include "cor-sync-settings.h"

G_BEGIN_DECLS

/* One account's two ends: where it is kept here and the service it comes from. Shared by the parts
 * that work on the account. Main thread. */
typedef struct
{
  CorStore       *store;    /* owned */
  CorDesk        *desk;     /* owned */
  gint64          account;  /* local id */
  char           *agent_id; /* owned: remote id of the agent whose token it is */
  CorSyncSettings settings;
  gint64          focus; /* local id of the conversation on the screen, 0 none; may change at any time */
} CorDeskLink;

CorDeskLink *cor_desk_link_new (CorStore *store, CorDesk *desk, gint64 account, const char *agent_id) G_GNUC_WARN_UNUSED_RESULT;
CorDeskLink *cor_desk_link_ref (CorDeskLink *self);
void         cor_desk_link_unref (CorDeskLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskLink, cor_desk_link_unref)

G_END_DECLS
