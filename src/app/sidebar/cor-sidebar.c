/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-sidebar"

#include "config.h"

#include "cor-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cor-avatar.h"
#include "cor-page.h"
#include "cor-sidebar-row.h"
#include "cor-unparent.h"
#include "cor-view-text.h"

/*
 * CorSidebar: who works here and whether the desk is reachable, the views, the channels, the labels; at its
 * foot, which never scrolls away, the pages.
 *
 * Signals: "view-activated" (CorView), "page-activated" (name): the agent chose it.
 *
 * CSS nodes: corsidebar
 */
struct _CorSidebar
{
  GtkWidget parent_instance;

  CorSession *session;  /* owned */
  char       *selected; /* owned: key of the row that is selected, there or not */

  /* Template */
  GtkWidget  *header;
  CorAvatar  *avatar;
  GtkLabel   *agent;
  GtkLabel   *state;
  GtkListBox *list_box;
  GtkListBox *page_box;
  GtkWidget  *foot;
};

G_DEFINE_FINAL_TYPE (CorSidebar, cor_sidebar, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_VIEW = 1
} CorSidebarProperty;

static GParamSpec *properties[PROP_VIEW + 1];

enum
{
  VIEW_ACTIVATED,
  PAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkListBoxRow *
find_row (GtkListBox *box, const char *key)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; key != NULL && (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    if (g_strcmp0 (cor_view_item_get_key (cor_sidebar_row_get_item (COR_SIDEBAR_ROW (row))), key) == 0)
      return row;
  return NULL;
}

static void
show_selected (CorSidebar *self)
{
  gtk_list_box_select_row (self->list_box, find_row (self->list_box, self->selected));
  gtk_list_box_select_row (self->page_box, find_row (self->page_box, self->selected));
}

static void
on_items_changed (CorSidebar *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    cor_sidebar_row_update_visible (COR_SIDEBAR_ROW (row));
  show_selected (self);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return cor_sidebar_row_new (item);
}

static void
update_section (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  CorViewSection section = cor_view_item_get_section (cor_sidebar_row_get_item (COR_SIDEBAR_ROW (row)));
  GtkWidget     *label = NULL;

  if (section == COR_SECTION_VIEWS || (before != NULL && cor_view_item_get_section (cor_sidebar_row_get_item (COR_SIDEBAR_ROW (before))) == section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (section == COR_SECTION_CHANNELS ? _ ("CHANNELS") : _ ("LABELS"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "cor-section");
  gtk_widget_add_css_class (label, "cor-dim");
  gtk_list_box_row_set_header (row, label);
}

static void
on_row_activated (CorSidebar *self, CorSidebarRow *row)
{
  CorViewItem *item = cor_sidebar_row_get_item (row);

  g_free (self->selected);
  self->selected = g_strdup (cor_view_item_get_key (item));
  show_selected (self); /* one row in two lists */
  if (cor_view_item_get_view (item) != NULL)
    g_signal_emit (self, signals[VIEW_ACTIVATED], 0, cor_view_item_get_view (item));
  else
    g_signal_emit (self, signals[PAGE_ACTIVATED], 0, cor_view_item_get_page (item));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static const char *
get_state_text (CorSyncState state)
{
  switch (state)
    {
    case COR_SYNC_CONNECTING:
      return _ ("Connecting…");
    case COR_SYNC_LOADING:
      return _ ("Loading…");
    case COR_SYNC_OFFLINE:
      return _ ("Offline");
    case COR_SYNC_STOPPED:
      return _ ("Needs you");
    case COR_SYNC_OFF:
      return _ ("Not connected");
    case COR_SYNC_IDLE:
    default:
      return _ ("Up to date");
    }
}

static void
on_accounts_changed (CorSidebar *self)
{
  CorAccountList       *accounts = cor_session_get_accounts (self->session);
  const CorAccountData *account = cor_account_list_get_troubled (accounts);
  const char           *name = NULL;

  if (cor_account_list_get_n (accounts) == 0)
    return;
  if (account == NULL)
    account = cor_account_list_get (accounts, 0);
  name = account->agent_name != NULL ? account->agent_name : account->name;
  cor_avatar_set_name (self->avatar, name);
  gtk_label_set_label (self->agent, name != NULL ? name : account->origin);
  gtk_label_set_label (self->state, get_state_text (account->sync));
}

static void
cor_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CorSidebar  *self = COR_SIDEBAR (object);
  CorViewItem *item = NULL;

  switch ((CorSidebarProperty) prop_id)
    {
    case PROP_VIEW:
      if (self->session != NULL && self->selected != NULL)
        item = cor_view_list_get_by_key (cor_session_get_views (self->session), self->selected);
      g_value_set_boxed (value, item != NULL ? cor_view_item_get_view (item) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_sidebar_dispose (GObject *object)
{
  CorSidebar *self = COR_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_SIDEBAR);
  cor_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (cor_sidebar_parent_class)->dispose (object);
}

static void
cor_sidebar_class_init (CorSidebarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_AVATAR);
  object_class->dispose = cor_sidebar_dispose;
  object_class->get_property = cor_sidebar_get_property;

  properties[PROP_VIEW] = g_param_spec_boxed ("view", NULL, NULL, COR_TYPE_VIEW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[VIEW_ACTIVATED] = g_signal_new ("view-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, COR_TYPE_VIEW);
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/sidebar/cor-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSidebar, agent);
  gtk_widget_class_bind_template_child (widget_class, CorSidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, CorSidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, CorSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, CorSidebar, list_box);
  gtk_widget_class_bind_template_child (widget_class, CorSidebar, page_box);
  gtk_widget_class_bind_template_child (widget_class, CorSidebar, state);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "corsidebar");
}

static void
cor_sidebar_init (CorSidebar *self)
{
  guint              n = 0;
  const CorPageKind *pages = cor_page_get_kinds (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->foot, n > 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CorViewItem) item = cor_view_item_new (COR_SECTION_PAGES, NULL, pages[i].name, COR_HUE_SLATE);

      gtk_list_box_append (self->page_box, cor_sidebar_row_new (item));
    }
  gtk_list_box_set_header_func (self->list_box, update_section, NULL, NULL);
}

/**
 * cor_sidebar_new:
 *
 * Returns: (transfer floating): a sidebar without a session
 */
GtkWidget *
cor_sidebar_new (void)
{
  return g_object_new (COR_TYPE_SIDEBAR, NULL);
}

/**
 * cor_sidebar_set_session:
 * @session: to be called once
 */
void
cor_sidebar_set_session (CorSidebar *self, CorSession *session)
{
  CorViewList *views = NULL;

  g_return_if_fail (COR_IS_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  views = cor_session_get_views (session);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (views), create_row, NULL, NULL);
  g_signal_connect_object (views, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_items_changed (self);
  g_signal_connect_object (cor_session_get_accounts (session), "changed", G_CALLBACK (on_accounts_changed), self, G_CONNECT_SWAPPED);
  on_accounts_changed (self);
}

/**
 * cor_sidebar_select:
 * @key: (nullable): see cor_view_item_get_key(); need not be there yet
 *
 * Marks a row; emits nothing.
 */
void
cor_sidebar_select (CorSidebar *self, const char *key)
{
  g_return_if_fail (COR_IS_SIDEBAR (self));

  if (g_strcmp0 (self->selected, key) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (key);
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * cor_sidebar_set_page_count:
 * @page: name of a page
 * @n: how much in it waits for the agent
 */
void
cor_sidebar_set_page_count (CorSidebar *self, const char *page, guint n)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (COR_IS_SIDEBAR (self));

  row = find_row (self->page_box, page);
  if (row != NULL)
    cor_view_item_set_counts (cor_sidebar_row_get_item (COR_SIDEBAR_ROW (row)), n, 0);
}

/**
 * cor_sidebar_activate_nth:
 * @n: 0 for the first row that can be seen
 *
 * Returns: whether there is such a row
 */
gboolean
cor_sidebar_activate_nth (CorSidebar *self, guint n)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (COR_IS_SIDEBAR (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (row)) && n-- == 0)
      {
        gtk_list_box_select_row (self->list_box, row);
        on_row_activated (self, COR_SIDEBAR_ROW (row));
        return TRUE;
      }
  return FALSE;
}

/**
 * cor_sidebar_set_window_controls:
 * @shown: whether the sidebar is at the window's right edge too
 */
void
cor_sidebar_set_window_controls (CorSidebar *self, gboolean shown)
{
  g_return_if_fail (COR_IS_SIDEBAR (self));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), shown);
}
