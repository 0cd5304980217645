/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-timeline-view"

#include "config.h"

#include "cor-timeline-view.h"
#include "cor-timeline-follow.h"
#include "cor-timeline-row.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

#include "cor-str.h"

#define NEAR_START 120     /* px from the top where older messages are asked for */
#define SKELETON_DELAY 200 /* ms without an answer before grey bubbles stand where messages will be */

/*
 * CorTimelineView: the scrolled timeline. Where it stands is told in cor-timeline-follow.c; near the beginning
 * it asks for what is older. Bubbles without words stand at the end while nothing can be shown yet, and a
 * button that says how much is new while the end is out of sight.
 *
 * CSS nodes: cortimelineview > overlay > scrolledwindow > listview.timeline, box.skeleton, button.news
 */
struct _CorTimelineView
{
  GtkWidget parent_instance;

  CorSession        *session;  /* owned, or NULL */
  CorTimeline       *timeline; /* owned, or NULL */
  CorTimelineFollow *follow;   /* owned */
  char              *mark_text;
  gint64             account; /* local id, 0 unknown */
  guint              skeleton_source;
  guint              is_offline : 1; /* the account is */
  guint              is_opening : 1; /* a conversation, of which nothing is known yet */

  /* Template */
  GtkListView       *list;
  GtkButton         *news;
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
  if (!cor_timeline_follow_is_following (self->follow))
    load_older_near_start (self);
}

/* What came in while the agent reads elsewhere is said, and nothing moves. */
static void
update_news (CorTimelineView *self)
{
  guint            n_new = self->is_opening ? 0 : cor_timeline_follow_get_n_new (self->follow);
  g_autofree char *words = g_strdup_printf (ngettext ("%u new message", "%u new messages", n_new), n_new);

  if (n_new > 0)
    gtk_button_set_label (self->news, words);
  gtk_widget_set_visible (GTK_WIDGET (self->news), n_new > 0);
}

static void
on_loaded (CorTimelineView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  self->is_opening = FALSE;
  update_news (self);
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

  g_clear_handle_id (&self->skeleton_source, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TIMELINE_VIEW);
  cor_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->follow);
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
  gtk_widget_class_bind_template_child (widget_class, CorTimelineView, news);
  gtk_widget_class_bind_template_child (widget_class, CorTimelineView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CorTimelineView, skeleton);
  gtk_widget_class_bind_template_callback (widget_class, cor_timeline_view_go_to_end);
}

static void
cor_timeline_view_init (CorTimelineView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  self->follow = cor_timeline_follow_new (self->scrolled, self->list);
  g_signal_connect_object (self->follow, "changed", G_CALLBACK (update_news), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
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
  cor_timeline_follow_set_timeline (self->follow, timeline);
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
  update_news (self);
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
  g_return_if_fail (COR_IS_TIMELINE_VIEW (self) && self->timeline != NULL);

  cor_timeline_follow_begin (self->follow);
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

  return cor_timeline_follow_is_following (self->follow);
}
