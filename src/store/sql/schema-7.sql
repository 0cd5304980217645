-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where reference rates are fetched from: one row.

CREATE TABLE rate_source (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  service TEXT, -- NULL: nobody chose
  url TEXT,
  ca_file TEXT,
  has_history INTEGER NOT NULL DEFAULT 0,
  asked_at INTEGER NOT NULL DEFAULT 0,
  error TEXT
);
INSERT INTO rate_source (id) VALUES (1);
