/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-fill"

#include "config.h"

#include "cor-desk-effects.h"
#include "cor-desk-fill.h"
#include "cor-desk-payments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows in one transaction: enough to be fast, few enough to keep the journal file small. */
#define ROWS_PER_COMMIT 20000

/* What a conversation's messages say about it; told in order, so only the running one is held. */
typedef struct
{
  guint  number;
  gint64 inbox_id, contact_id;
  gint64 last_activity_at, first_reply_at, waiting_since;
  int    status;
} Running;

typedef struct
{
  CorDeskDb *db;
  gint64     now;
  guint      rows;
  guint      n_conversations, n_articles;
  Running    running;
} Fill;

static gboolean
check (Fill    *self,
       gboolean worked,
       GError **error)
{
  if (worked && ++self->rows >= ROWS_PER_COMMIT)
    {
      self->rows = 0;
      worked = cor_desk_db_commit (self->db) && cor_desk_db_begin (self->db);
    }
  if (!worked)
    cor_desk_db_set_error (self->db, error);
  return worked;
}

static const char *
or_empty (const char *json)
{
  return json ? json : "{}";
}

static gboolean
take_agent (const CorWorkspaceAgent *agent,
            gpointer                 user_data,
            GError                 **error)
{
  Fill            *self = user_data;
  g_autofree char *token = agent->is_bot ? NULL : cor_desk_random_token (12);
  g_autofree char *pubsub_token = agent->is_bot ? NULL : cor_desk_random_token (12);

  return check (self,
                cor_desk_db_run (self->db, "INSERT INTO agents (name, email, role, availability, is_bot, token, pubsub_token) VALUES (?, ?, ?, ?, ?, ?, ?)", "ssssdss", agent->name,
                                 agent->email, agent->role ? agent->role : "agent", agent->availability ? agent->availability : "online", agent->is_bot ? 1 : 0, token, pubsub_token),
                error);
}

static gboolean
take_team (const CorWorkspaceTeam *team,
           gpointer                user_data,
           GError                **error)
{
  Fill  *self = user_data;
  gint64 id;

  if (!cor_desk_db_run (self->db, "INSERT INTO teams (name, description) VALUES (?, ?)", "ss", team->name, team->description))
    return check (self, FALSE, error);
  id = cor_desk_db_last_id (self->db);
  for (guint i = 0; team->members != NULL && team->members[i] != 0; i++)
    cor_desk_db_run (self->db, "INSERT OR IGNORE INTO team_members (team_id, agent_id) VALUES (?, ?)", "ii", id, (gint64) team->members[i]);
  return check (self, TRUE, error);
}

