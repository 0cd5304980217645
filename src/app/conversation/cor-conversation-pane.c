/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-pane"

#include "config.h"

#include "cor-conversation-pane-private.h"

#include <glib/gi18n-lib.h>

#define COMPACT_WIDTH 500
#define NARROW_WIDTH 440
#define MIN_WIDTH 300
#define NORMAL_DPI (96 * 1024) /* of the letters, as GTK counts it */
#define CONTROLS_WIDTH 162     /* what the way to the customer and the window's own buttons take of the header */

/*
 * CorConversationPane: one conversation: who it is, what was said, and where to answer. The conversation is
 * an id that only the agent changes; everything shown is read from the store and follows it.
 *
 * "back", "open-conversation" (gint64): asked of the window.
 *
 * CSS nodes: corconversationpane > toastoverlay > stack
 */
G_DEFINE_FINAL_TYPE (CorConversationPane, cor_conversation_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ASSIGNEE = 1,
  PROP_FOLDED,
  PROP_SHOW_CONTROLS
} CorConversationPaneProperty;

static GParamSpec *properties[PROP_SHOW_CONTROLS + 1];

static void
on_sent (CorConversationPane *self,
         gint64               intent)
{
  cor_timeline_clear_mark (self->timeline);
  cor_timeline_view_go_to_end (self->view);
  _cor_conversation_pane_on_typed (self);
}

static void
on_show_news (CorConversationPane *self)
{
  cor_timeline_view_go_to_end (self->view);
}

static void
on_merged_changed (CorConversationPane *self)
{
  cor_timeline_open (self->timeline, self->conversation, cor_label_strip_is_merged (self->strip), 0);
  cor_timeline_view_go_to_end (self->view);
}

static void
on_active_changed (CorConversationPane *self,
                   GParamSpec          *pspec,
                   GtkWindow           *window)
{
  if (gtk_window_is_active (window))
    _cor_conversation_pane_mark_seen (self);
  else
    cor_composer_flush (self->composer);
}

static gboolean
on_room_idle (gpointer user_data)
{
  CorConversationPane *self = user_data;

  self->room_idle = 0;
  cor_conversation_header_set_room (self->header, self->room);
  _cor_conversation_pane_update_strip (self);
  return G_SOURCE_REMOVE;
}

static void
cor_conversation_pane_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  int                  child_minimum = 0, child_width = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (GTK_WIDGET (self->toasts), GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL, NULL, NULL);
      for_size = MAX (for_size, child_width);
    }
  gtk_widget_measure (GTK_WIDGET (self->toasts), orientation, for_size, &child_minimum, natural, NULL, NULL);
  /* it has room enough once the words are gone, which it can only know when it is asked to be that narrow */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (child_minimum, MIN_WIDTH) : child_minimum;
  *natural = MAX (*natural, *minimum);
}

/* Larger letters leave less room in the same width. */
static CorRoom
get_room (CorConversationPane *self,
          int                  width)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > NORMAL_DPI)
    width = width * NORMAL_DPI / dpi;
  return width < NARROW_WIDTH ? COR_ROOM_NARROW : width < COMPACT_WIDTH ? COR_ROOM_COMPACT
                                                                        : COR_ROOM_WIDE;
}

static void
cor_conversation_pane_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  int                  free_width = width - (self->shows_controls ? CONTROLS_WIDTH : 0);
  CorRoom              room = get_room (self, free_width);
  GtkAllocation        child = { 0, 0, width, height };
  int                  minimum = 0;

  gtk_widget_measure (GTK_WIDGET (self->toasts), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  child.width = MAX (width, minimum);
  gtk_widget_size_allocate (GTK_WIDGET (self->toasts), &child, -1);
  if (room == self->room && get_room (self, width) == self->strip_room)
    return;
  self->room = room;
  self->strip_room = get_room (self, width);
  if (self->room_idle == 0) /* not within an allocation */
    self->room_idle = g_idle_add_full (GTK_PRIORITY_RESIZE, on_room_idle, self, NULL);
}

static void
cor_conversation_pane_root (GtkWidget *widget)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);

  GTK_WIDGET_CLASS (cor_conversation_pane_parent_class)->root (widget);
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    self->active_handler = g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (on_active_changed), self);
}

static void
cor_conversation_pane_unroot (GtkWidget *widget)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);

  g_clear_signal_handler (&self->active_handler, gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (cor_conversation_pane_parent_class)->unroot (widget);
}

static void
cor_conversation_pane_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (object);

  switch ((CorConversationPaneProperty) prop_id)
    {
    case PROP_ASSIGNEE:
      g_value_set_string (value, _cor_conversation_pane_get_assignee (self));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    case PROP_SHOW_CONTROLS:
      g_value_set_boolean (value, self->shows_controls);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_conversation_pane_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (object);
  gboolean             is_set = G_VALUE_HOLDS_BOOLEAN (value) && g_value_get_boolean (value);

  switch ((CorConversationPaneProperty) prop_id)
    {
    case PROP_ASSIGNEE: /* it has changed when the store says so */
      _cor_conversation_pane_assign (self, g_value_get_string (value));
      return;
    case PROP_FOLDED:
      if (self->is_folded == !!is_set)
        return;
      self->is_folded = !!is_set;
      gtk_widget_set_visible (self->back, is_set);
      cor_conversation_header_set_folded (self->header, is_set);
      break;
    case PROP_SHOW_CONTROLS:
      if (self->shows_controls == !!is_set)
        return;
      self->shows_controls = !!is_set;
      gtk_widget_set_visible (self->controls, is_set);
      cor_conversation_header_set_controls (self->header, is_set);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
cor_conversation_pane_dispose (GObject *object)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (object);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->acting);
  g_clear_handle_id (&self->room_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_CONVERSATION_PANE);
  g_clear_pointer (&self->thread, cor_thread_data_unref);
  g_clear_object (&self->reading);
  g_clear_object (&self->acting);
  g_clear_object (&self->timeline);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_conversation_pane_parent_class)->dispose (object);
}

