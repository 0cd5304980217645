/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cor_reply_signature_is_below (const char *text, const char *signature);
char    *cor_reply_signature_append (const char *text, const char *signature) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
