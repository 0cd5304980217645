/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

#include "cor-channel.h"

G_BEGIN_DECLS

/* Files of one message (chatwoot.md §5). */
#define COR_MESSAGE_FILES_MAX 15

/* What a channel takes; for a sentence about it. */
typedef enum
{
  COR_FILE_KINDS_ALL,      /* pictures, sound, films, documents, archives */
  COR_FILE_KINDS_OFFICE,   /* some pictures, sound, films; PDF, office documents, plain text */
  COR_FILE_KINDS_MEDIA,    /* some pictures, sound, films */
  COR_FILE_KINDS_PICTURES, /* JPEG, PNG and MP4 */
} CorFileKinds;

const char  *cor_file_limits_get_type (const char *name);
CorFileKinds cor_file_limits_get_kinds (CorChannel channel, gboolean is_private);
gboolean     cor_file_limits_takes (CorChannel channel, gboolean is_private, const char *content_type);
gint64       cor_file_limits_get_max (CorChannel channel, gboolean is_private, const char *content_type);

G_END_DECLS
