/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-store-threads.h"

G_BEGIN_DECLS

#define COR_TYPE_LABEL_STRIP (cor_label_strip_get_type ())
G_DECLARE_FINAL_TYPE (CorLabelStrip, cor_label_strip, COR, LABEL_STRIP, GtkWidget)

void     cor_label_strip_set_thread (CorLabelStrip *self, CorThreadData *thread);
void     cor_label_strip_set_choices (CorLabelStrip *self, GPtrArray *labels);
void     cor_label_strip_set_has_other_channels (CorLabelStrip *self, gboolean has_others);
void     cor_label_strip_set_max_pills (CorLabelStrip *self, guint max_pills);
gboolean cor_label_strip_is_merged (CorLabelStrip *self);
gboolean cor_label_strip_is_empty (CorLabelStrip *self);

G_END_DECLS
