/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which languages knowledge is of use, the best first. */

char **cor_reader_locales_new (const char *customer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
