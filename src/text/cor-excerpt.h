/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-marker.h"

G_BEGIN_DECLS

/* What of a text shows best why it was found: one line, begun and ended between words. Plain data. */
typedef struct
{
  char   *text;
  GArray *marks; /* CorMark */
} CorExcerpt;

/* As wide as so many Latin letters; a Chinese one takes two. */
#define COR_EXCERPT_WIDTH 160

char       *cor_excerpt_strip (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;
CorExcerpt *cor_excerpt_new (const CorMarker *marker,
                             const char      *text,
                             const char      *locale,
                             guint            width) G_GNUC_WARN_UNUSED_RESULT;
void        cor_excerpt_free (CorExcerpt *self);
char       *cor_excerpt_dup_why (const CorExcerpt *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorExcerpt, cor_excerpt_free)

G_END_DECLS
