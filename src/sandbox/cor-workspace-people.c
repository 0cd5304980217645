/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-people.h"

#include "cor-workspace-data.h"

#include <string.h>

#define NAMED_CUSTOMERS 1000 /* so many get an address without a number */

static void
name_free (gpointer data)
{
  CorName *name = data;

  g_free (name->native);
  g_free (name->roman);
  g_free (name);
}

static void
currency_free (gpointer data)
{
  CorCurrency *currency = data;

  g_free (currency->code);
  g_array_unref (currency->deductions);
  g_free (currency);
}

static void
country_free (gpointer data)
{
  CorCountry *country = data;

  g_free (country->code);
  g_free (country->time_zone);
  g_strfreev (country->languages);
  g_strfreev (country->phones);
  g_strfreev (country->to);
  g_strfreev (country->channels);
  g_ptr_array_unref (country->cities);
  g_ptr_array_unref (country->family);
  g_ptr_array_unref (country->male);
  g_ptr_array_unref (country->female);
  g_ptr_array_unref (country->companies);
  g_ptr_array_unref (country->banks);
  g_free (country);
}

/**
 * cor_people_free:
 * @people: (transfer full): a loaded names file
 */
void
cor_people_free (CorPeople *people)
{
  g_ptr_array_unref (people->countries);
  g_ptr_array_unref (people->currencies);
  g_strfreev (people->correspondents);
  g_strfreev (people->email_domains);
  g_hash_table_unref (people->emails);
  g_free (people);
}

static GPtrArray *
load_names (JsonObject *object,
            const char *member)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);
  g_auto (GStrv) texts = cor_workspace_data_strv (object, member);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      CorName *name = g_new0 (CorName, 1);
      g_auto (GStrv) parts = g_strsplit (texts[i], "|", 2);

      name->native = g_strdup (parts[0]);
      name->roman = g_strdup (parts[1] != NULL ? parts[1] : parts[0]);
      g_ptr_array_add (names, name);
    }

  return names;
}

static char **
load_channels (JsonObject *object)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    for (gint64 i = json_object_get_int_member (object, l->data); i > 0; i--)
      g_ptr_array_add (keys, g_strdup (l->data));
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

static void
load_currency (JsonObject *object,
               const char *code,
               JsonNode   *node,
               gpointer    user_data)
{
  CorPeople   *people = user_data;
  JsonObject  *member = json_node_get_object (node);
  JsonArray   *deductions = json_object_get_array_member (member, "deductions");
  CorCurrency *currency = g_new0 (CorCurrency, 1);

  currency->code = g_strdup (code);
  currency->per_usd = json_object_get_int_member (member, "per_usd");
  currency->decimals = (int) json_object_get_int_member (member, "decimals");
  currency->fee_minimum = json_object_get_int_member (member, "fee_minimum");
  currency->return_fee = json_object_get_int_member (member, "return_fee");
  currency->deductions = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < json_array_get_length (deductions); i++)
    {
      gint64 deduction = json_array_get_int_element (deductions, i);

      g_array_append_val (currency->deductions, deduction);
    }
  g_ptr_array_add (people->currencies, currency);
}

static CorCurrency *
find_currency (CorPeople  *people,
               const char *code)
{
  for (guint i = 0; i < people->currencies->len; i++)
    if (g_str_equal (((CorCurrency *) people->currencies->pdata[i])->code, code))
      return people->currencies->pdata[i];
  return NULL;
}

static void
load_country (CorPeople  *people,
              JsonObject *object)
{
  CorCountry      *country = g_new0 (CorCountry, 1);
  g_autofree char *phones = cor_workspace_data_dup (object, "phone");

  country->code = cor_workspace_data_dup (object, "code");
  country->time_zone = cor_workspace_data_dup (object, "time_zone");
  country->languages = cor_workspace_data_strv (object, "languages");
  country->phones = g_strsplit (phones, ",", -1);
  country->to = cor_workspace_data_strv (object, "to");
  country->channels = load_channels (json_object_get_object_member (object, "channels"));
  country->currency = find_currency (people, json_object_get_string_member (object, "currency"));
  country->offset = json_object_get_int_member (object, "offset") * 3600;
  country->weight = (int) json_object_get_int_member (object, "weight");
  country->family_first = json_object_get_boolean_member_with_default (object, "family_first", FALSE);
  country->space = json_object_get_boolean_member_with_default (object, "space", FALSE);
  country->cities = load_names (object, "cities");
  country->family = load_names (object, "family");
  country->male = load_names (object, "male");
  country->female = load_names (object, "female");
  country->companies = load_names (object, "companies");
  country->banks = load_names (object, "banks");
  g_ptr_array_add (people->countries, country);
}

