/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-state-pill"

#include "config.h"

#include "cor-state-pill.h"
#include "cor-intent-text.h"
#include "cor-pill.h"

/*
 * CorStatePill: the state of something unsent, as an icon and a word.
 *
 * CSS nodes: corstatepill > image, corpill
 */
struct _CorStatePill
{
  GtkWidget parent_instance;

  GtkWidget *icon; /* owned: child */
  GtkWidget *pill; /* owned: child */
};

G_DEFINE_FINAL_TYPE (CorStatePill, cor_state_pill, GTK_TYPE_WIDGET)

static void
cor_state_pill_dispose (GObject *object)
{
  CorStatePill *self = COR_STATE_PILL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->pill, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_state_pill_parent_class)->dispose (object);
}

static void
cor_state_pill_class_init (CorStatePillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_state_pill_dispose;

  gtk_widget_class_set_css_name (widget_class, "corstatepill");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_state_pill_init (CorStatePill *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 5);
  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 12);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->pill = cor_pill_new ("", COR_HUE_SLATE);
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
}

/**
 * cor_state_pill_set_state:
 * @state: of an intent
 */
void
cor_state_pill_set_state (CorStatePill  *self,
                          CorIntentState state)
{
  g_return_if_fail (COR_IS_STATE_PILL (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), cor_intent_text_get_icon_name (state));
  cor_pill_set_label (COR_PILL (self->pill), cor_intent_text_get_state (state));
  cor_pill_set_hue (COR_PILL (self->pill), cor_intent_text_get_hue (state));
}
