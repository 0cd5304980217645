-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was answered with what, and what was learned from it. Nothing of it leaves this machine.

CREATE TABLE example (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  target TEXT NOT NULL, -- what translations of the answer share (article.slug)
  text TEXT NOT NULL,   -- what was asked, secrets masked
  message INTEGER REFERENCES message ON DELETE CASCADE, -- the reply that answered; NULL: imported
  at INTEGER NOT NULL,
  UNIQUE (target, text)
);
CREATE INDEX example_by_message ON example (message) WHERE message IS NOT NULL;

-- Replies that were looked at for their question.
CREATE TABLE example_reply (
  message INTEGER PRIMARY KEY REFERENCES message ON DELETE CASCADE
);

-- One row. The stamp is another one after each learning.
CREATE TABLE learned (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stamp INTEGER NOT NULL,
  n_examples INTEGER NOT NULL,
  n_targets INTEGER NOT NULL,
  last_example INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  model BLOB -- NULL: there was nothing to learn from
);
