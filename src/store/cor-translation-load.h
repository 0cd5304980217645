/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-timeline.h"
#include "cor-store-translations.h"

G_BEGIN_DECLS

/* For jobs on the store's threads: what a message says in the agent's language. */

void cor_translation_load (CorDb *db, const CorTranslatorData *translator, CorTimelineEntry *entry);

G_END_DECLS
