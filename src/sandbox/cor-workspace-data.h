/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *cor_workspace_data_load (const char *name,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
char    **cor_workspace_data_strv (JsonObject *object,
                                   const char *member) G_GNUC_WARN_UNUSED_RESULT;
char     *cor_workspace_data_dup (JsonObject *object,
                                  const char *member) G_GNUC_WARN_UNUSED_RESULT;
char     *cor_workspace_data_text (JsonBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void      cor_workspace_data_add (JsonBuilder *builder,
                                  const char  *member,
                                  const char  *value);
guint     cor_workspace_data_pick (GRand *rand,
                                   guint  n);
gboolean  cor_workspace_data_chance (GRand *rand,
                                     guint  percent);

G_END_DECLS
