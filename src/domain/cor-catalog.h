/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * CorCatalog: the texts of the program in a language other than the user's, for what is handed to a customer. gettext follows the
 * user's environment only. NULL is a catalogue, too: the user's own.
 *
 * Shared, constant; any thread.
 */
typedef struct _CorCatalog CorCatalog;

CorCatalog *cor_catalog_new (GBytes *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorCatalog *cor_catalog_new_english (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_catalog_free (CorCatalog *self);

void cor_catalog_convert (CorCatalog *self, char *(*convert) (const char *text));

const char *cor_catalog_get (const CorCatalog *self, const char *text) G_GNUC_FORMAT (2);
const char *cor_catalog_get_in_context (const CorCatalog *self, const char *context, const char *text) G_GNUC_FORMAT (3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCatalog, cor_catalog_free)

G_END_DECLS
