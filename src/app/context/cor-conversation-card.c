/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-card"

#include "config.h"

#include "cor-conversation-card.h"
#include "cor-channel-text.h"

#include <glib/gi18n-lib.h>

#include "cor-when.h"

/*
 * CorConversationCard: another conversation of a customer, in a line. "row.activate" opens it, for those
 * who do not use a pointer; it emits "activated".
 *
 * CSS nodes: corconversationcard > box
 */
struct _CorConversationCard
{
  GtkWidget parent_instance;

  gint64     conversation;
  CorChannel shown_channel;

  /* Template */
  GtkImage  *channel;
  GtkLabel  *facts;
  GtkWidget *root;
  GtkLabel  *subject;
};

G_DEFINE_FINAL_TYPE (CorConversationCard, cor_conversation_card, GTK_TYPE_WIDGET)

static guint activated_signal;

static const char *
get_status_word (CorStatus status)
{
  switch (status)
    {
    case COR_STATUS_PENDING:
      return C_ ("conversation", "With the bot");
    case COR_STATUS_SNOOZED:
      return C_ ("conversation", "Snoozed");
    case COR_STATUS_RESOLVED:
      return C_ ("conversation", "Resolved");
    case COR_STATUS_OPEN:
    default:
      return C_ ("conversation", "Open");
    }
}

static void
action_activate (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, activated_signal, 0);
}

static void
cor_conversation_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_CONVERSATION_CARD);

  G_OBJECT_CLASS (cor_conversation_card_parent_class)->dispose (object);
}

static void
cor_conversation_card_class_init (CorConversationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_conversation_card_dispose;

  activated_signal = g_signal_new ("activated", COR_TYPE_CONVERSATION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "corconversationcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/context/cor-conversation-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CorConversationCard, channel);
  gtk_widget_class_bind_template_child (widget_class, CorConversationCard, facts);
  gtk_widget_class_bind_template_child (widget_class, CorConversationCard, root);
  gtk_widget_class_bind_template_child (widget_class, CorConversationCard, subject);
  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
}

static void
cor_conversation_card_init (CorConversationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_conversation_card_new:
 * @thread: (transfer none): the conversation
 * @now: seconds since the epoch
 * @time_zone: the agent's
 *
 * Returns: (transfer floating): its card
 */
GtkWidget *
cor_conversation_card_new (const CorThreadData *thread,
                           gint64               now,
                           GTimeZone           *time_zone)
{
  CorConversationCard *self = g_object_new (COR_TYPE_CONVERSATION_CARD, NULL);
  gboolean             has_subject = thread->subject != NULL && thread->subject[0] != '\0';
  const char          *text = has_subject ? thread->subject : thread->snippet;
  g_autofree char     *when = cor_when_short (thread->last_activity_at, now, time_zone);
  /* TRANSLATORS: status and day of a conversation, such as "Resolved · 2 June" */
  g_autofree char *facts = g_strdup_printf (_ ("%s · %s"), get_status_word (thread->status), when);

  self->conversation = thread->id;
  self->shown_channel = thread->channel;
  gtk_label_set_label (self->subject, text && text[0] ? text : cor_channel_get_title (thread->channel));
  gtk_label_set_label (self->facts, facts);
  gtk_image_set_from_icon_name (self->channel, cor_channel_get_icon_name (thread->channel));
  gtk_widget_add_css_class (GTK_WIDGET (self->channel), cor_channel_get_css_class (thread->channel));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  return GTK_WIDGET (self);
}

/**
 * cor_conversation_card_get_conversation:
 *
 * Returns: local id of the conversation
 */
gint64
cor_conversation_card_get_conversation (CorConversationCard *self)
{
  g_return_val_if_fail (COR_IS_CONVERSATION_CARD (self), 0);

  return self->conversation;
}

/**
 * cor_conversation_card_dup_spoken:
 *
 * Returns: (transfer full): the name of its row for a screen reader
 */
char *
cor_conversation_card_dup_spoken (CorConversationCard *self)
{
  g_return_val_if_fail (COR_IS_CONVERSATION_CARD (self), NULL);

  return g_strdup_printf ("%s, %s, %s", cor_channel_get_title (self->shown_channel), gtk_label_get_label (self->subject), gtk_label_get_label (self->facts));
}
