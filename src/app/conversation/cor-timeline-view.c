/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-timeline-view"

#include "config.h"

#include "cor-timeline-view.h"
#include "cor-timeline-row.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

#include "cor-str.h"

#define NEAR_START 120     /* px from the top where older messages are asked for */
#define NEAR_END 12        /* px from the bottom that still count as the bottom */
#define SKELETON_DELAY 200 /* ms without an answer before grey bubbles stand where messages will be */

/*
 * CorTimelineView: the scrolled timeline. It stays at the end when it is at the end, and where it is
 * otherwise; near the beginning it asks for what is older. Bubbles without words stand at the end while
 * nothing can be shown yet.
 *
 * CSS nodes: cortimelineview > overlay > scrolledwindow > listview.timeline, box.skeleton
 */
struct _CorTimelineView
{
  GtkWidget parent_instance;

  CorSession  *session;  /* owned, or NULL */
  CorTimeline *timeline; /* owned, or NULL */
  char        *mark_text;
  gint64       account;                 /* local id, 0 unknown */
  double       known_upper, known_page; /* of the last layout: a value that moves with them was not the agent's */
  guint        tick;
  guint        skeleton_source;
  guint        is_at_end : 1;
  guint        is_offline : 1; /* the account is */
  guint        is_opening : 1; /* a conversation, of which nothing is known yet */

  /* Template */
  GtkListView       *list;
  GtkScrolledWindow *scrolled;
  GtkWidget         *skeleton;
};

G_DEFINE_FINAL_TYPE (CorTimelineView, cor_timeline_view, GTK_TYPE_WIDGET)

static GtkAdjustment *
get_adjustment (CorTimelineView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

static gboolean
on_still_waiting (gpointer user_data)
{
  CorTimelineView *self = user_data;

  self->skeleton_source = 0;
  gtk_widget_set_visible (self->skeleton, TRUE);
  return G_SOURCE_REMOVE;
}

/* Nothing of the conversation is here, but it is on its way. */
static gboolean
waits_for_first (CorTimelineView *self)
{
  g_autoptr (CorTimelineItem) only = NULL;

  if (self->is_opening)
    return TRUE;
  if (self->is_offline || g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) != 1)
    return FALSE;
  only = g_list_model_get_item (G_LIST_MODEL (self->timeline), 0);
  return cor_timeline_item_get_kind (only) == COR_TIMELINE_LOADING;
}

static void
update_skeleton (CorTimelineView *self)
{
  if (!waits_for_first (self))
    {
      g_clear_handle_id (&self->skeleton_source, g_source_remove);
      gtk_widget_set_visible (self->skeleton, FALSE);
    }
  else if (self->skeleton_source == 0 && !gtk_widget_get_visible (self->skeleton))
    self->skeleton_source = g_timeout_add (SKELETON_DELAY, on_still_waiting, self);
}

/* Before the next layout, so that the end is there in the first frame. */
static void
anchor_at_end (CorTimelineView *self)
{
  guint n = self->timeline ? g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) : 0;

  if (n > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", n - 1);
}

/* A row that grew after it was laid out leaves a rest. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CorTimelineView *self = COR_TIMELINE_VIEW (widget);
  GtkAdjustment   *adjustment = get_adjustment (self);

  self->tick = 0;
  if (self->is_at_end)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  return G_SOURCE_REMOVE;
}

static void
load_older_near_start (CorTimelineView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (self->timeline != NULL && cor_timeline_has_older (self->timeline) && gtk_adjustment_get_page_size (adjustment) > 0 &&
      gtk_adjustment_get_value (adjustment) < NEAR_START)
    cor_timeline_load_older (self->timeline);
}

static void
on_value_changed (CorTimelineView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double         upper = gtk_adjustment_get_upper (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  if (upper != self->known_upper || page != self->known_page)
    return; /* layout moved it */
  self->is_at_end = gtk_adjustment_get_value (adjustment) + page >= upper - NEAR_END;
  if (!self->is_at_end)
    load_older_near_start (self);
}

