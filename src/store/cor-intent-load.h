/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-store-intents.h"

G_BEGIN_DECLS

CorIntentData *cor_intent_load (CorDb *db, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *cor_intent_load_all (CorDb *db, sqlite3_stmt *rows) G_GNUC_WARN_UNUSED_RESULT;
gboolean       cor_intent_has_passed (CorDb *db, gint64 send_at);

G_END_DECLS
