/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-workspace"

#include "config.h"

#include "workspace-told.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
talk_free (gpointer data)
{
  WorkspaceTalk *talk = data;

  g_free (talk->status);
  g_free (talk->language);
  g_free (talk);
}

/* What a sink remembers; keep_texts keeps "held private type text" of every message. */
WorkspaceTold *
workspace_told_new (gboolean keep_texts)
{
  WorkspaceTold *told = g_new0 (WorkspaceTold, 1);

  told->sum = g_checksum_new (G_CHECKSUM_SHA256);
  told->talks = g_ptr_array_new_with_free_func (talk_free);
  told->texts = g_ptr_array_new_with_free_func (g_free);
  told->labels = g_ptr_array_new_with_free_func (g_free);
  told->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->used_labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  told->oldest = G_MAXINT64;
  told->keep_texts = keep_texts;
  return told;
}

void
workspace_told_free (WorkspaceTold *told)
{
  g_checksum_free (told->sum);
  g_ptr_array_unref (told->talks);
  g_ptr_array_unref (told->texts);
  g_ptr_array_unref (told->labels);
  g_hash_table_unref (told->emails);
  g_hash_table_unref (told->phones);
  g_hash_table_unref (told->countries);
  g_hash_table_unref (told->languages);
  g_hash_table_unref (told->used_labels);
  g_free (told);
}

static void
add_text (WorkspaceTold *told,
          const char    *text)
{
  const char *some = text != NULL ? text : "\001";

  g_checksum_update (told->sum, (const guchar *) some, (gssize) strlen (some) + 1);
}

static void
add_number (WorkspaceTold *told,
            gint64         number)
{
  g_checksum_update (told->sum, (const guchar *) &number, sizeof number);
}

static void
assert_json (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)));
}

static gboolean
on_agent (const CorWorkspaceAgent *agent,
          gpointer                 user_data,
          GError                 **error)
{
  WorkspaceTold *told = user_data;

  told->agents++;
  told->bots += agent->is_bot ? 1 : 0;
  if (told->agents == 1)
    {
      g_assert_cmpstr (agent->name, ==, "Sofia Brandt");
      g_assert_cmpstr (agent->role, ==, "agent");
    }
  add_text (told, agent->name);
  return TRUE;
}

static gboolean
on_team (const CorWorkspaceTeam *team,
         gpointer                user_data,
         GError                **error)
{
  WorkspaceTold *told = user_data;

  told->teams++;
  g_assert_cmpuint (team->members[0], >, 0);
  add_text (told, team->name);
  return TRUE;
}

static gboolean
on_inbox (const CorWorkspaceInbox *inbox,
          gpointer                 user_data,
          GError                 **error)
{
  WorkspaceTold *told = user_data;

  told->inboxes++;
  g_assert_cmpuint (inbox->members[0], ==, 1); /* the main agent sees all of them */
  g_assert_true (g_str_has_prefix (inbox->channel_type, "Channel::"));
  assert_json (inbox->additional_json);
  add_text (told, inbox->name);
  return TRUE;
}

static gboolean
on_label (const CorWorkspaceLabel *label,
          gpointer                 user_data,
          GError                 **error)
{
  WorkspaceTold *told = user_data;

  g_assert_true (g_regex_match_simple ("^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{N}_-]+$", label->title, 0, 0));
  g_assert_true (g_regex_match_simple ("^#[0-9A-F]{6}$", label->color, 0, 0));
  g_ptr_array_add (told->labels, g_strdup (label->title));
  add_text (told, label->title);
  return TRUE;
}

static gboolean
on_canned (const CorWorkspaceCanned *canned,
           gpointer                  user_data,
           GError                  **error)
{
  add_text (user_data, canned->short_code);
  add_text (user_data, canned->content);
  return TRUE;
}

static gboolean
on_contact (const CorWorkspaceContact *contact,
            gpointer                   user_data,
            GError                   **error)
{
  WorkspaceTold *told = user_data;

  told->contacts++;
  told->gold += strstr (contact->custom_json, "\"tier\":\"Gold\"") != NULL;
  assert_json (contact->custom_json);
  g_assert_true (g_utf8_validate (contact->name, -1, NULL));
  g_assert_cmpint (contact->created_at, <, NOW);
  g_assert_true (g_regex_match_simple ("@(example\\.(com|org)|[a-z0-9-]+\\.example)$", contact->email, 0, 0));
  g_assert_true (g_hash_table_add (told->emails, g_strdup (contact->email)));
  if (contact->phone_number != NULL)
    {
      g_assert_true (g_regex_match_simple ("^\\+[0-9]{9,15}$", contact->phone_number, 0, 0));
      g_assert_true (g_hash_table_add (told->phones, g_strdup (contact->phone_number)));
    }
  g_hash_table_add (told->countries, g_strdup (contact->country_code));
  add_text (told, contact->name);
  add_text (told, contact->email);
  add_text (told, contact->phone_number);
  add_text (told, contact->identifier);
  add_text (told, contact->custom_json);
  add_number (told, contact->created_at);
  return TRUE;
}

