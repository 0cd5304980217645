/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-attention.h"

G_BEGIN_DECLS

#define COR_TYPE_TYPISTS (cor_typists_get_type ())
G_DECLARE_FINAL_TYPE (CorTypists, cor_typists, COR, TYPISTS, GObject)

CorTypists *cor_typists_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void        cor_typists_set_conversation (CorTypists *self, gint64 conversation);
guint       cor_typists_get_count (CorTypists *self);
const char *cor_typists_get_name (CorTypists *self, guint i);
gboolean    cor_typists_is_private (CorTypists *self, guint i);

G_END_DECLS
