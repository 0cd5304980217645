/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-protect.h"
#include "cor-translation-refusal.h"

G_BEGIN_DECLS

/* What is said about translations, in the user's language. */

char       *cor_translation_text_dup_origin (const char *service) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_translation_text_get_setup (void);
const char *cor_translation_text_get_refusal (CorTranslationRefusal refusal);
char       *cor_translation_text_dup_findings (const char *source, const char *target, GArray *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
