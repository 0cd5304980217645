/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-background-sync.h"

G_BEGIN_DECLS

/*
 * CorTranslationSync: has translated what was asked for, one text after another, by the service that the agent chose.
 * What a service must not see is taken out before and put back after (text/cor-protect.h).
 */
#define COR_TYPE_TRANSLATION_SYNC (cor_translation_sync_get_type ())
G_DECLARE_FINAL_TYPE (CorTranslationSync, cor_translation_sync, COR, TRANSLATION_SYNC, CorBackgroundSync)

CorBackgroundSync *cor_translation_sync_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
