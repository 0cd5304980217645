/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that a server will run through Liquid. */

char *cor_liquid_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
