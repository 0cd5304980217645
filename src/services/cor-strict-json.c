/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-strict-json"

#include "config.h"

#include "cor-strict-json.h"

#include "cor-money-error.h"

#include <glib/gi18n-lib.h>

static GString *
get_path (CorStrictJson *self)
{
  if (self->path == NULL)
    self->path = g_string_new ("$");
  return self->path;
}

/**
 * cor_strict_json_enter:
 * @member: of the object that is being read
 *
 * Returns: what cor_strict_json_leave() takes
 */
gsize
cor_strict_json_enter (CorStrictJson *self,
                       const char    *member)
{
  GString *path = get_path (self);
  gsize    mark = path->len;

  g_string_append_printf (path, ".%s", member);
  return mark;
}

/**
 * cor_strict_json_enter_index:
 * @index: of the array that is being read
 *
 * Returns: what cor_strict_json_leave() takes
 */
gsize
cor_strict_json_enter_index (CorStrictJson *self,
                             guint          index)
{
  GString *path = get_path (self);
  gsize    mark = path->len;

  g_string_append_printf (path, "[%u]", index);
  return mark;
}

/**
 * cor_strict_json_leave:
 * @mark: from entering
 */
void
cor_strict_json_leave (CorStrictJson *self,
                       gsize          mark)
{
  g_string_truncate (get_path (self), mark);
}

/**
 * cor_strict_json_fail:
 * @member: (nullable): where in the object that is being read; %NULL: the object itself
 * @reason: (transfer full): it keeps its code
 *
 * Only the first problem is kept.
 */
void
cor_strict_json_fail (CorStrictJson *self,
                      const char    *member,
                      GError        *reason)
{
  GString *path = get_path (self);

  if (self->error != NULL)
    {
      g_error_free (reason);
      return;
    }
  g_prefix_error (&reason, "%s%s%s: ", path->str, member != NULL ? "." : "", member != NULL ? member : "");
  self->error = reason;
}

/**
 * cor_strict_json_refuse:
 * @member: (nullable): as with cor_strict_json_fail()
 * @reason: a sentence
 */
void
cor_strict_json_refuse (CorStrictJson *self,
                        const char    *member,
                        const char    *reason)
{
  cor_strict_json_fail (self, member, g_error_new_literal (COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, reason));
}

/**
 * cor_strict_json_finish:
 * @error: the first problem, with its path
 *
 * Returns: whether there was none
 */
