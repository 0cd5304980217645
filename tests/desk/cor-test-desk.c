/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-test-desk.h"
#include "cor-store-threads.h"
#include "cor-test-await.h"

#include <glib/gstdio.h>

static const struct
{
  const char *title, *color;
} labels[] = {
  { "payment-delay", "#D9540B" }, { "fees-and-fx", "#1C71D8" }, { "documents", "#813D9C" }, { "returned", "#C0407F" }, { "wrong-details", "#0F7F8F" }
};

static const struct
{
  const char *id, *name;
} agents[] = {
  { "7", "Sofia Brandt" }, { "8", "Tomás Ferreira" }, { "9", "Priya Nair" }
};

static void
put_lists (CorTestDesk *desk)
{
  g_autoptr (GPtrArray) inbox_list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_inbox_record_free);
  g_autoptr (GPtrArray) agent_list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_agent_record_free);
  g_autoptr (GPtrArray) label_list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_label_record_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < COR_N_CHANNELS; i++)
    {
      CorInboxRecord *inbox = cor_inbox_record_new ();

      inbox->remote_id = g_strdup_printf ("%u", i + 1);
      inbox->name = g_strdup (cor_channel_to_string (i));
      inbox->channel = i;
      g_ptr_array_add (inbox_list, inbox);
    }
  for (guint i = 0; i < G_N_ELEMENTS (agents); i++)
    {
      CorAgentRecord *agent = cor_agent_record_new ();

      agent->remote_id = g_strdup (agents[i].id);
      agent->name = g_strdup (agents[i].name);
      g_ptr_array_add (agent_list, agent);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      CorLabelRecord *label = cor_label_record_new ();

      label->title = g_strdup (labels[i].title);
      label->color = g_strdup (labels[i].color);
      g_ptr_array_add (label_list, label);
    }
  cor_store_put_lists_async (desk->store, desk->account, inbox_list, agent_list, none, label_list, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (desk->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

/* Makes a profile with an account, three agents, five labels and an inbox for every channel. */
void
cor_test_desk_open (CorTestDesk *desk)
{
  CorAccountData account = { .kind = (char *) "chatwoot", .origin = (char *) "https://desk.example", .remote_id = (char *) "1", .name = (char *) "Desk", .agent_id = (char *) "7", .agent_name = (char *) "Sofia Brandt", .error_code = -1 };
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  desk->dir = cor_test_make_dir ();
  desk->store = cor_store_open (desk->dir, &error);
  g_assert_no_error (error);
  cor_store_put_account_async (desk->store, &account, NULL, cor_test_on_result, &await);
  desk->account = cor_store_put_account_finish (desk->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  desk->ordinal = 100;
  desk->now = g_get_real_time () / G_USEC_PER_SEC;
  put_lists (desk);
}

static void
remove_dir (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_dir (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Waits until nobody holds the store, and removes the profile. */
void
cor_test_desk_close (CorTestDesk *desk)
{
  cor_test_finalize (g_steal_pointer (&desk->store));
  remove_dir (desk->dir);
  g_clear_pointer (&desk->dir, g_free);
}

static CorCustomerRecord *
new_customer (const CorTestConversation *conversation)
{
  CorCustomerRecord *customer = cor_customer_record_new ();

  customer->remote_id = g_strdup (conversation->name);
  customer->name = g_strdup (conversation->name);
  customer->email = g_strdup (conversation->email);
  customer->phone = g_strdup (conversation->phone);
  customer->company = g_strdup (conversation->company);
  customer->city = g_strdup (conversation->city);
  customer->country = g_strdup (conversation->country);
  customer->attributes_json = g_strdup (conversation->attributes_json);
  return customer;
}

/* Puts a conversation, or says something new of it; the name is the customer's identity. Returns its local id. */
gint64
cor_test_desk_add (CorTestDesk               *desk,
                   const CorTestConversation *conversation)
{
  CorConversationRecord *record = cor_conversation_record_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_conversation_record_unref);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  record->remote_id = g_strdup (conversation->number);
  record->fields = COR_CONVERSATION_HAS_ALL;
  record->inbox_id = g_strdup_printf ("%d", conversation->channel + 1);
  record->customer = new_customer (conversation);
  record->attributes_json = g_strdup (conversation->about_json);
  record->labels = g_strsplit (conversation->labels ? conversation->labels : "", ",", -1);
  record->assignee_id = g_strdup (conversation->assignee_id);
  record->subject = g_strdup (conversation->subject);
  record->status = conversation->status;
  record->created_at = record->last_activity_at = record->waiting_since = conversation->at;
  record->first_reply_at = conversation->at;
  record->updated_at_us = conversation->at * G_USEC_PER_SEC;
  record->unread_count = conversation->n_unread;
  record->can_reply = TRUE;
  g_ptr_array_add (list, record);
  cor_store_put_conversations_async (desk->store, desk->account, list, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (desk->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
  return cor_test_desk_find (desk, conversation->number);
}

/* Has a message arrive, as from the server. */
void
cor_test_desk_say (CorTestDesk          *desk,
                   const CorTestMessage *message)
{
  CorMessageRecord *record = cor_message_record_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_message_record_unref);
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  record->ordinal = ++desk->ordinal;
  record->remote_id = g_strdup_printf ("%" G_GINT64_FORMAT, record->ordinal);
  record->conversation_id = g_strdup (message->number);
  record->kind = message->kind;
  record->sender_kind = message->sender;
  record->sender_id = g_strdup (message->sender_id);
  record->sender_name = g_strdup (message->sender_name);
  record->content = g_strdup (message->text);
  record->full_content = g_strdup (message->whole);
  record->subject = g_strdup (message->subject);
  record->in_reply_to = g_strdup (message->answers);
  record->delivery = message->delivery;
  record->created_at = message->at;
  record->is_private = message->is_private;
  record->is_deleted = message->is_deleted;
  if (message->file_name != NULL)
    {
      CorAttachmentRecord *file = cor_attachment_record_new ();

      file->remote_id = g_strdup (record->remote_id);
      file->file_name = g_strdup (message->file_name);
      file->content_type = g_strdup ("application/pdf");
      file->kind = g_strdup ("file");
      file->url = g_strdup ("https://desk.example/files/1");
      file->size = 182000;
      record->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_attachment_record_free);
      g_ptr_array_add (record->attachments, file);
    }
  g_ptr_array_add (list, record);
  cor_store_put_messages_async (desk->store, desk->account, message->number, list, 0, desk->ordinal, FALSE, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_pull_finish (desk->store, cor_test_await (&await), &error));
  g_assert_no_error (error);
}

/* The local id of a conversation by its number. */
gint64
cor_test_desk_find (CorTestDesk *desk,
                    const char  *number)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  cor_store_find_conversation_async (desk->store, number, NULL, cor_test_on_result, &await);
  id = cor_store_find_conversation_finish (desk->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return id;
}

/* Waits until the readers of the store have told what they were asked for. */
void
cor_test_desk_settle (CorTestDesk *desk)
{
  for (guint i = 0; i < 8; i++)
    {
      g_auto (CorTestAwait) await = { 0 };
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) threads = NULL;

      cor_store_load_threads_async (desk->store, none, NULL, cor_test_on_result, &await);
      threads = cor_store_load_threads_finish (desk->store, cor_test_await (&await), NULL);
    }
}

/* Queues a reply as the agent would. Returns the intent. */
gint64
cor_test_desk_reply (CorTestDesk *desk,
                     gint64       conversation,
                     const char  *text,
                     int          undo_seconds)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 intent;

  cor_store_queue_reply_async (desk->store, conversation, FALSE, text, undo_seconds, NULL, cor_test_on_result, &await);
  intent = cor_store_queue_reply_finish (desk->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
  return intent;
}

/* Moves an intent on, as the sync engine would. */
void
cor_test_desk_move (CorTestDesk         *desk,
                    const CorIntentMove *move)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;

  cor_store_move_intent_async (desk->store, move, NULL, cor_test_on_result, &await);
  cor_store_move_intent_finish (desk->store, cor_test_await (&await), &error);
  g_assert_no_error (error);
}
