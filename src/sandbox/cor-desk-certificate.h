/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GTlsCertificate *cor_desk_certificate_load (const char *state_dir,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
