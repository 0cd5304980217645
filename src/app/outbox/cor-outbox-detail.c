/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-outbox-detail"

#include "config.h"

#include "cor-outbox-detail.h"
#include "cor-avatar.h"
#include "cor-change-text.h"
#include "cor-channel-text.h"
#include "cor-intent-text.h"
#include "cor-label-script.h"
#include "cor-message-text.h"
#include "cor-timeline-view.h"

#include <glib/gi18n-lib.h>

#include "cor-markdown.h"
#include "cor-script.h"
#include "cor-timeline-lookup.h"

/*
 * CorOutboxDetail: something unsent beside the conversation it was written in, with a line where it was
 * written and what is new since. Its buttons activate the "outbox." actions of the pane.
 *
 * CSS nodes: coroutboxdetail > box
 */
struct _CorOutboxDetail
{
  GtkWidget parent_instance;

  CorSession    *session;  /* owned, or NULL */
  CorTimeline   *timeline; /* owned, or NULL */
  CorOutboxItem *item;     /* owned, or NULL */
  gulong         changed_handler;
  const char    *channel_class;

  /* Template */
  GtkWidget       *again;
  CorAvatar       *avatar;
  GtkWidget       *back;
  GtkImage        *channel;
  GtkWidget       *check;
  GtkWidget       *columns;
  GtkWidget       *controls;
  GtkWidget       *discard;
  GtkWidget       *edit;
  GtkLabel        *headline;
  GtkLabel        *name;
  GtkLabel        *own_files;
  GtkLabel        *own_foot;
  GtkLabel        *own_text;
  GtkLabel        *own_title;
  GtkLabel        *place;
  GtkLabel        *reason;
  GtkWidget       *root;
  GtkWidget       *schedule;
  CorTimelineView *view;
  GtkWidget       *why;
  GtkImage        *why_icon;
};

G_DEFINE_FINAL_TYPE (CorOutboxDetail, cor_outbox_detail, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_head (CorOutboxDetail     *self,
             const CorIntentData *intent)
{
  g_autofree char *place = intent->display_id && intent->display_id[0]
                             ? g_strdup_printf (_ ("%s · #%s"), cor_channel_get_title (intent->channel), intent->display_id)
                             : g_strdup (cor_channel_get_title (intent->channel));

  gtk_label_set_label (self->name, intent->name);
  cor_avatar_set_name (self->avatar, intent->name);
  gtk_label_set_label (self->place, place);
  gtk_image_set_from_icon_name (self->channel, cor_channel_get_icon_name (intent->channel));
  if (self->channel_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->channel), self->channel_class);
  self->channel_class = cor_channel_get_css_class (intent->channel);
  gtk_widget_add_css_class (GTK_WIDGET (self->channel), self->channel_class);
}

