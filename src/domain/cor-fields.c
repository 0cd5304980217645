/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-fields"

#include "config.h"

#include "cor-fields.h"

static gpointer
get_place (gpointer        data,
           const CorField *field)
{
  return (char *) data + field->offset;
}

static void
make_lists (const CorFields *self,
            gpointer         data)
{
  for (const CorField *field = self->fields; field->key != NULL; field++)
    if (field->kind == COR_FIELD_LIST)
      *(GPtrArray **) get_place (data, field) = g_ptr_array_new ();
}

/**
 * cor_fields_new:
 *
 * Returns: (transfer full): a struct of which nothing is said, with empty lists; for cor_fields_free()
 */
gpointer
cor_fields_new (const CorFields *self)
{
  gpointer data = g_malloc0 (self->size);

  make_lists (self, data);
  return data;
}

static void
free_list (const CorFields *item,
           GPtrArray       *list)
{
  for (guint i = 0; i < list->len; i++)
    cor_fields_free (item, list->pdata[i]);
  g_ptr_array_unref (list);
}

/**
 * cor_fields_free:
 * @data: (transfer full) (nullable)
 */
void
cor_fields_free (const CorFields *self,
                 gpointer         data)
{
  if (data == NULL)
    return;
  for (const CorField *field = self->fields; field->key != NULL; field++)
    if (field->kind == COR_FIELD_TEXT)
      g_free (*(char **) get_place (data, field));
    else if (field->kind == COR_FIELD_TEXTS)
      g_strfreev (*(char ***) get_place (data, field));
    else if (field->kind == COR_FIELD_LIST)
      free_list (field->item, *(GPtrArray **) get_place (data, field));
  g_free (data);
}

static GVariant *record_to_variant (const CorFields *self, gconstpointer data);
static gpointer  record_from_variant (const CorFields *self, GVariant *variant);

static GVariant *
list_to_variant (const CorFields *item,
                 const GPtrArray *list)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  if (list->len == 0)
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }
  for (guint i = 0; i < list->len; i++)
    g_variant_builder_add_value (&builder, record_to_variant (item, list->pdata[i]));
  return g_variant_builder_end (&builder);
}

/* NULL: not said. */
static GVariant *
to_variant (const CorField *field,
            gpointer        place)
{
  const CorMoney   *money = place;
  const CorDecimal *rate = place;
  char *const      *texts;

  switch (field->kind)
    {
    case COR_FIELD_TEXT:
      return *(char **) place != NULL ? g_variant_new_string (*(char **) place) : NULL;
    case COR_FIELD_TEXTS:
      texts = *(char ***) place;
      return texts != NULL && texts[0] != NULL ? g_variant_new_strv ((const char *const *) texts, -1) : NULL;
    case COR_FIELD_NUMBER:
      return *(gint64 *) place != 0 ? g_variant_new_int64 (*(gint64 *) place) : NULL;
    case COR_FIELD_FLAG:
      return *(int *) place != 0 ? g_variant_new_int32 (*(int *) place) : NULL;
    case COR_FIELD_MONEY:
      return money->currency != NULL ? g_variant_new ("(xs)", money->minor, money->currency->code) : NULL;
    case COR_FIELD_RATE:
      return rate->digits != 0 ? g_variant_new ("(xu)", rate->digits, rate->scale) : NULL;
    case COR_FIELD_LIST:
    default:
      return list_to_variant (field->item, *(GPtrArray **) place);
    }
}

static GVariant *
record_to_variant (const CorFields *self,
                   gconstpointer    data)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (const CorField *field = self->fields; field->key != NULL; field++)
    {
      GVariant *value = to_variant (field, get_place ((gpointer) data, field));

      if (value != NULL)
        g_variant_builder_add (&builder, "{sv}", field->key, value);
    }
  return g_variant_builder_end (&builder);
}

static void
list_from_variant (const CorFields *item,
                   GPtrArray       *list,
                   GVariant        *value)
{
  GVariantIter iter;
  GVariant    *child = NULL;

  g_variant_iter_init (&iter, value);
  while ((child = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_ptr_array_add (list, record_from_variant (item, child));
      g_variant_unref (child);
    }
}

static void
money_from_variant (CorMoney *money,
                    GVariant *value)
{
  const char *code = NULL;
  gint64      minor = 0;

  g_variant_get (value, "(x&s)", &minor, &code);
  *money = cor_money_new (minor, cor_currency_find (code));
}

static const char *
get_type (CorFieldKind kind)
{
  static const char *const types[] = { [COR_FIELD_TEXT] = "s", [COR_FIELD_TEXTS] = "as", [COR_FIELD_NUMBER] = "x", [COR_FIELD_FLAG] = "i", [COR_FIELD_MONEY] = "(xs)", [COR_FIELD_RATE] = "(xu)", [COR_FIELD_LIST] = "aa{sv}" };

  return types[kind];
}

static void
from_variant (const CorField *field,
              gpointer        place,
              GVariant       *value)
{
  CorDecimal *rate = place;

  switch (field->kind)
    {
    case COR_FIELD_TEXT:
      *(char **) place = g_variant_dup_string (value, NULL);
      break;
    case COR_FIELD_TEXTS:
      *(char ***) place = g_variant_dup_strv (value, NULL);
      break;
    case COR_FIELD_NUMBER:
      *(gint64 *) place = g_variant_get_int64 (value);
      break;
    case COR_FIELD_FLAG:
      *(int *) place = g_variant_get_int32 (value);
      break;
    case COR_FIELD_MONEY:
      money_from_variant (place, value);
      break;
    case COR_FIELD_RATE:
      g_variant_get (value, "(xu)", &rate->digits, &rate->scale);
      break;
    case COR_FIELD_LIST:
    default:
      list_from_variant (field->item, *(GPtrArray **) place, value);
      break;
    }
}

static gpointer
record_from_variant (const CorFields *self,
                     GVariant        *variant)
{
  gpointer data = cor_fields_new (self);

  for (const CorField *field = self->fields; field->key != NULL; field++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (variant, field->key, G_VARIANT_TYPE (get_type (field->kind)));

      if (value != NULL)
        from_variant (field, get_place (data, field), value);
    }
  return data;
}

/**
 * cor_fields_to_bytes:
 *
 * Any thread.
 *
 * Returns: (transfer full): what cor_fields_from_bytes() reads, on this kind of machine
 */
GBytes *
cor_fields_to_bytes (const CorFields *self,
                     gconstpointer    data)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (record_to_variant (self, data));

  return g_variant_get_data_as_bytes (variant);
}

/**
 * cor_fields_from_bytes:
 * @bytes: whatever a file held: what is no such dictionary says nothing
 *
 * Any thread.
 *
 * Returns: (transfer full): what was kept
 */
gpointer
cor_fields_from_bytes (const CorFields *self,
                       GBytes          *bytes)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));

  return record_from_variant (self, variant);
}
