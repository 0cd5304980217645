/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

#include "cor-channel.h"

G_BEGIN_DECLS

typedef enum
{
  COR_REPLY_ASKS,  /* the agent confirms it once */
  COR_REPLY_STOPS, /* not sent while it is there */
} CorReplySeverity;

/*
 * CorReplyRules: what a reply is checked for; read from data (data/checks/README.md). To be filled by one
 * thread; constant after that, and then for any thread.
 */
typedef struct _CorReplyRules CorReplyRules;

CorReplyRules *cor_reply_rules_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           cor_reply_rules_free (CorReplyRules *self);
gboolean       cor_reply_rules_add (CorReplyRules *self,
                                    const char    *text,
                                    GError       **error);
gboolean       cor_reply_rules_set_enabled (CorReplyRules *self,
                                            const char    *rule,
                                            gboolean       is_enabled);
guint          cor_reply_rules_get_limit (const CorReplyRules *self,
                                          CorChannel           channel);
char         **cor_reply_rules_list (const CorReplyRules *self) G_GNUC_WARN_UNUSED_RESULT;

#define COR_REPLY_RULES_ERROR (cor_reply_rules_error_quark ())
GQuark cor_reply_rules_error_quark (void);

typedef enum
{
  COR_REPLY_RULES_ERROR_INVALID, /* the message names the line */
} CorReplyRulesError;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorReplyRules, cor_reply_rules_free)

G_END_DECLS
