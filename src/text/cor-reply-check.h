/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-reply-context.h"
#include "cor-reply-rules.h"

G_BEGIN_DECLS

/* What was found in a reply; constant. */
typedef struct
{
  const char      *rule; /* of the rules */
  CorReplySeverity severity;
  gsize            start; /* bytes of the text; start = end = 0: the text as a whole */
  gsize            end;
  char            *sentence; /* for the agent, in her language */
  char            *fix;      /* instead of what stands there; "": leave it out; NULL: no fix is known */
} CorReplyFinding;

void       cor_reply_finding_free (CorReplyFinding *self);
GPtrArray *cor_reply_check_run (const CorReplyRules   *rules,
                                const char            *text,
                                const CorReplyContext *context) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cor_reply_check_stops (const GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorReplyFinding, cor_reply_finding_free)

G_END_DECLS
