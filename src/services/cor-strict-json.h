/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-money.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * CorStrictJson: reads a document that has to be as its format says, whole or not at all. It keeps the first
 * problem with the path where it is, such as $.corridors[2].rounding, and answers everything after it with
 * nothing: a reader need not check each step. Init with { NULL }, end with cor_strict_json_finish().
 */
typedef struct
{
  GString *path;
  GError  *error;
} CorStrictJson;

gsize    cor_strict_json_enter (CorStrictJson *self,
                                const char    *member);
gsize    cor_strict_json_enter_index (CorStrictJson *self,
                                      guint          index);
void     cor_strict_json_leave (CorStrictJson *self,
                                gsize          mark);
void     cor_strict_json_fail (CorStrictJson *self,
                               const char    *member,
                               GError        *reason);
void     cor_strict_json_refuse (CorStrictJson *self,
                                 const char    *member,
                                 const char    *reason);
gboolean cor_strict_json_finish (CorStrictJson *self,
                                 GError       **error);

gboolean           cor_strict_json_has (JsonObject *object,
                                        const char *member);
JsonObject        *cor_strict_json_get_object (CorStrictJson *self,
                                               JsonObject    *object,
                                               const char    *member);
JsonObject        *cor_strict_json_get_item (CorStrictJson *self,
                                             JsonArray     *array,
                                             guint          index);
JsonArray         *cor_strict_json_get_array (CorStrictJson *self,
                                              JsonObject    *object,
                                              const char    *member);
const char        *cor_strict_json_get_string (CorStrictJson *self,
                                               JsonObject    *object,
                                               const char    *member);
gboolean           cor_strict_json_get_boolean (CorStrictJson *self,
                                                JsonObject    *object,
                                                const char    *member);
const char        *cor_strict_json_require_string (CorStrictJson *self,
                                                   JsonObject    *object,
                                                   const char    *member);
CorDecimal         cor_strict_json_get_decimal (CorStrictJson *self,
                                                JsonObject    *object,
                                                const char    *member);
const CorCurrency *cor_strict_json_require_currency (CorStrictJson *self,
                                                     JsonObject    *object,
                                                     const char    *member);
gint64             cor_strict_json_get_amount (CorStrictJson     *self,
                                               JsonObject        *object,
                                               const char        *member,
                                               const CorCurrency *currency);
void               cor_strict_json_allow_only (CorStrictJson     *self,
                                               JsonObject        *object,
                                               const char *const *members);

G_END_DECLS
