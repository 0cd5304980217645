-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The Corridor authors
--
-- The state of the sandbox. Times are seconds since the epoch; updated_at of conversations and
-- messages is microseconds, since the service shows fractions of a second there.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE agents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, display_name TEXT, email TEXT, role TEXT NOT NULL, availability TEXT NOT NULL,
  is_bot INTEGER NOT NULL DEFAULT 0, auto_offline INTEGER NOT NULL DEFAULT 0,
  message_signature TEXT, ui_settings TEXT NOT NULL DEFAULT '{}',
  token TEXT UNIQUE, pubsub_token TEXT UNIQUE, notification_settings TEXT);

CREATE TABLE teams (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, description TEXT);
CREATE TABLE team_members (team_id INTEGER NOT NULL, agent_id INTEGER NOT NULL, PRIMARY KEY (team_id, agent_id)) WITHOUT ROWID;

CREATE TABLE inboxes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, channel_type TEXT NOT NULL, email TEXT, phone_number TEXT, provider TEXT, medium TEXT,
  timezone TEXT, additional TEXT);
CREATE TABLE inbox_members (inbox_id INTEGER NOT NULL, agent_id INTEGER NOT NULL, PRIMARY KEY (inbox_id, agent_id)) WITHOUT ROWID;
CREATE INDEX inbox_members_agent ON inbox_members (agent_id, inbox_id);

CREATE TABLE labels (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL UNIQUE, description TEXT, color TEXT, show_on_sidebar INTEGER NOT NULL DEFAULT 1);

CREATE TABLE canned (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  short_code TEXT NOT NULL, content TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, email TEXT, phone_number TEXT, identifier TEXT, additional TEXT NOT NULL DEFAULT '{}',
  custom TEXT NOT NULL DEFAULT '{}', blocked INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL,
  last_activity_at INTEGER);
CREATE UNIQUE INDEX contacts_email ON contacts (lower (email)) WHERE email IS NOT NULL;
CREATE UNIQUE INDEX contacts_phone ON contacts (phone_number) WHERE phone_number IS NOT NULL;
CREATE UNIQUE INDEX contacts_identifier ON contacts (identifier) WHERE identifier IS NOT NULL;
CREATE INDEX contacts_activity ON contacts (last_activity_at);
CREATE TABLE contact_labels (contact_id INTEGER NOT NULL, title TEXT NOT NULL, PRIMARY KEY (contact_id, title)) WITHOUT ROWID;
CREATE TABLE contact_inboxes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL, inbox_id INTEGER NOT NULL, source_id TEXT NOT NULL, pubsub_token TEXT NOT NULL,
  created_at INTEGER NOT NULL, UNIQUE (inbox_id, source_id));
CREATE INDEX contact_inboxes_contact ON contact_inboxes (contact_id, inbox_id);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL, agent_id INTEGER, content TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE INDEX notes_contact ON notes (contact_id, created_at);

CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL, inbox_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, contact_inbox_id INTEGER NOT NULL,
  assignee_id INTEGER, team_id INTEGER, status INTEGER NOT NULL DEFAULT 0, priority INTEGER,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, last_activity_at INTEGER NOT NULL,
  agent_last_seen_at INTEGER NOT NULL DEFAULT 0, assignee_last_seen_at INTEGER NOT NULL DEFAULT 0,
  contact_last_seen_at INTEGER NOT NULL DEFAULT 0, first_reply_created_at INTEGER, waiting_since INTEGER,
  snoozed_until INTEGER, additional TEXT NOT NULL DEFAULT '{}', custom TEXT NOT NULL DEFAULT '{}', draft TEXT);
