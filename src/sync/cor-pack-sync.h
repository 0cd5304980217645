/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-background-sync.h"

G_BEGIN_DECLS

/*
 * CorPackSync: keeps the packs of a profile: those that came with the program, and those at HTTPS addresses that
 * were added. No account is needed. One look at a time; how it went is told in the store (CorPackData).
 */
#define COR_TYPE_PACK_SYNC (cor_pack_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorPackSync, cor_pack_sync, COR, PACK_SYNC, CorBackgroundSync)

CorBackgroundSync *cor_pack_sync_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
