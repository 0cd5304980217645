/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-template.h"

G_BEGIN_DECLS

const char *cor_template_title_get (const CorTemplate *template);
const char *cor_template_title_get_category (const CorTemplate *template);
const char *cor_template_title_get_purpose (const CorTemplate *template);
const char *cor_template_title_find (const char *source, const char *id, const char *title);
char       *cor_template_title_dup_tags (const CorTemplate *template) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
