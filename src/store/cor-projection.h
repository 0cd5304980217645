/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"

G_BEGIN_DECLS

/* Makes the rows that lists show, from what the server said and what is queued over it. */
typedef struct _CorProjection CorProjection;

CorProjection *cor_projection_new (CorDb *db) G_GNUC_WARN_UNUSED_RESULT;
void           cor_projection_free (CorProjection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorProjection, cor_projection_free)

gboolean cor_projection_refresh (CorProjection *self, gint64 conversation, CorThreadChange *change);
gboolean cor_projection_write_counters (CorProjection *self);

/* The line of a row that says what was written last. */
#define COR_SNIPPET_CHARS 140

/* Bits of thread.snippet_flags. */
#define COR_SNIPPET_IS_OURS (1 << 0)
#define COR_SNIPPET_IS_NOTE (1 << 1)
#define COR_SNIPPET_IS_DRAFT (1 << 2)

G_END_DECLS
