/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

#include "cor-http-request.h"
#include "cor-http-response.h"

G_BEGIN_DECLS

#define COR_TYPE_HTTP (cor_http_get_type ())
G_DECLARE_FINAL_TYPE (CorHttp, cor_http, COR, HTTP, GObject)

CorHttp *cor_http_new (GUri       *origin,
                       const char *ca_file,
                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CorHttp *cor_http_new_on_loopback (GUri *origin, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void  cor_http_set_token (CorHttp    *self,
                          const char *header,
                          const char *token);
void  cor_http_set_timeouts (CorHttp *self,
                             guint    connect_milliseconds,
                             guint    idle_seconds,
                             guint    total_milliseconds);
void  cor_http_set_retry (CorHttp *self,
                          guint    attempts,
                          guint    base_milliseconds);
char *cor_http_dup_origin (CorHttp *self) G_GNUC_WARN_UNUSED_RESULT;

void             cor_http_send_async (CorHttp            *self,
                                      CorHttpRequest     *request,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
CorHttpResponse *cor_http_send_finish (CorHttp      *self,
                                       GAsyncResult *result,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

void                     cor_http_open_websocket_async (CorHttp            *self,
                                                        const char         *path,
                                                        const char         *protocol,
                                                        gsize               max_payload,
                                                        GCancellable       *cancellable,
                                                        GAsyncReadyCallback callback,
                                                        gpointer            user_data);
SoupWebsocketConnection *cor_http_open_websocket_finish (CorHttp      *self,
                                                         GAsyncResult *result,
                                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
