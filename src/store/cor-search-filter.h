/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which articles are wanted; NULL: any. What says of no corridor or currency concerns all of them. */
typedef struct
{
  const char *kind; /* of cor_article_kind_to_string() */
  const char *category;
  const char *corridor; /* "CN-DE"; an end may be "EU" or "*" */
  const char *currency; /* ISO 4217 */
  const char *locale;   /* "zh-Hant", or "zh" for all that are Chinese */
  const char *source;   /* "import", "own", "chatwoot", "pack:ID", or "pack" for all packs */
  const char *audience; /* "public", "internal", "restricted" */
} CorSearchFilter;

/* What of an article is filtered by; interned. Lists are one entry a line. */
typedef struct
{
  const char *kind, *category, *source, *audience, *corridors, *currencies;
} CorSearchFacets;

CorSearchFilter *cor_search_filter_copy (const CorSearchFilter *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cor_search_filter_is_empty (const CorSearchFilter *self);
gboolean         cor_search_filter_accepts (const CorSearchFilter *self, const CorSearchFacets *facets, const char *locale);

G_END_DECLS
