/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http.h"

G_BEGIN_DECLS

#define COR_TYPE_CHATWOOT_CABLE (cor_chatwoot_cable_get_type ())
G_DECLARE_FINAL_TYPE (CorChatwootCable, cor_chatwoot_cable, COR, CHATWOOT_CABLE, GObject)

CorChatwootCable *cor_chatwoot_cable_new (CorHttp    *http,
                                          const char *account_id,
                                          guint       confirm_ms,
                                          guint       silence_ms,
                                          guint       backoff_ms) G_GNUC_WARN_UNUSED_RESULT;

void cor_chatwoot_cable_set_secret (CorChatwootCable *self,
                                    const char       *agent_id,
                                    const char       *secret);
void cor_chatwoot_cable_start (CorChatwootCable *self);
void cor_chatwoot_cable_stop (CorChatwootCable *self);

G_END_DECLS
