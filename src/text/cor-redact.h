/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Secrets out of logs and traces. */

char *cor_redact (const char        *text,
                  const char *const *secrets) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
