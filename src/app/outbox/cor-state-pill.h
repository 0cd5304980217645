/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-intent.h"

G_BEGIN_DECLS

#define COR_TYPE_STATE_PILL (cor_state_pill_get_type ())
G_DECLARE_FINAL_TYPE (CorStatePill, cor_state_pill, COR, STATE_PILL, GtkWidget)

void cor_state_pill_set_state (CorStatePill *self, CorIntentState state);

G_END_DECLS