static void
update_why (CorOutboxDetail     *self,
            const CorIntentData *intent)
{
  g_autofree char *clock = cor_clock_text (intent->created_at, cor_session_get_time_zone (self->session));
  g_autofree char *outlook = cor_intent_text_dup_outlook (intent, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  g_autofree char *reason = NULL;
  gboolean         is_waiting = intent->state == COR_INTENT_QUEUED || intent->state == COR_INTENT_SCHEDULED || intent->state == COR_INTENT_SENDING;
  gboolean         is_change = intent->kind != COR_INTENT_REPLY && intent->kind != COR_INTENT_NOTE;

  if (is_waiting)
    reason = g_strdup (outlook);
  else if (is_change)
    /* TRANSLATORS: a time, and a sentence that says what a colleague did meanwhile */
    reason = g_strdup_printf (_ ("You asked for it at %s. %s"), clock, outlook);
  else if (intent->state == COR_INTENT_HELD && intent->detail != NULL && intent->detail[0] != '\0')
    reason = g_strdup_printf (_ ("You wrote it at %s. %s (%s)"), clock, outlook, intent->detail);
  else
    /* TRANSLATORS: a time, and a sentence that says why it was not sent */
    reason = g_strdup_printf (_ ("You wrote it at %s. %s"), clock, outlook);
  gtk_label_set_label (self->headline, cor_intent_text_get_headline (intent->state, intent->hold));
  gtk_label_set_label (self->reason, reason);
  gtk_image_set_from_icon_name (self->why_icon, cor_intent_text_get_icon_name (intent->state));
  set_class (self->why, "failed", intent->state == COR_INTENT_FAILED);
  set_class (self->why, "waits", is_waiting);
}

static void
update_own (CorOutboxDetail     *self,
            const CorIntentData *intent)
{
  gboolean         has_text = intent->text != NULL && intent->text[0] != '\0';
  gboolean         is_note = intent->kind == COR_INTENT_NOTE;
  g_autofree char *markup = cor_markdown_to_pango (intent->text);
  g_autofree char *foot = NULL;
  g_autofree char *wish = cor_change_text_dup_wish (intent);
  g_autofree char *clock = cor_clock_text (intent->updated_at, cor_session_get_time_zone (self->session));
  g_autofree char *names = intent->files != NULL ? g_strjoinv ("\n", intent->files) : NULL;

  gtk_label_set_label (self->own_title, !has_text && names == NULL ? wish : is_note ? _ ("Your note, not sent")
                                                                                    : _ ("Your reply, not sent"));
  cor_label_set_said_markup (self->own_text, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->own_text), has_text);
  set_class (GTK_WIDGET (self->own_text), "note", is_note);
  /* TRANSLATORS: the state of an unsent reply, and since when */
  foot = g_strdup_printf (_ ("%s · %s"), cor_intent_text_get_state (intent->state), clock);
  gtk_label_set_label (self->own_foot, foot);
  gtk_label_set_label (self->own_files, names != NULL ? names : "");
  gtk_widget_set_visible (GTK_WIDGET (self->own_files), names != NULL);
}

static void
update_buttons (CorOutboxDetail     *self,
                const CorIntentData *intent)
{
  gboolean is_text = intent->kind == COR_INTENT_REPLY || intent->kind == COR_INTENT_NOTE;
  gboolean is_unsure = intent->state == COR_INTENT_UNCERTAIN;
  gboolean is_sending = intent->state == COR_INTENT_SENDING;
  gboolean is_queued = intent->state == COR_INTENT_QUEUED;

  gtk_widget_set_visible (self->discard, !is_sending);
  gtk_widget_set_visible (self->check, is_unsure);
  gtk_widget_set_visible (self->again, !is_sending && !is_queued);
  gtk_widget_set_visible (self->schedule, intent->state == COR_INTENT_SCHEDULED && intent->conversation != 0);
  gtk_widget_set_visible (self->edit, is_text && !is_sending);
  gtk_button_set_label (GTK_BUTTON (self->edit), intent->kind == COR_INTENT_NOTE ? _ ("Edit note") : _ ("Edit reply"));
  gtk_button_set_label (GTK_BUTTON (self->again), is_unsure                               ? _ ("Send anyway")
                                                  : intent->state == COR_INTENT_SCHEDULED ? _ ("Send now")
                                                  : intent->state == COR_INTENT_FAILED    ? _ ("Retry")
                                                  : intent->hold == COR_HOLD_CONFLICT     ? _ ("Do it all the same")
                                                                                          : _ ("Send as it is"));
}

static void
update (CorOutboxDetail *self)
{
  const CorIntentData *intent = cor_outbox_item_get_intent (self->item);

  update_head (self, intent);
  update_why (self, intent);
  update_own (self, intent);
  update_buttons (self, intent);
}

static void
clear_item (CorOutboxDetail *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_clear_object (&self->item);
}

static void
cor_outbox_detail_dispose (GObject *object)
{
  CorOutboxDetail *self = COR_OUTBOX_DETAIL (object);

  clear_item (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_OUTBOX_DETAIL);
  g_clear_object (&self->timeline);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_outbox_detail_parent_class)->dispose (object);
}

