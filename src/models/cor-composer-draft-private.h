/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-composer-draft.h"

G_BEGIN_DECLS

/* One of the two drafts of the open conversation. */
typedef struct
{
  char            *text;
  char            *stored;         /* what is on disk, as far as known */
  CorInsertSource *answered_aside; /* the message that what is aside answers, or NULL */
  char            *aside;          /* what was discarded and may still be wanted, or NULL: on disk below the text */
  guint            caret;
  guint            stored_caret;
  GPtrArray       *sources;                   /* CorInsertSource: all that was inserted, and the message that is answered */
  guint            revision, stored_revision; /* of the sources */
  guint            epoch;                     /* answers to writes of an earlier one are of no interest */
  gboolean         has_failed;
  gboolean         is_held; /* the store is about to take it away, or to add to it: nothing of it is written or read */
} CorComposerDraftText;

struct _CorComposerDraft
{
  GObject parent_instance;

  CorStore            *store;   /* owned */
  GCancellable        *reading; /* owned, or NULL */
  GPtrArray           *writes;  /* Saving, those under way, borrowed from their callbacks */
  gint64               conversation;
  CorComposerDraftText drafts[2]; /* [is_private] */
  guint                rest_ms, longest_ms;
  guint                timer;         /* source id */
  gint64               unsaved_since; /* monotonic, microseconds; 0: all is saved or being saved */
  guint                is_loaded : 1;
  guint                is_missing_news : 1; /* the store's draft changed while ours was not saved */
};

guint    _cor_composer_draft_text_find_answered (const CorComposerDraftText *self);
void     _cor_composer_draft_text_take_answered_aside (CorComposerDraftText *self);
void     _cor_composer_draft_text_bring_answered_back (CorComposerDraftText *self);
void     _cor_composer_draft_text_keep_answered_alone (CorComposerDraftText *self);
char    *_cor_composer_draft_text_dup_for_disk (const CorComposerDraftText *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean _cor_composer_draft_text_is_unsaved (const CorComposerDraftText *self);
void     _cor_composer_draft_save_soon (CorComposerDraft *self);
void     _cor_composer_draft_tell_loaded (CorComposerDraft *self);
void     _cor_composer_draft_tell_state (CorComposerDraft *self);

G_END_DECLS
