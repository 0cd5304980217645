/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-timeline-row"

#include "config.h"

#include "cor-timeline-row.h"
#include "cor-bubble.h"
#include "cor-message-text.h"
#include "cor-side-layout.h"

#include <glib/gi18n-lib.h>

#include "cor-markdown.h"
#include "cor-str.h"
#include "cor-when.h"

/*
 * CorTimelineRow: a row of the timeline: a bubble, or a line across for a day, an event, the mark and the
 * loading of older messages. It follows its item until it gets another one.
 *
 * CSS nodes: cortimelinerow[.day|.mark|.event|.loading] > box > separator, label.line; corbubble
 */
struct _CorTimelineRow
{
  GtkWidget parent_instance;

  CorSession      *session; /* owned, or NULL */
  CorTimelineItem *item;    /* owned, or NULL */
  GtkWidget       *bubble;  /* child, made when first needed */
  char            *mark_text;
  gint64           open_conversation;
  gulong           changed_handler;
  const char      *look; /* static: the CSS class in force */
  gboolean         is_offline;

  /* Template */
  GtkWidget *across;
  GtkWidget *after;
  GtkWidget *before;
  GtkLabel  *line;
};

G_DEFINE_FINAL_TYPE (CorTimelineRow, cor_timeline_row, GTK_TYPE_WIDGET)

static void
set_look (CorTimelineRow *self,
          const char     *look)
{
  if (self->look == look)
    return;
  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look);
  self->look = look;
  gtk_widget_add_css_class (GTK_WIDGET (self), look);
}

static void
show_line (CorTimelineRow *self,
           const char     *look,
           const char     *text)
{
  gboolean is_mark = g_str_equal (look, "mark");

  set_look (self, look);
  gtk_label_set_text (self->line, text);
  gtk_widget_set_hexpand (GTK_WIDGET (self->line), !is_mark);
  gtk_widget_set_visible (self->across, TRUE);
  gtk_widget_set_visible (self->before, is_mark);
  gtk_widget_set_visible (self->after, is_mark);
  if (self->bubble != NULL)
    gtk_widget_set_visible (self->bubble, FALSE);
}

static void
show_bubble (CorTimelineRow   *self,
             CorTimelineEntry *entry)
{
  set_look (self, "message");
  if (self->bubble == NULL)
    {
      self->bubble = cor_bubble_new ();
      gtk_widget_insert_before (self->bubble, GTK_WIDGET (self), NULL);
    }
  cor_bubble_set_entry (COR_BUBBLE (self->bubble), self->session, self->open_conversation, entry);
  gtk_widget_set_visible (self->bubble, TRUE);
  gtk_widget_set_visible (self->across, FALSE);
}

static void
show_event (CorTimelineRow   *self,
            CorTimelineEntry *entry)
{
  g_autofree char *text = cor_markdown_to_plain (entry->content);
  g_autofree char *clock = cor_clock_text (entry->created_at, cor_session_get_time_zone (self->session));
  /* TRANSLATORS: what happened, and the time */
  g_autofree char *line = g_strdup_printf (_ ("%s · %s"), text, clock);

  show_line (self, "event", line);
}

