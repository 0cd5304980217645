/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-way-rail.h"

G_BEGIN_DECLS

#define COR_TYPE_WAY_STEP (cor_way_step_get_type ())
G_DECLARE_FINAL_TYPE (CorWayStep, cor_way_step, COR, WAY_STEP, GtkWidget)

GtkWidget *cor_way_step_new (CorWayState state, gboolean is_last, const char *title, const char *amount) G_GNUC_WARN_UNUSED_RESULT;
void       cor_way_step_add_line (CorWayStep *self, const char *line);
void       cor_way_step_set_holds (CorWayStep *self, const char *since);

G_END_DECLS