/**
 * cor_people_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the countries, their names, banks and currencies
 */
CorPeople *
cor_people_load (GError **error)
{
  g_autoptr (JsonNode) root = cor_workspace_data_load ("names.json", error);
  CorPeople  *people = NULL;
  JsonObject *object = NULL;
  JsonArray  *countries = NULL;

  if (root == NULL)
    return NULL;

  object = json_node_get_object (root);
  countries = json_object_get_array_member (object, "countries");
  people = g_new0 (CorPeople, 1);
  people->currencies = g_ptr_array_new_with_free_func (currency_free);
  people->countries = g_ptr_array_new_with_free_func (country_free);
  people->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people->correspondents = cor_workspace_data_strv (object, "correspondents");
  people->email_domains = cor_workspace_data_strv (object, "email_domains");
  json_object_foreach_member (json_object_get_object_member (object, "currencies"), load_currency, people);
  for (guint i = 0; i < json_array_get_length (countries); i++)
    load_country (people, json_array_get_object_element (countries, i));

  return people;
}

/**
 * cor_people_country:
 * @people: the names
 * @code: two letters
 *
 * Returns: (transfer none) (nullable): the country
 */
CorCountry *
cor_people_country (CorPeople  *people,
                    const char *code)
{
  for (guint i = 0; i < people->countries->len; i++)
    if (g_str_equal (((CorCountry *) people->countries->pdata[i])->code, code))
      return people->countries->pdata[i];
  return NULL;
}

/* How many people write at an hour: nearly nobody at night, fewer at the weekend. */
static int
wakefulness (const CorCountry *country,
             gint64            time)
{
  gint64 local = time + country->offset;
  int    hour = (int) ((local / 3600) % 24);
  int    weekday = (int) ((local / 86400 + 3) % 7); /* the epoch was a Thursday; 0 is Monday */
  int    weight = hour < 7 ? 1 : hour < 9  ? 6
                               : hour < 19 ? 12
                               : hour < 23 ? 5
                                           : 2;

  return weekday < 5 ? weight * 2 : weight;
}

/**
 * cor_people_traffic:
 * @people: the names
 * @time: seconds since the epoch
 *
 * Returns: how much is written at @time, in a unit of its own
 */
gint64
cor_people_traffic (const CorPeople *people,
                    gint64           time)
{
  gint64 total = 0;

  for (guint i = 0; i < people->countries->len; i++)
    {
      const CorCountry *country = people->countries->pdata[i];

      total += country->weight * wakefulness (country, time);
    }

  return total;
}

/**
 * cor_people_draw:
 * @people: the names
 * @rand: the seeded source
 * @time: seconds since the epoch
 *
 * Returns: (transfer none): a country in which somebody is likely to write at @time
 */
CorCountry *
cor_people_draw (CorPeople *people,
                 GRand     *rand,
                 gint64     time)
{
  int drawn = g_rand_int_range (rand, 0, (gint32) cor_people_traffic (people, time));

  for (guint i = 0; i < people->countries->len; i++)
    {
      CorCountry *country = people->countries->pdata[i];

      drawn -= country->weight * wakefulness (country, time);
      if (drawn < 0)
        return country;
    }

  return people->countries->pdata[0];
}

/**
 * cor_names_draw:
 * @names: (element-type CorName): some names, at least one
 * @rand: the seeded source
 *
 * Returns: (transfer none): one of them
 */
const CorName *
cor_names_draw (const GPtrArray *names,
                GRand           *rand)
{
  return names->pdata[cor_workspace_data_pick (rand, names->len)];
}

static void
append_ascii (GString    *where,
              const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, "C");

  for (const char *c = plain; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (where, g_ascii_tolower (*c));
}

