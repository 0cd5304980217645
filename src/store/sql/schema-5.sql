-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE intent ADD COLUMN base_priority INTEGER; -- NULL: not known, by an earlier version

-- Who types where, as the service told; rows are good for moments only.
CREATE TABLE typing (
  conversation INTEGER NOT NULL REFERENCES conversation ON DELETE CASCADE,
  name TEXT NOT NULL,
  is_private INTEGER NOT NULL, -- a note for colleagues
  until INTEGER NOT NULL,
  PRIMARY KEY (conversation, name)
) WITHOUT ROWID;

-- What the agent has before her in each window, for the engine that may run in another process.
CREATE TABLE attention (
  id INTEGER PRIMARY KEY, -- ascends: the row written last has the largest
  process TEXT NOT NULL UNIQUE,
  conversation INTEGER NOT NULL, -- open on the screen; 0 none
  typing TEXT NOT NULL,
  typing_until_ms INTEGER NOT NULL, -- milliseconds since the epoch
  changed_at INTEGER NOT NULL
);
