/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-insert-source.h"
#include "cor-store.h"

G_BEGIN_DECLS

/* What of the open draft is on disk. */
typedef enum
{
  COR_DRAFT_EMPTY, /* nothing is written */
  COR_DRAFT_UNSAVED,
  COR_DRAFT_SAVED,
  COR_DRAFT_FAILED, /* the disk did not take it; it is tried again */
} CorDraftState;

#define COR_TYPE_COMPOSER_DRAFT (cor_composer_draft_get_type ())
G_DECLARE_FINAL_TYPE (CorComposerDraft, cor_composer_draft, COR, COMPOSER_DRAFT, GObject)

CorComposerDraft *cor_composer_draft_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
void              cor_composer_draft_set_waits (CorComposerDraft *self, guint rest_ms, guint longest_ms);
void              cor_composer_draft_open (CorComposerDraft *self, gint64 conversation);
void              cor_composer_draft_reload (CorComposerDraft *self);
void              cor_composer_draft_edit (CorComposerDraft *self, gboolean is_private, const char *text, guint caret);
void              cor_composer_draft_add_source (CorComposerDraft *self, gboolean is_private, const CorInsertSource *source);
GPtrArray        *cor_composer_draft_get_sources (CorComposerDraft *self, gboolean is_private);
void              cor_composer_draft_set_answered (CorComposerDraft *self, const char *message, const char *line);
const char       *cor_composer_draft_get_answered (CorComposerDraft *self, const char **line);
void              cor_composer_draft_flush (CorComposerDraft *self);
void              cor_composer_draft_hold (CorComposerDraft *self, gboolean is_private);
void              cor_composer_draft_release (CorComposerDraft *self, gboolean is_private);
void              cor_composer_draft_forget (CorComposerDraft *self, gboolean is_private);
gboolean          cor_composer_draft_discard (CorComposerDraft *self, gboolean is_private);
void              cor_composer_draft_restore (CorComposerDraft *self, gboolean is_private);
void              cor_composer_draft_settle (CorComposerDraft *self, gboolean is_private);
gboolean          cor_composer_draft_can_restore (CorComposerDraft *self, gboolean is_private);
gint64            cor_composer_draft_get_conversation (CorComposerDraft *self);
gboolean          cor_composer_draft_is_loaded (CorComposerDraft *self);
const char       *cor_composer_draft_get_text (CorComposerDraft *self, gboolean is_private);
guint             cor_composer_draft_get_caret (CorComposerDraft *self, gboolean is_private);
CorDraftState     cor_composer_draft_get_state (CorComposerDraft *self, gboolean is_private);

G_END_DECLS
