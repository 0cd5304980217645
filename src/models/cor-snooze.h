/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For how long a conversation can be put off. */
typedef enum
{
  COR_SNOOZE_HOUR,
  COR_SNOOZE_TOMORROW,    /* 9:00 */
  COR_SNOOZE_MONDAY,      /* the next one, 9:00 */
  COR_SNOOZE_UNTIL_REPLY, /* of the customer */
} CorSnooze;

gboolean cor_snooze_from_string (const char *name, CorSnooze *snooze);
gint64   cor_snooze_get_end (CorSnooze snooze, gint64 now, GTimeZone *time_zone);

G_END_DECLS
