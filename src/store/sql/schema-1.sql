-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are seconds since the epoch unless the name says otherwise. Enumerations are those of domain/.

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  origin TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  name TEXT,
  agent_id TEXT,
  agent_name TEXT,
  agent_email TEXT,
  ca_file TEXT,
  sync_state INTEGER NOT NULL DEFAULT 5,
  sync_since INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL DEFAULT 0,
  last_pass_at INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  error_code INTEGER NOT NULL DEFAULT -1,
  error_text TEXT,
  UNIQUE (origin, remote_id)
);

-- What the agent set for an account.
CREATE TABLE setting (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (account, key)
) WITHOUT ROWID;

-- How far the sync engine has read.
CREATE TABLE mark (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (account, key)
) WITHOUT ROWID;

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  name TEXT,
  address TEXT,
  channel INTEGER NOT NULL,
  UNIQUE (account, remote_id)
);

CREATE TABLE agent (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  name TEXT,
  email TEXT,
  availability TEXT,
  is_administrator INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, remote_id)
);

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  name TEXT,
  is_member INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, remote_id)
);

CREATE TABLE label (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  title TEXT NOT NULL,
  description TEXT,
  color TEXT,
  PRIMARY KEY (account, title)
) WITHOUT ROWID;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  name TEXT,
  email TEXT,
  phone TEXT,
  identifier TEXT,
  company TEXT,
  city TEXT,
  country TEXT,
  country_code TEXT,
  description TEXT,
  attributes_json TEXT,
  created_at INTEGER NOT NULL DEFAULT 0,
  last_activity_at INTEGER NOT NULL DEFAULT 0,
  is_blocked INTEGER NOT NULL DEFAULT 0,
  tier TEXT,
  search_key TEXT NOT NULL DEFAULT '', -- folded: name, company, addresses, digits of the phone number
  UNIQUE (account, remote_id)
);

-- Only what the server said; what the agent asked for and the server has not confirmed lies in intent.
CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  inbox INTEGER,
  customer INTEGER,
  status INTEGER NOT NULL DEFAULT 0,
  priority INTEGER NOT NULL DEFAULT 0,
  assignee_id TEXT,
  team_id TEXT,
  labels TEXT NOT NULL DEFAULT '', -- titles, one a line
  subject TEXT,
  attributes_json TEXT,
  snoozed_until INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  last_activity_at INTEGER NOT NULL DEFAULT 0,
  waiting_since INTEGER NOT NULL DEFAULT 0,
  first_reply_at INTEGER NOT NULL DEFAULT 0,
  agent_seen_at INTEGER NOT NULL DEFAULT 0,
  updated_at_us INTEGER NOT NULL DEFAULT 0,
  sla_first_reply INTEGER NOT NULL DEFAULT 0,
  sla_next_reply INTEGER NOT NULL DEFAULT 0,
  unread_count INTEGER NOT NULL DEFAULT 0,
  can_reply INTEGER NOT NULL DEFAULT 1,
  is_gone INTEGER NOT NULL DEFAULT 0,      -- lost on the server; kept for an unsent reply only
  is_mentioned INTEGER NOT NULL DEFAULT 0, -- a note names the agent, not read since
  newest_ordinal INTEGER NOT NULL DEFAULT 0, -- the newest message that the server told of
  synced_to INTEGER NOT NULL DEFAULT 0,    -- history is here without a gap up to this ordinal …
  synced_from INTEGER NOT NULL DEFAULT -1, -- … and from this one on; 0: from the first, -1: nothing read yet
  history_wanted INTEGER NOT NULL DEFAULT 0, -- the agent asked for what lies before synced_from
  n_messages INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, remote_id)
);
CREATE INDEX conversation_customer ON conversation (customer);
CREATE INDEX conversation_unread_history ON conversation (account, last_activity_at DESC)
  WHERE newest_ordinal > synced_to OR synced_from < 0 OR history_wanted;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
  remote_id TEXT, -- NULL: only here so far
  ordinal INTEGER,
  kind INTEGER NOT NULL,
  sender_kind INTEGER NOT NULL DEFAULT 0,
  sender_id TEXT,
  sender_name TEXT,
  content TEXT,
  full_content TEXT,
  subject TEXT,
  uuid TEXT,
  error TEXT,
  in_reply_to TEXT,
  delivery INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  is_private INTEGER NOT NULL DEFAULT 0,
  is_deleted INTEGER NOT NULL DEFAULT 0,
  is_duplicate INTEGER NOT NULL DEFAULT 0,
  rating INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX message_remote ON message (account, remote_id) WHERE remote_id IS NOT NULL;
