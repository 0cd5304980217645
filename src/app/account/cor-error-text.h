/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Errors of the store and of services as sentences for people. */

char *cor_error_text (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
char *cor_service_error_text (int code, const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
