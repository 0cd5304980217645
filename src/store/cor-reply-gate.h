/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"

G_BEGIN_DECLS

/* For jobs of this layer; on the job's thread. */

gboolean cor_reply_is_approved_text (CorDb *db, const char *text, const GPtrArray *sources);

G_END_DECLS
