/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-payment-service"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-token.h"
#include "cor-desk-address.h"
#include "cor-secrets.h"
#include "cor-store-payment-services.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
load (CorCtl  *ctl,
      GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_list_payment_services_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_list_payment_services_finish (ctl->store, cor_ctl_await (&await), error);
}

static gboolean
print (CorCtl  *ctl,
       GError **error)
{
  g_autoptr (GPtrArray) services = load (ctl, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (services == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "services");
  json_builder_begin_array (builder);
  for (guint i = 0; i < services->len; i++)
    {
      const CorPaymentServiceData *service = services->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "service", service->kind);
      cor_ctl_json_text (builder, "url", service->url);
      cor_ctl_json_text (builder, "ca", service->ca_file);
      json_builder_end_object (builder);
      if (!ctl->is_json)
        cor_ctl_print ("%s  %s\n", service->kind, service->url);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (ctl->is_json)
    cor_ctl_json_print (builder);
  else if (services->len == 0)
    cor_ctl_say (ctl, "%s", _ ("Nobody is asked about payments; “corridorctl payment service ledger --url URL” chooses a ledger."));
  return TRUE;
}

static gboolean
is_kind (const char *kind)
{
  return g_str_equal (kind, COR_PAYMENT_LEDGER) || g_str_equal (kind, COR_PAYMENT_GPI) || g_str_equal (kind, COR_PAYMENT_WISE);
}

static gboolean
store_token (const char *origin,
             const char *kind,
             GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree char *token = cor_ctl_read_token (TRUE, error);

  if (token == NULL)
    return FALSE;
  cor_secrets_store_async (origin, kind, token, NULL, cor_ctl_on_result, &await);
  return cor_secrets_store_finish (cor_ctl_await (&await), error);
}

/* Of the server that was asked before. */
static gboolean
forget_other (CorCtl     *ctl,
              const char *origin,
              GError    **error)
{
  g_autoptr (GPtrArray) services = load (ctl, error);

  for (guint i = 0; services != NULL && i < services->len; i++)
    {
      const CorPaymentServiceData *service = services->pdata[i];

      if (g_str_equal (service->kind, ctl->arguments[0]) && g_strcmp0 (service->url, origin) != 0)
        cor_ctl_forget_secret (service->url, service->kind);
    }
  return services != NULL;
}

static gboolean
set_service (CorCtl     *ctl,
             const char *origin,
             const char *ca_file,
             GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree char *ca_path = ca_file != NULL ? g_canonicalize_filename (ca_file, NULL) : NULL;

  if (!forget_other (ctl, origin, error))
    return FALSE;
  cor_store_set_payment_service_async (ctl->store, ctl->arguments[0], origin, ca_path, NULL, cor_ctl_on_result, &await);
  return cor_store_set_payment_service_finish (ctl->store, cor_ctl_await (&await), error);
}

static gboolean
check (CorCtl     *ctl,
       const char *url,
       gboolean    is_removed,
       GError    **error)
{
  if (ctl->n_arguments > 0 && !is_kind (ctl->arguments[0]))
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("“%s” is none of ledger, gpi and wise"), ctl->arguments[0]);
  else if ((ctl->n_arguments > 0) != (is_removed || url != NULL) || (is_removed && url != NULL))
    g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("A service takes either --url or --remove"));
  else
    return TRUE;
  return FALSE;
}

gboolean
cor_ctl_payment_service (CorCtl  *ctl,
                         GError **error)
{
  g_autofree char   *url = NULL;
  g_autofree char   *ca_file = NULL;
  g_autofree char   *origin = NULL;
  gboolean           has_token = FALSE;
  gboolean           is_removed = FALSE;
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("Where the service is"), N_ ("URL") },
    { "ca", 0, 0, G_OPTION_ARG_FILENAME, &ca_file, N_ ("Trust the authority in this file"), N_ ("FILE") },
    { "token-stdin", 0, 0, G_OPTION_ARG_NONE, &has_token, N_ ("Read the token from the standard input"), NULL },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &is_removed, N_ ("Do not ask it any more"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 0, 1, error) || !check (ctl, url, is_removed, error) ||
      (url != NULL && !cor_desk_parse_address (url, &origin, NULL, error)) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  if (has_token && origin != NULL && !store_token (origin, ctl->arguments[0], error))
    return FALSE;
  if (ctl->n_arguments > 0 && !set_service (ctl, origin, ca_file, error))
    return FALSE;
  return print (ctl, error);
}
