/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-values"

#include "config.h"

#include "cor-template-values.h"

#include "cor-template-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _CorTemplateValues
{
  GHashTable *table; /* name of the vocabulary → CorTemplateValue */
};

static void
free_value (gpointer data)
{
  CorTemplateValue *value = data;

  g_free (value->text);
  g_strfreev (value->texts);
  g_free (value);
}

static void
clear_values (gpointer data)
{
  g_hash_table_unref (((CorTemplateValues *) data)->table);
}

/**
 * cor_template_values_new:
 *
 * Returns: (transfer full): nothing known yet
 */
CorTemplateValues *
cor_template_values_new (void)
{
  CorTemplateValues *self = g_atomic_rc_box_new0 (CorTemplateValues);

  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_value);
  return self;
}

CorTemplateValues *
cor_template_values_ref (CorTemplateValues *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_template_values_unref (CorTemplateValues *self)
{
  g_atomic_rc_box_release_full (self, clear_values);
}

/* A name or kind that the vocabulary does not have is a mistake of ours: outside comes in by the parser. */
static CorTemplateValue *
put (CorTemplateValues *self,
     const char        *name,
     CorTemplateKind    kind)
{
  const CorTemplateVariable *variable = cor_template_variable_find (name);
  CorTemplateValue          *value;

  g_return_val_if_fail (variable != NULL, NULL);
  g_return_val_if_fail (variable->kind == kind || (variable->kind == COR_TEMPLATE_MOMENT && kind == COR_TEMPLATE_DATE), NULL);

  value = g_new0 (CorTemplateValue, 1);
  value->kind = kind;
  g_date_clear (&value->date, 1);
  g_hash_table_replace (self->table, (gpointer) variable->name, value);
  return value;
}

/**
 * cor_template_values_set_text:
 * @name: of a text, a block or a link
 * @text: (nullable): nothing, or only blanks: not known
 */
void
cor_template_values_set_text (CorTemplateValues *self,
                              const char        *name,
                              const char        *text)
{
  const CorTemplateVariable *variable = cor_template_variable_find (name);
  CorTemplateValue          *value;
  g_autofree char           *stripped = text != NULL ? g_strstrip (g_utf8_make_valid (text, -1)) : NULL;

  g_return_if_fail (variable != NULL && variable->kind <= COR_TEMPLATE_LINK);

  g_hash_table_remove (self->table, name);
  if (stripped == NULL || *stripped == '\0')
    return;
  value = put (self, name, variable->kind);
  value->text = g_steal_pointer (&stripped);
}

void
cor_template_values_set_money (CorTemplateValues *self,
                               const char        *name,
                               CorMoney           money)
{
  CorTemplateValue *value = put (self, name, COR_TEMPLATE_MONEY);

  if (value != NULL)
    value->money = money;
}

/**
 * cor_template_values_set_decimal:
 * @name: of a rate or a percentage
 * @decimal: as many decimals as are to be shown; of a percentage 0.35 for 0.35 %
 */
void
cor_template_values_set_decimal (CorTemplateValues *self,
                                 const char        *name,
                                 CorDecimal         decimal)
{
  const CorTemplateVariable *variable = cor_template_variable_find (name);
  CorTemplateValue          *value;

  g_return_if_fail (variable != NULL && (variable->kind == COR_TEMPLATE_RATE || variable->kind == COR_TEMPLATE_PERCENT));

  value = put (self, name, variable->kind);
  value->decimal = decimal;
}

void
cor_template_values_set_count (CorTemplateValues *self,
                               const char        *name,
                               gint64             count)
{
  CorTemplateValue *value = put (self, name, COR_TEMPLATE_COUNT);

  if (value != NULL)
    value->number = count;
}

/**
 * cor_template_values_set_moment:
 * @at: seconds since 1970 UTC; shown in the customer's time zone
 */
void
cor_template_values_set_moment (CorTemplateValues *self,
                                const char        *name,
                                gint64             at)
{
  CorTemplateValue *value = put (self, name, COR_TEMPLATE_MOMENT);

  if (value != NULL)
    value->number = at;
}

/**
 * cor_template_values_set_date:
 * @name: of a day, or of a moment of which only the day is known
 * @date: a valid day; no time zone moves it
 */
void
cor_template_values_set_date (CorTemplateValues *self,
                              const char        *name,
                              const GDate       *date)
{
  CorTemplateValue *value = NULL;

  g_return_if_fail (g_date_valid (date));

  value = put (self, name, COR_TEMPLATE_DATE);
  if (value != NULL)
    value->date = *date;
}

/**
 * cor_template_values_set_list:
 * @texts: (array zero-terminated=1): none: not known
 */
void
cor_template_values_set_list (CorTemplateValues *self,
                              const char        *name,
                              const char *const *texts)
{
  CorTemplateValue *value = NULL;

  g_hash_table_remove (self->table, name);
  if (texts == NULL || texts[0] == NULL)
    return;
  value = put (self, name, COR_TEMPLATE_LIST);
  if (value != NULL)
    value->texts = g_strdupv ((char **) texts);
}

static gboolean
parse_money (CorTemplateValues *self,
             const char        *name,
             const char        *text,
             GError           **error)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  const CorCurrency *currency = NULL;
  CorMoney           money = { 0, NULL };

  if (g_strv_length (parts) != 2)
    return FALSE;
  currency = cor_currency_require (parts[1], error);
  if (currency == NULL || !cor_money_parse (parts[0], currency, &money, error))
    return FALSE;
  cor_template_values_set_money (self, name, money);
  return TRUE;
}

