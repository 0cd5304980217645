/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-draft"

#include "config.h"

#include "cor-composer-draft-private.h"
#include "cor-result.h"
#include "cor-store-drafts.h"
#include "cor-str.h"

/* Together they keep the promise that a draft is on disk within a second of the last key. */
#define REST_MS 400    /* after the last key */
#define LONGEST_MS 900 /* after the first key that is not saved, for those who never rest */
#define RETRY_MS 5000

/*
 * CorComposerDraft: what the agent is writing in the open conversation, one reply and one note, saved
 * by itself. Everything belongs to one conversation at a time: on leaving it, what is not saved is
 * saved, and answers that come later are dropped. Main thread only.
 *
 * "loaded": the texts are those of the store: show them. "state-changed": see cor_composer_draft_get_state().
 */
G_DEFINE_FINAL_TYPE (CorComposerDraft, cor_composer_draft, G_TYPE_OBJECT)

static guint loaded_signal;
static guint state_changed_signal;

/* A write under way; it outlives the opening of another conversation. */
typedef struct
{
  CorComposerDraft *self; /* owned */
  gint64            conversation;
  gboolean          is_private;
  guint             epoch;
  char             *text;
  guint             caret;
  guint             revision; /* of its sources */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_free (saving->text);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static gboolean
is_unsaved (const CorComposerDraftText *draft)
{
  return _cor_composer_draft_text_is_unsaved (draft) || draft->revision != draft->stored_revision || (draft->text[0] != '\0' && draft->caret != draft->stored_caret);
}

/* What was read of it would be older, or may be. */
static gboolean
is_ahead (const CorComposerDraftText *draft)
{
  return draft->is_held || is_unsaved (draft);
}

static gboolean
has_ahead (CorComposerDraft *self)
{
  return is_ahead (&self->drafts[0]) || is_ahead (&self->drafts[1]);
}

static gboolean
is_writing (CorComposerDraft *self)
{
  for (guint i = 0; i < self->writes->len; i++)
    if (((const Saving *) g_ptr_array_index (self->writes, i))->conversation == self->conversation)
      return TRUE;
  return FALSE;
}

static void
draft_set (CorComposerDraftText *draft,
           const char           *text,
           guint                 caret,
           GPtrArray            *sources)
{
  GPtrArray *copies = cor_insert_source_array_dup (sources);

  cor_set_str (&draft->text, text);
  cor_set_str (&draft->stored, text);
  cor_set_str (&draft->aside, NULL);
  g_clear_pointer (&draft->answered_aside, cor_insert_source_free);
  g_clear_pointer (&draft->sources, g_ptr_array_unref);
  draft->sources = copies ? copies : cor_insert_source_array_new ();
  draft->stored_revision = ++draft->revision;
  draft->caret = draft->stored_caret = caret;
  draft->has_failed = FALSE;
  draft->epoch++;
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorComposerDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = cor_store_load_drafts_finish (COR_STORE (source), result, &error);
  const CorDraft *by_kind[2] = { NULL, NULL };
  gboolean        is_news = !self->is_loaded;

  if (cor_result_is_cancelled (result))
    return; /* another conversation was opened meanwhile */
  g_clear_object (&self->reading);
  if (error != NULL)
    g_debug ("drafts of %" G_GINT64_FORMAT ": %s", self->conversation, error->message);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const CorDraft *draft = g_ptr_array_index (found, i);

      by_kind[draft->is_private ? 1 : 0] = draft;
    }
  for (guint i = 0; i < G_N_ELEMENTS (by_kind); i++)
    {
      CorComposerDraftText *ours = &self->drafts[i];
      const char           *text = by_kind[i] ? by_kind[i]->text : "";
      g_autofree char      *known = _cor_composer_draft_text_dup_for_disk (ours);

      /* what is being written here is newer than anything that was read */
      if (is_ahead (ours) || (g_strcmp0 (known, text) == 0 && (by_kind[i] == NULL || by_kind[i]->sources == NULL || ours->sources->len > 0)))
        continue;
      draft_set (ours, text, by_kind[i] ? by_kind[i]->caret : 0, by_kind[i] ? by_kind[i]->sources : NULL);
      is_news = TRUE;
    }
  self->is_loaded = TRUE;
  if (is_news)
    g_signal_emit (self, loaded_signal, 0);
}

