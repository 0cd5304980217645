/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_SYNC_BANNER (cor_sync_banner_get_type ())
G_DECLARE_FINAL_TYPE (CorSyncBanner, cor_sync_banner, COR, SYNC_BANNER, GtkWidget)

GtkWidget *cor_sync_banner_new (CorSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