CREATE INDEX message_uuid ON message (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX message_timeline ON message (conversation, created_at, ordinal);

CREATE TABLE attachment (
  message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  file_name TEXT,
  content_type TEXT,
  kind TEXT,
  url TEXT,
  size INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (message, remote_id)
) WITHOUT ROWID;

CREATE TABLE draft (
  conversation INTEGER NOT NULL, -- no reference: a draft outlives its conversation
  is_private INTEGER NOT NULL,
  text TEXT NOT NULL,
  caret INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (conversation, is_private)
) WITHOUT ROWID;

CREATE TABLE intent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  conversation INTEGER NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL, -- JSON
  state TEXT NOT NULL,
  hold TEXT NOT NULL DEFAULT 'none',
  detail TEXT,
  message INTEGER,                     -- its bubble
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL,         -- undo, or the wait after a refusal
  floor INTEGER NOT NULL DEFAULT 0,
  base_status INTEGER,                 -- what the agent saw on writing
  base_assignee TEXT,
  from_offline INTEGER NOT NULL DEFAULT 0,
  is_confirmed INTEGER NOT NULL DEFAULT 0,
  is_time_bound INTEGER NOT NULL DEFAULT 0,
  is_restarted INTEGER NOT NULL DEFAULT 0, -- the undo countdown was, once, for a further message
  is_doubted INTEGER NOT NULL DEFAULT 0,   -- refused with words, but it may have been stored before
  attempts INTEGER NOT NULL DEFAULT 0,
  checks INTEGER NOT NULL DEFAULT 0,       -- times it was looked for in vain since the last attempt
  uncertain_since_ms INTEGER NOT NULL DEFAULT 0, -- milliseconds: when the last byte may have left
  check_asked INTEGER NOT NULL DEFAULT 0,
  remote_id TEXT
);
CREATE INDEX intent_open ON intent (account, conversation, id)
  WHERE state NOT IN ('done', 'failed', 'cancelled');
CREATE INDEX intent_failed ON intent (conversation) WHERE state = 'failed';

-- What lists show: the conversation with what is queued over it. Derived; made again by
-- cor_projection_refresh() for every conversation a transaction touched.
CREATE TABLE thread (
  id INTEGER PRIMARY KEY, -- the conversation's
  account INTEGER NOT NULL,
  customer INTEGER,
  channel INTEGER NOT NULL,
  views INTEGER NOT NULL,
  status INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  assignee_id TEXT,
  labels TEXT NOT NULL,
  last_activity_at INTEGER NOT NULL,
  due_at INTEGER, -- NULL: nothing
  waiting_since INTEGER NOT NULL,
  snoozed_until INTEGER NOT NULL,
  unread_count INTEGER NOT NULL,
  snippet TEXT,
  snippet_flags INTEGER NOT NULL DEFAULT 0,
  n_waiting INTEGER NOT NULL DEFAULT 0,
  n_needing INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX thread_activity ON thread (last_activity_at DESC, id, views, channel);
CREATE INDEX thread_due ON thread (due_at, id, views, channel) WHERE due_at IS NOT NULL;
CREATE INDEX thread_customer ON thread (customer);

CREATE TABLE thread_label (
  title TEXT NOT NULL,
  thread INTEGER NOT NULL REFERENCES thread ON DELETE CASCADE,
  PRIMARY KEY (title, thread)
) WITHOUT ROWID;
CREATE INDEX thread_label_thread ON thread_label (thread);

CREATE TABLE counter (
  key TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  n_unread INTEGER NOT NULL
) WITHOUT ROWID;

-- What changed, for this process and the others; trimmed when idle.
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL, -- 0 a place in lists, 1 a timeline, 2 topics
  row INTEGER NOT NULL,
  old_activity_at INTEGER,
  new_activity_at INTEGER,
  old_due_at INTEGER,
  new_due_at INTEGER,
  old_views INTEGER,
  new_views INTEGER,
  channel INTEGER,
  labels_changed INTEGER
);
