/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-outbox-pane-actions"

#include "config.h"

#include "cor-alert.h"
#include "cor-outbox-pane-private.h"
#include "cor-send-later-dialog.h"

#include <glib/gi18n-lib.h>

/* What the agent decided, on its way into the store. */
typedef struct
{
  CorOutboxPane  *self; /* owned */
  gint64          intent;
  gint64          conversation;
  CorIntentAction action;
} Deciding;

static void
deciding_free (Deciding *deciding)
{
  g_object_unref (deciding->self);
  g_free (deciding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deciding, deciding_free)

static const CorIntentData *
get_intent (CorOutboxPane *self)
{
  CorOutboxItem *item = cor_outbox_detail_get_item (self->detail);

  return item ? cor_outbox_item_get_intent (item) : NULL;
}

static void
on_acted (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deciding) deciding = user_data;
  g_autoptr (GError) error = NULL;

  /* when it has moved on, the list says where to: it follows the store */
  if (!cor_store_act_on_intent_finish (COR_STORE (source), result, &error) && g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED))
    gtk_widget_activate_action (GTK_WIDGET (deciding->self), "win.tell", "s", error->message);
  else if (error != NULL)
    g_debug ("intent %" G_GINT64_FORMAT ": %s", deciding->intent, error->message);
  else if (deciding->action == COR_INTENT_TAKE_BACK && deciding->conversation != 0 && deciding->self->session != NULL)
    g_signal_emit_by_name (deciding->self, "open-conversation", deciding->conversation);
}

static void
act (CorOutboxPane  *self,
     gint64          intent,
     gint64          conversation,
     CorIntentAction action)
{
  Deciding *deciding = g_new0 (Deciding, 1);

  deciding->self = g_object_ref (self);
  deciding->intent = intent;
  deciding->conversation = conversation;
  deciding->action = action;
  cor_store_act_on_intent_async (cor_session_get_store (self->session), intent, action, NULL, on_acted, deciding);
}

static void
action_decide (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CorOutboxPane       *self = COR_OUTBOX_PANE (widget);
  const CorIntentData *intent = get_intent (self);
  CorIntentAction      action = COR_INTENT_TAKE_BACK;

  if (intent == NULL)
    return;
  if (g_str_equal (action_name, "outbox.retry"))
    action = COR_INTENT_RETRY;
  else if (g_str_equal (action_name, "outbox.check"))
    action = COR_INTENT_CHECK;
  act (self, intent->id, intent->conversation, action);
}

static void
on_discard_answered (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Deciding) deciding = user_data;

  if (cor_alert_ask_finish (result, NULL) && deciding->self->session != NULL)
    act (deciding->self, deciding->intent, deciding->conversation, COR_INTENT_CANCEL);
}

static void
action_discard (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CorOutboxPane       *self = COR_OUTBOX_PANE (widget);
  const CorIntentData *intent = get_intent (self);
  gboolean             is_text = intent && (intent->kind == COR_INTENT_REPLY || intent->kind == COR_INTENT_NOTE);
  Deciding            *deciding;

  if (intent == NULL)
    return;
  deciding = g_new0 (Deciding, 1);
  deciding->self = g_object_ref (self);
  deciding->intent = intent->id;
  deciding->conversation = intent->conversation;
  cor_alert_ask_async (GTK_WINDOW (gtk_widget_get_root (widget)), is_text ? _ ("Discard this reply?") : _ ("Discard this change?"),
                       is_text ? _ ("Its text is gone then. “Edit” keeps it as a draft.") : _ ("The desk keeps what it has."),
                       _ ("_Discard"), TRUE, self->acting, on_discard_answered, deciding);
}

static void
on_scheduled (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_act_on_intent_finish (COR_STORE (source), result, &error))
    g_debug ("schedule: %s", error->message); /* the list says where it is now */
}

static void
on_time_chosen (CorSendLaterDialog *dialog,
                gint64              at,
                gboolean            has_then,
                CorStatus           then,
                Deciding           *deciding)
{
  if (deciding->self->session != NULL)
    cor_store_schedule_intent_async (cor_session_get_store (deciding->self->session), deciding->intent, at, NULL, on_scheduled, NULL);
}

static void
action_schedule (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  CorOutboxPane       *self = COR_OUTBOX_PANE (widget);
  const CorIntentData *intent = get_intent (self);
  Deciding            *deciding;
  GtkWidget           *dialog;

  if (intent == NULL)
    return;
  deciding = g_new0 (Deciding, 1);
  deciding->self = g_object_ref (self);
  deciding->intent = intent->id;
  dialog = cor_send_later_dialog_new (self->session, GTK_WINDOW (gtk_widget_get_root (widget)), intent->conversation, FALSE, cor_outbox_detail_get_window_end (self->detail));
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (on_time_chosen), deciding, (GClosureNotify) (void (*) (void)) deciding_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
action_open (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const CorIntentData *intent = get_intent (COR_OUTBOX_PANE (widget));

  if (intent != NULL && intent->conversation != 0)
    g_signal_emit_by_name (widget, "open-conversation", intent->conversation);
}

static void
action_show_list (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CorOutboxPane *self = COR_OUTBOX_PANE (widget);

  self->shows_detail = FALSE;
  _cor_outbox_pane_update_room (self);
}

static void
action_back (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "back");
}

/* Declares what the pane can do; called in its class_init. */
void
_cor_outbox_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "outbox.back", NULL, action_back);
  gtk_widget_class_install_action (widget_class, "outbox.show-list", NULL, action_show_list);
  gtk_widget_class_install_action (widget_class, "outbox.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "outbox.edit", NULL, action_decide);
  gtk_widget_class_install_action (widget_class, "outbox.retry", NULL, action_decide);
  gtk_widget_class_install_action (widget_class, "outbox.check", NULL, action_decide);
  gtk_widget_class_install_action (widget_class, "outbox.discard", NULL, action_discard);
  gtk_widget_class_install_action (widget_class, "outbox.schedule", NULL, action_schedule);
}

/* What cannot be done with the item on screen is not offered. */
void
_cor_outbox_pane_update_actions (CorOutboxPane *self)
{
  static const char *const deciding[] = { "outbox.edit", "outbox.retry", "outbox.check", "outbox.discard", "outbox.schedule" };
  const CorIntentData     *intent = get_intent (self);

  for (guint i = 0; i < G_N_ELEMENTS (deciding); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), deciding[i], intent != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outbox.open", intent != NULL && intent->conversation != 0);
}
