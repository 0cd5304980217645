/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-customer"

#include "config.h"

#include "cor-customer.h"

/* Desks have no fields for these; the names in use differ. */
static const char *const tier_keys[] = { "tier", NULL };
static const char *const language_keys[] = { "language", "language_name", "preferred_language", "locale", "lang", NULL };
static const char *const zone_keys[] = { "timezone", "time_zone", "tz", NULL };
static const char *const since_keys[] = { "customer_since", "since", "member_since", NULL };
static const char *const role_keys[] = { "role", "job_title", "title", NULL };
static const char *const label_keys[] = { "labels", "tags", NULL };

/*
 * CorCustomer: what is known of a customer, in the words of the context pane; made of one reading of the
 * store and constant. Main thread only.
 */
struct _CorCustomer
{
  GObject parent_instance;

  CorCustomerData *data;       /* owned */
  GPtrArray       *attributes; /* CorAttribute */
  GPtrArray       *facts;      /* CorAttribute, borrowed from attributes: those without a place of their own */
  GTimeZone       *time_zone;  /* owned, or NULL */
};

G_DEFINE_FINAL_TYPE (CorCustomer, cor_customer, G_TYPE_OBJECT)

static gboolean
is_one_of (const char        *key,
           const char *const *keys)
{
  for (; *keys != NULL; keys++)
    if (g_ascii_strcasecmp (key, *keys) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_own_place (const CorAttribute *attribute)
{
  return is_one_of (attribute->key, tier_keys) || is_one_of (attribute->key, language_keys) ||
         is_one_of (attribute->key, zone_keys) || is_one_of (attribute->key, since_keys) ||
         is_one_of (attribute->key, role_keys) || is_one_of (attribute->key, label_keys);
}

static void
cor_customer_finalize (GObject *object)
{
  CorCustomer *self = COR_CUSTOMER (object);

  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->attributes, g_ptr_array_unref);
  g_clear_pointer (&self->data, cor_customer_data_free);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);

  G_OBJECT_CLASS (cor_customer_parent_class)->finalize (object);
}

static void
cor_customer_class_init (CorCustomerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_customer_finalize;
}

static void
cor_customer_init (CorCustomer *self)
{
  self->facts = g_ptr_array_new ();
}

/**
 * cor_customer_new:
 * @data: (transfer full): a reading of the store
 *
 * Returns: (transfer full): the customer
 */
CorCustomer *
cor_customer_new (CorCustomerData *data)
{
  CorCustomer *self = g_object_new (COR_TYPE_CUSTOMER, NULL);
  const char  *zone;

  self->data = data;
  self->attributes = cor_attributes_parse (data->record->attributes_json);
  for (guint i = 0; i < self->attributes->len; i++)
    {
      CorAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (attribute->value[0] != '\0' && !has_own_place (attribute))
        g_ptr_array_add (self->facts, attribute);
    }
  zone = cor_attributes_find (self->attributes, zone_keys);
  self->time_zone = zone ? g_time_zone_new_identifier (zone) : NULL;
  return self;
}

/**
 * cor_customer_get_record:
 *
 * Returns: (transfer none): what the desk said, owned by the customer
 */
const CorCustomerRecord *
cor_customer_get_record (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  return self->data->record;
}

/**
 * cor_customer_get_conversations:
 *
 * Returns: (transfer none) (nullable) (element-type CorThreadData): all conversations, newest first
 */
GPtrArray *
cor_customer_get_conversations (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  return self->data->conversations;
}

/**
 * cor_customer_get_name:
 *
 * Returns: (transfer none): the name, else the address, the number or the identifier; "" at last
 */
const char *
cor_customer_get_name (CorCustomer *self)
{
  const CorCustomerRecord *record;
  const char              *names[4];

  g_return_val_if_fail (COR_IS_CUSTOMER (self), "");

  record = self->data->record;
  names[0] = record->name;
  names[1] = record->email;
  names[2] = record->phone;
  names[3] = record->identifier;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && names[i][0] != '\0')
      return names[i];
  return "";
}

/**
 * cor_customer_get_tier:
 *
 * Returns: (transfer none) (nullable): such as "Gold"; %NULL: not a VIP
 */
