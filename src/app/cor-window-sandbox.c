/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-window"

#include "config.h"

#include "cor-window-private.h"

#include <glib/gi18n-lib.h>

#include "cor-accounts.h"
#include "cor-error-text.h"
#include "cor-sandbox-services.h"

/* The sandbox workspace: starting it, and connecting it like any other desk. */

static void
finish (CorWindow *self, const GError *error)
{
  g_autofree char *text = NULL;

  cor_first_run_page_set_busy (self->first_run, FALSE);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = cor_error_text (error);
  cor_first_run_page_set_problem (self->first_run, text);
}

/* Without a keyring there is the desk all the same. */
static void
on_services_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cor_sandbox_services_connect_finish (COR_STORE (source), result, &error))
    g_debug ("The sandbox's services: %s", error->message);
  finish (self, NULL);
  if (self->session != NULL && cor_session_get_engine (self->session) != NULL)
    cor_sync_engine_try_now (cor_session_get_engine (self->session));
}

/* It serves the company's payments and the rates as well. */
static void
connect_services (CorWindow *self, CorStore *store)
{
  cor_sandbox_services_connect_async (store, cor_sandbox_process_get_url (self->sandbox), cor_sandbox_process_get_ca_file (self->sandbox),
                                      cor_sandbox_process_get_token (self->sandbox), self->cancellable, on_services_connected, g_object_ref (self));
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_accounts_add_finish (COR_STORE (source), result, &error))
    connect_services (self, COR_STORE (source));
  else
    finish (self, error);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCheckedAccount) checked = cor_accounts_check_finish (result, &error);

  if (checked == NULL)
    finish (self, error);
  else if (self->session != NULL)
    cor_accounts_add_async (cor_session_get_store (self->session), checked, self->cancellable, on_added, g_object_ref (self));
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  CorAccountForm form = { 0 };

  if (!cor_sandbox_process_start_finish (COR_SANDBOX_PROCESS (source), result, &error))
    {
      finish (self, error);
      return;
    }
  self->sandbox_started = TRUE;
  form.address = cor_sandbox_process_get_url (COR_SANDBOX_PROCESS (source));
  form.ca_file = cor_sandbox_process_get_ca_file (COR_SANDBOX_PROCESS (source));
  form.token = cor_sandbox_process_get_token (COR_SANDBOX_PROCESS (source));
  form.account_id = "1";
  cor_accounts_check_async (&form, self->cancellable, on_checked, g_object_ref (self));
}

static void
on_restarted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (cor_sandbox_process_start_finish (COR_SANDBOX_PROCESS (source), result, &error))
    {
      if (self->session != NULL)
        connect_services (self, cor_session_get_store (self->session));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = g_strdup_printf (_ ("The sandbox did not start: %s"), error->message);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/**
 * _cor_window_try_sandbox:
 *
 * Starts the sandbox and connects it. The first-run page says what goes wrong.
 */
void
_cor_window_try_sandbox (CorWindow *self)
{
  if (self->sandbox == NULL)
    return;
  cor_first_run_page_set_problem (self->first_run, NULL);
  cor_first_run_page_set_busy (self->first_run, TRUE);
  cor_sandbox_process_start_async (self->sandbox, NULL, self->cancellable, on_started, g_object_ref (self));
}

/**
 * _cor_window_start_sandbox:
 *
 * When an account is the sandbox of this profile, starts it at its old port, once.
 */
void
_cor_window_start_sandbox (CorWindow *self)
{
  CorAccountList *accounts = cor_session_get_accounts (self->session);

  for (guint i = 0; !self->sandbox_started && i < cor_account_list_get_n (accounts); i++)
    {
      const CorAccountData *account = cor_account_list_get (accounts, i);

      if (!cor_sandbox_process_serves (self->sandbox, account))
        continue;
      self->sandbox_started = TRUE;
      cor_sandbox_process_start_async (self->sandbox, account->origin, self->cancellable, on_restarted, g_object_ref (self));
    }
}
