/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk"

#include "config.h"

#include "cor-desk.h"

/*
 * CorDesk: a service where customers' conversations are held, without its name. Sync and everything
 * above know desks by this interface only.
 */
G_DEFINE_INTERFACE (CorDesk, cor_desk, G_TYPE_OBJECT)

static void
cor_desk_default_init (CorDeskInterface *iface)
{
  g_signal_new ("event", COR_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_signal_new ("push-state", COR_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

/**
 * cor_desk_sign_in_async:
 *
 * Checks that the address is a desk server, that the token is good and that it opens an account.
 */
void
cor_desk_sign_in_async (CorDesk            *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  COR_DESK_GET_IFACE (self)->sign_in_async (self, cancellable, callback, user_data);
}

/**
 * cor_desk_sign_in_finish:
 * @error: OFFLINE, TLS, BAD_RESPONSE (another kind of server), BAD_ADDRESS (it has moved),
 *   UNAUTHORISED or NO_ACCOUNT
 *
 * Returns: (transfer full) (nullable): who the token belongs to; the account used last is first. A
 *   desk made without an account id uses that one from here on.
 */
CorProfileRecord *
cor_desk_sign_in_finish (CorDesk      *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, error);
}

/**
 * cor_desk_get_lists_async:
 *
 * Reads inboxes, agents, teams and labels.
 */
void
cor_desk_get_lists_async (CorDesk            *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  COR_DESK_GET_IFACE (self)->get_lists_async (self, cancellable, callback, user_data);
}

/**
 * cor_desk_get_lists_finish:
 *
 * Returns: (transfer full) (nullable): all lists, or %NULL with @error if one could not be read
 */
CorDeskLists *
cor_desk_get_lists_finish (CorDesk      *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, error);
}

/**
 * cor_desk_get_articles_async:
 * @known_version: (nullable): of what the caller has
 *
 * Reads the published articles of the help centres, all of them if any changed since @known_version.
 */
void
cor_desk_get_articles_async (CorDesk            *self,
                             const char         *known_version,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  if (COR_DESK_GET_IFACE (self)->get_articles_async != NULL)
    {
      COR_DESK_GET_IFACE (self)->get_articles_async (self, known_version, cancellable, callback, user_data);
      return;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_return_pointer (task, g_new0 (CorDeskArticles, 1), (GDestroyNotify) cor_desk_articles_free);
}

/**
 * cor_desk_get_articles_finish:
 *
 * Returns: (transfer full) (nullable): the articles; none where the desk has no help centre
 */
CorDeskArticles *
cor_desk_get_articles_finish (CorDesk      *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, error);
}

/**
 * cor_desk_list_conversations_async:
 * @order: of the whole list
 * @page: from 1
 * @unresolved_only: leaves resolved ones out. The pages then hold everything that is not resolved,
 *   but @order holds within a page only: read them to the end.
 *
 * Pages shift while the list changes: expect doubles (chatwoot.md §2, §14).
 */
void
cor_desk_list_conversations_async (CorDesk            *self,
                                   CorDeskOrder        order,
                                   guint               page,
                                   gboolean            unresolved_only,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  COR_DESK_GET_IFACE (self)->list_conversations_async (self, order, page, unresolved_only, cancellable, callback, user_data);
}

/**
 * cor_desk_list_conversations_finish:
 *
 * Returns: (transfer full) (nullable): one page
 */
CorDeskConversationPage *
cor_desk_list_conversations_finish (CorDesk      *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, error);
}

/**
 * cor_desk_get_conversation_async:
 * @id: remote id of a conversation
 */
void
cor_desk_get_conversation_async (CorDesk            *self,
                                 const char         *id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  COR_DESK_GET_IFACE (self)->get_conversation_async (self, id, cancellable, callback, user_data);
}

/**
 * cor_desk_get_conversation_finish:
 * @error: NOT_FOUND: it is deleted; FORBIDDEN: it is no longer the agent's to see
 *
 * Returns: (transfer full) (nullable): the conversation
 */
CorConversationRecord *
cor_desk_get_conversation_finish (CorDesk      *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, error);
}

/**
 * cor_desk_list_messages_async:
 * @conversation_id: remote id
 * @after: ordinal below the first message wanted, -1 (or any below 0) for no such bound
 * @before: ordinal above the last message wanted, -1 for no such bound
 *
 * Without bounds the newest page; with @after alone the page that follows it; with @before alone the
 * page before it. Alone, @after is exclusive; with both, @after is inclusive (chatwoot.md §4).
 */
