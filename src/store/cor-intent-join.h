/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One request of two of the same kind, of which the earlier never left. Lists are lines; all may be NULL but @later of a
 * procedure and of links. */
char *cor_intent_join_titles (const char *earlier, const char *overruled_by, const char *later) G_GNUC_WARN_UNUSED_RESULT;
char *cor_intent_join_procedure (const char *earlier, const char *later) G_GNUC_WARN_UNUSED_RESULT;
char *cor_intent_join_links (const char *earlier, const char *later) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
