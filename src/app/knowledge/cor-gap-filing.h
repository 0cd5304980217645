/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A question that the knowledge base does not answer, put on the list of those. */

void cor_gap_file (GtkWidget *from, CorStore *store, const char *question, const char *locale, gint64 conversation);

G_END_DECLS
