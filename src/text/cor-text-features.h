/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word, a pair of words or a piece of a word, by its hash, and how often a text has it. */
typedef struct
{
  guint64  hash;
  guint    count;
  gboolean is_piece;
  gboolean is_pair; /* of words or of stems */
} CorTextFeature;

GArray *cor_text_features (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
