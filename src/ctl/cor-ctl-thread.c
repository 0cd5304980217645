/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-thread.h"

#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-when.h"

#include <glib/gi18n-lib.h>

/**
 * cor_ctl_channel_get_name:
 *
 * Returns: how people call it
 */
const char *
cor_ctl_channel_get_name (CorChannel channel)
{
  static const char *const names[] = {
    [COR_CHANNEL_API] = N_ ("Other"),
    [COR_CHANNEL_EMAIL] = N_ ("E-mail"),
    [COR_CHANNEL_WEB] = N_ ("Web chat"),
    [COR_CHANNEL_WHATSAPP] = "WhatsApp",
    [COR_CHANNEL_WECHAT] = N_ ("WeChat"),
    [COR_CHANNEL_TELEGRAM] = "Telegram",
    [COR_CHANNEL_LINE] = "LINE",
    [COR_CHANNEL_SMS] = "SMS",
    [COR_CHANNEL_FACEBOOK] = "Facebook",
    [COR_CHANNEL_INSTAGRAM] = "Instagram",
    [COR_CHANNEL_X] = "X",
    [COR_CHANNEL_PHONE] = N_ ("Phone"),
  };

  return (guint) channel < G_N_ELEMENTS (names) ? _ (names[channel]) : _ (names[COR_CHANNEL_API]);
}

static char *
dup_when (gint64 at,
          char *(*format) (gint64 at, gint64 now, GTimeZone *tz))
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_local ();

  return at > 0 && at < G_MAXINT64 ? format (at, g_get_real_time () / G_USEC_PER_SEC, tz) : g_strdup ("");
}

/**
 * cor_ctl_dup_when:
 * @at: seconds since the epoch; 0: never
 *
 * Returns: (transfer full): it for a list
 */
char *
cor_ctl_dup_when (gint64 at)
{
  return dup_when (at, cor_when_short);
}

char *
cor_ctl_dup_when_full (gint64 at)
{
  return dup_when (at, cor_when_full);
}

/**
 * cor_ctl_thread_add_json:
 *
 * Adds the conversation as one object.
 */
void
cor_ctl_thread_add_json (JsonBuilder         *builder,
                         const CorThreadData *thread)
{
  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "id", thread->id);
  cor_ctl_json_int (builder, "account", thread->account);
  cor_ctl_json_text (builder, "display_id", thread->display_id);
  cor_ctl_json_int (builder, "customer", thread->customer);
  cor_ctl_json_text (builder, "name", thread->name);
  cor_ctl_json_text (builder, "tier", thread->tier);
  cor_ctl_json_text (builder, "channel", cor_channel_to_string (thread->channel));
  cor_ctl_json_text (builder, "status", cor_status_to_string (thread->status));
  cor_ctl_json_text (builder, "priority", cor_priority_to_string (thread->priority));
  cor_ctl_json_text (builder, "assignee", thread->assignee);
  cor_ctl_json_text (builder, "assignee_id", thread->assignee_id);
  cor_ctl_json_int (builder, "unread", thread->unread_count);
  cor_ctl_json_int (builder, "messages", thread->n_messages);
  cor_ctl_json_int (builder, "waiting", thread->n_waiting);
  cor_ctl_json_int (builder, "needing", thread->n_needing);
  cor_ctl_json_bool (builder, "draft", thread->has_draft);
  cor_ctl_json_texts (builder, "labels", thread->labels);
  cor_ctl_json_text (builder, "subject", thread->subject);
  cor_ctl_json_text (builder, "snippet", thread->snippet);
  cor_ctl_json_time (builder, "last_activity_at", thread->last_activity_at);
  cor_ctl_json_time (builder, "waiting_since", thread->waiting_since);
  cor_ctl_json_time (builder, "due_at", thread->due_at);
  cor_ctl_json_time (builder, "snoozed_until", thread->snoozed_until);
  json_builder_end_object (builder);
}

static const char *
get_status_text (CorStatus status)
{
  switch (status)
    {
    case COR_STATUS_PENDING:
      return _ ("pending");
    case COR_STATUS_SNOOZED:
      return _ ("snoozed");
    case COR_STATUS_RESOLVED:
      return _ ("resolved");
    case COR_STATUS_OPEN:
    default:
      return _ ("open");
    }
}

/**
 * cor_ctl_thread_table_new:
 *
 * Returns: (transfer full): a table for conversations
 */
CorCtlTable *
cor_ctl_thread_table_new (void)
{
  return cor_ctl_table_new ("rlllrlll", _ ("ID"), _ ("Customer"), _ ("Channel"), _ ("Status"), _ ("Unread"), _ ("Agent"), _ ("When"),
                            _ ("Newest message"), NULL);
}

void
cor_ctl_thread_table_add (CorCtlTable         *table,
                          const CorThreadData *thread)
{
  g_autofree char *when = cor_ctl_dup_when (thread->last_activity_at);
  g_autofree char *unread = thread->unread_count > 0 ? g_strdup_printf ("%u", thread->unread_count) : g_strdup ("");

  cor_ctl_table_add (table, thread->display_id, thread->name, cor_ctl_channel_get_name (thread->channel), get_status_text (thread->status),
                     unread, thread->assignee != NULL ? thread->assignee : "", when, thread->snippet != NULL ? thread->snippet : "", NULL);
  if (thread->unread_count > 0)
    cor_ctl_table_strengthen (table);
}
