/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-db.h"
#include "cor-store-threads.h"

G_BEGIN_DECLS

/* Loads rows of lists; keeps the labels' colours between them. For one job. */
typedef struct _CorThreadLoader CorThreadLoader;

CorThreadLoader *cor_thread_loader_new (CorDb *db) G_GNUC_WARN_UNUSED_RESULT;
void             cor_thread_loader_free (CorThreadLoader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorThreadLoader, cor_thread_loader_free)

CorThreadData *cor_thread_loader_load (CorThreadLoader *self, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
