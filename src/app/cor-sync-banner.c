/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sync-banner"

#include "config.h"

#include "cor-sync-banner.h"

#include <glib/gi18n-lib.h>

#include "cor-error-text.h"
#include "cor-when.h"

/*
 * CorSyncBanner: says quietly that there is no connection, and since when; or that an account needs
 * the agent. Nothing else of the window changes: reading, searching and writing go on.
 *
 * CSS nodes: corsyncbanner > revealer > .cor-banner
 */
struct _CorSyncBanner
{
  GtkWidget parent_instance;

  CorSession *session; /* owned */
  guint       second_source;

  /* Template */
  GtkRevealer *revealer;
  GtkImage    *icon;
  GtkLabel    *text;
  GtkLabel    *next_try;
  GtkButton   *button;
};

G_DEFINE_FINAL_TYPE (CorSyncBanner, cor_sync_banner, GTK_TYPE_WIDGET)

static const CorAccountData *
get_troubled (CorSyncBanner *self)
{
  return cor_account_list_get_troubled (cor_session_get_accounts (self->session));
}

static void
update_next_try (CorSyncBanner *self)
{
  const CorAccountData *account = get_troubled (self);
  gint64                left = account != NULL ? account->next_try_at - cor_session_get_now (self->session) : 0;
  g_autofree char      *text = NULL;

  if (account != NULL && account->sync == COR_SYNC_OFFLINE && account->next_try_at != 0)
    text = left > 0 ? g_strdup_printf (_ ("Next try in %d s"), (int) MIN (left, 3600)) : g_strdup (_ ("Trying…"));
  gtk_label_set_label (self->next_try, text != NULL ? text : "");
}

static gboolean
on_second (gpointer user_data)
{
  update_next_try (user_data);
  return G_SOURCE_CONTINUE;
}

/* Of several accounts it has to be said which. */
static char *
dup_stopped_text (CorSyncBanner *self, const CorAccountData *account)
{
  g_autofree char *text = cor_service_error_text (account->error_code, account->error_text);

  if (cor_account_list_get_n (cor_session_get_accounts (self->session)) < 2)
    return g_steal_pointer (&text);
  /* TRANSLATORS: the name of an account, and what is wrong with it */
  return g_strdup_printf (_ ("%s: %s"), cor_account_list_get_title (cor_session_get_accounts (self->session), account), text);
}

static char *
dup_offline_text (CorSyncBanner *self, const CorAccountData *account)
{
  CorAccountList  *accounts = cor_session_get_accounts (self->session);
  g_autofree char *since = NULL;

  if (cor_account_list_get_n (accounts) > 1)
    return g_strdup_printf (_ ("No connection to %s. You can read, search and write; replies wait here."), cor_account_list_get_title (accounts, account));
  if (account->sync_since == 0)
    return g_strdup (_ ("No connection. You can read, search and write; replies wait here."));
  since = cor_when_short (account->sync_since, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  /* TRANSLATORS: a time, such as 10:32 */
  return g_strdup_printf (_ ("No connection since %s. You can read, search and write; replies wait here."), since);
}

static void
update (CorSyncBanner *self)
{
  const CorAccountData *account = get_troubled (self);
  gboolean              stopped = account != NULL && account->sync == COR_SYNC_STOPPED;
  g_autofree char      *text = NULL;

  gtk_revealer_set_reveal_child (self->revealer, account != NULL);
  if (account == NULL)
    {
      g_clear_handle_id (&self->second_source, g_source_remove);
      return;
    }
  text = stopped ? dup_stopped_text (self, account) : dup_offline_text (self, account);
  gtk_label_set_label (self->text, text);
  gtk_button_set_label (self->button, stopped ? _ ("Accounts…") : _ ("Try now"));
  gtk_image_set_from_icon_name (self->icon, stopped ? "cor-warning-symbolic" : "cor-offline-symbolic");
  update_next_try (self);
  if (self->second_source == 0)
    self->second_source = g_timeout_add_seconds (1, on_second, self);
}

static void
on_clicked (CorSyncBanner *self)
{
  const CorAccountData *account = get_troubled (self);

  if (account != NULL && account->sync == COR_SYNC_STOPPED)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.accounts", NULL);
  else if (cor_session_get_engine (self->session) != NULL)
    cor_sync_engine_try_now (cor_session_get_engine (self->session));
}

static void
cor_sync_banner_dispose (GObject *object)
{
  CorSyncBanner *self = COR_SYNC_BANNER (object);

  g_clear_handle_id (&self->second_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_SYNC_BANNER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_sync_banner_parent_class)->dispose (object);
}

static void
cor_sync_banner_class_init (CorSyncBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_sync_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/cor-sync-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSyncBanner, button);
  gtk_widget_class_bind_template_child (widget_class, CorSyncBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, CorSyncBanner, next_try);
  gtk_widget_class_bind_template_child (widget_class, CorSyncBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, CorSyncBanner, text);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "corsyncbanner");
}

static void
cor_sync_banner_init (CorSyncBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_sync_banner_new:
 * @session: whose accounts it speaks of
 *
 * Returns: (transfer floating): a banner that shows itself when there is something to say
 */
GtkWidget *
cor_sync_banner_new (CorSession *session)
{
  CorSyncBanner *self = g_object_new (COR_TYPE_SYNC_BANNER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (cor_session_get_accounts (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
