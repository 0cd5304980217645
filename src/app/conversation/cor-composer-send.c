/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer-send"

#include "config.h"

#include "cor-composer-private.h"

#include <glib/gi18n-lib.h>

#include "cor-store-intents.h"

/* A reply on its way into the store; it outlives the opening of another conversation. */
typedef struct
{
  CorComposer *self; /* owned */
  gint64       conversation;
  gboolean     is_private;
  CorAfterSend after;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->self);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

/* A text that stops has been marked before: what is refused here is the files. */
static char *
dup_failure (const Sending *sending,
             const GError  *error)
{
  gboolean is_refused = g_error_matches (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED) && sending->after.send_at == 0;

  if (is_refused && !sending->is_private && _cor_composer_has_files (sending->self))
    return g_strdup (_ ("Not queued: under a compliance hold only an approved text may be sent, and no files."));
  /* TRANSLATORS: a reply could not be written to the disk; %s says why */
  return g_strdup_printf (_ ("Not queued: %s"), error->message);
}

static void
on_queued (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Sending) sending = user_data;
  g_autoptr (GError) error = NULL;
  CorComposer *self = sending->self;
  gint64       intent = cor_store_queue_reply_finish (COR_STORE (source), result, &error);
  gboolean     is_here = self->draft != NULL && cor_composer_draft_get_conversation (self->draft) == sending->conversation;

  if (!is_here)
    return;
  self->is_busy = FALSE;
  if (intent != 0)
    {
      cor_composer_draft_forget (self->draft, sending->is_private);
      _cor_composer_reset_signature (self, FALSE);
      if (self->is_private == sending->is_private)
        _cor_composer_fill (self);
      g_signal_emit_by_name (self, "sent", intent);
    }
  else
    {
      g_autofree char *words = dup_failure (sending, error);

      cor_composer_draft_release (self->draft, sending->is_private);
      _cor_composer_set_failure (self, words);
    }
  _cor_composer_update (self);
}

static void
queue (CorComposer *self,
       Sending     *sending, /* owned by the callback */
       const char  *text)
{
  g_autoptr (GArray) files = cor_draft_files_dup_ids (cor_attachment_strip_get_files (self->attachments));
  const CorReplyOrder order = {
    .conversation = sending->conversation,
    .is_private = self->is_private,
    .text = text,
    .sources = cor_composer_draft_get_sources (self->draft, self->is_private),
    .files = (const gint64 *) (gpointer) files->data,
    .n_files = files->len,
    .undo_seconds = -1,
    .send_at = self->is_private ? 0 : sending->after.send_at,
    .has_then = sending->after.changes_status && !self->is_private,
    .then_status = sending->after.status,
    .then_until = sending->after.snoozed_until,
  };

  cor_store_queue_reply_with_async (cor_session_get_store (self->session), &order, NULL, on_queued, sending);
}

/**
 * cor_composer_send:
 * @after: (nullable): what else to do with the conversation
 *
 * Queues what is written; it is on disk before the text leaves the composer. Does nothing when
 * cor_composer_can_send() is %FALSE, and waits for another word of the agent when the reply check asks for one.
 */
void
cor_composer_send (CorComposer        *self,
                   const CorAfterSend *after)
{
  g_autofree char *text = NULL;
  g_autofree char *outgoing = NULL;
  Sending         *sending;

  g_return_if_fail (COR_IS_COMPOSER (self));

  if (!cor_composer_can_send (self))
    return;
  /* there are no words to check in what is nothing but files */
  if (cor_composer_has_text (self) && !cor_reply_check_bar_admits (self->check_bar))
    {
      self->after_check = after != NULL ? *after : (CorAfterSend){ 0 };
      return;
    }
  text = _cor_composer_dup_text (self);
  sending = g_new0 (Sending, 1);
  sending->self = g_object_ref (self);
  sending->conversation = cor_composer_draft_get_conversation (self->draft);
  sending->is_private = self->is_private;
  if (after != NULL)
    sending->after = *after;
  outgoing = _cor_composer_dup_signed (self, text);
  cor_composer_draft_hold (self->draft, self->is_private);
  _cor_composer_set_busy (self, TRUE);
  queue (self, sending, outgoing);
}

/**
 * cor_composer_set_undo_seconds:
 * @seconds: how long a reply waits before it goes
 */
void
cor_composer_set_undo_seconds (CorComposer *self,
                               guint        seconds)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  self->undo_seconds = seconds;
  _cor_composer_update (self);
}

