/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-world.h"

#define N_AGENTS 3
#define N_LABELS 3
#define FIRST_CLOCK 1700000000

static void
message_free (gpointer data)
{
  CorTestMessage *message = data;

  g_free (message->uuid);
  g_array_unref (message->moments);
  g_free (message);
}

guint
cor_test_world_draw (CorTestWorld *self,
                     guint         n)
{
  return (guint) g_rand_int_range (self->dice, 0, (gint32) n);
}

static CorTestMoment *
add_moment (CorTestWorld *self,
            guint         thread)
{
  GArray       *moments = self->threads[thread].moments;
  CorTestMoment now = { .status = COR_STATUS_OPEN };

  if (moments->len > 0)
    now = g_array_index (moments, CorTestMoment, moments->len - 1);
  now.updated = ++self->clock;
  g_array_append_val (moments, now);
  return &g_array_index (moments, CorTestMoment, moments->len - 1);
}

static void
add_message (CorTestWorld *self,
             guint         thread,
             const char   *uuid)
{
  CorTestMessage *message = g_new0 (CorTestMessage, 1);
  CorTestMoment  *moment = add_moment (self, thread);
  CorTestWords    words = { .delivery = uuid != NULL ? COR_DELIVERY_SENT : (CorDelivery) cor_test_world_draw (self, 2) };

  message->thread = thread;
  message->ordinal = 1 + (gint64) self->messages->len;
  message->uuid = g_strdup (uuid);
  message->moments = g_array_new (FALSE, FALSE, sizeof (CorTestWords));
  g_array_append_val (message->moments, words);
  g_ptr_array_add (self->messages, message);
  moment->activity = self->clock;
  moment->waiting = uuid != NULL ? 0 : self->clock;
  moment->unread = uuid != NULL ? 0 : moment->unread + 1;
}

CorTestWorld *
cor_test_world_new (guint32 seed)
{
  CorTestWorld *self = g_new0 (CorTestWorld, 1);

  self->dice = g_rand_new_with_seed (seed);
  self->clock = FIRST_CLOCK;
  self->messages = g_ptr_array_new_with_free_func (message_free);
  for (guint i = 0; i < COR_TEST_N_CONVERSATIONS; i++)
    {
      self->threads[i].moments = g_array_new (FALSE, FALSE, sizeof (CorTestMoment));
      add_message (self, i, NULL);
    }
  return self;
}

void
cor_test_world_free (CorTestWorld *self)
{
  for (guint i = 0; i < COR_TEST_N_CONVERSATIONS; i++)
    g_array_unref (self->threads[i].moments);
  g_ptr_array_unref (self->messages);
  g_rand_free (self->dice);
  g_free (self);
}

/* What a server does to a message: delivery goes on or fails, a failed one is tried again, and a text is
 * edited, or deleted for good. */
static void
change_message (CorTestWorld *self)
{
  CorTestMessage *message = self->messages->pdata[cor_test_world_draw (self, self->messages->len)];
  CorTestWords    now = g_array_index (message->moments, CorTestWords, message->moments->len - 1);

  if (now.is_deleted)
    return;
  switch (cor_test_world_draw (self, 6))
    {
    case 0:
      now.is_deleted = TRUE;
      break;
    case 1:
      now.edition++;
      break;
    default:
      if (now.delivery == COR_DELIVERY_NONE)
        return;
      if (now.delivery == COR_DELIVERY_FAILED)
        now.delivery = COR_DELIVERY_SENT;
      else if (now.delivery == COR_DELIVERY_READ)
        return;
      else
        now.delivery = cor_test_world_draw (self, 5) == 0 ? COR_DELIVERY_FAILED : now.delivery + 1;
    }
  g_array_append_val (message->moments, now);
}

static void
change_thread (CorTestWorld *self,
               guint         thread)
{
  CorTestMoment *now = add_moment (self, thread);

  switch (cor_test_world_draw (self, 6))
    {
    case 0:
      now->status = (CorStatus) cor_test_world_draw (self, COR_STATUS_RESOLVED + 1);
      break;
    case 1:
      now->priority = (CorPriority) cor_test_world_draw (self, COR_PRIORITY_URGENT + 1);
      break;
    case 2:
      now->assignee = (int) cor_test_world_draw (self, N_AGENTS + 1);
      break;
    case 3:
      now->labels = cor_test_world_draw (self, 1 << N_LABELS);
      break;
    case 4:
      now->unread = 0;
      break;
    default:
      now->is_vip = !now->is_vip;
    }
}

/**
 * cor_test_world_change:
 *
 * Something happens at the desk.
 */
