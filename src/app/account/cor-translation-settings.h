/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-store.h"

G_BEGIN_DECLS

#define COR_TYPE_TRANSLATION_SETTINGS (cor_translation_settings_get_type ())
G_DECLARE_FINAL_TYPE (CorTranslationSettings, cor_translation_settings, COR, TRANSLATION_SETTINGS, AdwPreferencesGroup)

void cor_translation_settings_set_store (CorTranslationSettings *self, CorStore *store);

G_END_DECLS