static void
read_drafts (CorComposerDraft *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  /* reading overtakes writing: what is on its way to the disk would be missed */
  self->is_missing_news = is_writing (self);
  if (self->conversation == 0 || self->is_missing_news)
    return;
  self->reading = g_cancellable_new ();
  cor_store_load_drafts_async (self->store, self->conversation, self->reading, on_loaded, g_object_ref (self));
}

static void
take_saved (CorComposerDraft *self,
            const Saving     *saving,
            gboolean          is_saved)
{
  CorComposerDraftText *draft = &self->drafts[saving->is_private ? 1 : 0];

  if (saving->epoch != draft->epoch)
    return; /* it was sent meanwhile */
  draft->has_failed = !is_saved;
  if (is_saved)
    {
      cor_set_str (&draft->stored, saving->text);
      draft->stored_caret = saving->caret;
      draft->stored_revision = saving->revision;
    }
  g_signal_emit (self, state_changed_signal, 0);
}

static gboolean
on_timer (gpointer user_data)
{
  CorComposerDraft *self = user_data;

  self->timer = 0;
  cor_composer_draft_flush (self);
  return G_SOURCE_REMOVE;
}

static void
start_timer (CorComposerDraft *self,
             guint             wait_ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (wait_ms, on_timer, self);
}

void
_cor_composer_draft_save_soon (CorComposerDraft *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left_ms;

  if (self->unsaved_since == 0)
    self->unsaved_since = now;
  left_ms = (gint64) self->longest_ms - (now - self->unsaved_since) / 1000;
  start_timer (self, (guint) CLAMP (left_ms, 0, (gint64) self->rest_ms));
  g_signal_emit (self, state_changed_signal, 0);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = cor_store_save_draft_finish (COR_STORE (source), result, &error);

  if (!is_saved)
    g_debug ("draft of %" G_GINT64_FORMAT ": %s", saving->conversation, error->message);
  g_ptr_array_remove (saving->self->writes, saving);
  if (saving->self->conversation != saving->conversation)
    return;
  take_saved (saving->self, saving, is_saved);
  if (!is_saved && saving->self->timer == 0)
    start_timer (saving->self, RETRY_MS);
  else if (saving->self->is_missing_news && !has_ahead (saving->self))
    read_drafts (saving->self);
}

static void
save (CorComposerDraft *self,
      gboolean          is_private)
{
  CorComposerDraftText *draft = &self->drafts[is_private ? 1 : 0];
  Saving               *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->conversation = self->conversation;
  saving->is_private = is_private;
  saving->text = _cor_composer_draft_text_dup_for_disk (draft);
  saving->caret = draft->caret;
  saving->revision = draft->revision;
  saving->epoch = draft->epoch;
  g_ptr_array_add (self->writes, saving);
  /* never cancelled: leaving is when it matters most */
  cor_store_save_draft_async (self->store, self->conversation, is_private, saving->text, draft->caret, draft->sources, NULL, on_saved, saving);
}

static void
on_store_changed (CorComposerDraft *self,
                  CorStoreChanges  *changes)
{
  if (!changes->reset && !cor_store_changes_has_timeline (changes, self->conversation))
    return;
  /* a reply that was taken back is a draft again; another process may have written one */
  if (has_ahead (self))
    self->is_missing_news = TRUE;
  else
    read_drafts (self);
}

static void
cor_composer_draft_dispose (GObject *object)
{
  CorComposerDraft *self = COR_COMPOSER_DRAFT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_composer_draft_parent_class)->dispose (object);
}