void
cor_test_world_change (CorTestWorld *self)
{
  guint thread = cor_test_world_draw (self, COR_TEST_N_CONVERSATIONS);

  switch (cor_test_world_draw (self, 5))
    {
    case 0:
      add_message (self, thread, NULL);
      break;
    case 1:
    case 2:
      change_message (self);
      break;
    default:
      change_thread (self, thread);
    }
}

CorTestMessage *
cor_test_world_find_uuid (CorTestWorld *self,
                          const char   *uuid)
{
  for (guint i = 0; i < self->messages->len; i++)
    if (g_strcmp0 (((CorTestMessage *) self->messages->pdata[i])->uuid, uuid) == 0)
      return self->messages->pdata[i];
  return NULL;
}

/**
 * cor_test_world_commit:
 *
 * Our reply is stored at the desk; whether we shall hear of it is another question.
 *
 * Returns: whether it was not before
 */
gboolean
cor_test_world_commit (CorTestWorld *self,
                       guint         thread,
                       const char   *uuid)
{
  if (cor_test_world_find_uuid (self, uuid) != NULL)
    return FALSE;
  add_message (self, thread, uuid);
  return TRUE;
}

CorTestMessage *
cor_test_world_find_newest (CorTestWorld *self,
                            guint         thread)
{
  for (guint i = self->messages->len; i > 0; i--)
    if (((CorTestMessage *) self->messages->pdata[i - 1])->thread == thread)
      return self->messages->pdata[i - 1];
  return NULL;
}

/* Now, or as it once was: an answer may have been on its way for long. */
static guint
draw_moment (CorTestWorld *self,
             guint         n)
{
  return cor_test_world_draw (self, 5) < 3 ? n - 1 : cor_test_world_draw (self, n);
}

static char *
dup_text (CorTestMessage     *message,
          const CorTestWords *words)
{
  return words->is_deleted ? g_strdup ("This message was deleted")
                           : g_strdup_printf ("Text %c of %" G_GINT64_FORMAT, (int) ('a' + words->edition % 26), message->ordinal);
}

/* Delivery goes forward, fails, or begins again after a failure; what is deleted stays so. */
static void
learn_message (CorTestMessage     *message,
               const CorTestWords *said)
{
  CorTestWords *known = &message->known;

  if (!message->is_known)
    *known = *said;
  else
    {
      if (said->delivery == COR_DELIVERY_FAILED || known->delivery == COR_DELIVERY_FAILED || said->delivery > known->delivery)
        known->delivery = said->delivery;
      if (!known->is_deleted)
        known->edition = said->edition;
      known->is_deleted |= said->is_deleted;
    }
  message->is_known = TRUE;
}

CorMessageRecord *
cor_test_world_tell_message (CorTestWorld   *self,
                             CorTestMessage *message)
{
  const CorTestWords *said = &g_array_index (message->moments, CorTestWords, draw_moment (self, message->moments->len));
  CorMessageRecord   *record = cor_message_record_new ();

  record->remote_id = g_strdup_printf ("%" G_GINT64_FORMAT, message->ordinal);
  record->ordinal = message->ordinal;
  record->conversation_id = g_strdup_printf ("%u", message->thread);
  record->kind = message->uuid != NULL || said->delivery != COR_DELIVERY_NONE ? COR_MESSAGE_OUTGOING : COR_MESSAGE_INCOMING;
  record->sender_kind = record->kind == COR_MESSAGE_OUTGOING ? COR_SENDER_AGENT : COR_SENDER_CUSTOMER;
  record->content = dup_text (message, said);
  record->uuid = said->is_deleted ? NULL : g_strdup (message->uuid); /* a deletion wipes it: chatwoot.md §5 */
  record->delivery = said->delivery;
  record->is_deleted = said->is_deleted;
  record->created_at = FIRST_CLOCK + message->ordinal;
  if (message->ordinal % 3 == 0 && !said->is_deleted)
    {
      CorAttachmentRecord *file = cor_attachment_record_new ();

      file->remote_id = g_strdup (record->remote_id);
      file->file_name = g_strdup ("receipt.pdf");
      record->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_attachment_record_free);
      g_ptr_array_add (record->attachments, file);
    }
  /* of what is not here nothing is kept */
  if (self->threads[message->thread].is_known && !self->threads[message->thread].is_gone)
    learn_message (message, said);
  return record;
}

