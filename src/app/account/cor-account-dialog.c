/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-account-dialog"

#include "config.h"

#include "cor-account-dialog.h"

#include <glib/gi18n-lib.h>

#include "cor-accounts.h"
#include "cor-error-text.h"
#include "cor-file-picker.h"
#include "cor-service-error.h"

/*
 * CorAccountDialog: connects a desk: a server's address and an access token, checked at the server
 * before anything is kept. What is wrong is said in one sentence, at the field it is about.
 */
struct _CorAccountDialog
{
  AdwWindow parent_instance;

  CorSession        *session; /* owned */
  CorCheckedAccount *checked; /* owned: good, being added; or with several accounts to choose from */
  GPtrArray         *ids;     /* owned: remote ids of the choice, as its rows */
  CorAccountData    *again;   /* owned: an account that is here already, or NULL */
  GFile             *ca;      /* owned, or NULL */
  GCancellable      *cancellable;
  gboolean           is_busy;

  /* Template */
  GtkWidget    *connect_button;
  GtkSpinner   *spinner;
  GtkEditable  *address_row;
  GtkEditable  *token_row;
  AdwActionRow *ca_row;
  AdwComboRow  *choice_row;
  GtkLabel     *problem;
};

G_DEFINE_FINAL_TYPE (CorAccountDialog, cor_account_dialog, ADW_TYPE_WINDOW)

/* The first entry asks; what follows are the accounts. */
static const char *
get_choice (CorAccountDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->choice_row);

  return selected > 0 && selected <= self->ids->len ? self->ids->pdata[selected - 1] : NULL;
}

/* Which of several accounts is for the agent to say: none is taken because it comes first. */
static void
update_connect (CorAccountDialog *self)
{
  gboolean is_typed = gtk_editable_get_text (self->address_row)[0] != '\0' && gtk_editable_get_text (self->token_row)[0] != '\0';
  gboolean is_chosen = !gtk_widget_get_visible (GTK_WIDGET (self->choice_row)) || get_choice (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.connect", is_typed && is_chosen && !self->is_busy);
}

static void
set_busy (CorAccountDialog *self, gboolean busy)
{
  self->is_busy = busy;
  gtk_spinner_set_spinning (self->spinner, busy);
  update_connect (self);
  gtk_editable_set_editable (self->address_row, !busy); /* insensitive ones would lose the caret */
  gtk_editable_set_editable (self->token_row, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ca_row), !busy);
}

static void
set_wrong (GtkEditable *row, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
clear_problem (CorAccountDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  set_wrong (self->address_row, FALSE);
  set_wrong (self->token_row, FALSE);
}

/* The field that has to change, or NULL when neither is wrong. */
static GtkEditable *
get_wrong_field (CorAccountDialog *self, const GError *error)
{
  if (error->domain != COR_SERVICE_ERROR)
    return NULL;
  switch (error->code)
    {
    case COR_SERVICE_ERROR_BAD_ADDRESS:
    case COR_SERVICE_ERROR_NOT_HTTPS:
    case COR_SERVICE_ERROR_BAD_RESPONSE:
    case COR_SERVICE_ERROR_NOT_FOUND:
    case COR_SERVICE_ERROR_OFFLINE:
    case COR_SERVICE_ERROR_TLS:
      return self->address_row;
    case COR_SERVICE_ERROR_UNAUTHORISED:
    case COR_SERVICE_ERROR_FORBIDDEN:
    case COR_SERVICE_ERROR_NO_ACCOUNT:
      return self->token_row;
    default:
      return NULL;
    }
}

static void
show_problem (CorAccountDialog *self, const GError *error)
{
  g_autofree char *text = cor_error_text (error);
  GtkEditable     *field = get_wrong_field (self, error);

  set_busy (self, FALSE);
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  if (field != NULL)
    {
      set_wrong (field, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (field));
    }
  if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_TLS))
    gtk_widget_grab_focus (GTK_WIDGET (self->ca_row));
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorAccountDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_accounts_add_finish (COR_STORE (source), result, &error) != 0)
    {
      /* one that had stopped does not look for a new token by itself */
      if (self->session != NULL && cor_session_get_engine (self->session) != NULL)
        cor_sync_engine_try_now (cor_session_get_engine (self->session));
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
}

/* Whether what is typed is still the account that the dialog was opened for. */
static gboolean
is_again (CorAccountDialog *self, const char *address)
{
  return self->again != NULL && g_strcmp0 (address, self->again->origin) == 0;
}

static void
show_choice (CorAccountDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *accounts = self->checked->profile->accounts;

  g_ptr_array_set_size (self->ids, 0);
  gtk_string_list_append (names, _ ("Choose an account"));
  for (guint i = 0; i < accounts->len; i++)
    {
      const CorDeskAccountRecord *account = accounts->pdata[i];

      gtk_string_list_append (names, account->name != NULL ? account->name : account->remote_id);
      g_ptr_array_add (self->ids, g_strdup (account->remote_id));
    }
  adw_combo_row_set_model (self->choice_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->choice_row, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->choice_row));
  set_busy (self, FALSE);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorAccountDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->checked, cor_checked_account_free);
  self->checked = cor_accounts_check_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->checked == NULL)
    show_problem (self, error);
  else if (self->checked->account->remote_id == NULL)
    show_choice (self);
  else
    cor_accounts_add_async (cor_session_get_store (self->session), self->checked, self->cancellable, on_added, g_object_ref (self));
}

