/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-reply-check.h"

G_BEGIN_DECLS

/* What the tests of the reply check share: the rules as they are shipped, and one payment. */

CorReplyRules   *cor_test_reply_rules (void) G_GNUC_WARN_UNUSED_RESULT;
CorReplyContext *cor_test_reply_context (const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cor_test_reply_found (const GPtrArray *findings,
                                       const char      *rule);
char            *cor_test_reply_list (const GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