/* What is older than what is known changes nothing; else what was said does. */
static void
learn_thread (CorTestThread       *thread,
              const CorTestMoment *said,
              guint                fields)
{
  CorTestMoment *known = &thread->known;
  gint64         activity = MAX (known->activity, said->activity);

  if (!thread->is_known)
    {
      *known = *said;
      thread->is_known = TRUE;
      return;
    }
  if (said->updated < known->updated)
    return;
  if ((fields & COR_CONVERSATION_HAS_STATUS) != 0)
    known->status = said->status;
  if ((fields & COR_CONVERSATION_HAS_PRIORITY) != 0)
    known->priority = said->priority;
  if ((fields & COR_CONVERSATION_HAS_ASSIGNEE) != 0)
    known->assignee = said->assignee;
  if ((fields & COR_CONVERSATION_HAS_LABELS) != 0)
    known->labels = said->labels;
  if ((fields & COR_CONVERSATION_HAS_TIMES) != 0)
    known->waiting = said->waiting;
  if ((fields & COR_CONVERSATION_HAS_SEEN) != 0)
    known->unread = said->unread;
  known->activity = activity;
  known->updated = said->updated;
  thread->is_gone = FALSE;
}

static char **
make_labels (guint set)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  static const char *const names[N_LABELS] = { "refund", "fraud", "delay" };

  for (guint i = 0; i < N_LABELS; i++)
    if ((set & (1u << i)) != 0)
      g_strv_builder_add (builder, names[i]);
  return g_strv_builder_end (builder);
}

CorConversationRecord *
cor_test_world_tell_thread (CorTestWorld *self,
                            guint         number)
{
  CorTestThread         *thread = &self->threads[number];
  const CorTestMoment   *said = &g_array_index (thread->moments, CorTestMoment, draw_moment (self, thread->moments->len));
  CorConversationRecord *record = cor_conversation_record_new ();

  record->remote_id = g_strdup_printf ("%u", number);
  record->fields = cor_test_world_draw (self, 10) < 7 ? COR_CONVERSATION_HAS_ALL : cor_test_world_draw (self, COR_CONVERSATION_HAS_ALL);
  record->inbox_id = g_strdup_printf ("%u", 1 + number % 2);
  record->customer = cor_customer_record_new ();
  record->customer->remote_id = g_strdup_printf ("%u", number / 2); /* two conversations each */
  record->customer->name = g_strdup_printf ("Customer %u", number / 2);
  record->customer->attributes_json = g_strdup (said->is_vip ? "{\"tier\":\"vip\"}" : "{}");
  record->status = said->status;
  record->priority = said->priority;
  record->assignee_id = said->assignee > 0 ? g_strdup_printf ("%d", said->assignee) : NULL;
  record->labels = make_labels (said->labels);
  record->unread_count = said->unread;
  record->waiting_since = said->waiting;
  record->created_at = FIRST_CLOCK;
  record->last_activity_at = said->activity;
  record->updated_at_us = said->updated * G_USEC_PER_SEC;
  record->can_reply = TRUE;
  learn_thread (thread, said, record->fields);
  if (cor_test_world_draw (self, 10) < 7)
    record->newest = cor_test_world_tell_message (self, cor_test_world_find_newest (self, number));
  return record;
}

void
cor_test_world_forget (CorTestWorld *self,
                       guint         thread,
                       gboolean      is_shell)
{
  self->threads[thread].is_known = is_shell;
  self->threads[thread].is_gone = is_shell;
  for (guint i = 0; i < self->messages->len; i++)
    {
      CorTestMessage *message = self->messages->pdata[i];

      if (message->thread == thread)
        message->is_known = FALSE;
    }
}

/**
 * cor_test_world_describe:
 *
 * Returns: (transfer full): what the store must know, a line a conversation and a message
 */
char *
cor_test_world_describe (CorTestWorld *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < COR_TEST_N_CONVERSATIONS; i++)
    {
      const CorTestMoment *known = &self->threads[i].known;
      g_auto (GStrv) titles = make_labels (known->labels);
      g_autofree char *labels = g_strjoinv ("+", titles);

      if (self->threads[i].is_known)
        g_string_append_printf (text, "conversation %u: %d %d %d %s %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n", i,
                                (int) known->status, (int) known->priority, known->assignee, labels, known->unread, known->activity,
                                known->waiting, known->updated, self->threads[i].is_gone);
    }
  for (guint i = 0; i < self->messages->len; i++)
    {
      CorTestMessage  *message = self->messages->pdata[i];
      g_autofree char *words = dup_text (message, &message->known);

      if (message->is_known)
        g_string_append_printf (text, "message %" G_GINT64_FORMAT ": %d %s %d\n", message->ordinal, (int) message->known.delivery, words,
                                message->known.is_deleted);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