/* Only 2026-07-01: g_date_set_parse() would guess at anything. */
static gboolean
parse_date (CorTemplateValues *self,
            const char        *name,
            const char        *text)
{
  GDate date;

  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[10] != '\0' || !g_date_valid_dmy ((GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text)))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text));
  cor_template_values_set_date (self, name, &date);
  return TRUE;
}

static gboolean
parse_moment (CorTemplateValues *self,
              const char        *name,
              const char        *text)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (text, NULL);

  if (at == NULL)
    return parse_date (self, name, text);
  cor_template_values_set_moment (self, name, g_date_time_to_unix (at));
  return TRUE;
}

static gboolean
parse_decimal (CorTemplateValues *self,
               const char        *name,
               const char        *text,
               GError           **error)
{
  CorDecimal decimal = COR_DECIMAL_ZERO;

  if (!cor_decimal_parse (text, &decimal, error))
    return FALSE;
  cor_template_values_set_decimal (self, name, decimal);
  return TRUE;
}

static gboolean
parse_count (CorTemplateValues *self,
             const char        *name,
             const char        *text)
{
  gint64 count = 0;

  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &count, NULL))
    return FALSE;
  cor_template_values_set_count (self, name, count);
  return TRUE;
}

static gboolean
parse_list (CorTemplateValues *self,
            const char        *name,
            const char        *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (texts, parts[i]);
  g_ptr_array_add (texts, NULL);
  cor_template_values_set_list (self, name, (const char *const *) texts->pdata);
  return texts->len > 1;
}

static gboolean
parse_as (CorTemplateValues         *self,
          const CorTemplateVariable *variable,
          const char                *text,
          GError                   **error)
{
  switch (variable->kind)
    {
    case COR_TEMPLATE_MONEY:
      return parse_money (self, variable->name, text, error);
    case COR_TEMPLATE_DATE:
      return parse_date (self, variable->name, text);
    case COR_TEMPLATE_MOMENT:
      return parse_moment (self, variable->name, text);
    case COR_TEMPLATE_RATE:
    case COR_TEMPLATE_PERCENT:
      return parse_decimal (self, variable->name, text, error);
    case COR_TEMPLATE_COUNT:
      return parse_count (self, variable->name, text);
    case COR_TEMPLATE_LIST:
      return parse_list (self, variable->name, text);
    case COR_TEMPLATE_LINK:
      if (!g_str_has_prefix (text, "https://") || strpbrk (text, " \t\r\n<>\"") != NULL)
        return FALSE;
      break;
    case COR_TEMPLATE_TEXT:
    case COR_TEMPLATE_BLOCK:
    default:
      break;
    }
  cor_template_values_set_text (self, variable->name, text);
  return TRUE;
}

/**
 * cor_template_values_parse:
 * @name: from outside, such as a command line
 * @text: as cor_template_kind_describe() says
 * @error: %COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE or _INVALID_VALUE
 *
 * Returns: whether the value was taken
 */
gboolean
cor_template_values_parse (CorTemplateValues *self,
                           const char        *name,
                           const char        *text,
                           GError           **error)
{
  const CorTemplateVariable *variable = cor_template_variable_find (name);
  g_autoptr (GError) reason = NULL;

  if (variable == NULL)
    {
      g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE, _ ("There is no variable “%s”"), name);
      return FALSE;
    }
  if (parse_as (self, variable, text, &reason))
    return TRUE;
  if (reason != NULL)
    g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_INVALID_VALUE, "%s: %s", name, reason->message);
  else
    /* Translators: the first %s is a variable such as payment.amount, the second “an amount such as 1010.00 USD” */
    g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_INVALID_VALUE, _ ("%s takes %s"), name, cor_template_kind_describe (variable->kind));
  return FALSE;
}

/**
 * cor_template_values_merge:
 * @other: what it knows counts more than what @self knew
 */
void
cor_template_values_merge (CorTemplateValues       *self,
                           const CorTemplateValues *other)
{
  GHashTableIter          iter;
  const char             *name = NULL;
  const CorTemplateValue *value = NULL;

  g_hash_table_iter_init (&iter, other->table);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    {
      CorTemplateValue *copy = g_memdup2 (value, sizeof *value);

      copy->text = g_strdup (value->text);
      copy->texts = g_strdupv (value->texts);
      g_hash_table_replace (self->table, (gpointer) name, copy);
    }
}

/**
 * cor_template_values_unset:
 *
 * It is not known after all.
 */
void
cor_template_values_unset (CorTemplateValues *self,
                           const char        *name)
{
  g_hash_table_remove (self->table, name);
}

/**
 * cor_template_values_get:
 *
 * Returns: (transfer none) (nullable): the value; %NULL: not known
 */
const CorTemplateValue *
cor_template_values_get (const CorTemplateValues *self,
                         const char              *name)
{
  return g_hash_table_lookup (self->table, name);
}

CorTemplateSample *
cor_template_sample_new (const char *locale,
                         const char *name,
                         const char *value)
{
  CorTemplateSample *self = g_new0 (CorTemplateSample, 1);

  self->locale = g_strdup (locale);
  self->name = g_strdup (name);
  self->value = g_strdup (value);
  return self;
}

void
cor_template_sample_free (CorTemplateSample *self)
{
  g_free (self->locale);
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}
