/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _CorRowFiller CorRowFiller;
typedef void (*CorRowFillerFunc) (GtkWidget *row);

CorRowFiller *cor_row_filler_new (GtkWidget *list, CorRowFillerFunc fill) G_GNUC_WARN_UNUSED_RESULT;
void          cor_row_filler_free (CorRowFiller *self);
void          cor_row_filler_add (CorRowFiller *self, GtkWidget *row);
void          cor_row_filler_remove (CorRowFiller *self, GtkWidget *row);

G_END_DECLS