static gboolean
take_inbox (const CorWorkspaceInbox *inbox,
            gpointer                 user_data,
            GError                 **error)
{
  Fill  *self = user_data;
  gint64 id;

  if (!cor_desk_db_run (self->db, "INSERT INTO inboxes (name, channel_type, email, phone_number, provider, medium, timezone, additional) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        "ssssssss", inbox->name, inbox->channel_type, inbox->email, inbox->phone_number, inbox->provider, inbox->medium, inbox->timezone, inbox->additional_json))
    return check (self, FALSE, error);
  id = cor_desk_db_last_id (self->db);
  for (guint i = 0; inbox->members != NULL && inbox->members[i] != 0; i++)
    cor_desk_db_run (self->db, "INSERT OR IGNORE INTO inbox_members (inbox_id, agent_id) VALUES (?, ?)", "ii", id, (gint64) inbox->members[i]);
  return check (self, TRUE, error);
}

static gboolean
take_label (const CorWorkspaceLabel *label,
            gpointer                 user_data,
            GError                 **error)
{
  Fill *self = user_data;

  return check (self,
                cor_desk_db_run (self->db, "INSERT INTO labels (title, description, color, show_on_sidebar) VALUES (?, ?, ?, ?)", "sssd", label->title, label->description,
                                 label->color, label->show_on_sidebar ? 1 : 0),
                error);
}

static gboolean
take_canned (const CorWorkspaceCanned *canned,
             gpointer                  user_data,
             GError                  **error)
{
  Fill *self = user_data;

  return check (self, cor_desk_db_run (self->db, "INSERT INTO canned (short_code, content, created_at, updated_at) VALUES (?, ?, ?, ?)", "ssii", canned->short_code, canned->content, self->now, self->now), error);
}

static char *
make_additional (const CorWorkspaceContact *contact)
{
  JsonObject *object = json_object_new ();
  char       *text;

  if (contact->company != NULL)
    json_object_set_string_member (object, "company_name", contact->company);
  if (contact->city != NULL)
    json_object_set_string_member (object, "city", contact->city);
  if (contact->country != NULL)
    json_object_set_string_member (object, "country", contact->country);
  if (contact->country_code != NULL)
    json_object_set_string_member (object, "country_code", contact->country_code);
  if (contact->description != NULL)
    json_object_set_string_member (object, "description", contact->description);
  text = cor_desk_json_object_text (object);
  json_object_unref (object);
  return text;
}

static gboolean
take_contact (const CorWorkspaceContact *contact,
              gpointer                   user_data,
              GError                   **error)
{
  Fill            *self = user_data;
  g_autofree char *additional = make_additional (contact);
  gint64           id;

  if (!cor_desk_db_run (self->db,
                        "INSERT INTO contacts (name, email, phone_number, identifier, additional, custom, blocked, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "ssssssdi", contact->name,
                        contact->email, contact->phone_number, contact->identifier, additional, or_empty (contact->custom_json), contact->blocked ? 1 : 0, contact->created_at))
    return check (self, FALSE, error);
  id = cor_desk_db_last_id (self->db);
  for (guint i = 0; contact->labels != NULL && contact->labels[i] != NULL; i++)
    cor_desk_db_run (self->db, "INSERT OR IGNORE INTO contact_labels (contact_id, title) VALUES (?, ?)", "is", id, contact->labels[i]);
  return check (self, TRUE, error);
}

static gboolean
take_note (const CorWorkspaceNote *note,
           gpointer                user_data,
           GError                **error)
{
  Fill *self = user_data;

  return check (self,
                cor_desk_db_run (self->db, "INSERT INTO notes (contact_id, agent_id, content, created_at, updated_at) VALUES (?, ?, ?, ?, ?)", "izsii", (gint64) note->contact,
                                 (gint64) note->author, note->content, note->created_at, note->created_at),
                error);
}

/* Writes down what the messages of the running conversation said about it */
static gboolean
end_conversation (Fill *self)
{
  Running *running = &self->running;
  gint64   waiting = running->status == COR_DESK_RESOLVED ? 0 : running->waiting_since;

  if (running->number == 0)
    return TRUE;
  return cor_desk_db_run (self->db, "UPDATE conversations SET last_activity_at = ?, updated_at = ?, first_reply_created_at = ?, waiting_since = ? WHERE id = ?", "iizzi",
                          running->last_activity_at, running->last_activity_at * G_USEC_PER_SEC, running->first_reply_at, waiting, (gint64) running->number) &&
         cor_desk_db_run (self->db, "UPDATE contacts SET last_activity_at = max (ifnull (last_activity_at, 0), ?) WHERE id = ?", "ii", running->last_activity_at, running->contact_id);
}

static gboolean
insert_conversation (Fill                           *self,
                     const CorWorkspaceConversation *conversation,
                     gint64                          contact_inbox_id)
{
  g_autofree char *uuid = g_uuid_string_random ();
  CorDeskStatus    status = COR_DESK_OPEN;
  int              priority = COR_DESK_NO_PRIORITY;

  cor_desk_status_parse (conversation->status, &status);
  cor_desk_priority_parse (conversation->priority, &priority);
  self->running = (Running){ .number = self->n_conversations, .inbox_id = conversation->inbox, .contact_id = conversation->contact, .last_activity_at = conversation->created_at, .status = (int) status };
  return cor_desk_db_run (self->db,
                          "INSERT INTO conversations (id, uuid, inbox_id, contact_id, contact_inbox_id, assignee_id, team_id, status, priority, created_at, updated_at, "
                          "last_activity_at, agent_last_seen_at, assignee_last_seen_at, contact_last_seen_at, snoozed_until, additional, custom) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif (?, -1), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          "isiiizzddiiiiiizss", (gint64) self->n_conversations, uuid, (gint64) conversation->inbox, (gint64) conversation->contact, contact_inbox_id,
                          (gint64) conversation->assignee, (gint64) conversation->team, (int) status, priority, conversation->created_at,
                          conversation->created_at * G_USEC_PER_SEC, conversation->created_at, conversation->agent_last_seen_at, conversation->agent_last_seen_at,
                          conversation->contact_last_seen_at, conversation->snoozed_until, or_empty (conversation->additional_json), or_empty (conversation->custom_json));
}

/* One source id names one contact in an inbox; the generator's is kept where it is still free. */
static gint64
find_place (Fill                           *self,
            const CorWorkspaceConversation *conversation)
{
  g_autofree char *generated = g_uuid_string_random ();
  g_autofree char *token = NULL;
  const char      *source_id = conversation->source_id;
  gint64           id = cor_desk_db_int (self->db, "SELECT id FROM contact_inboxes WHERE contact_id = ? AND inbox_id = ?", "ii", (gint64) conversation->contact, (gint64) conversation->inbox);

  if (id != 0)
    return id;
  if (source_id != NULL && cor_desk_db_int (self->db, "SELECT 1 FROM contact_inboxes WHERE inbox_id = ? AND source_id = ?", "is", (gint64) conversation->inbox, source_id))
    source_id = NULL;
  token = cor_desk_random_token (12);
  cor_desk_db_run (self->db, "INSERT INTO contact_inboxes (contact_id, inbox_id, source_id, pubsub_token, created_at) VALUES (?, ?, ?, ?, ?)", "iissi",
                   (gint64) conversation->contact, (gint64) conversation->inbox, source_id ? source_id : generated, token, conversation->created_at);
  return cor_desk_db_last_id (self->db);
}

static gboolean
take_conversation (const CorWorkspaceConversation *conversation,
                   gpointer                        user_data,
                   GError                        **error)
{
  Fill *self = user_data;

  self->n_conversations++;
  if (!end_conversation (self) || !insert_conversation (self, conversation, find_place (self, conversation)))
    return check (self, FALSE, error);
  for (guint i = 0; conversation->labels != NULL && conversation->labels[i] != NULL; i++)
    cor_desk_db_run (self->db, "INSERT OR IGNORE INTO conversation_labels (conversation_id, title) VALUES (?, ?)", "is", (gint64) self->n_conversations, conversation->labels[i]);
  if (conversation->assignee != 0)
    cor_desk_db_run (self->db, "INSERT OR IGNORE INTO participants (conversation_id, agent_id) SELECT ?, id FROM agents WHERE id = ? AND is_bot = 0", "ii", (gint64) self->n_conversations, (gint64) conversation->assignee);
  return check (self, cor_desk_payments_take (self->db, conversation), error);
}

static void
add_attachment (Fill                         *self,
                const CorWorkspaceAttachment *attachment)
{
  g_autofree char *key = cor_desk_random_token (14);
  gint64           size = attachment->content ? (gint64) g_bytes_get_size (attachment->content) : 0;
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);

  cor_desk_db_run (self->db, "INSERT INTO attachments (message_id, file_type, content_type, file_name, blob_key, size, content) VALUES (?, ?, ?, ?, ?, ?, ?)", "issssib",
                   cor_desk_db_last_id (self->db), attachment->file_type, attachment->content_type, attachment->file_name, key, size, attachment->content ? attachment->content : none);
}

static void
note_message (Running                   *running,
              const CorWorkspaceMessage *message)
{
  running->last_activity_at = MAX (running->last_activity_at, message->created_at);
  if (message->message_type == COR_DESK_INCOMING && running->waiting_since == 0)
    running->waiting_since = message->created_at;
  if (message->message_type != COR_DESK_OUTGOING || message->is_private || message->sender_kind != COR_WORKSPACE_SENDER_AGENT)
    return;
  running->waiting_since = 0;
  if (running->first_reply_at == 0)
    running->first_reply_at = message->created_at;
}

static gboolean
take_message (const CorWorkspaceMessage *message,
              gpointer                   user_data,
              GError                   **error)
{
  static const char *const senders[] = { NULL, "Contact", "User", "AgentBot" };
  Fill                    *self = user_data;
  gint64                   sender = message->sender_kind == COR_WORKSPACE_SENDER_CONTACT ? self->running.contact_id : (gint64) message->sender;

  if (message->conversation != self->running.number)
    {
      g_set_error (error, COR_DESK_DB_ERROR, 0, _ ("A message of conversation %u was told while conversation %u was running"), message->conversation, self->running.number);
      return FALSE;
    }
  note_message (&self->running, message);
  if (!cor_desk_db_run (self->db,
                        "INSERT INTO messages (conversation_id, inbox_id, message_type, content, content_type, content_attributes, private, status, source_id, sender_type, "
                        "sender_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        "iidsssdssszii", (gint64) message->conversation, self->running.inbox_id, message->message_type, message->content,
                        message->content_type ? message->content_type : "text", or_empty (message->content_attributes_json), message->is_private ? 1 : 0,
                        message->status ? message->status : "sent", message->source_id, senders[message->sender_kind],
                        message->sender_kind == COR_WORKSPACE_SENDER_NONE ? 0 : sender, message->created_at, message->created_at * G_USEC_PER_SEC))
    return check (self, FALSE, error);
  for (guint i = 0; i < message->n_attachments; i++)
    add_attachment (self, &message->attachments[i]);
  return check (self, TRUE, error);
}

static char *
make_array (const char *const *strings)
{
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = cor_desk_json_array_node (array);

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return cor_desk_json_text (node);
}

static gboolean
take_portal (const CorWorkspacePortal *portal,
             gpointer                  user_data,
             GError                  **error)
{
  Fill            *self = user_data;
  g_autofree char *locales = make_array (portal->locales);

  return check (self,
                cor_desk_db_run (self->db, "INSERT INTO portals (slug, name, page_title, color, default_locale, locales) VALUES (?, ?, ?, ?, ?, ?)", "ssssss", portal->slug, portal->name,
                                 portal->page_title, portal->color, portal->default_locale, locales),
                error);
}

static gboolean
take_category (const CorWorkspaceCategory *category,
               gpointer                    user_data,
               GError                    **error)
{
  Fill *self = user_data;

  return check (self,
                cor_desk_db_run (self->db, "INSERT INTO categories (portal_id, name, slug, locale, description, icon, position) VALUES (?, ?, ?, ?, ?, ?, ?)", "isssssd",
                                 (gint64) category->portal, category->name, category->slug, category->locale, category->description, category->icon, category->position),
                error);
}

static gboolean
take_article (const CorWorkspaceArticle *article,
              gpointer                   user_data,
              GError                   **error)
{
  Fill            *self = user_data;
  g_autofree char *tags = make_array (article->tags);

  return check (self,
                cor_desk_db_run (self->db,
                                 "INSERT INTO articles (portal_id, category_id, author_id, root_id, title, slug, content, description, status, locale, tags, position, views, "
                                 "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 "izzzsssssssddi", (gint64) article->portal, (gint64) article->category, (gint64) article->author, (gint64) article->root, article->title,
                                 article->slug, article->content, article->description, article->status, article->locale, tags, article->position, article->views, article->updated_at),
                error);
}

/* Things the desk has that the generator does not tell */
static void
add_extras (Fill *self)
{
  cor_desk_db_run (self->db, "INSERT INTO macros (name, visibility, agent_id, actions) SELECT 'Resolve as answered', 'global', id, "
                             "'[{\"action_name\":\"add_label\",\"action_params\":[\"answered\"]},{\"action_name\":\"resolve_conversation\",\"action_params\":[]}]' "
                             "FROM agents WHERE role = 'administrator' AND is_bot = 0 ORDER BY id LIMIT 1",
                   "");
  cor_desk_db_run (self->db, "INSERT INTO attribute_definitions (attribute_key, display_name, display_type, model, created_at) VALUES "
                             "('payment_reference', 'Payment reference', 'text', 'conversation_attribute', ?1), ('kyc_state', 'Verification', 'text', 'contact_attribute', ?1)",
                   "i", self->now);
  cor_desk_db_run (self->db, "INSERT INTO notifications (agent_id, kind, conversation_id, created_at, last_activity_at) "
                             "SELECT c.assignee_id, 'conversation_assignment', c.id, c.created_at, c.last_activity_at FROM conversations c JOIN agents a ON a.id = c.assignee_id "
                             "WHERE a.is_bot = 0 AND c.status = 0 ORDER BY c.last_activity_at DESC LIMIT 60",
                   "");
}

static void
save_meta (Fill                      *self,
           const CorWorkspaceOptions *options)
{
  g_autofree char *seed = g_strdup_printf ("%u", options->seed);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, options->now);
  g_autofree char *cache = g_strdup_printf ("%" G_GINT64_FORMAT, options->now * 1000);

  cor_desk_db_run (self->db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('seed', ?1), ('now', ?2), ('filled', '1'), ('cache-label', ?3), ('cache-inbox', ?3), ('cache-team', ?3)",
                   "sss", seed, now, cache);
}

