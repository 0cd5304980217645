/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cor_ctl_quote_batch (const char *file,
                              GError    **error);

G_END_DECLS
