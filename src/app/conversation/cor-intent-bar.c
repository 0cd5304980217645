/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-intent-bar"

#include "config.h"

#include "cor-intent-bar.h"
#include "cor-intent-text.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 250

/*
 * CorIntentBar: what became of a reply that the desk does not have yet, and what the agent can do about it.
 * Its buttons activate the "intent." actions of the pane around it, with the intent's id. While a reply can
 * be taken back it counts down.
 *
 * CSS nodes: corintentbar[.needing|.unsure] > box > label, box > button.cor-mini
 */
struct _CorIntentBar
{
  GtkWidget parent_instance;

  CorSession       *session; /* owned, or NULL */
  CorTimelineEntry *entry;   /* owned, or NULL */
  guint             timer;   /* source id */

  /* Template */
  GtkWidget *again;
  GtkBox    *box;
  GtkWidget *buttons;
  GtkWidget *check;
  GtkWidget *discard;
  GtkWidget *edit;
  GtkWidget *schedule;
  GtkLabel  *text;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (CorIntentBar, cor_intent_bar, GTK_TYPE_WIDGET)

static void
set_class (CorIntentBar *self,
           const char   *name,
           gboolean      is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_text (CorIntentBar *self)
{
  const CorTimelineEntry *entry = self->entry;
  g_autofree char        *line = NULL;
  g_autofree char        *whole = NULL;
  gboolean                has_then = entry->has_then && entry->intent != 0;

  if (entry->intent == 0 && entry->is_duplicate)
    line = g_strdup (_ ("The desk has this reply twice: the customer may have got it twice."));
  else
    line = cor_intent_text_dup_line (entry->state, entry->hold, entry->detail, entry->not_before, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  whole = cor_intent_text_add_then (line, has_then, entry->state, entry->then_status);
  gtk_label_set_label (self->text, whole);
}

static void
update_buttons (CorIntentBar *self)
{
  CorIntentState state = self->entry->state;
  gboolean       is_pending = self->entry->intent != 0;
  gboolean       is_needing = is_pending && (state == COR_INTENT_HELD || state == COR_INTENT_FAILED);
  gboolean       is_unsure = is_pending && state == COR_INTENT_UNCERTAIN;
  gboolean       is_queued = is_pending && state == COR_INTENT_QUEUED;
  gboolean       is_later = is_pending && state == COR_INTENT_SCHEDULED;

  gtk_widget_set_visible (self->undo, is_queued);
  gtk_widget_set_visible (self->check, is_unsure);
  gtk_widget_set_visible (self->again, is_needing || is_later);
  gtk_widget_set_visible (self->edit, is_needing || is_later);
  gtk_widget_set_visible (self->schedule, is_later);
  gtk_widget_set_visible (self->discard, is_needing);
  gtk_widget_set_visible (self->buttons, is_queued || is_later || is_unsure || is_needing);
  gtk_button_set_label (GTK_BUTTON (self->again), is_later                     ? _ ("Send now")
                                                  : state == COR_INTENT_FAILED ? _ ("Retry")
                                                                               : _ ("Send as it is"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), is_needing || is_later ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  set_class (self, "needing", is_needing || self->entry->is_duplicate);
  set_class (self, "unsure", is_unsure);
}

static gboolean
on_tick (gpointer user_data)
{
  CorIntentBar *self = user_data;

  update_text (self);
  return G_SOURCE_CONTINUE;
}

/* Counts only while somebody can see it. */
static void
update_timer (CorIntentBar *self)
{
  gboolean is_counting = self->entry != NULL && self->entry->intent != 0 && self->entry->state == COR_INTENT_QUEUED &&
                         gtk_widget_get_mapped (GTK_WIDGET (self));

  if (is_counting && self->timer == 0)
    self->timer = g_timeout_add (TICK_MS, on_tick, self);
  else if (!is_counting)
    g_clear_handle_id (&self->timer, g_source_remove);
}

static void
cor_intent_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cor_intent_bar_parent_class)->map (widget);
  update_timer (COR_INTENT_BAR (widget));
}

static void
cor_intent_bar_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cor_intent_bar_parent_class)->unmap (widget);
  update_timer (COR_INTENT_BAR (widget));
}

static void
cor_intent_bar_dispose (GObject *object)
{
  CorIntentBar *self = COR_INTENT_BAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_INTENT_BAR);
  g_clear_pointer (&self->entry, cor_timeline_entry_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_intent_bar_parent_class)->dispose (object);
}

static void
cor_intent_bar_class_init (CorIntentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_intent_bar_dispose;
  widget_class->map = cor_intent_bar_map;
  widget_class->unmap = cor_intent_bar_unmap;

  gtk_widget_class_set_css_name (widget_class, "corintentbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-intent-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, again);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, box);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, check);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, discard);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, edit);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, schedule);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, text);
  gtk_widget_class_bind_template_child (widget_class, CorIntentBar, undo);
}

static void
cor_intent_bar_init (CorIntentBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_intent_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
cor_intent_bar_new (void)
{
  return g_object_new (COR_TYPE_INTENT_BAR, NULL);
}

/**
 * cor_intent_bar_set_entry:
 * @session: (transfer none): whose clock counts
 * @entry: (transfer none): a message with an intent behind it, or a duplicate
 *
 * Shows the state of @entry.
 */
void
cor_intent_bar_set_entry (CorIntentBar     *self,
                          CorSession       *session,
                          CorTimelineEntry *entry)
{
  GtkWidget *buttons[] = { self->undo, self->check, self->discard, self->again, self->edit, self->schedule };

  g_return_if_fail (COR_IS_INTENT_BAR (self));

  g_set_object (&self->session, session);
  if (self->entry != entry)
    {
      g_clear_pointer (&self->entry, cor_timeline_entry_unref);
      self->entry = cor_timeline_entry_ref (entry);
    }
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (buttons[i]), "x", entry->intent);
  update_buttons (self);
  update_text (self);
  update_timer (self);
}

/**
 * cor_intent_bar_get_text:
 *
 * Returns: (transfer none): the sentence it shows now
 */
const char *
cor_intent_bar_get_text (CorIntentBar *self)
{
  g_return_val_if_fail (COR_IS_INTENT_BAR (self), "");

  return gtk_label_get_label (self->text);
}
