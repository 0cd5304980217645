/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What G_TEST_OPTION_ISOLATE_DIRS does, for the whole program: GLib 2.74 leaks its folders, and to suppress that
 * the leak check would need exact stacks, with which a test takes ten times as long. */

void cor_test_init (int    *argc,
                    char ***argv);
int  cor_test_run (void);

G_END_DECLS
