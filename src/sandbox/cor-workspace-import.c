/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-private.h"

#include "cor-workspace-data.h"
#include "cor-workspace-mail.h"
#include "cor-workspace-rows.h"

#include <string.h>

#define MAIN_SHARE 24        /* conversations of the main agent */
#define CONVERSATIONS_EACH 2 /* per customer, about */

/* Labels are lower-case words on the server: letters, figures, hyphen and underscore. */
static char *
make_label (const char *category)
{
  g_autofree char *lower = NULL;
  GString         *label = g_string_new (NULL);

  if (category == NULL)
    return g_string_free (label, FALSE);

  lower = g_utf8_strdown (category, -1);
  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter) || letter == '-' || letter == '_')
        g_string_append_unichar (label, letter);
      else if (letter == ' ')
        g_string_append_c (label, '_');
    }
  return g_string_free (label, FALSE);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Reads the whole file once: an error in its last line is told before anything else is. */
static GPtrArray *
collect_labels (CorWorkspaceRows *rows,
                guint            *count,
                GError          **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (*count = 0;; (*count)++)
    {
      g_autofree char *text = NULL;
      g_autofree char *category = NULL;
      g_autofree char *label = NULL;

      if (!cor_workspace_rows_next (rows, &text, &category, error))
        return NULL;
      if (text == NULL)
        break;
      label = make_label (category);
      if (*label == '\0' || g_hash_table_contains (seen, label))
        continue;
      g_hash_table_add (seen, label);
      g_ptr_array_add (labels, g_steal_pointer (&label));
    }

  g_ptr_array_sort (labels, compare_labels);
  return g_steal_pointer (&labels);
}

static gboolean
tell_labels (CorWorkspace *workspace,
             GPtrArray    *labels,
             GError      **error)
{
  static const char *const colors[] = { "#1C71D8", "#0F7F8F", "#1F8A55", "#C88800", "#D9540B", "#C0407F", "#813D9C", "#5E7488", "#865E3C" };

  for (guint i = 0; i < labels->len; i++)
    {
      CorWorkspaceLabel label = { labels->pdata[i], "Category of the messages file", colors[i % G_N_ELEMENTS (colors)], labels->len <= 30 };

      if (!workspace->sink->label (&label, workspace->sink->user_data, error))
        return FALSE;
    }
  return TRUE;
}

static char *
make_subject (const char *text)
{
  g_autofree char *start = g_utf8_strlen (text, -1) > 60 ? g_utf8_substring (text, 0, 60) : g_strdup (text);
  char            *space = strlen (start) < strlen (text) ? strrchr (start, ' ') : NULL;

  if (space != NULL)
    *space = '\0';
  return g_strdelimit (g_steal_pointer (&start), "\r\n\t", ' ');
}

static char *
mail_subject_json (const char *subject)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "mail_subject", subject);
  cor_workspace_data_add (builder, "source", "email");
  json_builder_end_object (builder);
  return cor_workspace_data_text (builder);
}

static gboolean
tell_message (CorWorkspace      *workspace,
              const CorCustomer *customer,
              const char        *text,
              const char        *subject,
              gint64             time,
              GError           **error)
{
  g_autofree char    *id = g_strdup_printf ("<r%u@mail.corridor.example>", workspace->conversations);
  g_autofree char    *attributes = subject != NULL ? cor_mail_attributes (subject, customer->email, "support@corridor.example", id, NULL, text, text, time) : NULL;
  CorWorkspaceMessage message = {
    .conversation = workspace->conversations,
    .sender_kind = COR_WORKSPACE_SENDER_CONTACT,
    .message_type = 0,
    .content = text,
    .content_type = subject != NULL ? "incoming_email" : "text",
    .content_attributes_json = attributes,
    .status = "sent",
    .source_id = subject != NULL ? id : NULL,
    .created_at = time,
  };

  workspace->messages++;
  return workspace->sink->message (&message, workspace->sink->user_data, error);
}

static gboolean
tell_row (CorWorkspace *workspace,
          const char   *text,
          const char   *label,
          guint         index,
          guint         count,
          GError      **error)
{
  gint64                   time = cor_workspace_clock_time (workspace->clock, index, count, workspace->rand);
  guint                    inbox = 1 + index % cor_staff_inboxes (workspace->staff);
  const char              *channel = cor_staff_inbox_key (workspace->staff, inbox);
  gboolean                 ours = index % MAX (count / MAIN_SHARE, 4) == 0;
  const CorCustomer       *customer = index % CONVERSATIONS_EACH == 0 || workspace->recent->len == 0
                                        ? _cor_workspace_new_customer (workspace, time, error)
                                        : workspace->recent->pdata[cor_workspace_data_pick (workspace->rand, workspace->recent->len)];
  const char *const        labels[] = { *label != '\0' ? label : NULL, NULL };
  g_autofree char         *source_id = customer != NULL ? cor_customer_source_id (customer, channel) : NULL;
  g_autofree char         *subject = g_str_equal (channel, "email") ? make_subject (text) : NULL;
  g_autofree char         *additional = subject != NULL ? mail_subject_json (subject) : NULL;
  CorWorkspaceConversation conversation = {
    .inbox = inbox,
    .assignee = ours ? cor_staff_agent (workspace->staff, "main") : 0,
    .team = cor_staff_team (workspace->staff, "tier1"),
    .status = "open",
    .created_at = time,
    .contact_last_seen_at = time,
    .labels = labels,
    .additional_json = additional,
    .source_id = source_id,
  };

  if (customer == NULL)
    return FALSE;

  conversation.contact = customer->number;
  workspace->conversations++;
  return workspace->sink->conversation (&conversation, workspace->sink->user_data, error) && tell_message (workspace, customer, text, subject, time, error);
}

/*
 * _cor_workspace_tell_file:
 *
 * Each row of the messages file becomes the first message of a conversation of its own.
 */
gboolean
_cor_workspace_tell_file (CorWorkspace *workspace,
                          GError      **error)
{
  g_autoptr (CorWorkspaceRows) rows = cor_workspace_rows_new (workspace->options->messages_file, error);
  g_autoptr (GPtrArray) labels = NULL;
  guint count = 0;

  if (rows == NULL)
    return FALSE;
  labels = collect_labels (rows, &count, error);
  if (labels == NULL || !tell_labels (workspace, labels, error) || !cor_workspace_rows_rewind (rows, error))
    return FALSE;

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *category = NULL;
      g_autofree char *label = NULL;

      if (!cor_workspace_rows_next (rows, &text, &category, error))
        return FALSE;
      label = make_label (category);
      if (!tell_row (workspace, text, label, i, count, error))
        return FALSE;
    }

  return TRUE;
}
