/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From where to where money goes: "GB-CN". A pattern may say "EU" for the Union's countries and "*" for any. */
gboolean cor_corridor_matches (const char *pattern, const char *corridor);
gboolean cor_corridor_touches (const char *pattern, const char *country);
gboolean cor_corridors_concern (const char *patterns, const char *corridor, const char *country);
gboolean cor_corridor_is_pattern (const char *text);

G_END_DECLS
