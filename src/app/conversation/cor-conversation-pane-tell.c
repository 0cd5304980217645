/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-pane-tell"

#include "config.h"

#include "cor-conversation-pane-private.h"

/* Says it for a moment below the conversation. */
void
_cor_conversation_pane_tell (CorConversationPane *self,
                             const char          *words)
{
  AdwToast *toast;

  if (self->toasts == NULL)
    return; /* disposed meanwhile */
  toast = adw_toast_new (words);
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The same, asked for by something in the pane. */
void
_cor_conversation_pane_action_tell (GtkWidget  *widget,
                                    const char *action_name,
                                    GVariant   *parameter)
{
  _cor_conversation_pane_tell (COR_CONVERSATION_PANE (widget), g_variant_get_string (parameter, NULL));
}