/**
 * cor_composer_hold_for_return:
 *
 * A reply is being taken back: saves what is written, so that the store can join the two, and takes no keys
 * until cor_composer_take_return().
 */
void
cor_composer_hold_for_return (CorComposer *self)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  cor_composer_draft_hold (self->draft, FALSE);
  cor_composer_draft_hold (self->draft, TRUE);
  _cor_composer_set_busy (self, TRUE);
}

/**
 * cor_composer_take_return:
 * @is_private: which of the two texts came back
 *
 * Shows the text that was taken back, as the store has it now.
 */
void
cor_composer_take_return (CorComposer *self,
                          gboolean     is_private)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  self->is_busy = FALSE;
  cor_composer_draft_release (self->draft, FALSE);
  cor_composer_draft_release (self->draft, TRUE);
  cor_composer_set_private (self, is_private);
  cor_composer_draft_reload (self->draft);
  _cor_composer_update (self);
}

/**
 * cor_composer_is_private:
 *
 * Returns: whether a note is being written
 */
gboolean
cor_composer_is_private (CorComposer *self)
{
  g_return_val_if_fail (COR_IS_COMPOSER (self), FALSE);

  return self->is_private;
}

/**
 * cor_composer_has_text:
 *
 * Returns: whether anything is written, spaces included
 */
gboolean
cor_composer_has_text (CorComposer *self)
{
  g_return_val_if_fail (COR_IS_COMPOSER (self), FALSE);

  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text_view)) > 0;
}

/**
 * cor_composer_can_send:
 *
 * Returns: whether there is something to send, nothing of it is still to be filled in, nothing is on its way or with the
 *   input method, and nothing that the reply check stops
 */
gboolean
cor_composer_can_send (CorComposer *self)
{
  g_autofree const char **gaps = NULL;
  g_autofree char        *text = NULL;

  g_return_val_if_fail (COR_IS_COMPOSER (self), FALSE);

  if (self->draft == NULL || self->is_busy || self->is_composing || !cor_composer_draft_is_loaded (self->draft) ||
      cor_reply_check_bar_is_stopped (self->check_bar))
    return FALSE;
  gaps = _cor_composer_dup_gaps (self);
  if (gaps[0] != NULL && !self->is_private)
    return FALSE;
  if (_cor_composer_is_copying (self))
    return FALSE;
  text = _cor_composer_dup_text (self);
  return g_strstrip (text)[0] != '\0' || _cor_composer_has_files (self);
}

/**
 * cor_composer_flush:
 *
 * Has the drafts written now. To be called on every leave.
 */
void
cor_composer_flush (CorComposer *self)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  if (self->draft != NULL)
    cor_composer_draft_flush (self->draft);
}

/**
 * cor_composer_grab_focus:
 *
 * Puts the caret into the text.
 */
void
cor_composer_grab_focus (CorComposer *self)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/**
 * cor_composer_discard:
 *
 * Empties what is being written, the reply or the note; cor_composer_restore_discarded() brings it back,
 * cor_composer_settle_discarded() makes it final.
 *
 * Returns: whether anything was written
 */
gboolean
cor_composer_discard (CorComposer *self)
{
  gboolean has_files;

  g_return_val_if_fail (COR_IS_COMPOSER (self), FALSE);

  if (!cor_composer_can_insert (self))
    return FALSE;
  has_files = cor_draft_files_discard (cor_attachment_strip_get_files (self->attachments));
  if (!cor_composer_draft_discard (self->draft, self->is_private) && !has_files)
    return FALSE;
  _cor_composer_set_failure (self, NULL);
  _cor_composer_fill (self);
  return TRUE;
}

/**
 * cor_composer_restore_discarded:
 * @is_private: which of the two texts
 */
void
cor_composer_restore_discarded (CorComposer *self,
                                gboolean     is_private)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  cor_composer_set_private (self, is_private);
  cor_composer_draft_restore (self->draft, is_private);
  cor_draft_files_restore (cor_attachment_strip_get_files (self->attachments), is_private);
  cor_composer_grab_focus (self);
}

/**
 * cor_composer_settle_discarded:
 * @is_private: which of the two texts
 */
void
cor_composer_settle_discarded (CorComposer *self,
                               gboolean     is_private)
{
  g_return_if_fail (COR_IS_COMPOSER (self));

  cor_composer_draft_settle (self->draft, is_private);
  cor_draft_files_settle (cor_attachment_strip_get_files (self->attachments), is_private);
}
