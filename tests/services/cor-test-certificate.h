/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An authority made on the spot, and certificates signed by it for 127.0.0.1 and localhost. */

char            *cor_test_authority_write (void) G_GNUC_WARN_UNUSED_RESULT;
GTlsCertificate *cor_test_authority_issue (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
