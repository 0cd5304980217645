/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void cor_object_diff_apply (GListModel *model, GPtrArray *items, GPtrArray *wanted);

G_END_DECLS