/* A first start that was killed half way left a part: begin again. */
static gboolean
clear (CorDeskDb *db)
{
  static const char *const statements[] = {
    "DELETE FROM agents", "DELETE FROM teams", "DELETE FROM team_members", "DELETE FROM inboxes", "DELETE FROM inbox_members", "DELETE FROM labels", "DELETE FROM canned",
    "DELETE FROM contacts", "DELETE FROM contact_labels", "DELETE FROM contact_inboxes", "DELETE FROM notes", "DELETE FROM conversations", "DELETE FROM conversation_labels",
    "DELETE FROM participants", "DELETE FROM messages", "DELETE FROM attachments", "DELETE FROM portals", "DELETE FROM categories", "DELETE FROM articles",
    "DROP TABLE IF EXISTS payments", "DELETE FROM sqlite_sequence"
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!cor_desk_db_run (db, statements[i], ""))
      return FALSE;
  return TRUE;
}

/**
 * cor_desk_fill_with:
 * @db: the database
 * @options: what the workspace shall be
 * @generate: who tells it
 * @error: what went wrong
 *
 * Fills an empty database; one that is filled stays as it is. Nothing but the running conversation
 * is held in memory.
 *
 * Returns: whether there is a workspace now
 */
gboolean
cor_desk_fill_with (CorDeskDb                 *db,
                    const CorWorkspaceOptions *options,
                    CorDeskFillFunc            generate,
                    GError                   **error)
{
  Fill                   self = { .db = db, .now = options->now };
  const CorWorkspaceSink sink = {
    &self, take_agent, take_team, take_inbox, take_label, take_canned, take_contact, take_note, take_conversation, take_message, take_portal, take_category, take_article
  };

  if (cor_desk_db_int (db, "SELECT 1 FROM meta WHERE key = 'filled'", "") == 1)
    {
      /* of a version that had no payments */
      if (cor_desk_payments_prepare (db, options->now))
        return TRUE;
      cor_desk_db_set_error (db, error);
      return FALSE;
    }
  if (!cor_desk_db_begin (db) || !clear (db) || !cor_desk_payments_prepare (db, options->now))
    {
      cor_desk_db_set_error (db, error);
      return FALSE;
    }
  if (!generate (options, &sink, error))
    {
      cor_desk_db_rollback (db);
      return FALSE;
    }
  end_conversation (&self);
  add_extras (&self);
  save_meta (&self, options);
  if (cor_desk_db_commit (db))
    return TRUE;
  cor_desk_db_set_error (db, error);
  return FALSE;
}

/**
 * cor_desk_fill:
 * @db: the database
 * @options: what the workspace shall be
 * @error: what went wrong
 *
 * Returns: whether there is a workspace now
 */
gboolean
cor_desk_fill (CorDeskDb                 *db,
               const CorWorkspaceOptions *options,
               GError                   **error)
{
  return cor_desk_fill_with (db, options, cor_workspace_generate, error);
}
