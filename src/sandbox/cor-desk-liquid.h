/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *cor_desk_liquid_expand (const char *text,
                              JsonObject *drops) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
