/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that comes from elsewhere into a reply. */

char *cor_paste_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *cor_paste_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
