/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

#include "cor-time-bound.h"

G_BEGIN_DECLS

/* The phrases of cor-time-bound.c, per language; for that file alone. */

typedef struct
{
  const char  *language;
  CorTimeBound kind;
  gboolean     spaced;  /* its words stand between blanks */
  const char  *phrases; /* alternatives of a regular expression, before cor_fold(); '#' is a number */
} CorTimeBoundWords;

const CorTimeBoundWords *cor_time_bound_get_words (guint *n_words);

G_END_DECLS