static char *
make_email (CorPeople         *people,
            const CorCustomer *customer,
            GRand             *rand)
{
  g_autoptr (GString) address = g_string_new (NULL);
  g_autofree char *family = g_strdup (customer->family->roman);
  guint            style = cor_workspace_data_pick (rand, 3);
  guint            domain = cor_workspace_data_pick (rand, g_strv_length (people->email_domains));

  g_strdelimit (family, " ", '\0'); /* two surnames: the first one does */
  if (style == 0)
    {
      append_ascii (address, family);
      g_string_append_c (address, '.');
      append_ascii (address, customer->given->roman);
    }
  else
    {
      append_ascii (address, customer->given->roman);
      g_string_append (address, style == 1 ? "." : "");
      append_ascii (address, family);
    }

  if (customer->number > NAMED_CUSTOMERS || g_hash_table_contains (people->emails, address->str))
    g_string_append_printf (address, "%u", customer->number);
  else
    g_hash_table_add (people->emails, g_strdup (address->str));
  g_string_append_c (address, '@');

  if (customer->company != NULL)
    {
      g_auto (GStrv) words = g_strsplit (customer->company->roman, " ", 3);

      for (guint i = 0; i < 2 && words[i] != NULL; i++)
        append_ascii (address, words[i]);
      g_string_append (address, ".example");
    }
  else
    g_string_append (address, people->email_domains[domain]);

  return g_string_free (g_steal_pointer (&address), FALSE);
}

/* Numbers reserved for fiction where a country has them, else ones that are not handed out. */
static char *
make_phone (const CorCountry *country)
{
  guint       patterns = g_strv_length (country->phones);
  const char *pattern = country->phones[country->told % patterns];
  guint64     number = country->told / patterns;
  char       *phone = g_strdup (pattern);

  for (gssize i = (gssize) strlen (phone) - 1; i >= 0; i--)
    if (phone[i] == '#')
      {
        phone[i] = (char) ('0' + number % 10);
        number /= 10;
      }
  if (number > 0)
    g_clear_pointer (&phone, g_free);

  return phone;
}

/**
 * cor_customer_new:
 * @people: the names
 * @country: (transfer none): where the customer lives; its counter moves on
 * @number: the number the sink will know
 * @rand: the seeded source
 *
 * Returns: (transfer full): a made-up person; e-mail, telephone and number are unlike all others
 */
CorCustomer *
cor_customer_new (CorPeople  *people,
                  CorCountry *country,
                  guint       number,
                  GRand      *rand)
{
  CorCustomer *customer = g_new0 (CorCustomer, 1);
  const char  *space = country->family_first && !country->space ? "" : " ";

  customer->country = country;
  customer->number = number;
  customer->language = country->languages[0];
  customer->female = cor_workspace_data_chance (rand, 50);
  customer->gold = cor_workspace_data_chance (rand, 7);
  customer->family = cor_names_draw (country->family, rand);
  customer->given = cor_names_draw (customer->female ? country->female : country->male, rand);
  customer->city = cor_names_draw (country->cities, rand);
  if (cor_workspace_data_chance (rand, 42))
    customer->company = cor_names_draw (country->companies, rand);
  customer->name = country->family_first
                     ? g_strconcat (customer->family->native, space, customer->given->native, NULL)
                     : g_strconcat (customer->given->native, space, customer->family->native, NULL);
  customer->email = make_email (people, customer, rand);
  customer->phone = make_phone (country);
  country->told++;

  return customer;
}

/**
 * cor_customer_free:
 * @customer: (transfer full): a customer
 */
void
cor_customer_free (CorCustomer *customer)
{
  g_free (customer->name);
  g_free (customer->email);
  g_free (customer->phone);
  g_free (customer);
}

/**
 * cor_customer_source_id:
 * @customer: a customer
 * @channel: an inbox key
 *
 * Returns: (transfer full): how the channel calls the customer, in the channel's own form
 */
char *
cor_customer_source_id (const CorCustomer *customer,
                        const char        *channel)
{
  g_autofree char *seed = g_strdup_printf ("%s %u", channel, customer->number);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA1, seed, -1);

  if (g_str_equal (channel, "email"))
    return g_strdup (customer->email);
  if (g_str_equal (channel, "whatsapp") && customer->phone != NULL)
    return g_strdup (customer->phone + 1);
  if (g_str_equal (channel, "sms") && customer->phone != NULL)
    return g_strdup (customer->phone);
  if (g_str_equal (channel, "line"))
    return g_strdup_printf ("U%.32s", hash);
  if (g_str_equal (channel, "wechat"))
    return g_strdup_printf ("o%.27s", hash);
  if (g_str_equal (channel, "telegram") || g_str_equal (channel, "facebook") || g_str_equal (channel, "x"))
    return g_strdup_printf ("%u", 700100000u + customer->number);
  return g_strdup_printf ("%.8s-%.4s-4%.3s-a%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15, hash + 18);
}

