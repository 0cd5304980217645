/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The days on which TARGET, the euro area's settlement system, is open: on these the ECB publishes rates. */
gboolean cor_target_is_open (const GDate *day);
guint    cor_target_count_open (const GDate *after,
                                const GDate *until);

G_END_DECLS
