/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-change-bar"

#include "config.h"

#include "cor-change-bar.h"
#include "cor-change-text.h"

#include <glib/gi18n-lib.h>

#include "cor-outbox.h"

/*
 * CorChangeBar: a change of the open conversation that a colleague was before, or that the desk refused: what was asked
 * for, what is there now or what the desk said, and the question whether to do it all the same. Several are asked about
 * one after another, the oldest first.
 *
 * CSS nodes: corchangebar > revealer > box.bar
 */
struct _CorChangeBar
{
  GtkWidget parent_instance;

  CorSession *session; /* owned, or NULL */
  CorOutbox  *outbox;  /* owned, or NULL */
  gint64      conversation;
  gint64      intent; /* asked about, 0 none */

  /* Template */
  GtkButton   *again;
  GtkRevealer *revealer;
  GtkLabel    *text;
};

G_DEFINE_FINAL_TYPE (CorChangeBar, cor_change_bar, GTK_TYPE_WIDGET)

static gboolean
is_asked_about (CorChangeBar        *self,
                const CorIntentData *intent)
{
  return self->conversation != 0 && intent->conversation == self->conversation && (intent->state == COR_INTENT_HELD || intent->state == COR_INTENT_FAILED) &&
         intent->kind != COR_INTENT_REPLY && intent->kind != COR_INTENT_NOTE;
}

static CorIntentData *
find_intent (CorChangeBar *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->outbox)); i++)
    {
      g_autoptr (CorOutboxItem) item = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);

      if (is_asked_about (self, cor_outbox_item_get_intent (item)))
        return cor_outbox_item_get_intent (item);
    }
  return NULL;
}

static char *
dup_why (CorChangeBar        *self,
         const CorIntentData *intent)
{
  if (intent->state == COR_INTENT_HELD)
    return cor_change_text_dup_found (intent, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  if (intent->detail == NULL || *intent->detail == '\0')
    return g_strdup (_ ("The desk refused it."));
  /* TRANSLATORS: in the words of the desk */
  return g_strdup_printf (_ ("The desk refused it: %s"), intent->detail);
}

static void
show_intent (CorChangeBar        *self,
             const CorIntentData *intent)
{
  g_autofree char *wish = cor_change_text_dup_wish (intent);
  g_autofree char *why = dup_why (self, intent);
  /* TRANSLATORS: what the agent wanted to do with the conversation, such as "Resolve", and why it was not done */
  g_autofree char *words = g_strdup_printf (_ ("Not done: %s. %s"), wish, why);

  gtk_label_set_label (self->text, words);
  gtk_button_set_label (self->again, intent->state == COR_INTENT_FAILED ? _ ("Retry") : _ ("Do it all the same"));
}

static void
update (CorChangeBar *self)
{
  CorIntentData *intent = find_intent (self);

  self->intent = intent != NULL ? intent->id : 0;
  if (intent != NULL)
    show_intent (self, intent);
  gtk_revealer_set_reveal_child (self->revealer, intent != NULL);
}

static void
on_decided (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* when it has moved on the outbox says so */
  if (!cor_store_act_on_intent_finish (COR_STORE (source), result, &error))
    g_debug ("change: %s", error->message);
}

static void
decide (CorChangeBar   *self,
        CorIntentAction action)
{
  if (self->intent != 0)
    cor_store_act_on_intent_async (cor_session_get_store (self->session), self->intent, action, NULL, on_decided, NULL);
}

static void
on_again_clicked (CorChangeBar *self)
{
  decide (self, COR_INTENT_RETRY);
}

static void
on_discard_clicked (CorChangeBar *self)
{
  decide (self, COR_INTENT_CANCEL);
}

static void
cor_change_bar_dispose (GObject *object)
{
  CorChangeBar *self = COR_CHANGE_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_CHANGE_BAR);
  g_clear_object (&self->outbox);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_change_bar_parent_class)->dispose (object);
}

static void
cor_change_bar_class_init (CorChangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_change_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "corchangebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-change-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CorChangeBar, again);
  gtk_widget_class_bind_template_child (widget_class, CorChangeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CorChangeBar, text);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_discard_clicked);
}

static void
cor_change_bar_init (CorChangeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_change_bar_new:
 *
 * Returns: (transfer floating): a bar that asks nothing
 */
GtkWidget *
cor_change_bar_new (void)
{
  return g_object_new (COR_TYPE_CHANGE_BAR, NULL);
}

/**
 * cor_change_bar_set_session:
 * @session: (transfer none): whose outbox it follows
 *
 * To be called once.
 */
void
cor_change_bar_set_session (CorChangeBar *self,
                            CorSession   *session)
{
  g_return_if_fail (COR_IS_CHANGE_BAR (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->outbox = cor_outbox_new (cor_session_get_store (session));
  g_signal_connect_object (self->outbox, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * cor_change_bar_set_conversation:
 * @conversation: local id, 0 none
 */
void
cor_change_bar_set_conversation (CorChangeBar *self,
                                 gint64        conversation)
{
  g_return_if_fail (COR_IS_CHANGE_BAR (self) && self->session != NULL);

  self->conversation = conversation;
  update (self);
}

/**
 * cor_change_bar_get_text:
 *
 * Returns: (transfer none) (nullable): what it asks, %NULL nothing
 */
const char *
cor_change_bar_get_text (CorChangeBar *self)
{
  g_return_val_if_fail (COR_IS_CHANGE_BAR (self), NULL);

  return self->intent != 0 ? gtk_label_get_label (self->text) : NULL;
}
