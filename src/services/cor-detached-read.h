/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gpointer (*CorDetachedRead) (gpointer task_data, GError **error);

void cor_detached_read_run (GTask *task, CorDetachedRead read, GDestroyNotify free_result);

G_END_DECLS
