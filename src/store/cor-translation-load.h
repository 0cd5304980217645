/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-timeline.h"
#include "cor-store-translations.h"

G_BEGIN_DECLS

/* For jobs on the store's threads: what a message says in the agent's language. */

void  cor_translation_load (CorDb *db, const CorTranslatorData *translator, CorTimelineEntry *entry);
char *cor_translation_load_meaning (CorDb *db, const CorTranslatorData *translator, gint64 conversation, const char *uuid, const char *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
