-- SPDX-License-Identifier: GPL-3.0-or-later
-- Machine translation: who is asked, what was asked and answered, in which languages, and what a translated reply says in
-- the language of who wrote it. Languages are BCP 47.

-- One row: what the agent chose.
CREATE TABLE translator (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT, -- libretranslate, apertium; NULL: none
  url TEXT,
  ca_file TEXT,
  has_key INTEGER NOT NULL DEFAULT 0 -- the key itself is in the Secret Service
);
INSERT INTO translator (id) VALUES (1);

-- own: the agent reads it; always: translated as it comes; others: when asked for.
CREATE TABLE translation_language (
  language TEXT PRIMARY KEY, -- the primary language alone
  mode TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE translation (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL, -- SHA-256 of the text
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  service TEXT NOT NULL, -- kind and address
  state TEXT NOT NULL,   -- wanted, done, failed
  text TEXT,             -- NULL once it is done: what was asked stands in its message
  names TEXT,            -- one a line: they are not sent
  result TEXT,
  error_code INTEGER NOT NULL DEFAULT -1,
  error_text TEXT,
  at INTEGER NOT NULL, -- when it was asked for, then when it was answered
  UNIQUE (digest, source, target, service)
);
CREATE INDEX translation_wanted ON translation (id) WHERE state = 'wanted';

-- What a reply was before it was translated, by the uuid that its intent and its message share.
CREATE TABLE reply_original (
  uuid TEXT PRIMARY KEY,
  language TEXT,
  text TEXT NOT NULL,
  service TEXT
) WITHOUT ROWID;
CREATE TRIGGER reply_original_went AFTER DELETE ON message WHEN OLD.uuid IS NOT NULL BEGIN
  DELETE FROM reply_original WHERE uuid = OLD.uuid AND NOT EXISTS (SELECT 1 FROM message WHERE uuid = OLD.uuid);
END;
-- Nothing of an account outlives it here; what others had is asked for again.
CREATE TRIGGER translation_went AFTER DELETE ON account BEGIN
  DELETE FROM translation;
END;
