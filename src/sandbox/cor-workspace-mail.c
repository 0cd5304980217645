/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-mail.h"

#include "cor-workspace-data.h"

#define DESK_ADDRESS "support@corridor.example"

static void
add_list (JsonBuilder *builder,
          const char  *member,
          const char  *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  json_builder_end_array (builder);
}

static void
add_texts (JsonBuilder *builder,
           const char  *reply,
           const char  *full)
{
  json_builder_set_member_name (builder, "text_content");
  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "full", full);
  cor_workspace_data_add (builder, "reply", reply);
  cor_workspace_data_add (builder, "quoted", reply);
  json_builder_end_object (builder);
}

/**
 * cor_mail_attributes:
 * @subject: the subject line
 * @from: an address
 * @to: an address
 * @message_id: of this mail
 * @in_reply_to: (nullable): of the one it answers
 * @reply: the new text alone
 * @full: the text with what it quotes
 * @time: when it was written
 *
 * Returns: (transfer full): content_attributes of an incoming mail (chatwoot.md §4, "email"); that
 *   server calls the trimmed text "quoted"
 */
char *
cor_mail_attributes (const char *subject,
                     const char *from,
                     const char *to,
                     const char *message_id,
                     const char *in_reply_to,
                     const char *reply,
                     const char *full,
                     gint64      time)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);
  g_autofree char *iso = g_date_time_format_iso8601 (date);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "email");
  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "subject", subject);
  add_list (builder, "from", from);
  add_list (builder, "to", to);
  add_list (builder, "cc", NULL);
  add_list (builder, "bcc", NULL);
  cor_workspace_data_add (builder, "date", iso);
  cor_workspace_data_add (builder, "message_id", message_id);
  cor_workspace_data_add (builder, "in_reply_to", in_reply_to);
  cor_workspace_data_add (builder, "content_type", "text/plain; charset=UTF-8");
  json_builder_set_member_name (builder, "multipart");
  json_builder_add_boolean_value (builder, FALSE);
  add_texts (builder, reply, full);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  return cor_workspace_data_text (builder);
}

static const CorTaleLine *
find_last_mail (const CorTale *tale)
{
  for (guint i = tale->lines->len; i > 0; i--)
    {
      const CorTaleLine *line = tale->lines->pdata[i - 1];

      if (line->type != 2 && !line->is_private)
        return line;
    }
  return NULL;
}

static char *
quote (const char        *reply,
       const CorTaleLine *last)
{
  g_autoptr (GString) full = g_string_new (reply);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *when = NULL;
  g_auto (GStrv) lines = NULL;

  if (last == NULL)
    return g_string_free (g_steal_pointer (&full), FALSE);

  date = g_date_time_new_from_unix_utc (last->time);
  when = g_date_time_format (date, "%Y-%m-%d %H:%M UTC");
  lines = g_strsplit (last->content, "\n", -1);
  g_string_append_printf (full, "\n\n%s %s:\n", when, DESK_ADDRESS);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (full, "> %s\n", lines[i]);

  return g_string_free (g_steal_pointer (&full), FALSE);
}

/**
 * cor_tale_dress_mail:
 * @tale: a conversation by mail
 * @line: its next message, not yet among the lines
 *
 * Gives the message its Message-ID and what the server keeps of a mail.
 */
void
cor_tale_dress_mail (CorTale     *tale,
                     CorTaleLine *line)
{
  const CorTaleLine *last = find_last_mail (tale);
  const CorCustomer *customer = tale->plan->customer;
  g_autofree char   *full = NULL;

  line->source_id = g_strdup_printf ("<c%u.m%u.%" G_GINT64_MODIFIER "x@mail.corridor.example>", tale->number,
                                     tale->lines->len + 1, line->time);
  if (line->type == 0)
    {
      full = quote (line->content, last);
      line->content_type = "incoming_email";
      line->attributes = cor_mail_attributes (tale->subject, customer->email, DESK_ADDRESS, line->source_id,
                                              last != NULL ? last->source_id : NULL, line->content, full, line->time);
    }
  else
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_list (builder, "to_emails", customer->email);
      json_builder_end_object (builder);
      line->attributes = cor_workspace_data_text (builder);
    }
}
