/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-locale-fit.h"

#include <string.h>

/* Enough for any list of preferences; what is further down is as good as not wanted. */
#define MAX_WANTED 100

/**
 * cor_locale_dup_tag:
 * @locale: (nullable): "zh_CN", "pt_BR.UTF-8", "zh-Hans"
 *
 * Returns: (transfer full) (nullable): it with hyphens and without an encoding, as BCP 47 writes it
 */
char *
cor_locale_dup_tag (const char *locale)
{
  char *tag = locale != NULL ? g_strndup (locale, strcspn (locale, ".@")) : NULL;

  return tag != NULL ? g_strdelimit (tag, "_", '-') : NULL;
}

static gboolean
has_subtag (char *const *subtags,
            const char  *name)
{
  for (guint i = 1; subtags[i] != NULL; i++)
    if (g_ascii_strcasecmp (subtags[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Only Chinese is read in two scripts here; a place says which where the script is not named. */
static const char *
get_script (char *const *subtags)
{
  static const char *const traditional[] = { "Hant", "TW", "HK", "MO" };

  if (subtags[0] == NULL || g_ascii_strcasecmp (subtags[0], "zh") != 0)
    return "";
  if (has_subtag (subtags, "Hans"))
    return "Hans";
  for (guint i = 0; i < G_N_ELEMENTS (traditional); i++)
    if (has_subtag (subtags, traditional[i]))
      return "Hant";
  return "Hans";
}

/**
 * cor_locale_fit:
 * @locale: (nullable): of a text
 * @wanted: of the reader
 *
 * Returns: how well they fit. Any thread.
 */
CorLocaleFit
cor_locale_fit (const char *locale,
                const char *wanted)
{
  g_autofree char *one = cor_locale_dup_tag (locale), *other = cor_locale_dup_tag (wanted);
  g_auto (GStrv) parts = one != NULL ? g_strsplit (one, "-", -1) : NULL;
  g_auto (GStrv) wanted_parts = other != NULL ? g_strsplit (other, "-", -1) : NULL;

  if (parts == NULL || wanted_parts == NULL || parts[0] == NULL || wanted_parts[0] == NULL)
    return COR_LOCALE_FIT_NONE;
  if (g_ascii_strcasecmp (one, other) == 0)
    return COR_LOCALE_FIT_EXACT;
  if (g_ascii_strcasecmp (parts[0], wanted_parts[0]) != 0)
    return COR_LOCALE_FIT_NONE;
  return strcmp (get_script (parts), get_script (wanted_parts)) == 0 ? COR_LOCALE_FIT_SCRIPT : COR_LOCALE_FIT_LANGUAGE;
}

/**
 * cor_locale_rank:
 * @locale: (nullable): of a text
 * @wanted: (nullable) (array zero-terminated=1): what a reader reads, the best first
 *
 * Returns: the higher the better; 0 for one that is not wanted. Any thread.
 */
guint
cor_locale_rank (const char        *locale,
                 const char *const *wanted)
{
  for (guint i = 0; wanted != NULL && wanted[i] != NULL && i < MAX_WANTED; i++)
    {
      CorLocaleFit fit = cor_locale_fit (locale, wanted[i]);

      if (fit != COR_LOCALE_FIT_NONE)
        return (MAX_WANTED - i) * (COR_LOCALE_FIT_EXACT + 1) + fit;
    }
  return 0;
}