static void
action_connect (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorAccountDialog *self = COR_ACCOUNT_DIALOG (widget);
  g_autofree char  *ca_file = self->ca != NULL ? g_file_get_path (self->ca) : NULL;
  g_autofree char  *address = g_strstrip (g_strdup (gtk_editable_get_text (self->address_row)));
  g_autofree char  *token = g_strstrip (g_strdup (gtk_editable_get_text (self->token_row)));
  CorAccountForm    form = { .address = address, .token = token, .ca_file = ca_file };

  if (address[0] == '\0' || token[0] == '\0')
    return;
  if (is_again (self, address))
    form.account_id = self->again->remote_id;
  else if (gtk_widget_get_visible (GTK_WIDGET (self->choice_row)))
    form.account_id = get_choice (self);
  clear_problem (self);
  set_busy (self, TRUE);
  cor_accounts_check_async (&form, self->cancellable, on_checked, g_object_ref (self));
}

static void
on_ca_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorAccountDialog) self = user_data;
  g_autoptr (GFile) file = cor_file_picker_open_finish (result, NULL);

  if (file == NULL || self->session == NULL)
    return;
  cor_account_dialog_set_authority (self, file);
  clear_problem (self);
}

static void
action_choose_ca (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorAccountDialog *self = COR_ACCOUNT_DIALOG (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Certificates"));
  gtk_file_filter_add_pattern (filter, "*.pem");
  gtk_file_filter_add_pattern (filter, "*.crt");
  gtk_file_filter_add_pattern (filter, "*.cer");
  cor_file_picker_open_async (GTK_WINDOW (self), _ ("Choose your company's authority"), filter, self->cancellable, on_ca_chosen, g_object_ref (self));
}

static void
on_changed (CorAccountDialog *self)
{
  clear_problem (self);
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), FALSE);
  update_connect (self);
}

static void
on_entry_activated (CorAccountDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "account.connect", NULL);
}

static void
cor_account_dialog_dispose (GObject *object)
{
  CorAccountDialog *self = COR_ACCOUNT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_ACCOUNT_DIALOG);
  g_clear_pointer (&self->checked, cor_checked_account_free);
  g_clear_pointer (&self->again, cor_account_data_unref);
  g_clear_object (&self->ca);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_account_dialog_parent_class)->dispose (object);
}

static void
cor_account_dialog_finalize (GObject *object)
{
  CorAccountDialog *self = COR_ACCOUNT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (cor_account_dialog_parent_class)->finalize (object);
}

static void
cor_account_dialog_class_init (CorAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_account_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_account_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/account/cor-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CorAccountDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, CorAccountDialog, ca_row);
  gtk_widget_class_bind_template_child (widget_class, CorAccountDialog, choice_row);
  gtk_widget_class_bind_template_child (widget_class, CorAccountDialog, connect_button);
  gtk_widget_class_bind_template_child (widget_class, CorAccountDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, CorAccountDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, CorAccountDialog, token_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_install_action (widget_class, "account.choose-ca", NULL, action_choose_ca);
  gtk_widget_class_install_action (widget_class, "account.connect", NULL, action_connect);
}

static void
cor_account_dialog_init (CorAccountDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->choice_row, "notify::selected", G_CALLBACK (update_connect), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

/**
 * cor_account_dialog_new:
 * @session: whose store gets the account
 * @address: (nullable): of the server, to begin with
 *
 * Returns: (transfer floating): the dialog; it closes itself when the account is added
 */
GtkWidget *
cor_account_dialog_new (CorSession *session, const char *address)
{
  CorAccountDialog *self = g_object_new (COR_TYPE_ACCOUNT_DIALOG, NULL);

  self->session = g_object_ref (session);
  if (address != NULL)
    gtk_editable_set_text (self->address_row, address);
  gtk_widget_grab_focus (GTK_WIDGET (address != NULL ? self->token_row : self->address_row));
  return GTK_WIDGET (self);
}

/**
 * cor_account_dialog_new_again:
 * @session: whose store has the account
 * @account: the one whose token is no longer good; copied
 *
 * Returns: (transfer floating): a dialog that asks for a new token only
 */
GtkWidget *
cor_account_dialog_new_again (CorSession *session, const CorAccountData *account)
{
  CorAccountDialog *self = COR_ACCOUNT_DIALOG (cor_account_dialog_new (session, account->origin));

  self->again = cor_account_data_ref ((CorAccountData *) account);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Sign in again"));
  if (account->ca_file != NULL)
    {
      g_autoptr (GFile) ca = g_file_new_for_path (account->ca_file);

      cor_account_dialog_set_authority (self, ca);
    }
  return GTK_WIDGET (self);
}

/**
 * cor_account_dialog_set_authority:
 * @ca: (transfer none): PEM file of the authority that the server's certificate is to be checked with
 */
void
cor_account_dialog_set_authority (CorAccountDialog *self, GFile *ca)
{
  g_autofree char *name = NULL;

  g_return_if_fail (COR_IS_ACCOUNT_DIALOG (self) && G_IS_FILE (ca));

  name = g_file_get_basename (ca);
  g_set_object (&self->ca, ca);
  adw_action_row_set_subtitle (self->ca_row, name);
}
