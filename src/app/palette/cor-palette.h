/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-command-list.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_PALETTE (cor_palette_get_type ())
G_DECLARE_FINAL_TYPE (CorPalette, cor_palette, COR, PALETTE, AdwWindow)

GtkWidget *cor_palette_new (CorSession *session, GtkWindow *parent, gboolean has_conversation) G_GNUC_WARN_UNUSED_RESULT;

CorCommandList *cor_palette_create_commands (CorSession *session, GtkApplication *application, gboolean has_conversation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
