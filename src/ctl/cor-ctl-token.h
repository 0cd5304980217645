/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cor_ctl_read_token (gboolean from_stdin, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void  cor_ctl_forget_secret (const char *origin, const char *account_id);
char *cor_ctl_read_stdin (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
