/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-secrets"

#include "config.h"

#include "cor-secrets.h"
#include "cor-service-error.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

static const SecretSchema schema = {
  "org.corridordesk.Corridor.Token",
  SECRET_SCHEMA_NONE,
  {
    { "origin", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

/* What one service is trusted with is not another's: each has a variable of its own. */
static const struct
{
  const char *account;
  const char *variable;
} variables[] = {
  { COR_SECRETS_LEDGER, "CORRIDOR_LEDGER_TOKEN" },
  { COR_SECRETS_GPI, "CORRIDOR_GPI_TOKEN" },
  { COR_SECRETS_WISE, "CORRIDOR_WISE_TOKEN" },
  { COR_SECRETS_TRANSLATION, "CORRIDOR_TRANSLATION_KEY" },
};

/**
 * cor_secrets_get_variable:
 * @account_id: an account's remote id, or a COR_SECRETS_ constant
 *
 * Returns: (transfer none): the environment variable that stands in for the Secret Service
 */
const char *
cor_secrets_get_variable (const char *account_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (g_strcmp0 (variables[i].account, account_id) == 0)
      return variables[i].variable;
  return COR_SECRETS_ENVIRONMENT;
}

static const char *
get_environment (const char *account_id)
{
  const char *token = g_getenv (cor_secrets_get_variable (account_id));

  return token != NULL && *token != '\0' ? token : NULL;
}

/* Whatever goes wrong between here and the service, the agent can do one thing: have one running and
 * unlocked, or use the environment. */
static void
return_failure (GTask        *task,
                const GError *error)
{
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_error_copy (error));
      return;
    }

  message = g_strdup_printf ("The Secret Service cannot be used: %s", error->message);
  g_task_return_error (task, cor_service_error_new (COR_SERVICE_ERROR_NO_KEYRING, 0, 0, message));
}

static void
on_stored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    return_failure (task, error);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  char *token = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    return_failure (task, error);
  else if (token != NULL)
    g_task_return_pointer (task, token, (GDestroyNotify) secret_password_free);
  else
    g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_UNAUTHORISED, "No token is stored for this account");
}

static void
on_cleared (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    return_failure (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * cor_secrets_store_async:
 * @origin: of the account's server, as cor_desk_parse_address() gives it
 * @account_id: its remote id, or a COR_SECRETS_ constant
 * @token: what to keep; a former one is replaced
 *
 * Does nothing, with success, if the environment has a token: that one is used and never stored.
 */
void
cor_secrets_store_async (const char         *origin,
                         const char         *account_id,
                         const char         *token,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *label = NULL;

  g_task_set_source_tag (task, cor_secrets_store_async);
  if (get_environment (account_id) != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* Translators: how the token of an account is called in the password manager; %s is a server. */
  label = g_strdup_printf (_ ("Corridor: %s"), origin);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, token, cancellable, on_stored, g_steal_pointer (&task),
                         "origin", origin, "account", account_id, NULL);
}

/**
 * cor_secrets_store_finish:
 * @error: %COR_SERVICE_ERROR_NO_KEYRING, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the token is kept, or need not be
 */
gboolean
cor_secrets_store_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cor_secrets_lookup_async:
 * @origin: of the account's server
 * @account_id: its remote id, or a COR_SECRETS_ constant
 *
 * The environment wins; the Secret Service is then not asked at all.
 */
void
cor_secrets_lookup_async (const char         *origin,
                          const char         *account_id,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const char *token = get_environment (account_id);

  g_task_set_source_tag (task, cor_secrets_lookup_async);
  if (token != NULL)
    g_task_return_pointer (task, g_strdup (token), g_free);
  else
    secret_password_lookup (&schema, cancellable, on_found, g_steal_pointer (&task), "origin", origin, "account", account_id, NULL);
}

/**
 * cor_secrets_lookup_finish:
 * @error: %COR_SERVICE_ERROR_UNAUTHORISED if there is none, %COR_SERVICE_ERROR_NO_KEYRING, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the token
 */
char *
cor_secrets_lookup_finish (GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cor_secrets_clear_async:
 * @origin: of the account's server
 * @account_id: its remote id, or a COR_SECRETS_ constant
 *
 * Forgets the token of an account. Success also if there was none.
 */
void
cor_secrets_clear_async (const char         *origin,
                         const char         *account_id,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, cor_secrets_clear_async);
  if (get_environment (account_id) != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  secret_password_clear (&schema, cancellable, on_cleared, g_steal_pointer (&task), "origin", origin, "account", account_id, NULL);
}

/**
 * cor_secrets_clear_finish:
 * @error: %COR_SERVICE_ERROR_NO_KEYRING, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether no token is kept any more
 */
gboolean
cor_secrets_clear_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
