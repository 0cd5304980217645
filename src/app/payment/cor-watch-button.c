/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-watch-button"

#include "config.h"

#include "cor-watch-button.h"

#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorWatchButton: a bell that is pressed while a payment is watched. Invisible while there is none.
 *
 * CSS nodes: corwatchbutton > button
 */
struct _CorWatchButton
{
  GtkWidget parent_instance;

  CorPaymentWatches *watches;      /* owned, or NULL */
  char              *reference;    /* owned, or NULL */
  gint64             conversation; /* local id, 0 none */

  /* Template */
  GtkToggleButton *button;
};

G_DEFINE_FINAL_TYPE (CorWatchButton, cor_watch_button, GTK_TYPE_WIDGET)

static void
update (CorWatchButton *self)
{
  gboolean    is_watched = self->watches != NULL && cor_payment_watches_find (self->watches, self->reference) != NULL;
  const char *tooltip = is_watched ? _ ("Watched: you are told when it changes") : _ ("Watch this payment: be told when it changes");

  gtk_toggle_button_set_active (self->button, is_watched);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self), self->reference != NULL);
}

/* The store has the last word on whether it is pressed. */
static void
on_clicked (CorWatchButton *self)
{
  if (self->watches != NULL && self->reference != NULL)
    cor_payment_watches_set (self->watches, self->reference, self->conversation, gtk_toggle_button_get_active (self->button));
}

static void
cor_watch_button_dispose (GObject *object)
{
  CorWatchButton *self = COR_WATCH_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_WATCH_BUTTON);
  g_clear_object (&self->watches);

  G_OBJECT_CLASS (cor_watch_button_parent_class)->dispose (object);
}

static void
cor_watch_button_finalize (GObject *object)
{
  g_free (COR_WATCH_BUTTON (object)->reference);

  G_OBJECT_CLASS (cor_watch_button_parent_class)->finalize (object);
}

static void
cor_watch_button_class_init (CorWatchButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_watch_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_watch_button_finalize;
  gtk_widget_class_set_css_name (widget_class, "corwatchbutton");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-watch-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CorWatchButton, button);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
cor_watch_button_init (CorWatchButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * cor_watch_button_set_session:
 * @session: (transfer none): whose watched payments it shows
 *
 * To be called once.
 */
void
cor_watch_button_set_session (CorWatchButton *self,
                              CorSession     *session)
{
  g_return_if_fail (COR_IS_WATCH_BUTTON (self) && self->watches == NULL);

  self->watches = g_object_ref (cor_session_get_payment_watches (session));
  g_signal_connect_object (self->watches, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cor_watch_button_set_payment:
 * @reference: (nullable): as anybody wrote it; %NULL: none
 * @conversation: local id of where the agent is told, 0 nowhere
 */
void
cor_watch_button_set_payment (CorWatchButton *self,
                              const char     *reference,
                              gint64          conversation)
{
  g_return_if_fail (COR_IS_WATCH_BUTTON (self));

  self->conversation = conversation;
  if (cor_set_str (&self->reference, reference))
    update (self);
}
