/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *cor_test_make_catalog (const char *const *pairs, gboolean is_swapped) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
