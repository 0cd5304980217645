/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of attachments, which the sender chose. */

/* Bytes that a name from cor_safe_file_name() has at most. */
#define COR_FILE_NAME_MAX 200

char *cor_safe_file_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
