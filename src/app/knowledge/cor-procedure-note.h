/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-procedures.h"

G_BEGIN_DECLS

char *cor_procedure_note_new (CorProcedures *procedures, const CorProcedure *procedure, const char *title, GPtrArray *steps, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char *cor_procedure_mark_dup_text (CorProcedures *procedures, const CorProcedureMark *mark, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
