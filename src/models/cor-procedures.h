/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-procedures.h"

G_BEGIN_DECLS

#define COR_TYPE_PROCEDURES (cor_procedures_get_type ())
G_DECLARE_FINAL_TYPE (CorProcedures, cor_procedures, COR, PROCEDURES, GObject)

CorProcedures      *cor_procedures_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void                cor_procedures_open (CorProcedures *self, gint64 conversation);
guint               cor_procedures_get_n (CorProcedures *self);
const CorProcedure *cor_procedures_get (CorProcedures *self, guint place);
const CorProcedure *cor_procedures_find (CorProcedures *self, const char *slug);
const char         *cor_procedures_get_name (CorProcedures *self, const CorProcedureMark *mark);

void cor_procedures_start (CorProcedures *self, const char *slug, guint n_steps, gint64 now);
void cor_procedures_set_done (CorProcedures *self, const char *slug, guint step, gboolean is_done, gint64 now);
void cor_procedures_finish (CorProcedures *self, const char *slug, const char *note, gint64 now);
void cor_procedures_drop (CorProcedures *self, const char *slug, gint64 now);

G_END_DECLS
