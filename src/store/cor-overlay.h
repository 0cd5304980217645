/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-conversation-record.h"
#include "cor-db.h"

G_BEGIN_DECLS

/* The state of a conversation as the agent sees it: what the server said, with what is queued over it. */
typedef struct
{
  CorStatus   status;
  CorPriority priority;
  gint64      snoozed_until;
  char       *assignee_id; /* owned */
  char      **labels;      /* owned */
  gboolean    is_seen;     /* the agent has read it, the server does not know yet */
} CorEffective;

void cor_effective_clear (CorEffective *self);
void cor_overlay_apply (CorDb *db, gint64 conversation, CorEffective *effective);

G_END_DECLS
