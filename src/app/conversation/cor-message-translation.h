/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-store-timeline.h"

G_BEGIN_DECLS

#define COR_TYPE_MESSAGE_TRANSLATION (cor_message_translation_get_type ())
G_DECLARE_FINAL_TYPE (CorMessageTranslation, cor_message_translation, COR, MESSAGE_TRANSLATION, GtkWidget)

gboolean cor_message_translation_is_open (const CorTimelineEntry *entry);
void     cor_message_translation_show (GtkBox *box, CorMessageTranslation **where, CorSession *session, CorTimelineEntry *entry);
void     cor_message_translation_ask (CorMessageTranslation *self);

G_END_DECLS