/* The list item around the row is what a screen reader meets; at the floor it has no name of its own. */
static void
update_accessible_name (CorTimelineRow *self)
{
  GtkWidget       *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *spoken = cor_timeline_row_dup_spoken (self);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update (CorTimelineRow *self)
{
  CorTimelineEntry *entry = cor_timeline_item_get_entry (self->item);
  g_autofree char  *day = NULL;

  switch (cor_timeline_item_get_kind (self->item))
    {
    case COR_TIMELINE_DAY:
      day = cor_when_day (cor_timeline_item_get_at (self->item), cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
      show_line (self, "day", day);
      break;
    case COR_TIMELINE_MARK:
      show_line (self, "mark", self->mark_text ? self->mark_text : _ ("New"));
      break;
    case COR_TIMELINE_LOADING:
      show_line (self, "loading", self->is_offline ? _ ("Older messages come when there is a connection") : _ ("Loading older messages…"));
      break;
    case COR_TIMELINE_MESSAGE:
    default:
      if (entry->kind == COR_MESSAGE_ACTIVITY)
        show_event (self, entry);
      else
        show_bubble (self, entry);
    }
  update_accessible_name (self);
}

static void
clear_item (CorTimelineRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_clear_object (&self->item);
}

static void
cor_timeline_row_dispose (GObject *object)
{
  CorTimelineRow *self = COR_TIMELINE_ROW (object);

  clear_item (self);
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TIMELINE_ROW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_timeline_row_parent_class)->dispose (object);
}

static void
cor_timeline_row_finalize (GObject *object)
{
  CorTimelineRow *self = COR_TIMELINE_ROW (object);

  g_clear_pointer (&self->mark_text, g_free);

  G_OBJECT_CLASS (cor_timeline_row_parent_class)->finalize (object);
}

static void
cor_timeline_row_class_init (CorTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_timeline_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_timeline_row_finalize;

  gtk_widget_class_set_css_name (widget_class, "cortimelinerow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTimelineRow, across);
  gtk_widget_class_bind_template_child (widget_class, CorTimelineRow, after);
  gtk_widget_class_bind_template_child (widget_class, CorTimelineRow, before);
  gtk_widget_class_bind_template_child (widget_class, CorTimelineRow, line);
}

static void
cor_timeline_row_init (CorTimelineRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), cor_side_layout_new (0));
  cor_side_layout_set_side (COR_SIDE_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ALIGN_FILL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_timeline_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
cor_timeline_row_new (void)
{
  return g_object_new (COR_TYPE_TIMELINE_ROW, NULL);
}

/**
 * cor_timeline_row_set_mark_text:
 * @text: (nullable): what the mark says; %NULL for "New"
 */
void
cor_timeline_row_set_mark_text (CorTimelineRow *self,
                                const char     *text)
{
  g_return_if_fail (COR_IS_TIMELINE_ROW (self));

  if (cor_set_str (&self->mark_text, text) && self->item != NULL)
    update (self);
}

/**
 * cor_timeline_row_set_offline:
 * @is_offline: whether what is loading has to wait for a connection
 */
void
cor_timeline_row_set_offline (CorTimelineRow *self,
                              gboolean        is_offline)
{
  g_return_if_fail (COR_IS_TIMELINE_ROW (self));

  if (self->is_offline == !!is_offline)
    return;
  self->is_offline = !!is_offline;
  if (self->item != NULL && cor_timeline_item_get_kind (self->item) == COR_TIMELINE_LOADING)
    update (self);
}

/**
 * cor_timeline_row_set_item:
 * @session: (transfer none): its clock and zone
 * @open_conversation: local id of the conversation on screen
 * @item: (nullable) (transfer none): what to show and follow; %NULL to let go
 */
void
cor_timeline_row_set_item (CorTimelineRow  *self,
                           CorSession      *session,
                           gint64           open_conversation,
                           CorTimelineItem *item)
{
  g_return_if_fail (COR_IS_TIMELINE_ROW (self));

  clear_item (self);
  g_set_object (&self->session, session);
  self->open_conversation = open_conversation;
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * cor_timeline_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CorTimelineItem *
cor_timeline_row_get_item (CorTimelineRow *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_ROW (self), NULL);

  return self->item;
}

/**
 * cor_timeline_row_get_text:
 *
 * Returns: (transfer none): what the line or the bubble says
 */
const char *
cor_timeline_row_get_text (CorTimelineRow *self)
{
  g_return_val_if_fail (COR_IS_TIMELINE_ROW (self), "");

  if (self->bubble != NULL && gtk_widget_get_visible (self->bubble))
    return cor_bubble_get_text (COR_BUBBLE (self->bubble));
  return gtk_label_get_text (self->line);
}

/**
 * cor_timeline_row_dup_spoken:
 *
 * Returns: (transfer full): the row's name for a screen reader
 */
char *
cor_timeline_row_dup_spoken (CorTimelineRow *self)
{
  CorTimelineEntry *entry;

  g_return_val_if_fail (COR_IS_TIMELINE_ROW (self), NULL);

  entry = self->item ? cor_timeline_item_get_entry (self->item) : NULL;
  if (entry != NULL && entry->kind != COR_MESSAGE_ACTIVITY)
    return cor_message_text_dup_spoken (entry, cor_session_get_time_zone (self->session));
  return g_strdup (gtk_label_get_text (self->line));
}
