/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Apertium APy of Debian's packages on a free port of loopback; ended with its engines. */
typedef struct _CorTestApertium CorTestApertium;

CorTestApertium *cor_test_apertium_start (void);
void             cor_test_apertium_free (CorTestApertium *self);
const char      *cor_test_apertium_get_url (CorTestApertium *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTestApertium, cor_test_apertium_free)

G_END_DECLS
