/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fuzz program is this entry point of libFuzzer and a few inputs to begin
 * with; fuzz-main.c replays and mutates those where there is no libFuzzer. */

extern const char *const fuzz_corpus[];

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

G_END_DECLS