CREATE INDEX conversations_activity ON conversations (last_activity_at);
CREATE INDEX conversations_status ON conversations (status, last_activity_at);
CREATE INDEX conversations_created ON conversations (created_at);
CREATE INDEX conversations_updated ON conversations (updated_at);
CREATE INDEX conversations_contact ON conversations (contact_id);
CREATE INDEX conversations_assignee ON conversations (assignee_id, last_activity_at);
-- the counts of a list are read from this alone
CREATE INDEX conversations_counts ON conversations (status, inbox_id, assignee_id);
CREATE INDEX conversations_snoozed ON conversations (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE TABLE conversation_labels (
  conversation_id INTEGER NOT NULL, title TEXT NOT NULL, PRIMARY KEY (conversation_id, title)) WITHOUT ROWID;
CREATE INDEX conversation_labels_title ON conversation_labels (title, conversation_id);
CREATE TABLE participants (
  conversation_id INTEGER NOT NULL, agent_id INTEGER NOT NULL, PRIMARY KEY (conversation_id, agent_id)) WITHOUT ROWID;
CREATE TABLE mentions (
  conversation_id INTEGER NOT NULL, agent_id INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, agent_id)) WITHOUT ROWID;

CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL, inbox_id INTEGER NOT NULL, message_type INTEGER NOT NULL, content TEXT,
  content_type TEXT NOT NULL DEFAULT 'text', content_attributes TEXT NOT NULL DEFAULT '{}',
  additional TEXT NOT NULL DEFAULT '{}', private INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL DEFAULT 'sent',
  source_id TEXT, sender_type TEXT, sender_id INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  delivery_due INTEGER);
CREATE INDEX messages_conversation ON messages (conversation_id, id);
CREATE INDEX messages_conversation_time ON messages (conversation_id, created_at, id);
CREATE INDEX messages_unread ON messages (conversation_id, created_at) WHERE message_type = 0;
CREATE INDEX messages_created ON messages (created_at);
CREATE INDEX messages_due ON messages (delivery_due) WHERE delivery_due IS NOT NULL;
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id INTEGER, file_type TEXT NOT NULL, content_type TEXT NOT NULL, file_name TEXT NOT NULL,
  blob_key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, content BLOB NOT NULL);
CREATE INDEX attachments_message ON attachments (message_id);

CREATE TABLE notifications (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agent_id INTEGER NOT NULL, kind TEXT NOT NULL, conversation_id INTEGER NOT NULL, message_id INTEGER, actor_id INTEGER,
  read_at INTEGER, snoozed_until INTEGER, created_at INTEGER NOT NULL, last_activity_at INTEGER NOT NULL);
CREATE INDEX notifications_agent ON notifications (agent_id, last_activity_at);
CREATE INDEX notifications_conversation ON notifications (conversation_id);

CREATE TABLE portals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, page_title TEXT, color TEXT, default_locale TEXT NOT NULL, locales TEXT NOT NULL);
CREATE TABLE categories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  portal_id INTEGER NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, locale TEXT NOT NULL, description TEXT, icon TEXT,
  position INTEGER NOT NULL);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  portal_id INTEGER NOT NULL, category_id INTEGER, author_id INTEGER, root_id INTEGER, title TEXT NOT NULL, slug TEXT NOT NULL,
  content TEXT NOT NULL, description TEXT, status TEXT NOT NULL, locale TEXT NOT NULL, tags TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL, views INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE INDEX articles_portal ON articles (portal_id, locale, updated_at);
CREATE INDEX articles_root ON articles (root_id);

CREATE TABLE macros (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, visibility TEXT NOT NULL, agent_id INTEGER NOT NULL, actions TEXT NOT NULL);
CREATE TABLE custom_filters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agent_id INTEGER NOT NULL, name TEXT NOT NULL, filter_type TEXT NOT NULL, query TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
CREATE TABLE attribute_definitions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  attribute_key TEXT NOT NULL, display_name TEXT NOT NULL, display_type TEXT NOT NULL, attribute_values TEXT NOT NULL DEFAULT '[]',
  description TEXT, model TEXT NOT NULL, created_at INTEGER NOT NULL);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, agent_id INTEGER, conversation_id INTEGER, contact_id INTEGER,
  message_id INTEGER, client_message_id TEXT, echo_id TEXT, content TEXT, private INTEGER);
CREATE INDEX journal_client ON journal (client_message_id) WHERE client_message_id IS NOT NULL;
