-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which payment is meant in a conversation that several fit, and which ones the agent watches.

CREATE TABLE payment_choice (
  conversation INTEGER PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
  reference TEXT NOT NULL
);

CREATE TABLE payment_watch (
  reference TEXT PRIMARY KEY, -- as services know it
  conversation INTEGER REFERENCES conversation ON DELETE SET NULL, -- where it was asked for; NULL: nowhere
  since INTEGER NOT NULL,
  asked_at INTEGER NOT NULL DEFAULT 0, -- when the services were asked for it last
  known TEXT, -- how it stood then; NULL: nobody has said
  was TEXT, -- how it stood before what is new
  changed_at INTEGER NOT NULL DEFAULT 0, -- 0: the agent has seen how it stands
  is_told INTEGER NOT NULL DEFAULT 0 -- she was notified
) WITHOUT ROWID;
CREATE INDEX payment_watch_conversation ON payment_watch (conversation);
-- Nothing of an account outlives it here.
CREATE TRIGGER payment_watch_went BEFORE DELETE ON account BEGIN
  DELETE FROM payment_watch
  WHERE conversation IN (SELECT id FROM conversation WHERE account = OLD.id)
     OR (conversation IS NULL AND NOT EXISTS (SELECT 1 FROM account WHERE id <> OLD.id));
END;
