/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-pane-discard"

#include "config.h"

#include "cor-conversation-pane-private.h"

#include <glib/gi18n-lib.h>

#include "cor-store-drafts.h"

#define UNDO_SECONDS 8
/* libadwaita 1.2 crashes when a toast is dismissed that is still coming up. */
#define COMING_UP_US (500 * 1000)

/* A draft that was thrown away: until the toast goes it is on disk, and can be had back. */

static void
on_removed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_save_draft_finish (COR_STORE (source), result, &error))
    g_debug ("discard: %s", error->message);
}

/* Of another conversation than the open one there is only what is on disk. */
static void
settle (CorConversationPane *self)
{
  gint64 conversation = self->discarded_in;

  self->discarded_in = 0;
  if (conversation == self->conversation)
    cor_composer_settle_discarded (self->composer, self->discarded_note);
  else if (conversation != 0)
    cor_store_discard_draft_async (cor_session_get_store (self->session), conversation, self->discarded_note, NULL, on_removed, NULL);
}

/* Also when its window closes: then nothing was decided, and the draft stays. */
static void
on_toast_dismissed (CorConversationPane *self,
                    AdwToast            *toast)
{
  if (self->discard_toast != toast)
    return;
  self->discard_toast = NULL;
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    settle (self);
  _cor_conversation_pane_update_actions (self);
}

static gboolean
on_up (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

static void
on_gone (AdwToast *toast,
         gpointer  source_id)
{
  g_source_remove (GPOINTER_TO_UINT (source_id));
}

/* The agent may press the keys faster than a toast comes up. */
static void
forget_toast (CorConversationPane *self)
{
  AdwToast *toast = self->discard_toast;
  gint64    now = g_get_monotonic_time ();

  self->discard_toast = NULL;
  if (toast == NULL)
    return;
  self->toast_gone_at = MAX (now, self->toast_up_at);
  if (self->toast_gone_at == now)
    adw_toast_dismiss (toast);
  else
    g_signal_connect (toast, "dismissed", G_CALLBACK (on_gone),
                      GUINT_TO_POINTER (g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) ((self->toast_gone_at - now) / 1000 + 1), on_up, g_object_ref (toast), g_object_unref)));
}

void
_cor_conversation_pane_action_discard (GtkWidget  *widget,
                                       const char *action_name,
                                       GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  gboolean             is_private = cor_composer_is_private (self->composer);

  if (self->discard_toast != NULL)
    {
      forget_toast (self);
      settle (self);
    }
  if (!cor_composer_discard (self->composer))
    return;
  self->discarded_in = self->conversation;
  self->discarded_note = is_private;
  self->discard_toast = adw_toast_new (is_private ? _ ("Note discarded") : _ ("Draft discarded"));
  adw_toast_set_timeout (self->discard_toast, UNDO_SECONDS);
  adw_toast_set_button_label (self->discard_toast, _ ("Undo"));
  adw_toast_set_action_name (self->discard_toast, "conversation.undo-discard");
  g_signal_connect_object (self->discard_toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->discard_toast);
  self->toast_up_at = MAX (g_get_monotonic_time (), self->toast_gone_at) + COMING_UP_US; /* it waits for the one before */
  _cor_conversation_pane_update_actions (self);
}

/* Where another conversation is open by now, that one's draft on disk was never touched: it is shown again. */
void
_cor_conversation_pane_action_undo_discard (GtkWidget  *widget,
                                            const char *action_name,
                                            GVariant   *parameter)
{
  CorConversationPane *self = COR_CONVERSATION_PANE (widget);
  gint64               conversation = self->discarded_in;

  self->discarded_in = 0;
  forget_toast (self);
  if (conversation == self->conversation)
    cor_composer_restore_discarded (self->composer, self->discarded_note);
  else if (conversation != 0)
    g_signal_emit_by_name (self, "open-conversation", conversation);
  _cor_conversation_pane_update_actions (self);
}

/* Before another one is opened. What was written since would go with it from the disk. */
void
_cor_conversation_pane_leave_discarded (CorConversationPane *self)
{
  if (self->discarded_in == 0 || self->discarded_in != self->conversation || cor_composer_is_empty (self->composer))
    return;
  forget_toast (self);
  settle (self);
}

/* On opening a conversation its draft is read from the disk, also one that was thrown away a moment ago. */
void
_cor_conversation_pane_keep_discarded (CorConversationPane *self)
{
  if (self->discarded_in == 0 || self->discarded_in != self->conversation)
    return;
  self->discarded_in = 0;
  forget_toast (self);
}
