/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-search-filter"

#include "config.h"

#include "cor-search-filter.h"

#include "cor-corridor.h"
#include "cor-language.h"

#include <string.h>

/**
 * cor_search_filter_copy:
 *
 * Returns: (transfer full): a copy, to be freed with g_free(); its texts are interned, for there are few
 */
CorSearchFilter *
cor_search_filter_copy (const CorSearchFilter *self)
{
  CorSearchFilter *copy = g_new0 (CorSearchFilter, 1);

  copy->kind = g_intern_string (self->kind);
  copy->category = g_intern_string (self->category);
  copy->corridor = g_intern_string (self->corridor);
  copy->currency = g_intern_string (self->currency);
  copy->locale = g_intern_string (self->locale);
  copy->source = g_intern_string (self->source);
  copy->audience = g_intern_string (self->audience);
  return copy;
}

gboolean
cor_search_filter_is_empty (const CorSearchFilter *self)
{
  return self->kind == NULL && self->category == NULL && self->corridor == NULL && self->currency == NULL && self->locale == NULL &&
         self->source == NULL && self->audience == NULL;
}

static gboolean
is_same (const char *wanted,
         const char *there)
{
  return wanted == NULL || (there != NULL && g_ascii_strcasecmp (wanted, there) == 0);
}

/* "pack" is all packs. */
static gboolean
is_source (const char *wanted,
           const char *there)
{
  return is_same (wanted, there) || (there != NULL && g_str_has_prefix (there, wanted) && there[strlen (wanted)] == ':');
}

static gboolean
is_locale (const char *wanted,
           const char *there)
{
  return is_same (wanted, there) || (there != NULL && strchr (wanted, '-') == NULL && cor_language_matches (there, wanted));
}

static gboolean
has_currency (const char *wanted,
              const char *list)
{
  g_auto (GStrv) currencies = g_strsplit (list != NULL ? list : "", "\n", -1);

  for (guint i = 0; wanted != NULL && currencies[i] != NULL; i++)
    if (g_ascii_strcasecmp (currencies[i], wanted) == 0)
      return TRUE;
  return wanted == NULL || currencies[0] == NULL;
}

/* Either may be the wider one: CN-DE is asked and EU is said, or CN-EU is asked and DE is said. */
static gboolean
has_corridor (const char *wanted,
              const char *list)
{
  g_auto (GStrv) patterns = g_strsplit (list != NULL ? list : "", "\n", -1);

  for (guint i = 0; wanted != NULL && patterns[i] != NULL; i++)
    if (cor_corridor_matches (patterns[i], wanted) || cor_corridor_matches (wanted, patterns[i]))
      return TRUE;
  return wanted == NULL || patterns[0] == NULL;
}

/**
 * cor_search_filter_accepts:
 * @facets: of the article
 * @locale: (nullable): of the article
 *
 * Any thread.
 */
gboolean
cor_search_filter_accepts (const CorSearchFilter *self,
                           const CorSearchFacets *facets,
                           const char            *locale)
{
  return is_same (self->kind, facets->kind) && is_same (self->category, facets->category) && is_same (self->audience, facets->audience) &&
         is_source (self->source, facets->source) && is_locale (self->locale, locale) && has_currency (self->currency, facets->currencies) &&
         has_corridor (self->corridor, facets->corridors);
}
