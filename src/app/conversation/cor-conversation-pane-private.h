/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-change-bar.h"
#include "cor-composer.h"
#include "cor-conversation-header.h"
#include "cor-conversation-pane.h"
#include "cor-guard-banner.h"
#include "cor-label-strip.h"
#include "cor-store-threads.h"
#include "cor-timeline-view.h"
#include "cor-timeline.h"
#include "cor-typing-line.h"

G_BEGIN_DECLS

struct _CorConversationPane
{
  GtkWidget parent_instance;

  CorSession    *session;  /* owned, or NULL */
  CorTimeline   *timeline; /* owned, or NULL */
  CorThreadData *thread;   /* owned; NULL until it is read */
  GCancellable  *reading;  /* owned: what is read for the open conversation */
  GCancellable  *acting;   /* owned: questions to the agent */
  gint64         conversation;
  gint64         account;       /* whose desk the menus show */
  gint64         seen_until;    /* last activity that was marked as seen */
  gint64         writing_since; /* time of the newest message when the agent began to write; -1: does not write */
  AdwToast      *discard_toast; /* borrowed: toasts, or NULL */
  gint64         toast_up_at;   /* monotonic, in us: from then on it can be dismissed */
  gint64         toast_gone_at; /* likewise: when the one before goes */
  gint64         discarded_in;  /* local id of the conversation whose draft it can bring back, 0 none */
  gulong         active_handler;
  guint          room_idle;
  CorRoom        room, strip_room; /* of the header, of the strip below it */
  guint          discarded_note : 1;
  guint          is_folded : 1;
  guint          has_others : 1; /* conversations of the same customer */
  guint          shows_controls : 1;

  /* Template */
  GtkWidget             *back;
  CorGuardBanner        *banner;
  CorChangeBar          *change_bar;
  CorComposer           *composer;
  GtkWidget             *controls;
  GtkLabel              *empty;
  CorConversationHeader *header;
  GtkStack              *stack;
  CorLabelStrip         *strip;
  AdwToastOverlay       *toasts;
  CorTypingLine         *typing;
  CorTimelineView       *view;
};

void _cor_conversation_pane_install_actions (GtkWidgetClass *widget_class);
void _cor_conversation_pane_update_actions (CorConversationPane *self);
void _cor_conversation_pane_open_parts (CorConversationPane *self);
void _cor_conversation_pane_follow (CorConversationPane *self);
void _cor_conversation_pane_read_thread (CorConversationPane *self);
void _cor_conversation_pane_set_opening (CorConversationPane *self, gboolean is_opening);
void _cor_conversation_pane_show_empty (CorConversationPane *self, const char *words);
void _cor_conversation_pane_mark_seen (CorConversationPane *self);
void _cor_conversation_pane_update_strip (CorConversationPane *self);
void _cor_conversation_pane_on_composer_changed (CorConversationPane *self);
void _cor_conversation_pane_on_typed (CorConversationPane *self);
void _cor_conversation_pane_assign (CorConversationPane *self, const char *agent_id);

const char *_cor_conversation_pane_get_assignee (CorConversationPane *self);

void _cor_conversation_pane_action_tell (GtkWidget *widget, const char *action_name, GVariant *parameter);
void _cor_conversation_pane_tell (CorConversationPane *self, const char *words);
void _cor_conversation_pane_action_send_later (GtkWidget *widget, const char *action_name, GVariant *parameter);
void _cor_conversation_pane_action_discard (GtkWidget *widget, const char *action_name, GVariant *parameter);
void _cor_conversation_pane_action_undo_discard (GtkWidget *widget, const char *action_name, GVariant *parameter);
void _cor_conversation_pane_leave_discarded (CorConversationPane *self);
void _cor_conversation_pane_keep_discarded (CorConversationPane *self);
void _cor_conversation_pane_reschedule (CorConversationPane *self, gint64 intent);

G_END_DECLS
