/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The address of a desk, as people type or paste it. */

gboolean cor_desk_parse_address (const char *typed,
                                 char      **origin,
                                 char      **account_id,
                                 GError    **error);

G_END_DECLS
