/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-draft-discard"

#include "config.h"

#include "cor-composer-draft-private.h"

/* What belongs on disk: a discarded text is there until nobody can want it back. */
char *
_cor_composer_draft_text_dup_for_disk (const CorComposerDraftText *draft)
{
  if (draft->aside == NULL)
    return g_strdup (draft->text);
  return draft->text[0] != '\0' ? g_strconcat (draft->text, "\n\n", draft->aside, NULL) : g_strdup (draft->aside);
}

gboolean
_cor_composer_draft_text_is_unsaved (const CorComposerDraftText *draft)
{
  g_autofree char *text = _cor_composer_draft_text_dup_for_disk (draft);

  return g_strcmp0 (text, draft->stored) != 0;
}

/**
 * cor_composer_draft_discard:
 * @is_private: which of the two
 *
 * Empties it. What was written can be had back with cor_composer_draft_restore() until cor_composer_draft_settle(), and
 * is on disk until then: whoever closes or loses power before has lost nothing.
 *
 * Returns: whether there was anything
 */
gboolean
cor_composer_draft_discard (CorComposerDraft *self,
                            gboolean          is_private)
{
  CorComposerDraftText *draft;

  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), FALSE);

  cor_composer_draft_settle (self, is_private);
  draft = &self->drafts[is_private ? 1 : 0];
  if (!self->is_loaded || draft->text[0] == '\0')
    return FALSE;
  draft->aside = g_steal_pointer (&draft->text);
  _cor_composer_draft_text_take_answered_aside (draft);
  draft->text = g_strdup ("");
  draft->caret = 0;
  _cor_composer_draft_tell_state (self);
  return TRUE;
}

/**
 * cor_composer_draft_restore:
 * @is_private: which of the two
 *
 * What was discarded is the draft again, below what was written since; "loaded" follows.
 */
void
cor_composer_draft_restore (CorComposerDraft *self,
                            gboolean          is_private)
{
  CorComposerDraftText *draft;
  char                 *text;

  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  draft = &self->drafts[is_private ? 1 : 0];
  if (draft->aside == NULL)
    return;
  text = _cor_composer_draft_text_dup_for_disk (draft);
  g_clear_pointer (&draft->aside, g_free);
  _cor_composer_draft_text_bring_answered_back (draft);
  g_free (draft->text);
  draft->text = text;
  draft->caret = (guint) g_utf8_strlen (text, -1);
  _cor_composer_draft_save_soon (self);
  _cor_composer_draft_tell_loaded (self);
}

/**
 * cor_composer_draft_settle:
 * @is_private: which of the two
 *
 * What was discarded is gone now, from the disk as well.
 */
void
cor_composer_draft_settle (CorComposerDraft *self,
                           gboolean          is_private)
{
  CorComposerDraftText *draft;

  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  draft = &self->drafts[is_private ? 1 : 0];
  if (draft->aside == NULL)
    return;
  g_clear_pointer (&draft->aside, g_free);
  g_clear_pointer (&draft->answered_aside, cor_insert_source_free);
  if (draft->text[0] == '\0')
    _cor_composer_draft_text_keep_answered_alone (draft);
  cor_composer_draft_flush (self);
}

/**
 * cor_composer_draft_can_restore:
 *
 * Returns: whether something was discarded that can be had back
 */
gboolean
cor_composer_draft_can_restore (CorComposerDraft *self,
                                gboolean          is_private)
{
  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), FALSE);

  return self->drafts[is_private ? 1 : 0].aside != NULL;
}

/**
 * cor_composer_draft_get_state:
 *
 * Returns: what of it is on disk
 */
CorDraftState
cor_composer_draft_get_state (CorComposerDraft *self,
                              gboolean          is_private)
{
  const CorComposerDraftText *draft;

  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), COR_DRAFT_EMPTY);

  draft = &self->drafts[is_private ? 1 : 0];
  if (draft->has_failed)
    return COR_DRAFT_FAILED;
  if (draft->text[0] == '\0')
    return draft->aside != NULL || draft->stored[0] == '\0' ? COR_DRAFT_EMPTY : COR_DRAFT_UNSAVED;
  return _cor_composer_draft_text_is_unsaved (draft) ? COR_DRAFT_UNSAVED : COR_DRAFT_SAVED;
}
