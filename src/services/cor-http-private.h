/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"

G_BEGIN_DECLS

/* Shared by cor-http.c and cor-http-call.c alone. */
struct _CorHttp
{
  GObject parent_instance;

  SoupSession *session;      /* owned */
  GUri        *origin;       /* owned: scheme, host, port */
  char        *token_header; /* owned */
  char        *token;        /* owned; kept nowhere else */
  guint        connect_ms;   /* to have the request's head on its way */
  guint        total_ms;     /* of a call with all its attempts */
  guint        attempts;     /* of what is safe to repeat */
  guint        base_ms;      /* of the back-off */
};

gboolean _cor_http_is_same_origin (GUri *a,
                                   GUri *b);
char    *_cor_http_dup_origin_of (GUri *uri) G_GNUC_WARN_UNUSED_RESULT;
void     _cor_http_call_start (CorHttp        *http,
                               CorHttpRequest *request,
                               GTask          *task);

G_END_DECLS
