/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-tale.h"

G_BEGIN_DECLS

void  cor_tale_dress_mail (CorTale     *tale,
                           CorTaleLine *line);
char *cor_mail_attributes (const char *subject,
                           const char *from,
                           const char *to,
                           const char *message_id,
                           const char *in_reply_to,
                           const char *reply,
                           const char *full,
                           gint64      time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
