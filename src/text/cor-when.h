/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times as people read them. Pure: the caller says what time it is. */

char *cor_when_short (gint64     at,
                      gint64     now,
                      GTimeZone *tz) G_GNUC_WARN_UNUSED_RESULT;
char *cor_when_moment (gint64     at,
                       gint64     now,
                       GTimeZone *tz) G_GNUC_WARN_UNUSED_RESULT;
char *cor_when_day (gint64     at,
                    gint64     now,
                    GTimeZone *tz) G_GNUC_WARN_UNUSED_RESULT;
char *cor_when_full (gint64     at,
                     gint64     now,
                     GTimeZone *tz) G_GNUC_WARN_UNUSED_RESULT;
char *cor_when_span (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
