/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-payment-watch"

#include "config.h"

#include "cor-ctl-payment.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-thread.h"
#include "cor-payment-reference.h"
#include "cor-store-payment-watches.h"

#include <glib/gi18n-lib.h>

gboolean
cor_ctl_payment_watch (CorCtl  *ctl,
                       GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree char *conversation = NULL;
  g_autoptr (CorThreadData) thread = NULL;
  const GOptionEntry entries[] = {
    { "conversation", 0, 0, G_OPTION_ARG_STRING, &conversation, N_ ("The conversation that it is about"), N_ ("CONVERSATION") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  if (cor_reference_recognise (ctl->arguments[0], NULL) == COR_REFERENCE_NONE)
    {
      /* Translators: %s is what somebody gave */
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is no reference of a payment: a UETR has 36 characters, a transfer number only digits"), ctl->arguments[0]);
      return FALSE;
    }
  if (cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (conversation != NULL && (thread = cor_ctl_ask_thread (ctl, conversation, error)) == NULL)
    return FALSE;
  cor_store_watch_payment_async (ctl->store, ctl->arguments[0], thread != NULL ? thread->id : 0, NULL, cor_ctl_on_result, &await);
  return cor_store_payment_watch_finish (ctl->store, cor_ctl_await (&await), error);
}

gboolean
cor_ctl_payment_unwatch (CorCtl  *ctl,
                         GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_unwatch_payment_async (ctl->store, ctl->arguments[0], NULL, cor_ctl_on_result, &await);
  return cor_store_payment_watch_finish (ctl->store, cor_ctl_await (&await), error);
}

static void
print_json (const GPtrArray *watches,
            const char      *locale)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "watched");
  json_builder_begin_array (builder);
  for (guint i = 0; i < watches->len; i++)
    {
      const CorPaymentWatch *watch = watches->pdata[i];
      gboolean               is_new = watch->changed_at != 0;

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "reference", watch->reference);
      cor_ctl_json_text (builder, "status", cor_payment_status_get_key (watch->view->status));
      cor_ctl_json_text (builder, "label", cor_standing_get_label (watch->view->standing, locale));
      cor_ctl_json_bool (builder, "held", watch->view->is_held);
      cor_ctl_json_text (builder, "conversation", watch->display_id);
      cor_ctl_json_time (builder, "since", watch->since);
      cor_ctl_json_time (builder, "changed_at", watch->changed_at);
      cor_ctl_json_text (builder, "was", is_new && watch->was != COR_PAYMENT_UNKNOWN ? cor_payment_status_get_key (watch->was) : NULL);
      cor_ctl_json_bool (builder, "may_tell", watch->may_offer);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_table (const GPtrArray *watches,
             const char      *locale)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("llrl", _ ("Reference"), _ ("Status"), _ ("Conversation"), _ ("News"), NULL);

  for (guint i = 0; i < watches->len; i++)
    {
      const CorPaymentWatch *watch = watches->pdata[i];
      g_autofree char       *when = cor_ctl_dup_when (watch->changed_at);
      g_autofree char       *news = NULL;

      if (watch->changed_at != 0)
        /* Translators: a time */
        news = g_strdup_printf (_ ("new since %s"), when);
      cor_ctl_table_add (table, watch->reference, cor_standing_get_label (watch->view->standing, locale), watch->display_id != NULL ? watch->display_id : "",
                         news != NULL ? news : "", NULL);
      if (news != NULL)
        cor_ctl_table_strengthen (table);
    }
  cor_ctl_table_print (table);
}

gboolean
cor_ctl_payment_watched (CorCtl  *ctl,
                         GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) watches = NULL;
  CorCtlReader reader = { NULL };

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_list_payment_watches_async (ctl->store, g_get_real_time () / G_USEC_PER_SEC, NULL, cor_ctl_on_result, &await);
  watches = cor_store_list_payment_watches_finish (ctl->store, cor_ctl_await (&await), error);
  if (watches == NULL)
    return FALSE;
  cor_ctl_payment_set_locale (&reader);
  if (ctl->is_json)
    print_json (watches, reader.locale);
  else if (watches->len == 0)
    cor_ctl_say (ctl, "%s", _ ("No payment is watched."));
  else
    print_table (watches, reader.locale);
  return TRUE;
}
