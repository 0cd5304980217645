/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-pane-actions"

#include "config.h"

#include "cor-alert.h"
#include "cor-conversation-pane-private.h"
#include "cor-snooze.h"
#include "cor-timeline-lookup.h"

#include <glib/gi18n-lib.h>

#include "cor-store-intents.h"

/* An action the agent decided on, on its way into the store. */
typedef struct
{
  CorConversationPane *self; /* owned */
  gint64               intent;
  gint64               conversation; /* to which a text comes back */
  CorIntentAction      action;
  gboolean             is_private;
} Deciding;

static void
deciding_free (Deciding *deciding)
{
  g_object_unref (deciding->self);
  g_free (deciding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deciding, deciding_free)

static void
on_queued (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorConversationPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_store_queue_finish (COR_STORE (source), result, &error))
    return;
  g_debug ("queue: %s", error->message);
  _cor_conversation_pane_tell (self, _ ("That could not be kept on this computer."));
}

static void
queue_status (CorConversationPane *self,
              CorStatus            status,
              gint64               snoozed_until)
{
  cor_store_queue_status_async (cor_session_get_store (self->session), self->conversation, status, snoozed_until, NULL, on_queued, g_object_ref (self));
}

static void
action_resolve (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);

  queue_status (self, self->thread->status == COR_STATUS_RESOLVED ? COR_STATUS_OPEN : COR_STATUS_RESOLVED, 0);
}

static void
action_snooze (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  cor_conversation_header_open_snooze (COR_CONVERSATION_PANE (widget)->header);
}

static void
action_snooze_until (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  CorSnooze            snooze;

  if (cor_snooze_from_string (g_variant_get_string (parameter, NULL), &snooze))
    queue_status (self, COR_STATUS_SNOOZED, cor_snooze_get_end (snooze, cor_session_get_now (self->session), cor_session_get_time_zone (self->session)));
}

/* Whose the conversation is, as the menu's marks compare it: "" nobody. */
const char *
_cor_conversation_pane_get_assignee (CorConversationPane *self)
{
  return self->thread != NULL && self->thread->assignee_id != NULL ? self->thread->assignee_id : "";
}

/* @agent_id: remote id, "" nobody */
void
_cor_conversation_pane_assign (CorConversationPane *self,
                               const char          *agent_id)
{
  if (self->thread == NULL || g_strcmp0 (agent_id, _cor_conversation_pane_get_assignee (self)) == 0)
    return;
  cor_store_queue_assign_async (cor_session_get_store (self->session), self->conversation, agent_id && agent_id[0] ? agent_id : NULL, NULL, on_queued, g_object_ref (self));
}

static void
action_assign_to_me (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  CorConversationPane  *self = COR_CONVERSATION_PANE (widget);
  const CorAccountData *account = cor_account_list_get_by_id (cor_session_get_accounts (self->session), self->thread->account);

  if (account != NULL && account->agent_id != NULL)
    _cor_conversation_pane_assign (self, account->agent_id);
}

static void
action_label (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  const char          *titles[] = { g_variant_get_string (parameter, NULL), NULL };
  const char          *none[] = { NULL };
  gboolean             is_added = g_str_equal (action_name, "conversation.add-label");

  cor_store_queue_labels_async (cor_session_get_store (self->session), self->conversation, is_added ? titles : none, is_added ? none : titles, NULL, on_queued, g_object_ref (self));
}

static void
action_write (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);

  cor_composer_set_private (self->composer, g_str_equal (action_name, "conversation.note"));
  cor_composer_grab_focus (self->composer);
}

static void
action_attach (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (COR_CONVERSATION_PANE (widget)->composer), "attachments.add", NULL);
}

static void
action_template (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  cor_composer_choose_template (COR_CONVERSATION_PANE (widget)->composer, NULL);
}

static void
action_quote (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  cor_composer_quote (COR_CONVERSATION_PANE (widget)->composer, g_variant_get_string (parameter, NULL));
}

static void
action_answer (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  const char *message = NULL;
  const char *line = NULL;

  g_variant_get (parameter, "(&s&s)", &message, &line);
  cor_composer_answer (COR_CONVERSATION_PANE (widget)->composer, message, line);
}

