/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_CONVERSATION_PANE (cor_conversation_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorConversationPane, cor_conversation_pane, COR, CONVERSATION_PANE, GtkWidget)

GtkWidget    *cor_conversation_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          cor_conversation_pane_set_session (CorConversationPane *self, CorSession *session);
void          cor_conversation_pane_set_conversation (CorConversationPane *self, gint64 conversation);
gint64        cor_conversation_pane_get_conversation (CorConversationPane *self);
GActionGroup *cor_conversation_pane_get_reply_actions (CorConversationPane *self);
void          cor_conversation_pane_focus_composer (CorConversationPane *self);
void          cor_conversation_pane_flush (CorConversationPane *self);

G_END_DECLS
