-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reply templates. Lists are one entry a line.

CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER REFERENCES account ON DELETE CASCADE,
  source TEXT NOT NULL, -- pack:ID, account, own
  name TEXT NOT NULL, -- the template's id as its source has it
  title TEXT NOT NULL,
  purpose TEXT,
  category TEXT,
  tags TEXT,
  channels TEXT NOT NULL,
  shortcut TEXT,
  requires TEXT,
  intent TEXT,
  owner TEXT,
  review TEXT, -- the day
  source_locale TEXT
);
CREATE UNIQUE INDEX template_by_name ON template (name, source, ifnull(account, 0));
CREATE INDEX template_by_account ON template (account);

CREATE TABLE template_variant (
  template INTEGER NOT NULL REFERENCES template ON DELETE CASCADE,
  locale TEXT NOT NULL,
  register INTEGER NOT NULL,
  position INTEGER NOT NULL, -- as the source has them in order
  text TEXT NOT NULL,
  state TEXT NOT NULL, -- draft, approved, retired
  reviewer TEXT,
  reviewed_at INTEGER NOT NULL DEFAULT 0,
  source_digest TEXT, -- of the source text that this one was written after
  PRIMARY KEY (template, locale, register)
) WITHOUT ROWID;

-- Values for trying templates.
CREATE TABLE template_sample (
  source TEXT NOT NULL,
  locale TEXT NOT NULL, -- '*': where a language has no other
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (source, locale, name)
) WITHOUT ROWID;
