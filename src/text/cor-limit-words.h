/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cor_limit_words_get_name (const char *name,
                                      const char *period);
const char *cor_limit_words_find_name (const char *name,
                                       const char *period,
                                       const char *locale);

G_END_DECLS
