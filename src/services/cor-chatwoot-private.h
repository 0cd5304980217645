/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-chatwoot-cable.h"
#include "cor-chatwoot.h"

G_BEGIN_DECLS

/* Shared by the files of the class alone. */
struct _CorChatwoot
{
  GObject parent_instance;

  CorHttp          *http;       /* owned */
  char             *account_id; /* owned; NULL until signed in */
  CorChatwootCable *cable;      /* owned; NULL while push is off */
  GCancellable     *push_cancellable;
  guint             page_size; /* of conversation lists: the server's setting, learned from page 1 */
  guint             send_timeout_ms;
  guint             confirm_ms;
  guint             silence_ms;
  guint             backoff_ms;
};

GTask          *_cor_chatwoot_start_task (CorChatwoot        *self,
                                          gpointer            tag,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;
CorHttpRequest *_cor_chatwoot_new_request (CorChatwoot *self,
                                           const char  *method,
                                           const char  *collection,
                                           const char  *id,
                                           const char  *action) G_GNUC_WARN_UNUSED_RESULT;
void            _cor_chatwoot_fetch (CorChatwoot    *self,
                                     CorHttpRequest *request,
                                     GTask          *task);

void             _cor_chatwoot_call_async (CorChatwoot        *self,
                                           CorHttpRequest     *request,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
CorHttpResponse *_cor_chatwoot_call_finish (CorChatwoot  *self,
                                            GAsyncResult *result,
                                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void     _cor_chatwoot_add_attributes (JsonBuilder *builder,
                                       const char  *uuid,
                                       const char  *answered);
void     _cor_chatwoot_pack_async (CorChatwoot           *self,
                                   const CorDeskOutgoing *outgoing,
                                   CorHttpRequest        *request,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data);
gboolean _cor_chatwoot_pack_finish (CorChatwoot  *self,
                                    GAsyncResult *result,
                                    GError      **error);

void _cor_chatwoot_sign_in_async (CorDesk            *desk,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
void _cor_chatwoot_get_lists_async (CorDesk            *desk,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
void _cor_chatwoot_get_articles_async (CorDesk            *desk,
                                       const char         *known_version,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
void _cor_chatwoot_list_conversations_async (CorDesk            *desk,
                                             CorDeskOrder        order,
                                             guint               page,
                                             gboolean            unresolved_only,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
void _cor_chatwoot_send_async (CorDesk               *desk,
                               const char            *conversation_id,
                               const CorDeskOutgoing *outgoing,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data);
void _cor_chatwoot_change_async (CorDesk             *desk,
                                 const char          *conversation_id,
                                 const CorDeskChange *change,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
void _cor_chatwoot_start_push (CorDesk *desk);
void _cor_chatwoot_stop_push (CorDesk *desk);

GError *_cor_chatwoot_error_from_response (CorHttpResponse *response) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
