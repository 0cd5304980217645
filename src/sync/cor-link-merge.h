/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cor_link_merge (const char        *attributes_json,
                      const char *const *changes,
                      const char        *agent_id,
                      gboolean          *is_changed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
