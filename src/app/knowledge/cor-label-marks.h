/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-marker.h"

G_BEGIN_DECLS

/* Labels in which what was searched for is marked. */

void cor_label_set_marked (GtkLabel *label, const char *text, GArray *marks);

G_END_DECLS
