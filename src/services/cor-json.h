/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Levels of objects and arrays that cor_json_parse() follows. */
#define COR_JSON_MAX_DEPTH 100

/* JSON from a server: parsed within bounds, read by key, never trusted to have the type it should. */

JsonNode *cor_json_parse (const char *data,
                          gsize       len,
                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

JsonNode *cor_json_parse_exact (const char *data, gsize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;

JsonObject *cor_json_as_object (JsonNode *node);
JsonArray  *cor_json_as_array (JsonNode *node);
JsonObject *cor_json_array_get_object (JsonArray *array,
                                       guint      index);
gboolean    cor_json_has (JsonObject *object,
                          const char *member);
JsonObject *cor_json_get_object (JsonObject *object,
                                 const char *member);
JsonArray  *cor_json_get_array (JsonObject *object,
                                const char *member);
const char *cor_json_get_string (JsonObject *object,
                                 const char *member);
char       *cor_json_dup_string (JsonObject *object,
                                 const char *member) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_json_dup_id (JsonObject *object,
                             const char *member) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_json_dup_object_text (JsonObject *object,
                                      const char *member) G_GNUC_WARN_UNUSED_RESULT;
char      **cor_json_dup_strings (JsonObject *object,
                                  const char *member) G_GNUC_WARN_UNUSED_RESULT;
gint64      cor_json_get_int (JsonObject *object,
                              const char *member);
gboolean    cor_json_get_bool (JsonObject *object,
                               const char *member);
gint64      cor_json_get_time (JsonObject *object,
                               const char *member);
gint64      cor_json_get_time_us (JsonObject *object,
                                  const char *member);

G_END_DECLS
