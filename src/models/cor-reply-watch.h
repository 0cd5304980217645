/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-reply-check.h"

G_BEGIN_DECLS

#define COR_TYPE_REPLY_WATCH (cor_reply_watch_get_type ())
G_DECLARE_FINAL_TYPE (CorReplyWatch, cor_reply_watch, COR, REPLY_WATCH, GObject)

/* Whether what is written may go now. */
typedef enum
{
  COR_REPLY_MAY_GO,
  COR_REPLY_IS_UNCHECKED,    /* the check failed: it may go, and the outbox, which checks again, says why it does not */
  COR_REPLY_NOT_CHECKED_YET, /* "changed" comes when it is */
  COR_REPLY_IS_ASKED,        /* confirm it with cor_reply_watch_confirm() */
  COR_REPLY_IS_STOPPED,
} CorReplyPermission;

CorReplyWatch     *cor_reply_watch_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void               cor_reply_watch_set_text (CorReplyWatch *self, gint64 conversation, gboolean is_private, const char *text);
const char        *cor_reply_watch_get_text (CorReplyWatch *self);
GPtrArray         *cor_reply_watch_get_findings (CorReplyWatch *self);
CorReplyPermission cor_reply_watch_get_permission (CorReplyWatch *self);
void               cor_reply_watch_confirm (CorReplyWatch *self);

G_END_DECLS
