/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-message-record.h"

static void
message_record_clear (CorMessageRecord *self)
{
  g_free (self->remote_id);
  g_free (self->conversation_id);
  g_free (self->sender_id);
  g_free (self->sender_name);
  g_free (self->content);
  g_free (self->full_content);
  g_free (self->content_type);
  g_free (self->subject);
  g_free (self->uuid);
  g_free (self->error);
  g_free (self->in_reply_to);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
}

/**
 * cor_message_record_new:
 *
 * Returns: (transfer full): an empty record, to be filled by its maker and constant after that
 */
CorMessageRecord *
cor_message_record_new (void)
{
  return g_atomic_rc_box_new0 (CorMessageRecord);
}

CorMessageRecord *
cor_message_record_ref (CorMessageRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cor_message_record_unref (CorMessageRecord *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) message_record_clear);
}

/**
 * cor_attachment_record_new:
 *
 * Returns: (transfer full): an empty attachment
 */
CorAttachmentRecord *
cor_attachment_record_new (void)
{
  return g_new0 (CorAttachmentRecord, 1);
}

void
cor_attachment_record_free (CorAttachmentRecord *self)
{
  g_free (self->remote_id);
  g_free (self->file_name);
  g_free (self->content_type);
  g_free (self->kind);
  g_free (self->url);
  g_free (self->path);
  g_free (self);
}
