/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-request.h"

G_BEGIN_DECLS

char *cor_desk_packs_dup_key (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
