/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a customer asks, out of what the customer wrote. */

gboolean cor_question_is_greeting (const char *text);
gboolean cor_question_is_thanks (const char *text);
char    *cor_question_join (const char *const *messages,
                            gsize              n_messages) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_question_strip_subject (const char *subject) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_question_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
