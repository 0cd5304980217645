/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-store-threads.h"

G_BEGIN_DECLS

#define COR_TYPE_CONVERSATION_CARD (cor_conversation_card_get_type ())
G_DECLARE_FINAL_TYPE (CorConversationCard, cor_conversation_card, COR, CONVERSATION_CARD, GtkWidget)

GtkWidget *cor_conversation_card_new (const CorThreadData *thread, gint64 now, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
gint64     cor_conversation_card_get_conversation (CorConversationCard *self);
char      *cor_conversation_card_dup_spoken (CorConversationCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