static void
cor_composer_draft_finalize (GObject *object)
{
  CorComposerDraft *self = COR_COMPOSER_DRAFT (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->drafts); i++)
    {
      g_free (self->drafts[i].text);
      g_free (self->drafts[i].stored);
      g_free (self->drafts[i].aside);
      g_clear_pointer (&self->drafts[i].answered_aside, cor_insert_source_free);
      g_ptr_array_unref (self->drafts[i].sources);
    }
  g_clear_pointer (&self->writes, g_ptr_array_unref);

  G_OBJECT_CLASS (cor_composer_draft_parent_class)->finalize (object);
}

static void
cor_composer_draft_class_init (CorComposerDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_composer_draft_dispose;
  object_class->finalize = cor_composer_draft_finalize;

  loaded_signal = g_signal_new ("loaded", COR_TYPE_COMPOSER_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  state_changed_signal = g_signal_new ("state-changed", COR_TYPE_COMPOSER_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_composer_draft_init (CorComposerDraft *self)
{
  self->writes = g_ptr_array_new ();
  self->rest_ms = REST_MS;
  self->longest_ms = LONGEST_MS;
  draft_set (&self->drafts[0], "", 0, NULL);
  draft_set (&self->drafts[1], "", 0, NULL);
}

/**
 * cor_composer_draft_new:
 * @store: where drafts are kept
 *
 * Returns: (transfer full): drafts of no conversation yet
 */
CorComposerDraft *
cor_composer_draft_new (CorStore *store)
{
  CorComposerDraft *self = g_object_new (COR_TYPE_COMPOSER_DRAFT, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cor_composer_draft_set_waits:
 * @rest_ms: milliseconds without a key before it saves
 * @longest_ms: milliseconds after the first unsaved key when it saves at the latest
 *
 * For tests; the defaults keep a draft on disk within a second.
 */
void
cor_composer_draft_set_waits (CorComposerDraft *self,
                              guint             rest_ms,
                              guint             longest_ms)
{
  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  self->rest_ms = rest_ms;
  self->longest_ms = longest_ms;
}

/**
 * cor_composer_draft_open:
 * @conversation: local id, or 0 none
 *
 * Saves what is not saved of the one left, and loads the drafts of this one; "loaded" follows. Until then
 * cor_composer_draft_is_loaded() is %FALSE and nothing may be edited.
 */
void
cor_composer_draft_open (CorComposerDraft *self,
                         gint64            conversation)
{
  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  if (conversation == self->conversation)
    return;
  cor_composer_draft_flush (self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->conversation = conversation;
  self->is_loaded = FALSE;
  self->is_missing_news = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->drafts); i++)
    {
      draft_set (&self->drafts[i], "", 0, NULL);
      self->drafts[i].is_held = FALSE;
    }
  read_drafts (self);
}

/**
 * cor_composer_draft_reload:
 *
 * Reads the drafts again, as after a reply was taken back; "loaded" follows if they differ.
 */
void
cor_composer_draft_reload (CorComposerDraft *self)
{
  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  read_drafts (self);
}

/**
 * cor_composer_draft_edit:
 * @is_private: which of the two
 * @text: the whole text
 * @caret: characters before the caret
 *
 * Told at every key; saves by itself.
 */
void
cor_composer_draft_edit (CorComposerDraft *self,
                         gboolean          is_private,
                         const char       *text,
                         guint             caret)
{
  CorComposerDraftText *draft;

  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self) && text != NULL);
  g_return_if_fail (self->is_loaded);

  draft = &self->drafts[is_private ? 1 : 0];
  draft->caret = caret;
  if (cor_set_str (&draft->text, text)) /* a moved caret alone is saved on leaving */
    _cor_composer_draft_save_soon (self);
}

/**
 * cor_composer_draft_flush:
 *
 * Writes at once what is not on disk or on its way there. To be called on every leave.
 */
void
cor_composer_draft_flush (CorComposerDraft *self)
{
  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->unsaved_since = 0;
  for (guint i = 0; self->conversation != 0 && i < G_N_ELEMENTS (self->drafts); i++)
    if (is_unsaved (&self->drafts[i]) && !self->drafts[i].is_held)
      save (self, i == 1);
}

/**
 * cor_composer_draft_hold:
 * @is_private: which of the two
 *
 * The store is about to queue this text, or to add to it a reply that comes back. Has it written, and nothing of it after
 * that: a write behind that one would bring a sent text back, or take away what was added. Until
 * cor_composer_draft_forget(), cor_composer_draft_release() or the opening of another conversation.
 */
void
cor_composer_draft_hold (CorComposerDraft *self,
                         gboolean          is_private)
{
  CorComposerDraftText *draft;

  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  draft = &self->drafts[is_private ? 1 : 0];
  if (self->conversation != 0 && is_unsaved (draft) && !draft->is_held)
    save (self, is_private);
  draft->is_held = TRUE;
}

/**
 * cor_composer_draft_release:
 * @is_private: which of the two
 *
 * It was not queued, or what came back was added to it: the text on disk counts again.
 */
void
cor_composer_draft_release (CorComposerDraft *self,
                            gboolean          is_private)
{
  CorComposerDraftText *draft;

  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  draft = &self->drafts[is_private ? 1 : 0];
  if (!draft->is_held)
    return;
  draft->is_held = FALSE;
  if (is_unsaved (draft))
    _cor_composer_draft_save_soon (self);
  else if (self->is_missing_news && !has_ahead (self))
    read_drafts (self);
}

/**
 * cor_composer_draft_forget:
 * @is_private: which of the two
 *
 * The text was queued, and the store removed its draft with that: empties ours without a write.
 */
void
cor_composer_draft_forget (CorComposerDraft *self,
                           gboolean          is_private)
{
  CorComposerDraftText *draft;
  CorInsertSource      *answered;
  char                 *aside;

  g_return_if_fail (COR_IS_COMPOSER_DRAFT (self));

  draft = &self->drafts[is_private ? 1 : 0];
  aside = g_steal_pointer (&draft->aside);
  answered = g_steal_pointer (&draft->answered_aside);
  draft_set (draft, "", 0, NULL);
  draft->is_held = FALSE;
  draft->aside = aside; /* it was no part of what was sent */
  draft->answered_aside = answered;
  if (aside != NULL)
    _cor_composer_draft_save_soon (self);
  else if (!is_unsaved (&self->drafts[is_private ? 0 : 1]))
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      self->unsaved_since = 0;
    }
  if (self->reading != NULL || self->is_missing_news)
    read_drafts (self); /* what is being read was there before */
  g_signal_emit (self, state_changed_signal, 0);
}

/**
 * cor_composer_draft_get_conversation:
 *
 * Returns: local id, 0 none
 */
gint64
cor_composer_draft_get_conversation (CorComposerDraft *self)
{
  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), 0);

  return self->conversation;
}

/**
 * cor_composer_draft_is_loaded:
 *
 * Returns: whether the stored drafts are known
 */
gboolean
cor_composer_draft_is_loaded (CorComposerDraft *self)
{
  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), FALSE);

  return self->is_loaded;
}

/**
 * cor_composer_draft_get_text:
 *
 * Returns: (transfer none): the text, "" for none; until the next change
 */
const char *
cor_composer_draft_get_text (CorComposerDraft *self,
                             gboolean          is_private)
{
  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), "");

  return self->drafts[is_private ? 1 : 0].text;
}

/**
 * cor_composer_draft_get_caret:
 *
 * Returns: characters before the caret
 */
guint
cor_composer_draft_get_caret (CorComposerDraft *self,
                              gboolean          is_private)
{
  g_return_val_if_fail (COR_IS_COMPOSER_DRAFT (self), 0);

  return self->drafts[is_private ? 1 : 0].caret;
}

void
_cor_composer_draft_tell_loaded (CorComposerDraft *self)
{
  g_signal_emit (self, loaded_signal, 0);
}

void
_cor_composer_draft_tell_state (CorComposerDraft *self)
{
  g_signal_emit (self, state_changed_signal, 0);
}
