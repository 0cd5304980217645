/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"

G_BEGIN_DECLS

#define COR_SYNC_MAX_WAITS 8

/* What an account's settings say to the engine, with what holds where they say nothing. */
typedef struct
{
  guint    waits_ms[COR_SYNC_MAX_WAITS]; /* when a lost answer is looked for, after the last byte; ascending */
  guint    n_waits;                      /* 0: send again at once, for tests that must fail */
  gboolean history_all;
  guint    history_days;
  guint    undo_email, undo_messaging;   /* seconds */
  guint    stale_email, stale_messaging; /* seconds a reply may wait offline before it asks */
  guint    poll_seconds;
  guint    backoff_ms; /* the first wait after a lost connection; it doubles */
} CorSyncSettings;

void   cor_sync_settings_parse (CorSyncSettings *self, GHashTable *texts);
gint64 cor_sync_settings_get_cutoff (const CorSyncSettings *self, gint64 now);
guint  cor_sync_settings_get_undo (const CorSyncSettings *self, CorChannel channel);
guint  cor_sync_settings_get_stale (const CorSyncSettings *self, CorChannel channel);

G_END_DECLS
