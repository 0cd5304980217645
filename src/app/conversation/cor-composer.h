/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-insert-source.h"
#include "cor-session.h"
#include "cor-store-threads.h"

G_BEGIN_DECLS

#define COR_TYPE_COMPOSER (cor_composer_get_type ())
G_DECLARE_FINAL_TYPE (CorComposer, cor_composer, COR, COMPOSER, GtkWidget)

/* When the reply goes, and what becomes of the conversation once the desk has accepted it. */
typedef struct
{
  gboolean  changes_status;
  CorStatus status;
  gint64    snoozed_until; /* as cor_store_queue_status_async() */
  gint64    send_at;       /* when the reply shall leave, seconds since the epoch; 0: as soon as it can */
} CorAfterSend;

void          cor_composer_set_session (CorComposer *self, CorSession *session);
void          cor_composer_open (CorComposer *self, gint64 conversation);
void          cor_composer_set_target (CorComposer *self, const char *name, CorChannel channel);
void          cor_composer_set_undo_seconds (CorComposer *self, guint seconds);
void          cor_composer_set_private (CorComposer *self, gboolean is_private);
gboolean      cor_composer_is_private (CorComposer *self);
gboolean      cor_composer_can_send (CorComposer *self);
gboolean      cor_composer_has_text (CorComposer *self);
void          cor_composer_flush (CorComposer *self);
void          cor_composer_grab_focus (CorComposer *self);
GActionGroup *cor_composer_get_actions (CorComposer *self);
gboolean      cor_composer_can_insert (CorComposer *self);
void          cor_composer_insert (CorComposer *self, const char *text, const CorInsertSource *source);
void          cor_composer_quote (CorComposer *self, const char *text);
void          cor_composer_answer (CorComposer *self, const char *message, const char *line);
void          cor_composer_choose_template (CorComposer *self, const char *template);
void          cor_composer_send (CorComposer *self, const CorAfterSend *after);
gboolean      cor_composer_discard (CorComposer *self);
void          cor_composer_restore_discarded (CorComposer *self, gboolean is_private);
void          cor_composer_settle_discarded (CorComposer *self, gboolean is_private);
void          cor_composer_hold_for_return (CorComposer *self);
void          cor_composer_take_return (CorComposer *self, gboolean is_private);

gboolean cor_composer_is_empty (CorComposer *self);
void     cor_composer_take_drops (CorComposer *self, GtkWidget *area);

G_END_DECLS
