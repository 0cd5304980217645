/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-payment-list"

#include "config.h"

#include "cor-ctl-payment.h"

#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-customer-payments.h"

#include <glib/gi18n-lib.h>

static void
print_json (const char      *customer,
            const GPtrArray *views,
            const char      *locale)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "customer", customer);
  json_builder_set_member_name (builder, "payments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < views->len; i++)
    {
      const CorPaymentView *view = views->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "reference", view->reference);
      cor_ctl_json_text (builder, "status", cor_payment_status_get_key (view->status));
      cor_ctl_json_text (builder, "label", cor_standing_get_label (view->standing, locale));
      cor_ctl_json_bool (builder, "held", view->is_held);
      if (!view->is_held)
        {
          cor_ctl_json_time (builder, "created_at", view->created_at);
          cor_ctl_payment_add_money (builder, "send", view->send);
          cor_ctl_payment_add_money (builder, "receive", view->receive);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_table (const GPtrArray *views,
             const char      *locale)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("llrr", _ ("Reference"), _ ("Status"), _ ("Sent"), _ ("Received"), NULL);

  for (guint i = 0; i < views->len; i++)
    {
      const CorPaymentView *view = views->pdata[i];
      g_autofree char      *reference = cor_ctl_clean_line (view->reference);
      g_autofree char      *send = view->send.currency != NULL ? cor_money_to_text (view->send) : g_strdup ("");
      g_autofree char      *receive = view->receive.currency != NULL ? cor_money_to_text (view->receive) : g_strdup ("");

      cor_ctl_table_add (table, reference, cor_standing_get_label (view->standing, locale), send, receive, NULL);
    }
  cor_ctl_table_print (table);
}

static char **
fetch (CorCtl     *ctl,
       const char *by,
       const char *value,
       GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_customer_payments_fetch_async (ctl->store, by, value, NULL, cor_ctl_on_result, &await);
  return cor_customer_payments_fetch_finish (ctl->store, cor_ctl_await (&await), error);
}

static GPtrArray *
load (CorCtl     *ctl,
      const char *customer,
      GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_list_payments_async (ctl->store, customer, g_get_real_time () / G_USEC_PER_SEC, NULL, cor_ctl_on_result, &await);
  return cor_store_list_payments_finish (ctl->store, cor_ctl_await (&await), error);
}

static gboolean
print_customer (CorCtl      *ctl,
                char *const *customers,
                GError     **error)
{
  gboolean     is_one = customers[0] != NULL && customers[1] == NULL;
  CorCtlReader reader = { NULL };
  g_autoptr (GPtrArray) views = is_one ? load (ctl, customers[0], error) : g_ptr_array_new ();

  if (views == NULL)
    return FALSE;
  cor_ctl_payment_set_locale (&reader);
  if (ctl->is_json)
    print_json (is_one ? customers[0] : NULL, views, reader.locale);
  else if (customers[0] == NULL)
    cor_ctl_say (ctl, "%s", _ ("The ledger knows no such customer."));
  else if (!is_one)
    cor_ctl_say (ctl, "%s", _ ("Several customers of the ledger fit; ask by something that only one has."));
  else if (views->len == 0)
    cor_ctl_say (ctl, "%s", _ ("This customer has no payments."));
  else
    print_table (views, reader.locale);
  return TRUE;
}

gboolean
cor_ctl_payment_list (CorCtl  *ctl,
                      GError **error)
{
  g_autofree char *email = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *identifier = NULL;
  g_auto (GStrv) customers = NULL;
  const GOptionEntry entries[] = {
    { "email", 0, 0, G_OPTION_ARG_STRING, &email, N_ ("The customer’s e-mail address"), N_ ("ADDRESS") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &phone, N_ ("The customer’s phone number"), N_ ("NUMBER") },
    { "identifier", 0, 0, G_OPTION_ARG_STRING, &identifier, N_ ("The company’s number of the customer"), N_ ("TEXT") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 0, 0, error))
    return FALSE;
  if ((email != NULL) + (phone != NULL) + (identifier != NULL) != 1)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("One of --email, --phone and --identifier says whose payments"));
      return FALSE;
    }
  if (cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (email != NULL)
    customers = fetch (ctl, COR_CUSTOMER_EMAIL, email, error);
  else
    customers = phone != NULL ? fetch (ctl, COR_CUSTOMER_PHONE, phone, error) : fetch (ctl, COR_CUSTOMER_IDENTIFIER, identifier, error);
  return customers != NULL && print_customer (ctl, customers, error);
}
