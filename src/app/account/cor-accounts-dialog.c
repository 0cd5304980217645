/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-accounts-dialog"

#include "config.h"

#include "cor-accounts-dialog.h"

#include <glib/gi18n-lib.h>

#include "cor-account-dialog.h"
#include "cor-accounts.h"
#include "cor-alert.h"
#include "cor-error-text.h"
#include "cor-signature-settings.h"
#include "cor-transient.h"
#include "cor-translation-settings.h"

/*
 * CorAccountsDialog: the desks of this profile: how each stands, and a way to remove it.
 */
struct _CorAccountsDialog
{
  AdwWindow parent_instance;

  CorSession   *session;  /* owned */
  GPtrArray    *rows;     /* borrowed: group */
  gint64        removing; /* the account that is asked about */
  GCancellable *cancellable;

  /* Template */
  AdwPreferencesGroup    *group;
  CorSignatureSettings   *signature;
  AdwToastOverlay        *toasts;
  CorTranslationSettings *translation;
};

G_DEFINE_FINAL_TYPE (CorAccountsDialog, cor_accounts_dialog, ADW_TYPE_WINDOW)

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorAccountsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (cor_accounts_remove_finish (COR_STORE (source), result, &error) || self->toasts == NULL)
    return;
  text = cor_error_text (error);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorAccountsDialog) self = user_data;

  if (cor_alert_ask_finish (result, NULL) && self->session != NULL)
    cor_accounts_remove_async (cor_session_get_store (self->session), self->removing, NULL, on_removed, g_object_ref (self));
}

static void
action_remove (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorAccountsDialog    *self = COR_ACCOUNTS_DIALOG (widget);
  CorAccountList       *accounts = cor_session_get_accounts (self->session);
  const CorAccountData *account = cor_account_list_get_by_id (accounts, g_variant_get_int64 (parameter));
  g_autofree char      *heading = NULL;

  if (account == NULL)
    return;
  self->removing = account->id;
  heading = g_strdup_printf (_ ("Remove “%s”?"), cor_account_list_get_title (accounts, account));
  cor_alert_ask_async (GTK_WINDOW (self),
                       heading,
                       _ ("Its conversations, drafts and waiting replies are removed from this computer, and the access token from the keyring. Nothing is removed on the server."),
                       _ ("_Remove"),
                       TRUE,
                       self->cancellable,
                       on_answered,
                       g_object_ref (self));
}

static void
present_over (CorAccountsDialog *self, GtkWidget *dialog)
{
  cor_transient_set (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
action_sign_in (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorAccountsDialog    *self = COR_ACCOUNTS_DIALOG (widget);
  const CorAccountData *account = cor_account_list_get_by_id (cor_session_get_accounts (self->session), g_variant_get_int64 (parameter));

  if (account != NULL)
    present_over (self, cor_account_dialog_new_again (self->session, account));
}

static void
action_add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorAccountsDialog *self = COR_ACCOUNTS_DIALOG (widget);

  present_over (self, cor_account_dialog_new (self->session, NULL));
}

static char *
dup_state (const CorAccountData *account)
{
  switch (account->sync)
    {
    case COR_SYNC_STOPPED:
      return cor_service_error_text (account->error_code, account->error_text);
    case COR_SYNC_OFFLINE:
      return g_strdup (_ ("No connection"));
    case COR_SYNC_LOADING:
      return g_strdup_printf (_ ("Loading %'u of %'u"), account->done, account->total);
    case COR_SYNC_CONNECTING:
      return g_strdup (_ ("Connecting…"));
    case COR_SYNC_OFF:
      return g_strdup (_ ("Not connected"));
    case COR_SYNC_IDLE:
    default:
      return g_strdup (_ ("Up to date"));
    }
}

static GtkWidget *
create_sign_in_button (const CorAccountData *account)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Sign In Again…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", account->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "accounts.sign-in");
  return button;
}

static GtkWidget *
create_row (const CorAccountData *account)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *state = dup_state (account);
  g_autofree char *subtitle = g_strdup_printf (C_ ("account", "%s · %s"), account->origin, state);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), account->name != NULL ? account->name : account->origin);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  if (account->sync == COR_SYNC_STOPPED)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_sign_in_button (account));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove this account"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove this account"), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", account->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "accounts.remove");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update (CorAccountsDialog *self)
{
  CorAccountList *accounts = cor_session_get_accounts (self->session);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < cor_account_list_get_n (accounts); i++)
    {
      GtkWidget *row = create_row (cor_account_list_get (accounts, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
}

static void
cor_accounts_dialog_dispose (GObject *object)
{
  CorAccountsDialog *self = COR_ACCOUNTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_ACCOUNTS_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_accounts_dialog_parent_class)->dispose (object);
}

static void
cor_accounts_dialog_finalize (GObject *object)
{
  CorAccountsDialog *self = COR_ACCOUNTS_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (cor_accounts_dialog_parent_class)->finalize (object);
}

static void
cor_accounts_dialog_class_init (CorAccountsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_accounts_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_accounts_dialog_finalize;

  g_type_ensure (COR_TYPE_SIGNATURE_SETTINGS);
  g_type_ensure (COR_TYPE_TRANSLATION_SETTINGS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/account/cor-accounts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CorAccountsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CorAccountsDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, CorAccountsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorAccountsDialog, translation);
  gtk_widget_class_install_action (widget_class, "accounts.add", NULL, action_add);
  gtk_widget_class_install_action (widget_class, "accounts.remove", "x", action_remove);
  gtk_widget_class_install_action (widget_class, "accounts.sign-in", "x", action_sign_in);
}

static void
cor_accounts_dialog_init (CorAccountsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_accounts_dialog_new:
 * @session: whose accounts it shows
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
cor_accounts_dialog_new (CorSession *session)
{
  CorAccountsDialog *self = g_object_new (COR_TYPE_ACCOUNTS_DIALOG, NULL);

  self->session = g_object_ref (session);
  cor_signature_settings_set_models (self->signature, cor_session_get_store (session), cor_session_get_accounts (session));
  cor_translation_settings_set_store (self->translation, cor_session_get_store (session));
  g_signal_connect_object (cor_session_get_accounts (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
