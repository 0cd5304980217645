/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-template-values.h"
#include "cor-template.h"

G_BEGIN_DECLS

/* Inside a job. */

void         cor_template_put (CorDb *db, CorTemplate *template);
void         cor_template_put_articles (CorDb *db, const CorTemplate *template);
void         cor_template_remove_others (CorDb *db, gint64 account, const char *source, const GPtrArray *kept);
void         cor_template_put_samples (CorDb *db, const char *source, const GPtrArray *samples);
CorTemplate *cor_template_load_row (CorDb *db, sqlite3_stmt *row, gint64 *id) G_GNUC_WARN_UNUSED_RESULT;
void         cor_template_load_variants (CorDb *db, CorTemplate *template, gint64 id);

G_END_DECLS