static void
cor_conversation_pane_class_init (CorConversationPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_conversation_pane_dispose;
  object_class->get_property = cor_conversation_pane_get_property;
  object_class->set_property = cor_conversation_pane_set_property;
  widget_class->measure = cor_conversation_pane_measure;
  widget_class->size_allocate = cor_conversation_pane_size_allocate;
  widget_class->root = cor_conversation_pane_root;
  widget_class->unroot = cor_conversation_pane_unroot;

  properties[PROP_ASSIGNEE] = g_param_spec_string ("assignee", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTROLS] = g_param_spec_boolean ("show-controls", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_signal_new ("back", COR_TYPE_CONVERSATION_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("open-conversation", COR_TYPE_CONVERSATION_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (COR_TYPE_CHANGE_BAR);
  g_type_ensure (COR_TYPE_COMPOSER);
  g_type_ensure (COR_TYPE_CONVERSATION_HEADER);
  g_type_ensure (COR_TYPE_GUARD_BANNER);
  g_type_ensure (COR_TYPE_LABEL_STRIP);
  g_type_ensure (COR_TYPE_TIMELINE_VIEW);
  g_type_ensure (COR_TYPE_TYPING_LINE);
  gtk_widget_class_set_css_name (widget_class, "corconversationpane");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-conversation-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, back);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, banner);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, change_bar);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, composer);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, controls);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, empty);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, header);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, stack);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, strip);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, typing);
  gtk_widget_class_bind_template_child (widget_class, CorConversationPane, view);
  gtk_widget_class_bind_template_callback (widget_class, _cor_conversation_pane_on_composer_changed);
  gtk_widget_class_bind_template_callback (widget_class, _cor_conversation_pane_on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_merged_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_sent);
  gtk_widget_class_bind_template_callback (widget_class, on_show_news);
  _cor_conversation_pane_install_actions (widget_class);
}

static void
cor_conversation_pane_init (CorConversationPane *self)
{
  self->writing_since = -1;
  self->acting = g_cancellable_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_init_template (GTK_WIDGET (self));
  _cor_conversation_pane_show_empty (self, _ ("Choose a conversation to read and answer it"));
  _cor_conversation_pane_update_actions (self);
}

/**
 * cor_conversation_pane_new:
 *
 * Returns: (transfer floating): a pane without a conversation
 */
GtkWidget *
cor_conversation_pane_new (void)
{
  return g_object_new (COR_TYPE_CONVERSATION_PANE, NULL);
}

/**
 * cor_conversation_pane_set_session:
 * @session: (transfer none): store, engine and clock
 *
 * To be called once.
 */
void
cor_conversation_pane_set_session (CorConversationPane *self,
                                   CorSession          *session)
{
  g_return_if_fail (COR_IS_CONVERSATION_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->timeline = cor_timeline_new (cor_session_get_store (session), cor_session_get_time_zone (session));
  cor_timeline_view_set_timeline (self->view, session, self->timeline);
  cor_composer_set_session (self->composer, session);
  cor_composer_take_drops (self->composer, GTK_WIDGET (self));
  _cor_conversation_pane_follow (self);
}

/**
 * cor_conversation_pane_set_conversation:
 * @conversation: local id, 0 none
 *
 * Opens it. What is being written in the one before is saved.
 */
void
cor_conversation_pane_set_conversation (CorConversationPane *self,
                                        gint64               conversation)
{
  g_return_if_fail (COR_IS_CONVERSATION_PANE (self) && self->session != NULL);

  if (self->conversation == conversation)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  _cor_conversation_pane_leave_discarded (self);
  self->conversation = conversation;
  _cor_conversation_pane_keep_discarded (self);
  self->seen_until = 0;
  self->writing_since = -1;
  g_clear_pointer (&self->thread, cor_thread_data_unref);
  cor_payment_case_open (cor_session_get_payment_case (self->session), conversation);
  _cor_conversation_pane_open_parts (self);
  if (conversation == 0)
    _cor_conversation_pane_show_empty (self, _ ("Choose a conversation to read and answer it"));
  _cor_conversation_pane_update_actions (self);
  _cor_conversation_pane_read_thread (self);
}

/**
 * cor_conversation_pane_get_conversation:
 *
 * Returns: local id of the open conversation, 0 none
 */
gint64
cor_conversation_pane_get_conversation (CorConversationPane *self)
{
  g_return_val_if_fail (COR_IS_CONVERSATION_PANE (self), 0);

  return self->conversation;
}

/**
 * cor_conversation_pane_focus_composer:
 *
 * Puts the caret where the agent writes.
 */
void
cor_conversation_pane_focus_composer (CorConversationPane *self)
{
  g_return_if_fail (COR_IS_CONVERSATION_PANE (self));

  if (self->conversation != 0)
    cor_composer_grab_focus (self->composer);
}

/**
 * cor_conversation_pane_flush:
 *
 * Has what is written put on the disk now: the window is about to close.
 */
void
cor_conversation_pane_flush (CorConversationPane *self)
{
  g_return_if_fail (COR_IS_CONVERSATION_PANE (self));

  cor_composer_flush (self->composer);
}
