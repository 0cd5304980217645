/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-bubble-actions"

#include "config.h"

#include "cor-bubble-private.h"

#include "cor-channel.h"
#include "cor-isolate.h"
#include "cor-label-script.h"
#include "cor-message-text.h"

/* What one does with a message: it is quoted, or answered. */

/* What is selected of it, or all. A note does not go to the customer. */
static void
action_quote (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CorBubble       *self = COR_BUBBLE (widget);
  g_autofree char *said = cor_label_dup_selected (self->text);

  if (said == NULL)
    said = cor_isolate_bare (gtk_label_get_text (self->text));
  gtk_widget_activate_action (widget, "conversation.quote", "s", said);
}

static void
action_answer (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  const CorTimelineEntry *entry = COR_BUBBLE (widget)->entry;
  g_autofree char        *line = cor_message_text_dup_line (entry->sender_name, entry->content);

  gtk_widget_activate_action (widget, "conversation.answer", "(ss)", entry->remote_id, line != NULL ? line : "");
}

/* One answers what the desk has, and where the customer can see it. */
void
_cor_bubble_update_actions (CorBubble *self,
                            gint64     open_conversation)
{
  const CorTimelineEntry *entry = self->entry;
  gboolean                is_said = !entry->is_private && !entry->is_deleted;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bubble.quote", is_said);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bubble.answer",
                                 is_said && entry->remote_id != NULL && entry->conversation == open_conversation && cor_channel_takes_answers ((CorChannel) entry->channel));
}

/* Declares them; called in its class_init. */
void
_cor_bubble_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "bubble.answer", NULL, action_answer);
  gtk_widget_class_install_action (widget_class, "bubble.quote", NULL, action_quote);
}
