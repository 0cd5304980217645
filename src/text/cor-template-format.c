/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-format"

#include "config.h"

#include "cor-template-private.h"

#include "cor-icu.h"
#include "cor-template-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UNumberFormatter, unumf_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UFormattedNumber, unumf_closeResult)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UPluralRules, uplrules_close)

/* UDateFormat and UDateTimePatternGenerator are void pointers by another name: no autoptr. */

static char *
dup_icu_locale (const char *tag)
{
  char             locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode       status = U_ZERO_ERROR;
  g_autofree char *plain = g_strdelimit (g_strdup (tag), "_", '-');

  uloc_forLanguageTag (plain, locale, sizeof locale, NULL, &status);
  return g_strdup (U_SUCCESS (status) ? locale : "");
}

static UFormattedNumber *
format_decimal (const char *skeleton,
                const char *decimal,
                const char *locale)
{
  g_autofree char  *icu_locale = dup_icu_locale (locale);
  g_autofree UChar *units = NULL;
  g_autoptr (UNumberFormatter) formatter = NULL;
  g_autoptr (UFormattedNumber) result = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t    n = 0;

  units = cor_icu_from_utf8 (skeleton, strlen (skeleton), &n);
  formatter = unumf_openForSkeletonAndLocale (units, n, icu_locale, &status);
  result = unumf_openResult (&status);
  if (U_SUCCESS (status))
    unumf_formatDecimal (formatter, decimal, -1, result, &status);
  return U_SUCCESS (status) ? g_steal_pointer (&result) : NULL;
}

/*
 * cor_template_format_number:
 * @unit: of ICU's number skeletons; "": none
 *
 * ICU takes the digits as text: no amount passes through a binary fraction, and all its decimals are shown.
 *
 * Returns: (transfer full) (nullable): the number as @locale writes it
 */
char *
cor_template_format_number (const char *unit,
                            CorDecimal  decimal,
                            const char *locale)
{
  static const char zeros[] = "00000000000000000000";
  g_autofree char  *digits = cor_decimal_to_string (decimal);
  guint             scale = MIN (decimal.scale, (guint) strlen (zeros));
  g_autofree char  *skeleton = scale > 0 ? g_strdup_printf ("%s .%.*s", unit, (int) scale, zeros) : g_strdup_printf ("%s precision-integer", unit);
  g_autoptr (UFormattedNumber) number = format_decimal (skeleton, digits, locale);
  UChar      units[256];
  UErrorCode status = U_ZERO_ERROR;
  int32_t    n = 0;

  if (number == NULL)
    return NULL;
  n = unumf_resultToString (number, units, G_N_ELEMENTS (units), &status);
  return U_SUCCESS (status) ? cor_icu_to_utf8 (units, n) : NULL;
}

static char *
format_money (CorMoney    money,
              const char *style,
              const char *locale)
{
  const char      *width = "";
  g_autofree char *unit = NULL;

  if (g_strcmp0 (style, "code") == 0)
    width = " unit-width-iso-code";
  else if (g_strcmp0 (style, "name") == 0)
    width = " unit-width-full-name";
  unit = g_strdup_printf ("currency/%s%s", money.currency->code, width);
  return cor_template_format_number (unit, cor_money_to_decimal (money), locale);
}

static UDateFormatStyle
get_date_style (const char *style)
{
  static const struct
  {
    const char      *key;
    UDateFormatStyle style;
  } styles[] = { { "short", UDAT_SHORT }, { "medium", UDAT_MEDIUM }, { "full", UDAT_FULL } };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (style, styles[i].key) == 0)
      return styles[i].style;
  return UDAT_LONG;
}

static char *
format_at (UDateFormat *format,
           gint64       at)
{
  UChar      units[256];
  UErrorCode status = U_ZERO_ERROR;
  int32_t    n = udat_format (format, (UDate) at * 1000, units, G_N_ELEMENTS (units), NULL, &status);

  return U_SUCCESS (status) ? cor_icu_to_utf8 (units, n) : NULL;
}

