/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-pull.h"

#include "cor-intent-follow.h"
#include "cor-mask.h"

/* The texts of a message as they may be kept: card numbers and codes never reach the disk. */
typedef struct
{
  char *content, *full_content, *subject;
} Texts;

static void
texts_clear (Texts *texts)
{
  g_free (texts->content);
  g_free (texts->full_content);
  g_free (texts->subject);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static char *
mask (const char *text)
{
  return text != NULL ? cor_mask_secrets (text, NULL) : NULL;
}

static void
put_attachments (CorDb            *db,
                 gint64            id,
                 CorMessageRecord *message)
{
  for (guint i = 0; message->attachments != NULL && i < message->attachments->len; i++)
    {
      CorAttachmentRecord *file = message->attachments->pdata[i];

      cor_db_run (db, "attachment-put", "lsssssl", id, file->remote_id, file->file_name, file->content_type, file->kind, file->url,
                  file->size);
    }
  cor_db_run (db, "attachment-clear", "l", id);
}

static void
update_message (CorDb            *db,
                gint64            id,
                CorMessageRecord *message,
                const Texts      *texts)
{
  cor_db_run (db, "message-update", "slissssssssiliiil", message->remote_id, message->ordinal, (int) message->kind, message->sender_id,
              message->sender_name, texts->content, texts->full_content, texts->subject, message->uuid, message->error, message->in_reply_to,
              (int) message->delivery, message->created_at, (int) message->is_private, (int) message->is_deleted, message->rating, id);
}

static gint64
insert_message (CorDb            *db,
                gint64            account,
                gint64            conversation,
                CorMessageRecord *message,
                const Texts      *texts)
{
  cor_db_run (db, "message-insert", "llsliissssssssiliii", account, conversation, message->remote_id, message->ordinal, (int) message->kind,
              (int) message->sender_kind, message->sender_id, message->sender_name, texts->content, texts->full_content, texts->subject,
              message->uuid, message->error, message->in_reply_to, (int) message->delivery, message->created_at,
              (int) message->is_private, (int) message->is_deleted, message->rating);
  return cor_db_get_last_id (db);
}

/* Our own reply came back: whichever of answer, push and pull was first, the bubble keeps its id. */
static void
accept_intent (CorDb            *db,
               CorMessageRecord *message)
{
  cor_db_run (db, "intent-accept", "ss", message->remote_id, message->uuid);
  if (cor_db_get_n_changed (db) == 0)
    return;
  cor_intent_follow (db, cor_db_get_int (db, "intent-find-uuid", "s", message->uuid));
  cor_db_touch_topics (db, COR_TOPIC_OUTBOX | COR_TOPIC_WORK);
}

/* The same mark under another number: the server took the reply twice (chatwoot.md §15, residual risk). */
static void
mark_duplicate (CorDb            *db,
                CorMessageRecord *message)
{
  cor_db_run (db, "message-mark-duplicate", "s", message->uuid);
}

/**
 * cor_pull_message:
 * @conversation: local id
 * @message: what the service said of it
 *
 * Returns: the local id; of the bubble that was there already, if the message is our own
 */
gint64
cor_pull_message (CorDb            *db,
                  gint64            account,
                  gint64            conversation,
                  CorMessageRecord *message)
{
  g_auto (Texts) texts = { mask (message->content), mask (message->full_content), mask (message->subject) };
  gint64 id = cor_db_get_int (db, "message-find", "ls", account, message->remote_id);

  if (id > 0)
    {
      update_message (db, id, message, &texts);
      /* a row that did not change is no news */
      if (cor_db_get_n_changed (db) == 0)
        return id;
    }
  else
    {
      if (message->uuid != NULL)
        id = cor_db_get_int (db, "message-find-bubble", "sl", message->uuid, conversation);
      if (id > 0)
        {
          update_message (db, id, message, &texts);
        }
      else
        {
          gboolean is_twice = message->uuid != NULL && cor_db_get_int (db, "message-find-uuid", "s", message->uuid) > 0;

          id = insert_message (db, account, conversation, message, &texts);
          if (is_twice)
            mark_duplicate (db, message);
        }
      cor_db_run (db, "conversation-count-message", "ll", message->ordinal, conversation);
      cor_db_run (db, "conversation-mention", "lsl", conversation, texts.content, id);
    }

  put_attachments (db, id, message);
  if (message->uuid != NULL)
    accept_intent (db, message);
  cor_db_touch_timeline (db, conversation);
  cor_db_touch_thread (db, conversation);
  return id;
}