gboolean
cor_strict_json_finish (CorStrictJson *self,
                        GError       **error)
{
  if (self->path != NULL)
    g_string_free (self->path, TRUE);
  self->path = NULL;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * cor_strict_json_has:
 * @object: (nullable)
 *
 * Returns: whether the member is there and not null
 */
gboolean
cor_strict_json_has (JsonObject *object,
                     const char *member)
{
  return object != NULL && json_object_has_member (object, member) && !json_object_get_null_member (object, member);
}

static JsonNode *
get_node (CorStrictJson *self,
          JsonObject    *object,
          const char    *member)
{
  return self->error == NULL && cor_strict_json_has (object, member) ? json_object_get_member (object, member) : NULL;
}

/**
 * cor_strict_json_get_object:
 * @object: (nullable)
 *
 * Returns: (transfer none) (nullable): the member, which may be absent or null
 */
JsonObject *
cor_strict_json_get_object (CorStrictJson *self,
                            JsonObject    *object,
                            const char    *member)
{
  JsonNode *node = get_node (self, object, member);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  if (node != NULL)
    cor_strict_json_refuse (self, member, _ ("This must be an object"));
  return NULL;
}

/**
 * cor_strict_json_get_item:
 * @index: below the length of @array, and already entered
 *
 * Returns: (transfer none) (nullable): the item; %NULL only after a problem
 */
JsonObject *
cor_strict_json_get_item (CorStrictJson *self,
                          JsonArray     *array,
                          guint          index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (self->error == NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  cor_strict_json_refuse (self, NULL, _ ("This must be an object"));
  return NULL;
}

/**
 * cor_strict_json_get_array:
 * @object: (nullable)
 *
 * Returns: (transfer none) (nullable): the member, which may be absent or null
 */
JsonArray *
cor_strict_json_get_array (CorStrictJson *self,
                           JsonObject    *object,
                           const char    *member)
{
  JsonNode *node = get_node (self, object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  if (node != NULL)
    cor_strict_json_refuse (self, member, _ ("This must be a list"));
  return NULL;
}

/**
 * cor_strict_json_get_string:
 * @object: (nullable)
 *
 * Amounts and rates are strings too: a JSON number would pass through a binary fraction.
 *
 * Returns: (transfer none) (nullable): the member, which may be absent or null
 */
const char *
cor_strict_json_get_string (CorStrictJson *self,
                            JsonObject    *object,
                            const char    *member)
{
  JsonNode *node = get_node (self, object, member);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  if (node != NULL)
    cor_strict_json_refuse (self, member, _ ("This must be a text in quotes, numbers too, such as \"0.5\""));
  return NULL;
}

/**
 * cor_strict_json_get_boolean:
 * @object: (nullable)
 *
 * Returns: the member; %FALSE when it is absent or null
 */
gboolean
cor_strict_json_get_boolean (CorStrictJson *self,
                             JsonObject    *object,
                             const char    *member)
{
  JsonNode *node = get_node (self, object, member);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  if (node != NULL)
    cor_strict_json_refuse (self, member, _ ("This must be true or false"));
  return FALSE;
}

/**
 * cor_strict_json_require_string:
 * @object: (nullable)
 *
 * Returns: (transfer none) (nullable): the member; %NULL only after a problem
 */
const char *
cor_strict_json_require_string (CorStrictJson *self,
                                JsonObject    *object,
                                const char    *member)
{
  const char *text = cor_strict_json_get_string (self, object, member);

  if (text != NULL && *text != '\0')
    return text;
  cor_strict_json_refuse (self, member, _ ("This is missing"));
  return NULL;
}

/**
 * cor_strict_json_get_decimal:
 * @object: (nullable)
 *
 * Returns: the member; zero when it is absent or null
 */
CorDecimal
cor_strict_json_get_decimal (CorStrictJson *self,
                             JsonObject    *object,
                             const char    *member)
{
  const char *text = cor_strict_json_get_string (self, object, member);
  CorDecimal  decimal = COR_DECIMAL_ZERO;
  GError     *reason = NULL;

  if (text != NULL && !cor_decimal_parse (text, &decimal, &reason))
    cor_strict_json_fail (self, member, reason);
  return decimal;
}

/**
 * cor_strict_json_require_currency:
 * @object: (nullable)
 *
 * Returns: (transfer none) (nullable): the currency; %NULL only after a problem
 */
const CorCurrency *
cor_strict_json_require_currency (CorStrictJson *self,
                                  JsonObject    *object,
                                  const char    *member)
{
  const char        *code = cor_strict_json_require_string (self, object, member);
  GError            *reason = NULL;
  const CorCurrency *currency = code != NULL ? cor_currency_require (code, &reason) : NULL;

  if (reason != NULL)
    cor_strict_json_fail (self, member, reason);
  return currency;
}

/**
 * cor_strict_json_get_amount:
 * @object: (nullable)
 * @currency: (nullable): %NULL after a problem
 *
 * Returns: the member in minor units; zero when it is absent or null
 */
gint64
cor_strict_json_get_amount (CorStrictJson     *self,
                            JsonObject        *object,
                            const char        *member,
                            const CorCurrency *currency)
{
  const char *text = currency != NULL ? cor_strict_json_get_string (self, object, member) : NULL;
  CorMoney    money = { 0, currency };
  GError     *reason = NULL;

  if (text != NULL && !cor_money_parse (text, currency, &money, &reason))
    cor_strict_json_fail (self, member, reason);
  return money.minor;
}

/**
 * cor_strict_json_allow_only:
 * @object: (nullable)
 * @members: (array zero-terminated=1): all that it may have
 *
 * A misspelt member would leave out a fee without a word.
 */
void
cor_strict_json_allow_only (CorStrictJson     *self,
                            JsonObject        *object,
                            const char *const *members)
{
  JsonObjectIter iter;
  const char    *name;

  if (self->error != NULL || object == NULL)
    return;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!g_strv_contains (members, name))
      {
        cor_strict_json_refuse (self, name, _ ("There is no such member in this format"));
        return;
      }
}
