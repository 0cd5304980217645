/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cor_ctl_setting_check (const char *key, const char *value, GError **error);

G_END_DECLS
