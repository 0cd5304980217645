/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"

G_BEGIN_DECLS

#define COR_SCHEMA_VERSION 22

gboolean cor_migrations_check (const char *path, GError **error);
gboolean cor_migrations_run (CorDb *db, const char *path, GError **error);

G_END_DECLS
