/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-store-threads.h"

G_BEGIN_DECLS

#define COR_TYPE_CONVERSATION_HEADER (cor_conversation_header_get_type ())
G_DECLARE_FINAL_TYPE (CorConversationHeader, cor_conversation_header, COR, CONVERSATION_HEADER, GtkWidget)

/* How much room there is: words go first, then buttons. */
typedef enum
{
  COR_ROOM_WIDE,
  COR_ROOM_COMPACT, /* below 500 px */
  COR_ROOM_NARROW,  /* below 440 px */
} CorRoom;

void cor_conversation_header_set_thread (CorConversationHeader *self, const CorThreadData *thread, gint64 now);
void cor_conversation_header_set_agents (CorConversationHeader *self, GPtrArray *agents);
void cor_conversation_header_set_room (CorConversationHeader *self, CorRoom room);
void cor_conversation_header_set_folded (CorConversationHeader *self, gboolean is_folded);
void cor_conversation_header_set_controls (CorConversationHeader *self, gboolean shown);
void cor_conversation_header_open_snooze (CorConversationHeader *self);

G_END_DECLS
