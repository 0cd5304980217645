/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-sla.h"

G_BEGIN_DECLS

#define COR_TYPE_SLA_CHIP (cor_sla_chip_get_type ())
G_DECLARE_FINAL_TYPE (CorSlaChip, cor_sla_chip, COR, SLA_CHIP, GtkWidget)

GtkWidget *cor_sla_chip_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       cor_sla_chip_set_due (CorSlaChip *self, CorSlaState state, gint64 due_at, gint64 now);
char      *cor_sla_chip_dup_words (CorSlaState state, gint64 due_at, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char      *cor_sla_chip_dup_short_words (CorSlaState state, gint64 due_at, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