static char *
custom_attributes (const CorCustomer *customer)
{
  static const char *const languages[][2] = {
    { "en", "English" }, { "zh_CN", "Chinese (Simplified)" }, { "zh_TW", "Chinese (Traditional)" }, { "es", "Spanish" }, { "pt_BR", "Portuguese (Brazil)" }, { "fr", "French" }, { "de", "German" }, { "ja", "Japanese" }, { "ar", "Arabic" }, { "vi", "Vietnamese" }
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_utc (customer->created_at);
  g_autofree char *date = g_date_time_format (since, "%Y-%m-%d");

  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "language", customer->language);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i][0], customer->language))
      cor_workspace_data_add (builder, "language_name", languages[i][1]);
  cor_workspace_data_add (builder, "tier", customer->gold ? "Gold" : "Standard");
  cor_workspace_data_add (builder, "kyc_status", customer->number % 17 == 5 ? "documents missing" : "verified");
  cor_workspace_data_add (builder, "customer_type", customer->company != NULL ? "business" : "personal");
  cor_workspace_data_add (builder, "customer_since", date);
  cor_workspace_data_add (builder, "time_zone", customer->country->time_zone);
  cor_workspace_data_add (builder, "home_currency", customer->country->currency->code);
  if (customer->gold)
    cor_workspace_data_add (builder, "named_manager", "Marcus Ellery");
  json_builder_end_object (builder);

  return cor_workspace_data_text (builder);
}

/* English names of countries, as the contact card of the server keeps them. */
static const char *
country_name (const char *code)
{
  static const char *const names[][2] = {
    { "GB", "United Kingdom" }, { "US", "United States" }, { "DE", "Germany" }, { "FR", "France" }, { "ES", "Spain" }, { "MX", "Mexico" }, { "BR", "Brazil" }, { "CN", "China" }, { "TW", "Taiwan" }, { "JP", "Japan" }, { "AE", "United Arab Emirates" }, { "EG", "Egypt" }, { "VN", "Vietnam" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], code))
      return names[i][1];
  return NULL;
}

static gboolean
tell_note (const CorCustomer      *customer,
           const CorWorkspaceSink *sink,
           GError                **error)
{
  static const char *const notes[] = {
    "Gold tier. Prefers a call back on the known number before any change of recipient details.",
    "Pays the same three suppliers every month; a new recipient is worth a second look at the details.",
    "Reads mail in the evening only. Short answers with the figure first are welcome.",
    "Asked to be addressed in the language of the profile, not in English.",
    "Large print needed: sends screenshots, please describe buttons by their text.",
  };
  CorWorkspaceNote note = { .contact = customer->number, .author = 1, .created_at = customer->created_at + 86400 };

  if (!customer->gold && customer->number % 11 != 3)
    return TRUE;
  note.content = customer->gold ? notes[0] : notes[1 + customer->number % (G_N_ELEMENTS (notes) - 1)];
  return sink->note (&note, sink->user_data, error);
}

/**
 * cor_customer_tell:
 * @customer: a customer
 * @sink: who listens
 * @error: return location
 *
 * Tells the contact and what the desk has noted about it.
 *
 * Returns: %FALSE when the sink stops
 */
gboolean
cor_customer_tell (const CorCustomer      *customer,
                   const CorWorkspaceSink *sink,
                   GError                **error)
{
  g_autofree char    *custom = custom_attributes (customer);
  g_autofree char    *identifier = g_strdup_printf ("cust-%06u", 20000 + customer->number);
  const char *const   vip[] = { "vip", NULL };
  const char *const   none[] = { NULL };
  CorWorkspaceContact contact = {
    .name = customer->name,
    .email = customer->email,
    .phone_number = customer->phone,
    .identifier = identifier,
    .company = customer->company != NULL ? customer->company->native : NULL,
    .city = customer->city->native,
    .country = country_name (customer->country->code),
    .country_code = customer->country->code,
    .custom_json = custom,
    .labels = customer->gold ? vip : none,
    .created_at = customer->created_at,
  };

  return sink->contact (&contact, sink->user_data, error) && tell_note (customer, sink, error);
}
