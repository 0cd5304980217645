/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-draft-sources"

#include "config.h"

#include "cor-composer-draft-private.h"

/* What the drafts are made of. */

/**
 * cor_composer_draft_add_source:
 * @is_private: which of the two
 * @source: (transfer none): where the text is from that is about to be inserted; copied
 *
 * To be called before the edit, so that no text is on disk without its source.
 */
void
cor_composer_draft_add_source (CorComposerDraft      *self,
                               gboolean               is_private,
                               const CorInsertSource *source)
{
  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self) && source != NULL);
  g_return_if_fail (self->is_loaded);

  g_ptr_array_add (self->drafts[is_private ? 1 : 0].sources, cor_insert_source_copy (source));
  self->drafts[is_private ? 1 : 0].revision++;
  _cor_composer_draft_save_soon (self);
}

/**
 * cor_composer_draft_get_sources:
 *
 * Returns: (transfer none) (element-type CorInsertSource): all that was inserted into it, also what was
 *   deleted again; until the next change
 */
GPtrArray *
cor_composer_draft_get_sources (CorComposerDraft *self,
                                gboolean          is_private)
{
  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), NULL);

  return self->drafts[is_private ? 1 : 0].sources;
}
