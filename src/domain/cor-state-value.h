/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-intent.h"

G_BEGIN_DECLS

/* What a conversation has of one of the things that an agent changes; the member for the kind counts. */
typedef struct
{
  CorStatus   status;
  gint64      snoozed_until; /* seconds since the epoch; 0: until the customer's next message, or not snoozed */
  const char *assignee_id;   /* borrowed; NULL nobody */
  CorPriority priority;
} CorStateValue;

gboolean cor_state_value_equal (CorIntentKind kind, const CorStateValue *one, const CorStateValue *other);
char    *cor_state_value_to_string (CorIntentKind kind, const CorStateValue *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_state_value_from_string (CorIntentKind kind, const char *text, CorStateValue *value);

G_END_DECLS
