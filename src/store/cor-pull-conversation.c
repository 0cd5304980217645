/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-pull.h"

#include "cor-fold.h"

static char *
make_search_key (CorCustomerRecord *customer)
{
  g_autofree char *digits = cor_fold_digits (customer->phone != NULL ? customer->phone : "");
  g_autoptr (GString) text = g_string_new (NULL);
  const char *parts[] = { customer->name, customer->company, customer->email, customer->identifier, customer->phone, digits };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s ", parts[i]);
  return cor_fold (text->str);
}

static void
touch_customer_threads (CorDb *db,
                        gint64 customer)
{
  sqlite3_stmt *row = cor_db_query (db, "conversation-of-customer", "l", customer);

  while (cor_db_next (db, row))
    cor_db_touch_thread (db, cor_column_int (row, 0));
}

/**
 * cor_pull_customer:
 *
 * Returns: the local id
 */
gint64
cor_pull_customer (CorDb             *db,
                   gint64             account,
                   CorCustomerRecord *customer)
{
  g_autofree char *search_key = make_search_key (customer);
  gboolean         is_news;
  gint64           id;

  cor_db_run (db, "customer-put", "lssssssssssslliss", account, customer->remote_id, customer->name, customer->email, customer->phone,
              customer->identifier, customer->company, customer->city, customer->country, customer->country_code, customer->description,
              customer->attributes_json, customer->created_at, customer->last_activity_at, (int) customer->blocked,
              customer->attributes_json, search_key);
  is_news = cor_db_get_n_changed (db) > 0;
  id = cor_db_get_int (db, "customer-find", "ls", account, customer->remote_id);
  if (is_news)
    {
      cor_db_touch_topics (db, COR_TOPIC_CUSTOMERS);
      touch_customer_threads (db, id);
    }
  return id;
}

/**
 * cor_pull_conversation:
 * @conversation: what the service said, whole or in part
 *
 * Takes over what was said, unless something newer is known. Only the newest message comes with it;
 * that never counts as having read the history.
 *
 * Returns: the local id
 */
gint64
cor_pull_conversation (CorDb                 *db,
                       gint64                 account,
                       CorConversationRecord *conversation)
{
  g_autofree char *labels = g_strjoinv ("\n", conversation->labels != NULL ? conversation->labels : (char *[]){ NULL });
  gint64           customer = 0, id;

  if (conversation->customer != NULL)
    customer = cor_pull_customer (db, account, conversation->customer);

  cor_db_run (db, "conversation-put", "lsslliisssssllllllliiiii", account, conversation->remote_id, conversation->inbox_id, account, customer,
              (int) conversation->status, (int) conversation->priority, conversation->assignee_id, conversation->team_id, labels,
              conversation->subject, conversation->attributes_json, conversation->snoozed_until, conversation->created_at,
              conversation->last_activity_at, conversation->waiting_since, conversation->first_reply_at, conversation->agent_seen_at,
              conversation->updated_at_us, conversation->sla_first_reply, conversation->sla_next_reply, (int) conversation->unread_count,
              (int) conversation->can_reply, (int) conversation->fields);
  id = cor_db_get_int (db, "conversation-find-here", "ls", account, conversation->remote_id);
  if (id == 0) /* lost meanwhile, and this answer is from before that */
    return cor_db_get_int (db, "conversation-find", "ls", account, conversation->remote_id);
  if (conversation->newest != NULL)
    cor_pull_message (db, account, id, conversation->newest);
  cor_db_touch_thread (db, id);
  return id;
}

/**
 * cor_pull_drop_conversation:
 * @conversation: local id
 *
 * Removes it from this computer. One with an unsent draft or reply stays as an empty shell, so that
 * the agent's words are not lost with it.
 */
void
cor_pull_drop_conversation (CorDb *db,
                            gint64 conversation)
{
  gint64 customer = cor_db_get_int (db, "conversation-customer", "l", conversation);

  cor_db_run (db, "conversation-drop-messages", "l", conversation);
  cor_db_run (db, "intent-drop-changes", "l", conversation);
  if (cor_db_get_n_changed (db) > 0)
    cor_db_touch_topics (db, COR_TOPIC_OUTBOX);
  if (cor_db_get_int (db, "conversation-has-words", "l", conversation) > 0)
    {
      cor_db_run (db, "conversation-mark-gone", "l", conversation);
    }
  else
    {
      cor_db_run (db, "conversation-remove", "l", conversation);
      cor_db_run (db, "customer-remove-unused", "l", customer);
    }
  cor_db_touch_thread (db, conversation);
  cor_db_touch_timeline (db, conversation);
}
