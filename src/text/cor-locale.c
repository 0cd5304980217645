/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-locale"

#include "config.h"

#include "cor-locale.h"

#include <string.h>
#include <unicode/uloc.h>

/* A locale in its parts; script and region are as likely as CLDR says where the tag leaves them out. */
typedef struct
{
  char     language[ULOC_LANG_CAPACITY];
  char     script[ULOC_SCRIPT_CAPACITY];
  char     region[ULOC_COUNTRY_CAPACITY];
  gboolean has_region; /* the tag names it */
  gboolean is_usual;   /* the script is what the language is written in unless something is said */
} Parts;

/* CLDR 42, supplementalData, parentLocales: where the next step is not just the tag without its end. Only languages
 * that people write to a payment desk in; those of a script are handled by rule. */
static const struct
{
  const char *parent;
  const char *locales;
} parents[] = {
  { "en-001", " en-150 en-AG en-AI en-AU en-BB en-BM en-BS en-BW en-BZ en-CC en-CK en-CM en-CX en-CY en-DG en-DM en-ER en-FJ en-FK en-FM en-GB "
              "en-GD en-GG en-GH en-GI en-GM en-GY en-HK en-IE en-IL en-IM en-IN en-IO en-JE en-JM en-KE en-KI en-KN en-KY en-LC en-LR en-LS "
              "en-MG en-MO en-MS en-MT en-MU en-MV en-MW en-MY en-NA en-NF en-NG en-NR en-NU en-NZ en-PG en-PK en-PN en-PW en-RW en-SB en-SC "
              "en-SD en-SG en-SH en-SL en-SS en-SX en-SZ en-TC en-TK en-TO en-TT en-TV en-TZ en-UG en-VC en-VG en-VU en-WS en-ZA en-ZM en-ZW " },
  { "en-150", " en-AT en-BE en-CH en-DE en-DK en-FI en-NL en-SE en-SI " },
  { "es-419", " es-AR es-BO es-BR es-BZ es-CL es-CO es-CR es-CU es-DO es-EC es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-PY es-SV es-US es-UY es-VE " },
  { "pt-PT", " pt-AO pt-CH pt-CV pt-FR pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-ST pt-TL " },
  { "zh-Hant-HK", " zh-Hant-MO " },
  { "no", " nb " },
};

static gboolean
read_parts (const char *tag,
            Parts      *parts)
{
  char             locale[ULOC_FULLNAME_CAPACITY];
  char             today[ULOC_FULLNAME_CAPACITY];
  char             likely[ULOC_FULLNAME_CAPACITY];
  char             script[ULOC_SCRIPT_CAPACITY];
  UErrorCode       status = U_ZERO_ERROR;
  int32_t          n_read = 0;
  g_autofree char *plain = g_strdelimit (g_strdup (tag), "_", '-');

  memset (parts, 0, sizeof *parts);
  uloc_forLanguageTag (plain, locale, sizeof locale, &n_read, &status);
  if (U_FAILURE (status) || (gsize) n_read != strlen (plain) || n_read == 0)
    return FALSE;
  /* there and back: writing a tag changes codes of old, such as iw for Hebrew */
  uloc_toLanguageTag (locale, today, sizeof today, FALSE, &status);
  uloc_forLanguageTag (today, locale, sizeof locale, &n_read, &status);
  uloc_getLanguage (locale, parts->language, sizeof parts->language, &status);
  uloc_getCountry (locale, parts->region, sizeof parts->region, &status);
  parts->has_region = *parts->region != '\0';
  uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  uloc_getScript (likely, parts->script, sizeof parts->script, &status);
  uloc_getCountry (likely, parts->region, sizeof parts->region, &status);
  uloc_addLikelySubtags (parts->language, likely, sizeof likely, &status);
  uloc_getScript (likely, script, sizeof script, &status);
  parts->is_usual = strcmp (script, parts->script) == 0;
  return U_SUCCESS (status) && *parts->language != '\0';
}

