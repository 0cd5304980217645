/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-insert-source.h"

G_BEGIN_DECLS

/*
 * How a pane beside the conversation puts text into what the agent is writing, without knowing the composer:
 * the action COR_REPLY_INSERT, which is enabled while there is a place to insert into. A button of a .ui file
 * or of C takes it as its action-name, with cor_reply_insert_new_target() as the target; what has no button
 * calls cor_reply_insert().
 */
#define COR_REPLY_INSERT "reply.insert"

/* Opens the picker with a template, whose id is the target. */
#define COR_REPLY_USE_TEMPLATE "reply.use-template"

#define COR_REPLY_INSERT_TYPE "(ssmsmsms)" /* text; kind, "" none; id, version, locale or nothing */

GVariant *cor_reply_insert_new_target (const char *text, const CorInsertSource *source) G_GNUC_WARN_UNUSED_RESULT;
void      cor_reply_insert (GtkWidget *from, const char *text, const CorInsertSource *source);

G_END_DECLS