static void
cor_outbox_detail_class_init (CorOutboxDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_outbox_detail_dispose;

  g_type_ensure (COR_TYPE_AVATAR);
  g_type_ensure (COR_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "coroutboxdetail");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/outbox/cor-outbox-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, again);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, avatar);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, back);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, channel);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, check);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, columns);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, controls);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, discard);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, edit);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, headline);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, name);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, own_files);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, own_foot);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, own_text);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, own_title);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, place);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, reason);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, root);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, schedule);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, view);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, why);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxDetail, why_icon);
}

static void
cor_outbox_detail_init (CorOutboxDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_outbox_detail_set_session:
 * @session: (transfer none): store and clock
 *
 * To be called once.
 */
void
cor_outbox_detail_set_session (CorOutboxDetail *self,
                               CorSession      *session)
{
  g_return_if_fail (COR_IS_OUTBOX_DETAIL (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->timeline = cor_timeline_new (cor_session_get_store (session), cor_session_get_time_zone (session));
  cor_timeline_set_hides_waiting (self->timeline, TRUE);
  cor_timeline_view_set_timeline (self->view, session, self->timeline);
}

/**
 * cor_outbox_detail_set_item:
 * @item: (nullable) (transfer none): what to show and follow
 */
void
cor_outbox_detail_set_item (CorOutboxDetail *self,
                            CorOutboxItem   *item)
{
  const CorIntentData *intent;
  g_autofree char     *clock = NULL;
  g_autofree char     *mark = NULL;

  g_return_if_fail (COR_IS_OUTBOX_DETAIL (self) && self->session != NULL);

  if (self->item == item)
    return;
  clear_item (self);
  if (item == NULL)
    {
      cor_timeline_open (self->timeline, 0, FALSE, 0);
      return;
    }
  self->item = g_object_ref (item);
  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  intent = cor_outbox_item_get_intent (item);
  clock = cor_clock_text (intent->created_at, cor_session_get_time_zone (self->session));
  /* TRANSLATORS: a line across the conversation; %s is a time */
  mark = g_strdup_printf (_ ("You wrote here, %s · new since then"), clock);
  cor_timeline_view_set_mark_text (self->view, mark);
  cor_timeline_view_set_account (self->view, intent->account);
  cor_timeline_open (self->timeline, 0, FALSE, 0);
  cor_timeline_set_mark_at (self->timeline, 0);
  cor_timeline_open (self->timeline, intent->conversation, FALSE, 0);
  cor_timeline_set_mark_at (self->timeline, intent->created_at);
  cor_timeline_view_go_to_end (self->view);
  update (self);
}

/**
 * cor_outbox_detail_get_window_end:
 *
 * Returns: until when the channel takes a free reply in the conversation shown; 0 when that is not known
 */
gint64
cor_outbox_detail_get_window_end (CorOutboxDetail *self)
{
  g_return_val_if_fail (COR_IS_OUTBOX_DETAIL (self) && self->timeline != NULL, 0);

  return cor_timeline_get_window_end (self->timeline);
}

/**
 * cor_outbox_detail_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CorOutboxItem *
cor_outbox_detail_get_item (CorOutboxDetail *self)
{
  g_return_val_if_fail (COR_IS_OUTBOX_DETAIL (self), NULL);

  return self->item;
}

/**
 * cor_outbox_detail_set_room:
 * @is_folded: the list is out of sight, so there is a way back
 * @is_stacked: conversation and reply stand above each other
 */
void
cor_outbox_detail_set_room (CorOutboxDetail *self,
                            gboolean         is_folded,
                            gboolean         is_stacked)
{
  g_return_if_fail (COR_IS_OUTBOX_DETAIL (self));

  gtk_widget_set_visible (self->back, is_folded);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), is_stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  set_class (GTK_WIDGET (self), "stacked", is_stacked);
}

/**
 * cor_outbox_detail_set_controls:
 * @shown: whether the window's own buttons stand here
 */
void
cor_outbox_detail_set_controls (CorOutboxDetail *self,
                                gboolean         shown)
{
  g_return_if_fail (COR_IS_OUTBOX_DETAIL (self));

  gtk_widget_set_visible (self->controls, shown);
}