static void
action_send (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  cor_composer_send (COR_CONVERSATION_PANE (widget)->composer, NULL);
}

static void
action_send_and (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  CorAfterSend         after = { TRUE, COR_STATUS_RESOLVED, 0, 0 };
  CorSnooze            snooze;

  if (cor_snooze_from_string (g_variant_get_string (parameter, NULL), &snooze))
    {
      after.status = COR_STATUS_SNOOZED;
      after.snoozed_until = cor_snooze_get_end (snooze, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
    }
  cor_composer_send (self->composer, &after);
}

static void
action_back (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "back");
}

static void
on_acted (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deciding) deciding = user_data;
  g_autoptr (GError) error = NULL;
  CorConversationPane *self = deciding->self;
  gboolean             is_done = cor_store_act_on_intent_finish (COR_STORE (source), result, &error);

  if (self->session == NULL)
    return; /* disposed meanwhile */
  if (!is_done)
    _cor_conversation_pane_tell (self, g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT)
                                         ? _ ("Too late: it is already on its way.")
                                       : g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED)
                                         ? error->message
                                         : _ ("That could not be kept on this computer."));
  if (deciding->action == COR_INTENT_TAKE_BACK && self->conversation == deciding->conversation)
    {
      cor_composer_take_return (self->composer, deciding->is_private);
      cor_composer_grab_focus (self->composer);
    }
  else if (deciding->action == COR_INTENT_TAKE_BACK && is_done)
    g_signal_emit_by_name (self, "open-conversation", deciding->conversation);
}

static void
act (CorConversationPane *self,
     CorTimelineEntry    *entry,
     CorIntentAction      action)
{
  Deciding *deciding = g_new0 (Deciding, 1);

  deciding->self = g_object_ref (self);
  deciding->intent = entry->intent;
  deciding->conversation = entry->conversation;
  deciding->action = action;
  deciding->is_private = entry->is_private;
  if (action == COR_INTENT_TAKE_BACK && entry->conversation == self->conversation)
    cor_composer_hold_for_return (self->composer);
  cor_store_act_on_intent_async (cor_session_get_store (self->session), entry->intent, action, NULL, on_acted, deciding);
}

static void
action_undo_send (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  CorTimelineEntry    *entry = cor_timeline_get_waiting_reply (self->timeline);

  if (entry != NULL)
    act (self, entry, COR_INTENT_TAKE_BACK);
}

static void
on_discard_answered (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Deciding) deciding = user_data;
  CorTimelineEntry *entry;

  if (!cor_alert_ask_finish (result, NULL) || deciding->self->session == NULL)
    return;
  entry = cor_timeline_get_by_intent (deciding->self->timeline, deciding->intent);
  if (entry != NULL)
    act (deciding->self, entry, COR_INTENT_CANCEL);
}

static void
ask_discard (CorConversationPane *self,
             CorTimelineEntry    *entry)
{
  Deciding *deciding = g_new0 (Deciding, 1);

  deciding->self = g_object_ref (self);
  deciding->intent = entry->intent;
  cor_alert_ask_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Discard this reply?"), _ ("Its text is gone then. “Edit” keeps it as a draft."), _ ("_Discard"), TRUE, self->acting, on_discard_answered, deciding);
}

static void
action_intent (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  CorTimelineEntry    *entry = cor_timeline_get_by_intent (self->timeline, g_variant_get_int64 (parameter));

  if (entry == NULL)
    return;
  if (g_str_equal (action_name, "intent.schedule"))
    _cor_conversation_pane_reschedule (self, entry->intent);
  else if (g_str_equal (action_name, "intent.discard"))
    ask_discard (self, entry);
  else if (g_str_equal (action_name, "intent.retry"))
    act (self, entry, COR_INTENT_RETRY);
  else if (g_str_equal (action_name, "intent.check"))
    act (self, entry, COR_INTENT_CHECK);
  else
    act (self, entry, COR_INTENT_TAKE_BACK);
}