const char *
cor_customer_get_tier (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  return self->data->tier;
}

/**
 * cor_customer_get_language:
 *
 * Returns: (transfer none) (nullable): as the desk writes it, such as "zh_CN"
 */
const char *
cor_customer_get_language (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  return cor_attributes_find (self->attributes, language_keys);
}

/**
 * cor_customer_get_role:
 *
 * Returns: (transfer none) (nullable): what the person is in the company
 */
const char *
cor_customer_get_role (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  return cor_attributes_find (self->attributes, role_keys);
}

/**
 * cor_customer_get_since:
 *
 * Returns: the year since when it is a customer; 0 unknown
 */
int
cor_customer_get_since (CorCustomer *self)
{
  const char *text;
  guint64     year = 0;
  g_autoptr (GDateTime) created = NULL;

  g_return_val_if_fail (COR_IS_CUSTOMER (self), 0);

  text = cor_attributes_find (self->attributes, since_keys);
  if (text != NULL)
    year = g_ascii_strtoull (text, NULL, 10); /* "2021" and "2021-03-04" */
  if (year >= 1900 && year <= 9999)
    return (int) year;
  if (self->data->record->created_at <= 0)
    return 0;
  created = g_date_time_new_from_unix_utc (self->data->record->created_at);
  return created ? g_date_time_get_year (created) : 0;
}

/**
 * cor_customer_dup_place:
 *
 * Returns: (transfer full) (nullable): city and country, or the one that is known
 */
char *
cor_customer_dup_place (CorCustomer *self)
{
  const CorCustomerRecord *record;
  gboolean                 has_city, has_country;

  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  record = self->data->record;
  has_city = record->city != NULL && record->city[0] != '\0';
  has_country = record->country != NULL && record->country[0] != '\0';
  if (has_city && has_country)
    return g_strdup_printf ("%s, %s", record->city, record->country);
  if (has_city)
    return g_strdup (record->city);
  return has_country ? g_strdup (record->country) : NULL;
}

/**
 * cor_customer_get_time_zone:
 *
 * Returns: (transfer none) (nullable): the customer's zone, when the desk has a valid one
 */
GTimeZone *
cor_customer_get_time_zone (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  return self->time_zone;
}

/**
 * cor_customer_get_labels:
 *
 * Returns: (transfer none) (nullable): the customer's own labels
 */
const char *const *
cor_customer_get_labels (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  for (guint i = 0; i < self->attributes->len; i++)
    {
      const CorAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (attribute->values != NULL && is_one_of (attribute->key, label_keys))
        return (const char *const *) attribute->values;
    }
  return NULL;
}

/**
 * cor_customer_get_facts:
 *
 * Returns: (transfer none) (element-type CorAttribute): attributes that no other function here tells
 */
GPtrArray *
cor_customer_get_facts (CorCustomer *self)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  return self->facts;
}

/**
 * cor_customer_get_limits:
 * @asked_at: (out): when the ledger said so, seconds since the epoch
 *
 * Returns: (transfer none) (nullable): what the ledger says that the customer may send
 */
const CorPaymentLimits *
cor_customer_get_limits (CorCustomer *self,
                         gint64      *asked_at)
{
  g_return_val_if_fail (COR_IS_CUSTOMER (self), NULL);

  *asked_at = self->data->limits_at;
  return self->data->limits;
}

/**
 * cor_mask_phone:
 * @phone: a number as the desk has it
 *
 * On screen until the agent asks for it: the country and the last four digits (design.md, Quality floor).
 *
 * Returns: (transfer full): for example "+86 ••• •••• 4417"
 */
char *
cor_mask_phone (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize n_lead;

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len < 7)
    return g_strdup ("••••");
  n_lead = phone[0] != '+' ? 0 : digits->str[0] == '1' || digits->str[0] == '7' ? 1
                                                                                : 2; /* the only codes of one digit */
  return g_strdup_printf ("%s%.*s%s••• •••• %s", n_lead ? "+" : "", (int) n_lead, digits->str, n_lead ? " " : "", digits->str + digits->len - 4);
}
