/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-label-strip"

#include "config.h"

#include "cor-label-strip.h"
#include "cor-channel-text.h"
#include "cor-pill.h"

#include <glib/gi18n-lib.h>

/*
 * CorLabelStrip: which channels the timeline shows, and the labels of the conversation with a popover that
 * adds and removes them ("conversation.add-label", "conversation.remove-label" with the title).
 *
 * "merged-changed": the agent wants the other channels, or only this one.
 *
 * CSS nodes: corlabelstrip > box
 */
struct _CorLabelStrip
{
  GtkWidget parent_instance;

  CorThreadData *thread; /* owned, or NULL */
  GPtrArray     *labels; /* CorLabelRecord, owned, or NULL: what there is to choose from */
  guint          max_pills;

  /* Template */
  GtkToggleButton *all_button;
  GtkWidget       *channels;
  GtkBox          *choices;
  GtkLabel        *only_label;
  GtkBox          *pills;
  GtkWidget       *root;
};

G_DEFINE_FINAL_TYPE (CorLabelStrip, cor_label_strip, GTK_TYPE_WIDGET)

static guint merged_changed_signal;

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static guint
count_labels (CorLabelStrip *self)
{
  return self->thread && self->thread->labels ? g_strv_length (self->thread->labels) : 0;
}

static CorHue
get_hue (const CorThreadData *thread,
         guint                i)
{
  guint n_colors = thread->label_colors ? g_strv_length (thread->label_colors) : 0;

  return i < n_colors ? cor_hue_from_color (thread->label_colors[i]) : cor_hue_of_name (thread->labels[i]);
}

static void
update_pills (CorLabelStrip *self)
{
  guint n = count_labels (self);
  guint n_shown = n <= self->max_pills ? n : self->max_pills;

  clear_box (self->pills);
  for (guint i = 0; i < n_shown; i++)
    {
      GtkWidget *pill = cor_pill_new (self->thread->labels[i], get_hue (self->thread, i));

      gtk_widget_set_tooltip_text (pill, self->thread->labels[i]);
      gtk_box_append (self->pills, pill);
    }
  if (n > n_shown)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n - n_shown);
      g_autofree char *names = g_strjoinv (", ", self->thread->labels + n_shown);
      GtkWidget       *pill = cor_pill_new (more, COR_HUE_SLATE);

      gtk_widget_set_tooltip_text (pill, names);
      gtk_box_append (self->pills, pill);
    }
}

static void
on_choice_toggled (GtkCheckButton *choice,
                   CorLabelStrip  *self)
{
  const char *title = gtk_widget_get_name (GTK_WIDGET (choice));

  gtk_widget_activate_action (GTK_WIDGET (self), gtk_check_button_get_active (choice) ? "conversation.add-label" : "conversation.remove-label", "s", title);
}

static GtkWidget *
make_choice (CorLabelStrip        *self,
             const CorLabelRecord *label)
{
  GtkWidget *choice = gtk_check_button_new_with_label (label->title);
  gboolean   is_set = self->thread && self->thread->labels && g_strv_contains ((const char *const *) self->thread->labels, label->title);

  gtk_widget_set_name (choice, label->title);
  gtk_widget_set_tooltip_text (choice, label->description);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), is_set);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (on_choice_toggled), self, 0);
  return choice;
}

static void
on_popover_shown (CorLabelStrip *self)
{
  clear_box (self->choices);
  if (self->labels == NULL || self->labels->len == 0)
    gtk_box_append (self->choices, gtk_label_new (_ ("This desk has no labels")));
  for (guint i = 0; self->labels != NULL && i < self->labels->len; i++)
    gtk_box_append (self->choices, make_choice (self, g_ptr_array_index (self->labels, i)));
}

static void
on_toggled (CorLabelStrip *self)
{
  g_signal_emit (self, merged_changed_signal, 0);
}

static void
cor_label_strip_dispose (GObject *object)
{
  CorLabelStrip *self = COR_LABEL_STRIP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_LABEL_STRIP);
  g_clear_pointer (&self->thread, cor_thread_data_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);

  G_OBJECT_CLASS (cor_label_strip_parent_class)->dispose (object);
}

static void
cor_label_strip_class_init (CorLabelStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_label_strip_dispose;

  merged_changed_signal = g_signal_new ("merged-changed", COR_TYPE_LABEL_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "corlabelstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-label-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, CorLabelStrip, all_button);
  gtk_widget_class_bind_template_child (widget_class, CorLabelStrip, channels);
  gtk_widget_class_bind_template_child (widget_class, CorLabelStrip, choices);
  gtk_widget_class_bind_template_child (widget_class, CorLabelStrip, only_label);
  gtk_widget_class_bind_template_child (widget_class, CorLabelStrip, pills);
  gtk_widget_class_bind_template_child (widget_class, CorLabelStrip, root);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
cor_label_strip_init (CorLabelStrip *self)
{
  self->max_pills = 3;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_label_strip_set_thread:
 * @thread: (transfer none): the conversation on screen
 */
void
cor_label_strip_set_thread (CorLabelStrip *self,
                            CorThreadData *thread)
{
  g_autofree char *only = NULL;

  g_return_if_fail (COR_IS_LABEL_STRIP (self));

  if (self->thread != thread)
    {
      g_clear_pointer (&self->thread, cor_thread_data_unref);
      self->thread = cor_thread_data_ref (thread);
    }
  /* TRANSLATORS: the name of a channel: show what was said there and nowhere else */
  only = g_strdup_printf (_ ("Only %s"), cor_channel_get_title (thread->channel));
  gtk_label_set_label (self->only_label, only);
  update_pills (self);
}

/**
 * cor_label_strip_set_choices:
 * @labels: (nullable) (transfer none) (element-type CorLabelRecord): the desk's labels
 */
void
cor_label_strip_set_choices (CorLabelStrip *self,
                             GPtrArray     *labels)
{
  g_return_if_fail (COR_IS_LABEL_STRIP (self));

  g_clear_pointer (&self->labels, g_ptr_array_unref);
  if (labels != NULL)
    self->labels = g_ptr_array_ref (labels);
}

/**
 * cor_label_strip_set_has_other_channels:
 * @has_others: the customer has other conversations, so there is something to choose
 */
void
cor_label_strip_set_has_other_channels (CorLabelStrip *self,
                                        gboolean       has_others)
{
  g_return_if_fail (COR_IS_LABEL_STRIP (self));

  gtk_widget_set_visible (self->channels, has_others);
}

/**
 * cor_label_strip_set_max_pills:
 * @max_pills: how many labels are shown by name; the rest is a number
 */
void
cor_label_strip_set_max_pills (CorLabelStrip *self,
                               guint          max_pills)
{
  g_return_if_fail (COR_IS_LABEL_STRIP (self));

  if (self->max_pills == max_pills)
    return;
  self->max_pills = max_pills;
  update_pills (self);
}

/**
 * cor_label_strip_is_merged:
 *
 * Returns: whether the other channels are wanted
 */
gboolean
cor_label_strip_is_merged (CorLabelStrip *self)
{
  g_return_val_if_fail (COR_IS_LABEL_STRIP (self), TRUE);

  return gtk_toggle_button_get_active (self->all_button);
}

/**
 * cor_label_strip_is_empty:
 *
 * Returns: whether it has no more to show than its button
 */
gboolean
cor_label_strip_is_empty (CorLabelStrip *self)
{
  g_return_val_if_fail (COR_IS_LABEL_STRIP (self), TRUE);

  return count_labels (self) == 0 && !gtk_widget_get_visible (self->channels);
}
