/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-window"

#include "config.h"

#include "cor-window-private.h"

#include "cor-about.h"
#include "cor-account-dialog.h"
#include "cor-accounts-dialog.h"
#include "cor-knowledge-page.h"
#include "cor-palette.h"
#include "cor-transient.h"

/* The actions of the window; cor-application.c gives them their keys. */

static void
present_over (CorWindow *self, GtkWidget *dialog)
{
  cor_transient_set (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
action_about (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cor_about_present (GTK_WINDOW (widget));
}

static void
action_accounts (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->session != NULL)
    present_over (self, cor_accounts_dialog_new (self->session));
}

static void
action_add_account (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->session != NULL)
    present_over (self, cor_account_dialog_new (self->session, self->server));
}

static void
action_try_sandbox (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _cor_window_try_sandbox (COR_WINDOW (widget));
}

static void
action_step (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_step (self->workbench, g_str_equal (action_name, "win.next-conversation") ? 1 : -1);
}

static void
action_view (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_open_nth_view (self->workbench, g_variant_get_uint32 (parameter));
}

static void
action_context_tab (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_open_context_tab (self->workbench, g_variant_get_uint32 (parameter));
}

/* Whichever payment that is, the pane says it. */
static void
action_payment (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL && cor_workbench_open_context_tab_named (self->workbench, "payment"))
    cor_payment_case_choose (cor_session_get_payment_case (self->session), g_variant_get_string (parameter, NULL));
}

/* Where it is open, its key closes it. */
static void
action_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow  *self = COR_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);

  if (self->workbench == NULL)
    return;
  if (g_strcmp0 (cor_workbench_get_page (self->workbench), page) == 0)
    cor_workbench_close_page (self->workbench);
  else
    cor_workbench_open_page (self->workbench, page);
}

static void
action_open_view (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_open_view (self->workbench, g_variant_get_string (parameter, NULL));
}

static void
action_open_conversation (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench == NULL)
    return;
  cor_workbench_leave_place (self->workbench);
  cor_workbench_open_conversation (self->workbench, g_variant_get_int64 (parameter));
}

static CorKnowledgePage *
open_knowledge (CorWindow *self)
{
  CorPage *page = self->workbench != NULL ? cor_workbench_open_page (self->workbench, "knowledge") : NULL;

  return page != NULL ? COR_KNOWLEDGE_PAGE (page) : NULL;
}

static void
action_article (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorKnowledgePage *page = open_knowledge (COR_WINDOW (widget));

  if (page != NULL)
    cor_knowledge_page_open_article (page, g_variant_get_int64 (parameter));
}

static void
action_find_knowledge (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorKnowledgePage *page = open_knowledge (COR_WINDOW (widget));

  if (page != NULL)
    cor_knowledge_page_find (page, g_variant_get_string (parameter, NULL));
}

static void
action_insert_answer (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_insert_answer (self->workbench, g_str_equal (action_name, "win.insert-answer-link"));
}

static void
action_calculate_payment (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_calculate_payment (self->workbench);
}

/* Something happened that has no place of its own on the screen. */
static void
action_tell (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (COR_WINDOW (widget)->toasts, toast);
}

static void
action_palette (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    gtk_window_present (GTK_WINDOW (cor_palette_new (self->session, GTK_WINDOW (self), cor_workbench_has_conversation (self->workbench))));
}

static void
action_search (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_search (self->workbench);
}

/* The same key searches whatever is on the screen. */
static void
action_find (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_find (self->workbench);
}

static void
action_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_go_back (self->workbench);
}

static void
action_toggle_context (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow *self = COR_WINDOW (widget);

  if (self->workbench != NULL)
    cor_workbench_toggle_context (self->workbench);
}

/* "win.reply" is "conversation.reply" of the open conversation, wherever the focus is. */
static void
action_conversation (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorWindow       *self = COR_WINDOW (widget);
  g_autofree char *name = g_strconcat ("conversation.", action_name + strlen ("win."), NULL);

  if (self->workbench != NULL)
    cor_workbench_act (self->workbench, name);
}

/**
 * _cor_window_install_actions:
 * @widget_class: of the window
 */
void
_cor_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.about", NULL, action_about);
  gtk_widget_class_install_action (widget_class, "win.accounts", NULL, action_accounts);
  gtk_widget_class_install_action (widget_class, "win.add-account", NULL, action_add_account);
  gtk_widget_class_install_action (widget_class, "win.article", "x", action_article);
  gtk_widget_class_install_action (widget_class, "win.assign-to-me", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.attach", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, action_back);
  gtk_widget_class_install_action (widget_class, "win.calculate-payment", NULL, action_calculate_payment);
  gtk_widget_class_install_action (widget_class, "win.conversation", "x", action_open_conversation);
  gtk_widget_class_install_action (widget_class, "win.context-tab", "u", action_context_tab);
  gtk_widget_class_install_action (widget_class, "win.discard-draft", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, action_find);
  gtk_widget_class_install_action (widget_class, "win.find-knowledge", "s", action_find_knowledge);
  gtk_widget_class_install_action (widget_class, "win.insert-answer", NULL, action_insert_answer);
  gtk_widget_class_install_action (widget_class, "win.insert-answer-link", NULL, action_insert_answer);
  gtk_widget_class_install_action (widget_class, "win.next-conversation", NULL, action_step);
  gtk_widget_class_install_action (widget_class, "win.note", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.open-view", "s", action_open_view);
  gtk_widget_class_install_action (widget_class, "win.page", "s", action_page);
  gtk_widget_class_install_action (widget_class, "win.palette", NULL, action_palette);
  gtk_widget_class_install_action (widget_class, "win.previous-conversation", NULL, action_step);
  gtk_widget_class_install_action (widget_class, "win.reply", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.payment", "s", action_payment);
  gtk_widget_class_install_action (widget_class, "win.resolve", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, action_search);
  gtk_widget_class_install_action (widget_class, "win.send-later", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.snooze", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.template", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", action_tell);
  gtk_widget_class_install_action (widget_class, "win.toggle-context", NULL, action_toggle_context);
  gtk_widget_class_install_action (widget_class, "win.try-sandbox", NULL, action_try_sandbox);
  gtk_widget_class_install_action (widget_class, "win.undo-send", NULL, action_conversation);
  gtk_widget_class_install_action (widget_class, "win.view", "u", action_view);
}
