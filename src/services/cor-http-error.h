/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http-response.h"

G_BEGIN_DECLS

/* What a failure of the transport, or a status, means to a caller. */

GError *cor_http_error_from_transport (const GError *error,
                                       guint         status) G_GNUC_WARN_UNUSED_RESULT;
GError *cor_http_error_from_response (CorHttpResponse *response) G_GNUC_WARN_UNUSED_RESULT;
char   *cor_http_error_dup_server_words (CorHttpResponse *response) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
