/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-draft-answer"

#include "config.h"

#include "cor-composer-draft-private.h"

/* The message that a reply answers is kept among its sources: so it is on disk with the words, and comes back with them. */

/* Of several, from replies that were taken back, the last one counts; G_MAXUINT: none. */
guint
_cor_composer_draft_text_find_answered (const CorComposerDraftText *draft)
{
  for (guint i = draft->sources->len; i > 0; i--)
    if (g_str_equal (((const CorInsertSource *) draft->sources->pdata[i - 1])->kind, COR_SOURCE_MESSAGE))
      return i - 1;
  return G_MAXUINT;
}

static void
remove_answered (CorComposerDraftText *draft)
{
  guint i;

  while ((i = _cor_composer_draft_text_find_answered (draft)) != G_MAXUINT)
    g_ptr_array_remove_index (draft->sources, i);
}

/* With what was discarded; on disk it stays until that is settled. */
void
_cor_composer_draft_text_take_answered_aside (CorComposerDraftText *draft)
{
  guint i = _cor_composer_draft_text_find_answered (draft);

  g_clear_pointer (&draft->answered_aside, cor_insert_source_free);
  if (i == G_MAXUINT)
    return;
  draft->answered_aside = g_ptr_array_steal_index (draft->sources, i);
  remove_answered (draft);
}

/* What is answered since then is what the agent means now. */
void
_cor_composer_draft_text_bring_answered_back (CorComposerDraftText *draft)
{
  if (draft->answered_aside == NULL)
    return;
  if (_cor_composer_draft_text_find_answered (draft) == G_MAXUINT)
    g_ptr_array_add (draft->sources, g_steal_pointer (&draft->answered_aside));
  g_clear_pointer (&draft->answered_aside, cor_insert_source_free);
  draft->revision++;
}

/* Nothing is written any more: what was inserted went with it. */
void
_cor_composer_draft_text_keep_answered_alone (CorComposerDraftText *draft)
{
  guint            i = _cor_composer_draft_text_find_answered (draft);
  CorInsertSource *answered = i != G_MAXUINT ? g_ptr_array_steal_index (draft->sources, i) : NULL;

  g_ptr_array_set_size (draft->sources, 0);
  if (answered != NULL)
    g_ptr_array_add (draft->sources, answered);
  draft->revision++;
}

/**
 * cor_composer_draft_set_answered:
 * @message: (nullable): remote id of the message that the reply answers; %NULL: none
 * @line: (nullable): what stands above the reply for it
 *
 * On disk with the reply once something is written; a message alone is no draft.
 */
void
cor_composer_draft_set_answered (CorComposerDraft *self,
                                 const char       *message,
                                 const char       *line)
{
  CorComposerDraftText *draft;

  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));
  g_return_if_fail (self->is_loaded);

  draft = &self->drafts[0];
  remove_answered (draft);
  if (message != NULL)
    {
      const CorInsertSource source = { .kind = COR_SOURCE_MESSAGE, .id = message, .text = line };

      g_ptr_array_add (draft->sources, cor_insert_source_copy (&source));
    }
  draft->revision++;
  _cor_composer_draft_save_soon (self);
}

/**
 * cor_composer_draft_get_answered:
 * @line: (out) (transfer none) (optional) (nullable): what stands above the reply for it
 *
 * Returns: (transfer none) (nullable): remote id of the message that the reply answers; until the next change
 */
const char *
cor_composer_draft_get_answered (CorComposerDraft *self,
                                 const char      **line)
{
  const CorInsertSource *source;
  guint                  i;

  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), NULL);

  i = _cor_composer_draft_text_find_answered (&self->drafts[0]);
  if (i == G_MAXUINT)
    return NULL;
  source = self->drafts[0].sources->pdata[i];
  if (line != NULL)
    *line = source->text;
  return source->id;
}
