/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk.h"

G_BEGIN_DECLS

/*
 * CorTypingTeller: tells one account's service that the agent types, once when she begins and now and then while
 * she goes on, and that she has stopped. Best effort: nobody waits for it, nothing is repeated, and it is only
 * used while there is a connection (chatwoot.md §6, §13).
 */
#define COR_TYPE_TYPING_TELLER (cor_typing_teller_get_type ())
G_DECLARE_FINAL_TYPE (CorTypingTeller, cor_typing_teller, COR, TYPING_TELLER, GObject)

CorTypingTeller *cor_typing_teller_new (CorDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void             cor_typing_teller_tell (CorTypingTeller *self, const char *conversation_id, gboolean is_private);
void             cor_typing_teller_stop (CorTypingTeller *self);

G_END_DECLS