static gboolean
on_note (const CorWorkspaceNote *note,
         gpointer                user_data,
         GError                **error)
{
  WorkspaceTold *told = user_data;

  told->notes++;
  g_assert_cmpuint (note->contact, ==, told->contacts);
  add_text (told, note->content);
  return TRUE;
}

static char *
language_of (const char *additional_json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (additional_json == NULL || !json_parser_load_from_data (parser, additional_json, -1, NULL))
    return NULL;
  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (json_parser_get_root (parser)),
                                                               "conversation_language", NULL));
}

static gboolean
on_conversation (const CorWorkspaceConversation *conversation,
                 gpointer                        user_data,
                 GError                        **error)
{
  WorkspaceTold       *told = user_data;
  WorkspaceTalk       *talk = g_new0 (WorkspaceTalk, 1);
  const WorkspaceTalk *before = told->talks->len > 0 ? told->talks->pdata[told->talks->len - 1] : NULL;

  g_assert_cmpuint (conversation->contact, >=, 1);
  g_assert_cmpuint (conversation->contact, <=, told->contacts); /* told before */
  g_assert_cmpuint (conversation->inbox, >=, 1);
  g_assert_cmpuint (conversation->inbox, <=, told->inboxes);
  g_assert_cmpuint (conversation->assignee, <=, told->agents);
  g_assert_cmpuint (conversation->team, <=, told->teams);
  g_assert_nonnull (conversation->source_id);
  g_assert_cmpint (conversation->created_at, <=, NOW);
  if (before != NULL)
    {
      g_assert_cmpint (conversation->created_at, >=, before->created_at);
      g_assert_cmpuint (before->messages, >, 0);
    }
  if (strcmp (conversation->status, "snoozed") == 0)
    g_assert_cmpint (conversation->snoozed_until, >, NOW);
  else
    g_assert_cmpint (conversation->snoozed_until, ==, 0);
  g_assert_cmpint (conversation->agent_last_seen_at, <=, NOW);
  assert_json (conversation->additional_json);
  assert_json (conversation->custom_json);

  talk->contact = conversation->contact;
  talk->inbox = conversation->inbox;
  talk->assignee = conversation->assignee;
  talk->status = g_strdup (conversation->status);
  talk->language = language_of (conversation->additional_json);
  talk->created_at = talk->last = conversation->created_at;
  talk->held = conversation->team == 3;
  g_ptr_array_add (told->talks, talk);
  told->inbox_talks[conversation->inbox]++;
  if (talk->language != NULL)
    g_hash_table_add (told->languages, g_strdup (talk->language));
  for (guint i = 0; conversation->labels != NULL && conversation->labels[i] != NULL; i++)
    {
      g_assert_true (g_ptr_array_find_with_equal_func (told->labels, conversation->labels[i], g_str_equal, NULL));
      g_hash_table_add (told->used_labels, g_strdup (conversation->labels[i]));
      add_text (told, conversation->labels[i]);
    }
  add_text (told, conversation->status);
  add_text (told, conversation->additional_json);
  add_text (told, conversation->custom_json);
  add_text (told, conversation->source_id);
  add_number (told, conversation->assignee);
  add_number (told, conversation->created_at);
  add_number (told, conversation->agent_last_seen_at);
  return TRUE;
}

static void
check_attachment (WorkspaceTold                *told,
                  const CorWorkspaceAttachment *attachment)
{
  gsize         size = 0;
  const guint8 *data = g_bytes_get_data (attachment->content, &size);

  told->attachments++;
  g_assert_cmpuint (size, >, 30);
  g_assert_cmpuint (size, <, 20000);
  if (strcmp (attachment->content_type, "application/pdf") == 0)
    g_assert_cmpmem (data, 5, "%PDF-", 5);
  else if (strcmp (attachment->content_type, "image/png") == 0)
    g_assert_cmpmem (data, 4, "\x89PNG", 4);
  g_assert_null (strchr (attachment->file_name, '{'));
  g_checksum_update (told->sum, data, (gssize) size);
}

