/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cor_set_str (char      **where,
                      const char *value);

/* Letters of what somebody typed that a sentence about it repeats. */
#define COR_BRIEF_LETTERS 60

char *cor_dup_brief (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
