/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days, as ISO 8601 writes them: 2026-07-01. */
gboolean cor_date_parse (const char *text,
                         GDate      *date);
void     cor_date_set_moment (GDate *date, GDateTime *moment);
char    *cor_date_to_string (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
