/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well a few typed letters name a thing. */

guint cor_fuzzy_score (const char *folded_query, const char *folded_text);

G_END_DECLS