static gboolean
on_message (const CorWorkspaceMessage *message,
            gpointer                   user_data,
            GError                   **error)
{
  WorkspaceTold *told = user_data;
  WorkspaceTalk *talk = told->talks->pdata[told->talks->len - 1];

  g_assert_cmpuint (message->conversation, ==, told->talks->len); /* directly after its conversation */
  g_assert_cmpint (message->created_at, >=, talk->last);
  g_assert_cmpint (message->created_at, <=, NOW);
  g_assert_true (g_utf8_validate (message->content, -1, NULL));
  g_assert_cmpstr (message->content, !=, "");
  assert_json (message->content_attributes_json);
  if (message->sender_kind == COR_WORKSPACE_SENDER_AGENT)
    g_assert_cmpuint (message->sender, >, 0);

  talk->last = message->created_at;
  talk->messages++;
  told->messages++;
  told->oldest = MIN (told->oldest, message->created_at);
  told->newest = MAX (told->newest, message->created_at);
  told->private_notes += message->is_private ? 1 : 0;
  told->mentions += message->is_private && strstr (message->content, "](mention://user/") != NULL;
  for (guint i = 0; i < message->n_attachments; i++)
    check_attachment (told, &message->attachments[i]);
  if (told->keep_texts)
    g_ptr_array_add (told->texts, g_strdup_printf ("%d%d%d %s", talk->held, message->is_private, message->message_type, message->content));
  add_text (told, message->content);
  add_text (told, message->content_attributes_json);
  add_text (told, message->status);
  add_text (told, message->source_id);
  add_number (told, message->created_at);

  if (told->stop_after > 0 && told->messages >= told->stop_after)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "enough");
      return FALSE;
    }
  return TRUE;
}

static gboolean
on_portal (const CorWorkspacePortal *portal,
           gpointer                  user_data,
           GError                  **error)
{
  ((WorkspaceTold *) user_data)->portals++;
  add_text (user_data, portal->slug);
  return TRUE;
}

static gboolean
on_category (const CorWorkspaceCategory *category,
             gpointer                    user_data,
             GError                    **error)
{
  ((WorkspaceTold *) user_data)->categories++;
  add_text (user_data, category->name);
  return TRUE;
}

static gboolean
on_article (const CorWorkspaceArticle *article,
            gpointer                   user_data,
            GError                   **error)
{
  WorkspaceTold *told = user_data;

  told->articles++;
  g_assert_cmpuint (article->category, >=, 1);
  g_assert_cmpuint (article->category, <=, told->categories);
  g_assert_cmpuint (article->root, <, told->articles);
  g_assert_cmpstr (article->title, !=, "");
  g_assert_cmpstr (article->content, !=, "");
  add_text (told, article->content);
  add_number (told, article->updated_at);
  return TRUE;
}

/* Generates into @told; the error is the generator's. */
gboolean
workspace_try (WorkspaceTold *told,
               guint32        seed,
               guint64        messages,
               const char    *file,
               GError       **error)
{
  CorWorkspaceOptions options = { .seed = seed, .now = NOW, .messages = messages, .messages_file = file };
  CorWorkspaceSink    sink = {
       .user_data = told,
       .agent = on_agent,
       .team = on_team,
       .inbox = on_inbox,
       .label = on_label,
       .canned = on_canned,
       .contact = on_contact,
       .note = on_note,
       .conversation = on_conversation,
       .message = on_message,
       .portal = on_portal,
       .category = on_category,
       .article = on_article,
  };

  return cor_workspace_generate (&options, &sink, error);
}

/* Generates, which must work. */
WorkspaceTold *
workspace_tell (guint32     seed,
                guint64     messages,
                const char *file,
                gboolean    keep_texts)
{
  g_autoptr (WorkspaceTold) told = workspace_told_new (keep_texts);
  g_autoptr (GError) error = NULL;
  gboolean ok = workspace_try (told, seed, messages, file, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  return g_steal_pointer (&told);
}

/* How many conversations have this status and assignee (G_MAXUINT: any). */
guint
workspace_told_count (const WorkspaceTold *told,
                      const char          *status,
                      guint                assignee)
{
  guint count = 0;

  for (guint i = 0; i < told->talks->len; i++)
    {
      const WorkspaceTalk *talk = told->talks->pdata[i];

      count += strcmp (talk->status, status) == 0 && (assignee == G_MAXUINT || talk->assignee == assignee);
    }
  return count;
}