void
cor_desk_list_messages_async (CorDesk            *self,
                              const char         *conversation_id,
                              gint64              after,
                              gint64              before,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  COR_DESK_GET_IFACE (self)->list_messages_async (self, conversation_id, after, before, cancellable, callback, user_data);
}

/**
 * cor_desk_list_messages_finish:
 *
 * Returns: (transfer full) (nullable): messages by ascending ordinal. A full page read with @after
 *   alone may lack a lower ordinal: fill it with a read by both bounds (chatwoot.md §4).
 */
CorDeskMessagePage *
cor_desk_list_messages_finish (CorDesk      *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, error);
}

/**
 * cor_desk_send_async:
 * @conversation_id: remote id
 * @outgoing: the message; copied
 *
 * One POST, never repeated by this layer whatever happens (chatwoot.md §15).
 */
void
cor_desk_send_async (CorDesk               *self,
                     const char            *conversation_id,
                     const CorDeskOutgoing *outgoing,
                     GCancellable          *cancellable,
                     GAsyncReadyCallback    callback,
                     gpointer               user_data)
{
  COR_DESK_GET_IFACE (self)->send_async (self, conversation_id, outgoing, cancellable, callback, user_data);
}

/**
 * cor_desk_send_finish:
 *
 * Returns: (transfer full): what became of it; never %NULL. A cancellation is a result as well:
 *   whether the message may have arrived matters then too.
 */
CorDeskSendResult *
cor_desk_send_finish (CorDesk      *self,
                      GAsyncResult *result)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, NULL);
}

/**
 * cor_desk_change_async:
 * @conversation_id: remote id
 * @change: what it shall be; copied
 *
 * Safe to repeat.
 */
void
cor_desk_change_async (CorDesk             *self,
                       const char          *conversation_id,
                       const CorDeskChange *change,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  COR_DESK_GET_IFACE (self)->change_async (self, conversation_id, change, cancellable, callback, user_data);
}

/**
 * cor_desk_change_finish:
 *
 * Returns: whether the server took it. Labels are changed by a job of the server a moment later.
 */
gboolean
cor_desk_change_finish (CorDesk      *self,
                        GAsyncResult *result,
                        GError      **error)
{
  return COR_DESK_GET_IFACE (self)->finish (self, result, error) != NULL;
}

/**
 * cor_desk_start_push:
 *
 * Connects and keeps connecting until cor_desk_stop_push(); see the signals.
 */
void
cor_desk_start_push (CorDesk *self)
{
  COR_DESK_GET_IFACE (self)->start_push (self);
}

/**
 * cor_desk_stop_push:
 *
 * Disconnects at once. No signal is emitted after this, save "push-state" with %FALSE during it.
 */
void
cor_desk_stop_push (CorDesk *self)
{
  COR_DESK_GET_IFACE (self)->stop_push (self);
}

/**
 * cor_desk_event_new:
 *
 * Returns: (transfer full): an empty event
 */
CorDeskEvent *
cor_desk_event_new (void)
{
  return g_new0 (CorDeskEvent, 1);
}

/**
 * cor_desk_event_free:
 * @self: (transfer full): an event
 */
void
cor_desk_event_free (CorDeskEvent *self)
{
  g_clear_pointer (&self->message, cor_message_record_unref);
  g_clear_pointer (&self->conversation, cor_conversation_record_unref);
  g_clear_pointer (&self->customer, cor_customer_record_unref);
  g_free (self->typing_conversation_id);
  g_free (self->typing_name);
  g_free (self->deleted_customer_id);
  g_free (self);
}

/**
 * cor_desk_conversation_page_free:
 * @self: (transfer full): a page
 */
void
cor_desk_conversation_page_free (CorDeskConversationPage *self)
{
  g_clear_pointer (&self->conversations, g_ptr_array_unref);
  g_free (self);
}

/**
 * cor_desk_message_page_free:
 * @self: (transfer full): a page
 */
void
cor_desk_message_page_free (CorDeskMessagePage *self)
{
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_free (self);
}

/**
 * cor_desk_lists_free:
 * @self: (transfer full): lists
 */
void
cor_desk_lists_free (CorDeskLists *self)
{
  g_clear_pointer (&self->inboxes, g_ptr_array_unref);
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_free (self->version);
  g_free (self);
}

void
cor_desk_articles_free (CorDeskArticles *self)
{
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_free (self->version);
  g_free (self);
}

/**
 * cor_desk_send_result_free:
 * @self: (transfer full): a result
 */
void
cor_desk_send_result_free (CorDeskSendResult *self)
{
  g_clear_pointer (&self->message, cor_message_record_unref);
  g_clear_error (&self->error);
  g_free (self);
}
