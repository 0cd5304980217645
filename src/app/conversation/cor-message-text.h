/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-timeline.h"

G_BEGIN_DECLS

/* The words around a message. */

char       *cor_clock_text (gint64 at, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_message_text_dup_foot (const CorTimelineEntry *entry, gint64 open_conversation, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_message_text_dup_note_head (const CorTimelineEntry *entry, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_message_text_dup_spoken (const CorTimelineEntry *entry, GTimeZone *time_zone) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_message_text_get_delivery (CorDelivery delivery);
char       *cor_message_text_dup_line (const char *name, const char *content) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_message_text_dup_file (const CorAttachmentRecord *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