static char *
format_style (gint64           at,
              UDateFormatStyle date_style,
              UDateFormatStyle time_style,
              const char      *zone,
              const char      *locale)
{
  g_autofree char  *icu_locale = dup_icu_locale (locale);
  g_autofree UChar *zone_units = NULL;
  int32_t           n_zone = 0;
  UErrorCode        status = U_ZERO_ERROR;
  UDateFormat      *format;
  char             *text = NULL;

  zone_units = cor_icu_from_utf8 (zone, strlen (zone), &n_zone);
  format = udat_open (time_style, date_style, icu_locale, zone_units, n_zone, NULL, 0, &status);
  if (U_SUCCESS (status))
    {
      text = format_at (format, at);
      udat_close (format);
    }
  return text;
}

/* Hours and minutes with the zone's short name, in the order that the language has them. */
static char *
format_time_with_zone (gint64      at,
                       const char *zone,
                       const char *locale)
{
  static const UChar         skeleton[] = { 'j', 'm', 'z' };
  g_autofree char           *icu_locale = dup_icu_locale (locale);
  g_autofree UChar          *zone_units = NULL;
  UChar                      pattern[64];
  int32_t                    n_zone = 0;
  int32_t                    n_pattern = 0;
  UErrorCode                 status = U_ZERO_ERROR;
  char                      *text = NULL;
  UDateFormat               *format;
  UDateTimePatternGenerator *generator = udatpg_open (icu_locale, &status);

  if (U_FAILURE (status))
    return NULL;
  n_pattern = udatpg_getBestPattern (generator, skeleton, G_N_ELEMENTS (skeleton), pattern, G_N_ELEMENTS (pattern), &status);
  udatpg_close (generator);
  zone_units = cor_icu_from_utf8 (zone, strlen (zone), &n_zone);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, icu_locale, zone_units, n_zone, pattern, n_pattern, &status);
  if (U_SUCCESS (status))
    {
      text = format_at (format, at);
      udat_close (format);
    }
  return text;
}

static char *
format_time (gint64                   at,
             const char              *style,
             const CorTemplateTarget *target)
{
  if (target->zone == NULL || g_strcmp0 (style, "zone") == 0)
    return format_time_with_zone (at, target->zone != NULL ? target->zone : "UTC", target->locale);
  return format_style (at, UDAT_NONE, g_strcmp0 (style, "medium") == 0 ? UDAT_MEDIUM : UDAT_SHORT, target->zone, target->locale);
}

static char *
format_date (const CorTemplateValue  *value,
             const char              *style,
             const CorTemplateTarget *target)
{
  g_autoptr (GDateTime) midnight = NULL;

  if (value->kind == COR_TEMPLATE_MOMENT)
    return format_style (value->number, get_date_style (style), UDAT_NONE, target->zone != NULL ? target->zone : "UTC", target->locale);
  midnight = g_date_time_new_utc (g_date_get_year (&value->date), (int) g_date_get_month (&value->date), g_date_get_day (&value->date), 0, 0, 0);
  return midnight != NULL ? format_style (g_date_time_to_unix (midnight), get_date_style (style), UDAT_NONE, "UTC", target->locale) : NULL;
}

static char *
join (char *const *texts,
      const char  *style,
      const char  *locale)
{
  g_autofree char *icu_locale = dup_icu_locale (locale);
  guint            n = g_strv_length ((char **) texts);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);
  g_autofree int32_t *lengths = g_new0 (int32_t, n + 1);
  g_autofree UChar   *joined = NULL;
  gsize               room = 64;
  UErrorCode          status = U_ZERO_ERROR;
  UListFormatter     *formatter;
  int32_t             n_joined = 0;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (units, cor_icu_from_utf8 (texts[i], strlen (texts[i]), &lengths[i]));
      room += (gsize) lengths[i] + 32;
    }
  formatter = ulistfmt_openForType (icu_locale, g_strcmp0 (style, "or") == 0 ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &status);
  if (U_FAILURE (status))
    return NULL;
  joined = g_new (UChar, room);
  n_joined = ulistfmt_format (formatter, (const UChar *const *) units->pdata, lengths, (int32_t) n, joined, (int32_t) room, &status);
  ulistfmt_close (formatter);
  return U_SUCCESS (status) ? cor_icu_to_utf8 (joined, n_joined) : NULL;
}

