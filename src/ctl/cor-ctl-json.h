/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What programs read: always UTF-8, one object, keys that do not change. A %NULL text is null. */

void cor_ctl_json_text (JsonBuilder *builder, const char *name, const char *value);
void cor_ctl_json_texts (JsonBuilder *builder, const char *name, char *const *values);
void cor_ctl_json_int (JsonBuilder *builder, const char *name, gint64 value);
void cor_ctl_json_bool (JsonBuilder *builder, const char *name, gboolean value);
void cor_ctl_json_time (JsonBuilder *builder, const char *name, gint64 value);
void cor_ctl_json_print (JsonBuilder *builder);

/* An object with one long list, printed while it is made: a million conversations need not be in memory. */
void cor_ctl_json_begin_list (const char *name);
void cor_ctl_json_add_item (JsonBuilder *item, gboolean is_first);
void cor_ctl_json_end_list (const char *total_name, gint64 total);

G_END_DECLS
