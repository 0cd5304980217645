/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-channel.h"

G_BEGIN_DECLS

#define COR_TYPE_AVATAR (cor_avatar_get_type ())
G_DECLARE_FINAL_TYPE (CorAvatar, cor_avatar, COR, AVATAR, GtkWidget)

GtkWidget *cor_avatar_new (int size) G_GNUC_WARN_UNUSED_RESULT;
void       cor_avatar_set_name (CorAvatar *self, const char *name);
void       cor_avatar_set_channel (CorAvatar *self, CorChannel channel, gboolean shown);

G_END_DECLS