static char *
format_list (char *const             *texts,
             const char              *style,
             const CorTemplateTarget *target)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *item = cor_template_protect (texts[i], COR_TEMPLATE_TEXT, target);

      g_strv_builder_add (items, item);
    }
  shown = g_strv_builder_end (items);
  return join (shown, style, target->locale);
}

/* The last four characters; less would be nothing, more would be too much. */
static char *
mask (const char *text)
{
  g_autofree char *dense = g_strdup (text);
  char            *to = dense;
  glong            n;

  for (const char *p = dense; *p != '\0'; p++)
    if (*p != ' ')
      *to++ = *p;
  *to = '\0';
  n = g_utf8_strlen (dense, -1);
  return g_strconcat ("••••", n > 4 ? " " : NULL, n > 4 ? g_utf8_offset_to_pointer (dense, n - 4) : NULL, NULL);
}

static char *
format_text (const char              *text,
             CorTemplateKind          kind,
             CorTemplateFilter        filter,
             const CorTemplateTarget *target)
{
  g_autofree char *masked = filter == COR_TEMPLATE_FILTER_MASK ? mask (text) : NULL;

  return cor_template_protect (masked != NULL ? masked : text, kind, target);
}

static char *
format_value (const CorTemplateNode   *node,
              const CorTemplateValue  *value,
              const CorTemplateTarget *target)
{
  CorDecimal count = { value->number, 0 };

  switch (value->kind)
    {
    case COR_TEMPLATE_MONEY:
      return format_money (value->money, node->style, target->locale);
    case COR_TEMPLATE_DATE:
      return node->filter == COR_TEMPLATE_FILTER_TIME ? NULL : format_date (value, node->style, target);
    case COR_TEMPLATE_MOMENT:
      return node->filter == COR_TEMPLATE_FILTER_TIME ? format_time (value->number, node->style, target) : format_date (value, node->style, target);
    case COR_TEMPLATE_RATE:
      return cor_template_format_number ("", value->decimal, target->locale);
    case COR_TEMPLATE_PERCENT:
      return cor_template_format_number (node->filter == COR_TEMPLATE_FILTER_NUMBER ? "" : "percent", value->decimal, target->locale);
    case COR_TEMPLATE_COUNT:
      return cor_template_format_number ("", count, target->locale);
    case COR_TEMPLATE_LIST:
      return format_list (value->texts, node->style, target);
    case COR_TEMPLATE_TEXT:
    case COR_TEMPLATE_BLOCK:
    case COR_TEMPLATE_LINK:
    default:
      return format_text (value->text, value->kind, node->filter, target);
    }
}

/*
 * cor_template_format:
 * @node: of a variable
 * @value: of it
 * @error: %COR_TEMPLATE_ERROR_INVALID_VALUE
 *
 * Returns: (transfer full) (nullable): the value as the customer reads it
 */
char *
cor_template_format (const CorTemplateNode   *node,
                     const CorTemplateValue  *value,
                     const CorTemplateTarget *target,
                     GError                 **error)
{
  char *text = format_value (node, value, target);

  if (text == NULL)
    g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_INVALID_VALUE,
                 /* Translators: a variable; for example only the day of it is known where the text wants the hour */
                 _ ("The value of %s cannot be shown as this text wants it"), node->variable->name);
  return text;
}

/*
 * cor_template_plural:
 * @value: a count, or a list
 *
 * Returns: (transfer full): “one”, “few” and so on, as the language of @locale has it for this number
 */
char *
cor_template_plural (const CorTemplateValue *value,
                     const char             *locale)
{
  g_autofree char *icu_locale = dup_icu_locale (locale);
  gint64           count = value->kind == COR_TEMPLATE_LIST ? (gint64) g_strv_length (value->texts) : value->number;
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autoptr (UFormattedNumber) number = format_decimal ("precision-integer", digits, locale);
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UPluralRules) rules = uplrules_openForType (icu_locale, UPLURAL_TYPE_CARDINAL, &status);
  UChar   keyword[16];
  int32_t n = 0;

  if (number != NULL && U_SUCCESS (status))
    n = uplrules_selectFormatted (rules, number, keyword, G_N_ELEMENTS (keyword), &status);
  return number != NULL && U_SUCCESS (status) ? cor_icu_to_utf8 (keyword, n) : g_strdup ("other");
}
