/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

#include "cor-store-threads.h"

G_BEGIN_DECLS

/* A part of a list that became another: at @position, @removed places made room for @added. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} CorPlacesHunk;

/* a diff with more parts than this is told as one */
#define COR_PLACES_MAX_HUNKS 8

int      cor_thread_place_compare (const CorThreadPlace *a, const CorThreadPlace *b);
gboolean cor_thread_places_find (GArray *places, CorThreadPlace place, guint *position);
guint    cor_thread_places_insert (GArray *places, CorThreadPlace place);
guint    cor_thread_places_move (GArray *places, guint from, CorThreadPlace to);
GArray  *cor_thread_places_copy_with (GArray *places, GHashTable *without, GArray *with) G_GNUC_WARN_UNUSED_RESULT;
GArray  *cor_thread_places_diff (GArray *old_places, GArray *new_places, gboolean same_order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
