/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far the money is at a step. */
typedef enum
{
  COR_WAY_DONE = 0,
  COR_WAY_HOLDER,  /* it is here now */
  COR_WAY_STOPPED, /* it ended here */
  COR_WAY_TO_COME,
} CorWayState;

#define COR_TYPE_WAY_RAIL (cor_way_rail_get_type ())
G_DECLARE_FINAL_TYPE (CorWayRail, cor_way_rail, COR, WAY_RAIL, GtkWidget)

GtkWidget *cor_way_rail_new (CorWayState state, gboolean is_last) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
