/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean cor_result_is_cancelled (GAsyncResult *result);

G_END_DECLS
