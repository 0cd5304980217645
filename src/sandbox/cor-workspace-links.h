/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-tale.h"

G_BEGIN_DECLS

char *cor_tale_custom_attributes (const CorTale *tale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
