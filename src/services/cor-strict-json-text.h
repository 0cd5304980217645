/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-strict-json.h"

G_BEGIN_DECLS

/* Texts of a strict document: days, lists of lines, texts of a form. */
char *cor_strict_json_dup_day (CorStrictJson *self, JsonObject *object, const char *member) G_GNUC_WARN_UNUSED_RESULT;
char *cor_strict_json_dup_lines (CorStrictJson *self, JsonObject *object, const char *member, GRegex *form) G_GNUC_WARN_UNUSED_RESULT;
char *cor_strict_json_dup_form (CorStrictJson *self, JsonObject *object, const char *member, gboolean is_required, GRegex *form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
