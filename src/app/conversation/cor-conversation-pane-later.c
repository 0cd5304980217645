/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-pane-later"

#include "config.h"

#include "cor-conversation-pane-private.h"

#include "cor-send-later-dialog.h"
#include "cor-store-intents.h"
#include "cor-timeline-lookup.h"

#include <glib/gi18n-lib.h>

/* For what a time is being chosen. */
typedef struct
{
  CorConversationPane *self; /* weak */
  gint64               conversation;
  gint64               intent; /* 0: for what is being written */
} Choosing;

static void
choosing_free (gpointer  data,
               GClosure *closure)
{
  Choosing *choosing = data;

  g_clear_weak_pointer (&choosing->self);
  g_free (choosing);
}

static void
on_scheduled (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorConversationPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_store_act_on_intent_finish (COR_STORE (source), result, &error) || self->session == NULL)
    return;
  _cor_conversation_pane_tell (self, g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_CONFLICT)  ? _ ("Too late: it is already on its way.")
                                     : g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED) ? _ ("That time has passed.")
                                                                                                         : _ ("That could not be kept on this computer."));
}

static void
on_chosen (CorSendLaterDialog *dialog,
           gint64              at,
           gboolean            has_then,
           CorStatus           then,
           Choosing           *choosing)
{
  CorConversationPane *self = choosing->self;
  CorAfterSend         after = { .changes_status = has_then, .status = then, .send_at = at };

  if (self == NULL || self->session == NULL)
    return;
  if (choosing->intent != 0)
    cor_store_schedule_intent_async (cor_session_get_store (self->session), choosing->intent, at, NULL, on_scheduled, g_object_ref (self));
  else if (self->conversation == choosing->conversation)
    cor_composer_send (self->composer, &after);
}

static void
ask (CorConversationPane *self,
     gint64               intent)
{
  GtkWidget *dialog = cor_send_later_dialog_new (self->session, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->conversation, intent == 0,
                                                 cor_timeline_get_window_end (self->timeline));
  Choosing  *choosing = g_new0 (Choosing, 1);

  g_set_weak_pointer (&choosing->self, self);
  choosing->conversation = self->conversation;
  choosing->intent = intent;
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (on_chosen), choosing, choosing_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Asks when what is being written shall leave. */
void
_cor_conversation_pane_action_send_later (GtkWidget  *widget,
                                          const char *action_name,
                                          GVariant   *parameter)
{
  ask (COR_CONVERSATION_PANE (widget), 0);
}

/* Asks for another time for a reply that waits. */
void
_cor_conversation_pane_reschedule (CorConversationPane *self,
                                   gint64               intent)
{
  ask (self, intent);
}
