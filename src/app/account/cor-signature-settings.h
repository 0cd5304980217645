/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-account-list.h"

G_BEGIN_DECLS

#define COR_TYPE_SIGNATURE_SETTINGS (cor_signature_settings_get_type ())
G_DECLARE_FINAL_TYPE (CorSignatureSettings, cor_signature_settings, COR, SIGNATURE_SETTINGS, AdwPreferencesGroup)

void cor_signature_settings_set_models (CorSignatureSettings *self, CorStore *store, CorAccountList *accounts);
void cor_signature_settings_flush (CorSignatureSettings *self);

G_END_DECLS
