/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sandbox-services"

#include "config.h"

#include "cor-sandbox-services.h"

#include "cor-secrets.h"
#include "cor-store-payment-services.h"
#include "cor-store-rate-source.h"
#include "cor-store-translator.h"
#include "cor-translator.h"

static const char *const kinds[] = { COR_PAYMENT_LEDGER, COR_PAYMENT_GPI, COR_PAYMENT_WISE };

typedef struct
{
  char *origin, *ca_file, *token;
  guint place; /* in kinds */
} Connect;

static void
connect_free (gpointer data)
{
  Connect *self = data;

  g_free (self->origin);
  g_free (self->ca_file);
  g_free (self->token);
  g_free (self);
}

static void connect_next (GTask *task);

static void
on_set (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->place++;
  if (!cor_store_set_payment_service_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else if (self->place < G_N_ELEMENTS (kinds))
    connect_next (task);
  else
    g_task_return_boolean (task, TRUE);
}

static void
set_service (GTask *task)
{
  Connect *self = g_task_get_task_data (task);

  cor_store_set_payment_service_async (g_task_get_source_object (task), kinds[self->place], self->origin, self->ca_file, g_task_get_cancellable (task), on_set,
                                       g_object_ref (task));
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (cor_secrets_store_finish (result, &error))
    set_service (task);
  else
    g_task_return_error (task, error);
}

static void
connect_next (GTask *task)
{
  Connect *self = g_task_get_task_data (task);

  cor_secrets_store_async (self->origin, kinds[self->place], self->token, g_task_get_cancellable (task), on_stored, g_object_ref (task));
}

static void
on_translator_chosen (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (cor_store_choose_translator_finish (COR_STORE (source), result, &error))
    connect_next (task);
  else
    g_task_return_error (task, error);
}

/* Who has a real service keeps it. */
static gboolean
may_choose (const CorTranslatorData *translator)
{
  return translator->kind == NULL || g_str_has_prefix (translator->url, "https://127.0.0.1:");
}

static void
on_translator_loaded (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (CorTranslatorData) translator = cor_store_load_translator_finish (COR_STORE (source), result, &error);
  Connect *self = g_task_get_task_data (task);

  if (translator == NULL)
    g_task_return_error (task, error);
  else if (may_choose (translator))
    cor_store_choose_translator_async (COR_STORE (source), COR_TRANSLATOR_LIBRE_TRANSLATE, self->origin, self->ca_file, FALSE, g_task_get_cancellable (task), on_translator_chosen,
                                       g_object_ref (task));
  else
    connect_next (task);
}

static void
on_rates_chosen (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (cor_store_choose_rate_source_finish (COR_STORE (source), result, &error))
    cor_store_load_translator_async (COR_STORE (source), g_task_get_cancellable (task), on_translator_loaded, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/**
 * cor_sandbox_services_connect_async:
 * @origin: https:// address
 * @ca_file: (nullable): PEM of a private authority
 * @token: for all of them
 *
 * Has payments, reference rates and translations, which the sandbox makes up and says so, asked for there from now on.
 * Main thread.
 */
void
cor_sandbox_services_connect_async (CorStore           *store,
                                    const char         *origin,
                                    const char         *ca_file,
                                    const char         *token,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Connect *self = g_new0 (Connect, 1);

  self->origin = g_strdup (origin);
  self->ca_file = g_strdup (ca_file);
  self->token = g_strdup (token);
  g_task_set_source_tag (task, cor_sandbox_services_connect_async);
  g_task_set_task_data (task, self, connect_free);
  cor_store_choose_rate_source_async (store, COR_RATE_SOURCE_FRANKFURTER, origin, ca_file, cancellable, on_rates_chosen, g_steal_pointer (&task));
}

/**
 * cor_sandbox_services_connect_finish:
 * @error: COR_STORE_ERROR, or of the Secret Service
 *
 * Returns: whether all of them are known now
 */
gboolean
cor_sandbox_services_connect_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
