/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

#include "cor-message-record.h"

G_BEGIN_DECLS

/* A message of chatwoot.md §4, in the REST or the push shape. */

CorMessageRecord *cor_chatwoot_parse_message (JsonObject *object,
                                              const char *conversation_id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *cor_chatwoot_parse_messages (JsonArray  *array,
                                               const char *conversation_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
