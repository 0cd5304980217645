/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk.h"
#include "cor-http.h"

G_BEGIN_DECLS

#define COR_CHATWOOT_KIND "chatwoot"

#define COR_TYPE_CHATWOOT (cor_chatwoot_get_type ())
G_DECLARE_FINAL_TYPE (CorChatwoot, cor_chatwoot, COR, CHATWOOT, GObject)

CorDesk *cor_chatwoot_new (const char *url,
                           const char *account_id,
                           const char *token,
                           const char *ca_file,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;

CorHttp *cor_chatwoot_get_http (CorChatwoot *self);
void     cor_chatwoot_set_send_timeout (CorChatwoot *self,
                                        guint        milliseconds);
void     cor_chatwoot_set_push_times (CorChatwoot *self,
                                      guint        confirm_ms,
                                      guint        silence_ms,
                                      guint        backoff_ms);

G_END_DECLS
