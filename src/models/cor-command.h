/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* CorCommand: something the palette can do. Immutable. */
#define COR_TYPE_COMMAND (cor_command_get_type ())
G_DECLARE_FINAL_TYPE (CorCommand, cor_command, COR, COMMAND, GObject)

CorCommand *cor_command_new (const char *action, GVariant *target, const char *icon_name, const char *title, const char *hint) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_command_get_action (CorCommand *self);
GVariant   *cor_command_get_target (CorCommand *self);
const char *cor_command_get_icon_name (CorCommand *self);
const char *cor_command_get_title (CorCommand *self);
const char *cor_command_get_folded_title (CorCommand *self);
const char *cor_command_get_hint (CorCommand *self);

G_END_DECLS
