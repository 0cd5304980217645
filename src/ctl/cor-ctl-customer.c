/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-found.h"
#include "cor-ctl-json.h"
#include "cor-ctl-payment.h"
#include "cor-ctl-thread.h"
#include "cor-store-customers.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define DEFAULT_LIMIT 50

/* The members of a customer, into the open object. */
static void
add_members (JsonBuilder           *builder,
             const CorCustomerData *customer)
{
  const CorCustomerRecord *record = customer->record;

  cor_ctl_json_int (builder, "id", customer->id);
  cor_ctl_json_int (builder, "account", customer->account);
  cor_ctl_json_text (builder, "remote_id", record->remote_id);
  cor_ctl_json_text (builder, "name", record->name);
  cor_ctl_json_text (builder, "email", record->email);
  cor_ctl_json_text (builder, "phone", record->phone);
  cor_ctl_json_text (builder, "identifier", record->identifier);
  cor_ctl_json_text (builder, "company", record->company);
  cor_ctl_json_text (builder, "city", record->city);
  cor_ctl_json_text (builder, "country", record->country);
  cor_ctl_json_text (builder, "country_code", record->country_code);
  cor_ctl_json_bool (builder, "blocked", record->blocked);
  cor_ctl_json_time (builder, "created_at", record->created_at);
  cor_ctl_json_time (builder, "last_activity_at", record->last_activity_at);
}

static void
print_found_json (GPtrArray *found)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "customers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    {
      json_builder_begin_object (builder);
      add_members (builder, found->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
print_found (GPtrArray *found)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("rlllll", _ ("ID"), _ ("Name"), _ ("E-mail"), _ ("Phone"), _ ("Company"), _ ("Country"), NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CorCustomerData *customer = found->pdata[i];
      g_autofree char       *id = g_strdup_printf ("%" G_GINT64_FORMAT, customer->id);

      cor_ctl_table_add (table, id, or_empty (customer->record->name), or_empty (customer->record->email), or_empty (customer->record->phone),
                         or_empty (customer->record->company), or_empty (customer->record->country), NULL);
    }
  cor_ctl_table_print (table);
}

/**
 * cor_ctl_customers_print:
 * @found: (element-type CorCustomerData): the best first
 *
 * Prints who was found, as JSON where that was asked for.
 */
void
cor_ctl_customers_print (CorCtl    *ctl,
                         GPtrArray *found)
{
  if (ctl->is_json)
    print_found_json (found);
  else if (found->len > 0)
    print_found (found);
  else
    cor_ctl_say (ctl, "%s", _ ("Nobody was found."));
}

gboolean
cor_ctl_customer_search (CorCtl  *ctl,
                         GError **error)
{
  int                limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) found = NULL;

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  if (limit < 1)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--limit takes a number of customers"));
      return FALSE;
    }
  if (cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_search_customers_async (ctl->store, ctl->arguments[0], (guint) limit, NULL, cor_ctl_on_result, &await);
  found = cor_store_search_customers_finish (ctl->store, cor_ctl_await (&await), error);
  if (found == NULL)
    return FALSE;

  cor_ctl_customers_print (ctl, found);
  return TRUE;
}

static void
print_json (const CorCustomerData *customer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_members (builder, customer);
  json_builder_set_member_name (builder, "conversations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < customer->conversations->len; i++)
    cor_ctl_thread_add_json (builder, customer->conversations->pdata[i]);
  json_builder_end_array (builder);
  cor_ctl_payment_add_limits (builder, customer->limits);
  cor_ctl_json_time (builder, "limits_at", customer->limits_at);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_field (const char *title,
             const char *value)
{
  g_autofree char *clean = cor_ctl_clean_line (value);

  if (*clean != '\0')
    cor_ctl_print ("%s %s\n", title, clean);
}

static void
print_text (const CorCustomerData *customer)
{
  const CorCustomerRecord *record = customer->record;
  g_autofree char         *name = cor_ctl_clean_line (record->name);
  g_autoptr (CorCtlTable) table = cor_ctl_thread_table_new ();

  cor_ctl_print_strong (name);
  print_field (_ ("E-mail:"), record->email);
  print_field (_ ("Phone:"), record->phone);
  print_field (_ ("Customer number:"), record->identifier);
  print_field (_ ("Company:"), record->company);
  print_field (_ ("City:"), record->city);
  print_field (_ ("Country:"), record->country);
  cor_ctl_payment_print_limits (customer->limits);
  cor_ctl_print ("\n");
  for (guint i = 0; i < customer->conversations->len; i++)
    cor_ctl_thread_table_add (table, customer->conversations->pdata[i]);
  cor_ctl_table_print (table);
}

gboolean
cor_ctl_customer_show (CorCtl  *ctl,
                       GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorCustomerData) customer = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 id;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  id = cor_ctl_parse_id (ctl->arguments[0], error);
  if (id == 0 || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_load_customer_async (ctl->store, id, NULL, cor_ctl_on_result, &await);
  customer = cor_store_load_customer_finish (ctl->store, cor_ctl_await (&await), &failure);
  if (customer == NULL)
    {
      if (g_error_matches (failure, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
        g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("No customer %" PRId64 " is here"), id);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (ctl->is_json)
    print_json (customer);
  else
    print_text (customer);
  return TRUE;
}
