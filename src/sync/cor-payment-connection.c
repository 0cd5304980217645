/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-connection"

#include "config.h"

#include "cor-payment-connection.h"

#include "cor-secrets.h"

typedef struct
{
  char *url;
  char *ca_file;
} Where;

static void
where_free (Where *where)
{
  g_free (where->url);
  g_free (where->ca_file);
  g_free (where);
}

/**
 * cor_payment_connection_find:
 * @services: (element-type CorPaymentServiceData)
 *
 * Returns: (transfer none) (nullable): where that service is
 */
const CorPaymentServiceData *
cor_payment_connection_find (const GPtrArray *services,
                             const char      *kind)
{
  for (guint i = 0; i < services->len; i++)
    if (g_strcmp0 (((CorPaymentServiceData *) services->pdata[i])->kind, kind) == 0)
      return services->pdata[i];
  return NULL;
}

static void
on_token (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const Where *where = g_task_get_task_data (task);
  GError      *error = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *token = cor_secrets_lookup_finish (result, &error);
  g_autofree char *bearer = token != NULL ? g_strconcat ("Bearer ", token, NULL) : NULL;
  CorHttp         *http = NULL;

  if (error == NULL)
    uri = g_uri_parse (where->url, G_URI_FLAGS_ENCODED, &error);
  if (uri != NULL)
    http = cor_http_new (uri, where->ca_file, &error);
  if (http == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  cor_http_set_token (http, "Authorization", bearer);
  g_task_return_pointer (task, http, g_object_unref);
}

/**
 * cor_payment_connection_open_async:
 * @where: of the service; copied
 *
 * Main thread.
 */
void
cor_payment_connection_open_async (const CorPaymentServiceData *where,
                                   GCancellable                *cancellable,
                                   GAsyncReadyCallback          callback,
                                   gpointer                     user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Where *copy = g_new0 (Where, 1);

  copy->url = g_strdup (where->url);
  copy->ca_file = g_strdup (where->ca_file);
  g_task_set_source_tag (task, cor_payment_connection_open_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) where_free);
  cor_secrets_lookup_async (where->url, where->kind, cancellable, on_token, g_steal_pointer (&task));
}

/**
 * cor_payment_connection_open_finish:
 * @error: COR_SERVICE_ERROR: no token, no keyring, a file that is no certificate
 *
 * Returns: (transfer full) (nullable)
 */
CorHttp *
cor_payment_connection_open_finish (GAsyncResult *result,
                                    GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