/* The tag with its script only where that is not the usual one: zh for zh-Hans, zh-Hant-HK for zh-HK. */
static char *
write_tag (const Parts *parts,
           gboolean     with_region)
{
  GString *tag = g_string_new (parts->language);

  if (!parts->is_usual && *parts->script != '\0')
    g_string_append_printf (tag, "-%s", parts->script);
  if (with_region && *parts->region != '\0')
    g_string_append_printf (tag, "-%s", parts->region);
  return g_string_free (tag, FALSE);
}

/**
 * cor_locale_canonicalize:
 * @tag: such as “zh-HK”, “zh_TW” or “pt-br”
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the language with its script where that is not the usual one and the region
 *   where the tag names it: “zh-Hant-HK”, “zh-Hant-TW”, “pt-BR”; %NULL: not a tag
 */
char *
cor_locale_canonicalize (const char *tag)
{
  Parts parts;

  return read_parts (tag, &parts) ? write_tag (&parts, parts.has_region) : NULL;
}

static const char *
find_parent (const char *tag)
{
  g_autofree char *word = g_strconcat (" ", tag, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    if (strstr (parents[i].locales, word) != NULL)
      return parents[i].parent;
  return NULL;
}

/**
 * cor_locale_get_parents:
 *
 * The steps of CLDR from a locale to its language: never to another script, as zh-Hant is not read by who reads
 * zh-Hans, and from one country to another only where CLDR says so (pt-AO to pt-PT). Any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): canonical tags, @tag's first; empty for what is no tag
 */
char **
cor_locale_get_parents (const char *tag)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  g_autofree char *step = cor_locale_canonicalize (tag);

  while (step != NULL)
    {
      const char *parent = find_parent (step);
      Parts       parts;

      g_strv_builder_add (steps, step);
      if (!read_parts (step, &parts))
        break;
      g_free (step);
      step = parent != NULL ? g_strdup (parent) : parts.has_region ? write_tag (&parts, FALSE)
                                                                   : NULL;
    }
  return g_strv_builder_end (steps);
}

/**
 * cor_locale_distance:
 * @wanted: the reader's
 * @offered: of a text
 *
 * Any thread.
 *
 * Returns: steps along cor_locale_get_parents(); 0 also where both mean the same, as zh-Hant and zh-TW do;
 *   %COR_LOCALE_NO_MATCH: not for this reader without being asked, even if it is the same language
 */
guint
cor_locale_distance (const char *wanted,
                     const char *offered)
{
  g_auto (GStrv) steps = cor_locale_get_parents (wanted);
  g_autofree char *tag = cor_locale_canonicalize (offered);
  Parts            mine, theirs;

  if (tag == NULL || steps[0] == NULL || !read_parts (wanted, &mine) || !read_parts (offered, &theirs))
    return COR_LOCALE_NO_MATCH;
  if (strcmp (mine.language, theirs.language) == 0 && strcmp (mine.script, theirs.script) == 0 && strcmp (mine.region, theirs.region) == 0)
    return 0;
  for (guint i = 0; steps[i] != NULL; i++)
    if (g_str_equal (steps[i], tag))
      return i;
  return COR_LOCALE_NO_MATCH;
}

/**
 * cor_locale_is_same_language:
 *
 * Returns: whether both are of one language, in whatever script or country
 */
gboolean
cor_locale_is_same_language (const char *tag,
                             const char *other)
{
  Parts mine, theirs;

  return read_parts (tag, &mine) && read_parts (other, &theirs) && strcmp (mine.language, theirs.language) == 0;
}

/**
 * cor_locale_is_known:
 * @tag: what may be a tag, or any word
 *
 * Any thread.
 *
 * Returns: whether it is the tag of a language that ISO 639 has
 */
gboolean
cor_locale_is_known (const char *tag)
{
  Parts parts;

  return read_parts (tag, &parts) && *uloc_getISO3Language (parts.language) != '\0';
}

gboolean
cor_locale_is_right_to_left (const char *tag)
{
  g_autofree char *plain = g_strdelimit (g_strdup (tag), "-", '_');

  return uloc_isRightToLeft (plain);
}
