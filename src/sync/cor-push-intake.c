/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-push-intake.h"

#include "cor-store-attention.h"
#include "cor-store-pull.h"

static void
put_message (CorStore         *store,
             gint64            account,
             CorMessageRecord *message)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);

  g_ptr_array_add (one, cor_message_record_ref (message));
  cor_store_put_messages_async (store, account, message->conversation_id, one, -1, -1, FALSE, NULL, NULL, NULL);
}

static void
put_conversation (CorStore              *store,
                  gint64                 account,
                  CorConversationRecord *conversation)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);

  g_ptr_array_add (one, cor_conversation_record_ref (conversation));
  cor_store_put_conversations_async (store, account, one, NULL, NULL, NULL);
}

/**
 * cor_push_intake_take:
 * @account: local id
 * @event: what the service pushed
 *
 * Shows at once what it says. A push may leave out, come late or twice: a pass has to follow.
 */
void
cor_push_intake_take (CorStore           *store,
                      gint64              account,
                      const CorDeskEvent *event)
{
  if (event->message != NULL)
    put_message (store, account, event->message);
  if (event->conversation != NULL)
    put_conversation (store, account, event->conversation);
  if (event->customer != NULL)
    cor_store_put_customer_async (store, account, event->customer, NULL, NULL, NULL);
  if (event->typing_conversation_id != NULL)
    cor_store_put_typing_async (store, account, event->typing_conversation_id, event->typing_name, event->typing_private, event->typing_on,
                                NULL, NULL, NULL);
}
