/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a request carries, in parts of which files stay on the disk until they are sent; reference counted, filled once. */
typedef struct _CorHttpBody CorHttpBody;

CorHttpBody  *cor_http_body_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorHttpBody  *cor_http_body_ref (CorHttpBody *self);
void          cor_http_body_unref (CorHttpBody *self);
void          cor_http_body_append_bytes (CorHttpBody *self, GBytes *bytes);
gboolean      cor_http_body_append_file (CorHttpBody *self, const char *path, GError **error);
goffset       cor_http_body_get_size (CorHttpBody *self);
GInputStream *cor_http_body_open (CorHttpBody *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorHttpBody, cor_http_body_unref)

G_END_DECLS
