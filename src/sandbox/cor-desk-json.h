/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *cor_desk_json_new (const char *member,
                               ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
void        cor_desk_json_set (JsonObject *object,
                               const char *member,
                               ...) G_GNUC_NULL_TERMINATED;
JsonNode   *cor_desk_json_node (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
JsonNode   *cor_desk_json_array_node (JsonArray *array) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *cor_desk_json_parse_object (const char *text) G_GNUC_WARN_UNUSED_RESULT;
JsonArray  *cor_desk_json_parse_array (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_desk_json_text (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_desk_json_object_text (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_desk_json_iso (gint64 microseconds) G_GNUC_WARN_UNUSED_RESULT;

gboolean    cor_desk_json_has (JsonObject *object,
                               const char *member);
gboolean    cor_desk_json_is_set (JsonObject *object,
                                  const char *member);
const char *cor_desk_json_string (JsonObject *object,
                                  const char *member);
char       *cor_desk_json_dup_scalar (JsonObject *object,
                                      const char *member) G_GNUC_WARN_UNUSED_RESULT;
gint64      cor_desk_json_int (JsonObject *object,
                               const char *member);
gboolean    cor_desk_json_bool (JsonObject *object,
                                const char *member);
JsonObject *cor_desk_json_object (JsonObject *object,
                                  const char *member);
JsonArray  *cor_desk_json_array (JsonObject *object,
                                 const char *member);

G_END_DECLS
