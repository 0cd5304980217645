/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-files.h"

G_BEGIN_DECLS

char *cor_file_refusal_dup_text (const GError *error, const char *name, const CorFilePlace *place) G_GNUC_WARN_UNUSED_RESULT;
char *cor_file_refusal_dup_limits (const CorFilePlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