/* Declares what the pane can do; called in its class_init. */
void
_cor_conversation_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "conversation.back", NULL, action_back);
  gtk_widget_class_install_action (widget_class, "conversation.resolve", NULL, action_resolve);
  gtk_widget_class_install_action (widget_class, "conversation.snooze", NULL, action_snooze);
  gtk_widget_class_install_action (widget_class, "conversation.snooze-until", "s", action_snooze_until);
  gtk_widget_class_install_property_action (widget_class, "conversation.assign", "assignee"); /* a state: the menu marks it */
  gtk_widget_class_install_action (widget_class, "conversation.assign-to-me", NULL, action_assign_to_me);
  gtk_widget_class_install_action (widget_class, "conversation.add-label", "s", action_label);
  gtk_widget_class_install_action (widget_class, "conversation.remove-label", "s", action_label);
  gtk_widget_class_install_action (widget_class, "conversation.reply", NULL, action_write);
  gtk_widget_class_install_action (widget_class, "conversation.note", NULL, action_write);
  gtk_widget_class_install_action (widget_class, "conversation.attach", NULL, action_attach);
  gtk_widget_class_install_action (widget_class, "conversation.template", NULL, action_template);
  gtk_widget_class_install_action (widget_class, "conversation.quote", "s", action_quote);
  gtk_widget_class_install_action (widget_class, "conversation.tell", "s", _cor_conversation_pane_action_tell);
  gtk_widget_class_install_action (widget_class, "conversation.answer", "(ss)", action_answer);
  gtk_widget_class_install_action (widget_class, "conversation.send", NULL, action_send);
  gtk_widget_class_install_action (widget_class, "conversation.send-and", "s", action_send_and);
  gtk_widget_class_install_action (widget_class, "conversation.send-later", NULL, _cor_conversation_pane_action_send_later);
  gtk_widget_class_install_action (widget_class, "conversation.undo-send", NULL, action_undo_send);
  gtk_widget_class_install_action (widget_class, "conversation.discard-draft", NULL, _cor_conversation_pane_action_discard);
  gtk_widget_class_install_action (widget_class, "conversation.undo-discard", NULL, _cor_conversation_pane_action_undo_discard);
  gtk_widget_class_install_action (widget_class, "intent.take-back", "x", action_intent);
  gtk_widget_class_install_action (widget_class, "intent.discard", "x", action_intent);
  gtk_widget_class_install_action (widget_class, "intent.retry", "x", action_intent);
  gtk_widget_class_install_action (widget_class, "intent.check", "x", action_intent);
  gtk_widget_class_install_action (widget_class, "intent.schedule", "x", action_intent);
}

/* What cannot be done now is not offered. */
void
_cor_conversation_pane_update_actions (CorConversationPane *self)
{
  static const char *const with_thread[] = {
    "conversation.resolve", "conversation.snooze", "conversation.snooze-until", "conversation.assign",
    "conversation.assign-to-me", "conversation.add-label", "conversation.remove-label", "conversation.reply", "conversation.note", "conversation.template", "conversation.attach"
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   can_send = self->thread != NULL && cor_composer_can_send (self->composer);

  for (guint i = 0; i < G_N_ELEMENTS (with_thread); i++)
    gtk_widget_action_set_enabled (widget, with_thread[i], self->thread != NULL);
  gtk_widget_action_set_enabled (widget, "conversation.send", can_send);
  gtk_widget_action_set_enabled (widget, "conversation.send-and", can_send && !cor_composer_is_private (self->composer));
  gtk_widget_action_set_enabled (widget, "conversation.send-later", can_send && !cor_composer_is_private (self->composer));
  gtk_widget_action_set_enabled (widget, "conversation.discard-draft", self->thread != NULL && cor_composer_can_insert (self->composer) && !cor_composer_is_empty (self->composer));
  gtk_widget_action_set_enabled (widget, "conversation.undo-discard", self->discarded_in != 0);
  gtk_widget_action_set_enabled (widget, "conversation.undo-send", self->timeline != NULL && cor_timeline_get_waiting_reply (self->timeline) != NULL);
}

/**
 * cor_conversation_pane_get_reply_actions:
 *
 * Returns: (transfer none): the group "reply", which lets other panes write into what is being written here
 *   (cor-reply-insert.h)
 */
GActionGroup *
cor_conversation_pane_get_reply_actions (CorConversationPane *self)
{
  g_return_val_if_fail (COR_IS_CONVERSATION_PANE (self), NULL);

  return cor_composer_get_actions (self->composer);
}
