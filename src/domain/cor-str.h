/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cor_set_str (char      **where,
                      const char *value);

G_END_DECLS
