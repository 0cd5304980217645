/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-threads.h"
#include "cor-store.h"
#include "cor-view.h"

G_BEGIN_DECLS

/* What a change means to a view for which cor_view_is_by_flags() is true. */

gboolean       cor_thread_change_belongs (const CorThreadChange *self, const CorView *view);
CorThreadPlace cor_thread_change_get_place (const CorThreadChange *self, const CorView *view);
CorThreadPlace cor_thread_change_get_old_place (const CorThreadChange *self, const CorView *view);

G_END_DECLS
