/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-corridor.h"

#include <string.h>

/* Article 52 TEU; ISO 3166-1 alpha-2, as the codes are since 2020. */
static const char *const union_countries[] = { "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
                                               "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", NULL };

static gboolean
end_matches (const char *pattern,
             gsize       len,
             const char *country)
{
  if (len == 1 && *pattern == '*')
    return TRUE;
  if (len == 2 && g_ascii_strncasecmp (pattern, "EU", 2) == 0)
    return g_strv_contains (union_countries, country) || g_ascii_strcasecmp (country, "EU") == 0;
  return strlen (country) == len && g_ascii_strncasecmp (pattern, country, len) == 0;
}

/**
 * cor_corridor_is_pattern:
 *
 * Returns: whether it is two of: two capital letters, "*"; with a hyphen between
 */
gboolean
cor_corridor_is_pattern (const char *text)
{
  static GRegex *regex = NULL;

  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new ("^(?:[A-Z]{2}|\\*)-(?:[A-Z]{2}|\\*)$", G_REGEX_DOLLAR_ENDONLY, 0, NULL);

      g_once_init_leave (&regex, made);
    }
  return g_regex_match (regex, text, 0, NULL);
}

/**
 * cor_corridor_matches:
 * @pattern: "GB-CN", "EU-*"
 * @corridor: two countries, "GB-CN"
 */
gboolean
cor_corridor_matches (const char *pattern,
                      const char *corridor)
{
  const char      *hyphen = strchr (pattern, '-');
  g_autofree char *upper = g_ascii_strup (corridor, -1);
  char            *to = strchr (upper, '-');

  if (hyphen == NULL || to == NULL)
    return FALSE;
  *to++ = '\0';
  return end_matches (pattern, (gsize) (hyphen - pattern), upper) && end_matches (hyphen + 1, strlen (hyphen + 1), to);
}

/**
 * cor_corridor_touches:
 * @country: where a customer is; at which end of the corridor is not known
 *
 * Returns: whether the pattern names the country; "*" names none
 */
gboolean
cor_corridor_touches (const char *pattern,
                      const char *country)
{
  const char      *hyphen = strchr (pattern, '-');
  g_autofree char *upper = g_ascii_strup (country, -1);

  if (hyphen == NULL)
    return FALSE;
  return (*pattern != '*' && end_matches (pattern, (gsize) (hyphen - pattern), upper)) ||
         (hyphen[1] != '*' && end_matches (hyphen + 1, strlen (hyphen + 1), upper));
}

/**
 * cor_corridors_concern:
 * @patterns: (nullable): one a line; none concern everybody
 * @corridor: (nullable): of the payment, where it is known
 * @country: (nullable): of the customer, asked only where the corridor is not known
 *
 * Returns: whether what holds for @patterns concerns them; not, if nothing is known of them
 */
gboolean
cor_corridors_concern (const char *patterns,
                       const char *corridor,
                       const char *country)
{
  g_auto (GStrv) list = g_strsplit (patterns != NULL ? patterns : "", "\n", -1);
  gboolean is_asked = FALSE;

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (*list[i] == '\0')
        continue;
      is_asked = TRUE;
      if (corridor != NULL ? cor_corridor_matches (list[i], corridor) : country != NULL && cor_corridor_touches (list[i], country))
        return TRUE;
    }
  return !is_asked;
}
