/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Ed25519 (RFC 8032) over a whole document, the signature in a document of its own. */
gboolean cor_signature_is_key (const char *public_key);
gboolean cor_signature_verify (GBytes *document, GBytes *signature, const char *public_key, GError **error);

G_END_DECLS