static void
on_layout_changed (CorTimelineView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  self->known_upper = gtk_adjustment_get_upper (adjustment);
  self->known_page = gtk_adjustment_get_page_size (adjustment);
  if (self->is_at_end && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_loaded (CorTimelineView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  self->is_opening = FALSE;
  if (self->is_at_end)
    anchor_at_end (self);
  /* a thread that does not fill the view cannot be scrolled to ask for more */
  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    load_older_near_start (self);
  update_skeleton (self);
}

/* What is on its way from the server does not come while there is no connection. */
static void
update_offline (CorTimelineView *self)
{
  const CorAccountData *account = self->account != 0 ? cor_account_list_get_by_id (cor_session_get_accounts (self->session), self->account) : NULL;
  gboolean              is_offline = account != NULL && (account->sync == COR_SYNC_OFFLINE || account->sync == COR_SYNC_STOPPED || account->sync == COR_SYNC_OFF);

  if (self->is_offline == is_offline)
    return;
  self->is_offline = is_offline;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (COR_IS_TIMELINE_ROW (gtk_widget_get_first_child (child)))
      cor_timeline_row_set_offline (COR_TIMELINE_ROW (gtk_widget_get_first_child (child)), is_offline);
  update_skeleton (self);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, cor_timeline_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  CorTimelineView *self = user_data;
  CorTimelineRow  *row = COR_TIMELINE_ROW (gtk_list_item_get_child (list_item));

  cor_timeline_row_set_mark_text (row, self->mark_text);
  cor_timeline_row_set_offline (row, self->is_offline);
  cor_timeline_row_set_item (row, self->session, cor_timeline_get_conversation (self->timeline), gtk_list_item_get_item (list_item));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           gpointer                  user_data)
{
  cor_timeline_row_set_item (COR_TIMELINE_ROW (gtk_list_item_get_child (list_item)), NULL, 0, NULL);
}

static void
cor_timeline_view_dispose (GObject *object)
{
  CorTimelineView *self = COR_TIMELINE_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->skeleton_source, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TIMELINE_VIEW);
  cor_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->timeline);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_timeline_view_parent_class)->dispose (object);
}

static void
cor_timeline_view_finalize (GObject *object)
{
  CorTimelineView *self = COR_TIMELINE_VIEW (object);

  g_clear_pointer (&self->mark_text, g_free);

  G_OBJECT_CLASS (cor_timeline_view_parent_class)->finalize (object);
}

static void
cor_timeline_view_class_init (CorTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_timeline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_timeline_view_finalize;

  gtk_widget_class_set_css_name (widget_class, "cortimelineview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, CorTimelineView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CorTimelineView, skeleton);
}

static void
cor_timeline_view_init (CorTimelineView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->is_at_end = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (on_layout_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cor_timeline_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
cor_timeline_view_new (void)
{
  return g_object_new (COR_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * cor_timeline_view_set_timeline:
 * @session: (transfer none): its clock and zone
 * @timeline: (transfer none): what to show
 *
 * To be called once.
 */
void
cor_timeline_view_set_timeline (CorTimelineView *self,
                                CorSession      *session,
                                CorTimeline     *timeline)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (COR_IS_TIMELINE_VIEW (self) && self->timeline == NULL);

  self->session = g_object_ref (session);
  self->timeline = g_object_ref (timeline);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (timeline)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (timeline, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_accounts (session), "changed", G_CALLBACK (update_offline), self, G_CONNECT_SWAPPED);
}

/**
 * cor_timeline_view_set_mark_text:
 * @text: (nullable): what the mark says; %NULL for "New". For rows bound from now on
 */
void
cor_timeline_view_set_mark_text (CorTimelineView *self,
                                 const char      *text)
{
  g_return_if_fail (COR_IS_TIMELINE_VIEW (self));

  cor_set_str (&self->mark_text, text);
}

/**
 * cor_timeline_view_set_account:
 * @account: local id of the account the conversation belongs to: its connection is spoken of
 */
void
cor_timeline_view_set_account (CorTimelineView *self,
                               gint64           account)
{
  g_return_if_fail (COR_IS_TIMELINE_VIEW (self) && self->session != NULL);

  if (self->account == account)
    return;
  self->account = account;
  update_offline (self);
}

/**
 * cor_timeline_view_set_opening:
 * @is_opening: a conversation is being looked for; ends by itself when the timeline is loaded
 */
void
cor_timeline_view_set_opening (CorTimelineView *self,
                               gboolean         is_opening)
{
  g_return_if_fail (COR_IS_TIMELINE_VIEW (self) && self->timeline != NULL);

  self->is_opening = !!is_opening;
  update_skeleton (self);
}

/**
 * cor_timeline_view_go_to_end:
 *
 * Shows the newest message, and stays there.
 */
void
cor_timeline_view_go_to_end (CorTimelineView *self)
{
  g_return_if_fail (COR_IS_TIMELINE_VIEW (self));

  self->is_at_end = TRUE;
  anchor_at_end (self);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/**
 * cor_timeline_view_is_at_end:
 *
 * Returns: whether the newest message is in sight, and will be when another one comes
 */
gboolean
cor_timeline_view_is_at_end (CorTimelineView *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_VIEW (self), FALSE);

  return self->is_at_end;
}
