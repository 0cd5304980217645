/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-window"

#include "config.h"

#include "cor-window-private.h"

#include "cor-error-text.h"

/*
 * CorWindow: the window: the first-run page while the profile has no account, then the workbench. It
 * remembers its size.
 *
 * CSS nodes: window
 */
G_DEFINE_FINAL_TYPE (CorWindow, cor_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_workbench (CorWindow *self)
{
  if (self->workbench == NULL)
    {
      self->workbench = COR_WORKBENCH (cor_workbench_new (self->session));
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->workbench), "workbench");
      cor_workbench_restore (self->workbench);
      _cor_window_show_wanted (self);
    }
  gtk_stack_set_visible_child_name (self->stack, "workbench");
}

/* Once, when the accounts are known and the window is on the screen: a dialog that is there before it would be below it. */
static void
begin (CorWindow *self)
{
  CorAccountList *accounts = self->session != NULL ? cor_session_get_accounts (self->session) : NULL;

  if (accounts == NULL || !cor_account_list_is_loaded (accounts) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (cor_account_list_get_n (accounts) == 0)
    {
      if (self->server != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.add-account", NULL);
      else if (self->begins_in_sandbox)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.try-sandbox", NULL);
    }
  g_clear_pointer (&self->server, g_free);
  self->begins_in_sandbox = FALSE;
}

static void
on_accounts_changed (CorWindow *self)
{
  CorAccountList *accounts = cor_session_get_accounts (self->session);

  if (!cor_account_list_is_loaded (accounts))
    return;
  if (cor_account_list_get_n (accounts) == 0)
    gtk_stack_set_visible_child_name (self->stack, "first-run");
  else
    {
      _cor_window_start_sandbox (self);
      show_workbench (self);
    }
  begin (self);
}

/* Whether this profile was the last one that the workbench was seen on. */
static gboolean
was_open (CorWindow *self)
{
  GSettings       *settings = cor_session_get_settings (self->session);
  g_autofree char *profile = settings != NULL ? g_settings_get_string (settings, "profile") : NULL;

  return g_strcmp0 (profile, cor_store_get_profile_dir (cor_session_get_store (self->session))) == 0;
}

static void
restore_size (CorWindow *self)
{
  GSettings *settings = cor_session_get_settings (self->session);

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (CorWindow *self)
{
  GSettings *settings = self->session != NULL ? cor_session_get_settings (self->session) : NULL;
  int        width = 0;
  int        height = 0;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
}

static void
leave (CorWindow *self)
{
  if (self->workbench != NULL)
    cor_workbench_leave (self->workbench);
}

static void
on_active_changed (CorWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    leave (self);
}

static gboolean
cor_window_close_request (GtkWindow *window)
{
  CorWindow *self = COR_WINDOW (window);

  leave (self);
  remember_size (self);
  return GTK_WINDOW_CLASS (cor_window_parent_class)->close_request (window);
}

static void
cor_window_dispose (GObject *object)
{
  CorWindow *self = COR_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  self->workbench = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_WINDOW);
  g_clear_object (&self->sandbox);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_window_parent_class)->dispose (object);
}

static void
cor_window_finalize (GObject *object)
{
  CorWindow *self = COR_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->server);
  g_clear_pointer (&self->wanted, g_variant_unref);

  G_OBJECT_CLASS (cor_window_parent_class)->finalize (object);
}

static void
cor_window_class_init (CorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_FIRST_RUN_PAGE);
  G_OBJECT_CLASS (klass)->dispose = cor_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cor_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/cor-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CorWindow, first_run);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, toasts);
  _cor_window_install_actions (widget_class);
}

static void
cor_window_init (CorWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
  g_signal_connect (self, "map", G_CALLBACK (begin), NULL);
}

/**
 * cor_window_new:
 * @application: the application
 * @session: (nullable): the profile; %NULL with cor_window_show_problem()
 * @server: (nullable): address to connect to when there is no account
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
cor_window_new (GtkApplication *application, CorSession *session, const char *server)
{
  CorWindow *self = g_object_new (COR_TYPE_WINDOW, "application", application, NULL);

  self->server = g_strdup (server);
  if (session == NULL)
    return GTK_WIDGET (self);

  self->session = g_object_ref (session);
  self->sandbox = cor_sandbox_process_new (cor_store_get_profile_dir (cor_session_get_store (session)));
  g_signal_connect_object (cor_session_get_accounts (session), "changed", G_CALLBACK (on_accounts_changed), self, G_CONNECT_SWAPPED);
  _cor_window_follow_payments (self);
  restore_size (self);
  on_accounts_changed (self);
  if (was_open (self)) /* then it need not wait to hear that there are accounts */
    show_workbench (self);
  return GTK_WIDGET (self);
}

/**
 * cor_window_begin_in_sandbox:
 *
 * Where there is no account yet, the sandbox workspace is tried without being asked for.
 */
void
cor_window_begin_in_sandbox (CorWindow *self)
{
  self->begins_in_sandbox = TRUE;
  begin (self);
}

/**
 * cor_window_show_problem:
 * @error: why the profile could not be opened
 */
void
cor_window_show_problem (CorWindow *self, const GError *error)
{
  g_autofree char *text = cor_error_text (error);

  g_return_if_fail (COR_IS_WINDOW (self));

  adw_status_page_set_description (self->problem_page, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_page), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "blank");
}
