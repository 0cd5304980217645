/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Labels that show what somebody wrote, in whatever language that is. */

void  cor_label_follow_script (GtkLabel *label, const char *text);
void  cor_label_align_to_script (GtkLabel *label, const char *text);
void  cor_label_set_said (GtkLabel *label, const char *text);
void  cor_label_set_said_markup (GtkLabel *label, const char *markup);
char *cor_label_dup_selected (GtkLabel *label) G_GNUC_WARN_UNUSED_RESULT;
void  cor_label_copy_bare (GtkLabel *label);

G_END_DECLS
