-- SPDX-License-Identifier: GPL-3.0-or-later
-- Articles, and how far what the search holds in memory is behind them.

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER REFERENCES account ON DELETE CASCADE,
  source TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  locale TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  questions TEXT,
  tags TEXT,
  category TEXT,
  url TEXT,
  audience TEXT NOT NULL DEFAULT 'public',
  updated_at INTEGER NOT NULL DEFAULT 0,
  -- what the search compares, and by which version of it that was made
  terms TEXT NOT NULL,
  terms_version TEXT NOT NULL,
  -- ascends with every change of any article
  revision INTEGER NOT NULL
);

CREATE UNIQUE INDEX article_by_remote ON article (ifnull(account, 0), source, remote_id);
CREATE INDEX article_by_account ON article (account);
CREATE INDEX article_by_revision ON article (revision);

-- One row. A removed article leaves no revision behind: the epoch says that all has to be read again.
CREATE TABLE article_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  epoch INTEGER NOT NULL
);
INSERT INTO article_state VALUES (1, 0, 0);

CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
  UPDATE article_state SET epoch = epoch + 1;
END;
