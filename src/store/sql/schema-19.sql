-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files of drafts, and of replies that are not delivered yet. Their bytes lie in the profile's folder "files" under their
-- digest, once, however often they are attached.

CREATE TABLE outgoing_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- ascends in their order
  conversation INTEGER NOT NULL,        -- no reference: as a draft, it outlives its conversation
  is_private INTEGER NOT NULL,
  uuid TEXT,                            -- of the reply; NULL: of the draft
  digest TEXT NOT NULL,                 -- SHA-256, in hexadecimal digits
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL                 -- bytes
);
CREATE INDEX outgoing_file_of_draft ON outgoing_file (conversation, is_private) WHERE uuid IS NULL;
CREATE INDEX outgoing_file_of_reply ON outgoing_file (uuid) WHERE uuid IS NOT NULL;
CREATE INDEX outgoing_file_digest ON outgoing_file (digest);

-- However a reply is found to be accepted: the server has its files now.
CREATE TRIGGER outgoing_file_delivered AFTER UPDATE OF state ON intent WHEN new.state = 'done' AND old.state <> 'done' BEGIN
  DELETE FROM outgoing_file WHERE uuid = new.uuid;
END;
CREATE TRIGGER outgoing_file_reply_went AFTER DELETE ON intent BEGIN
  DELETE FROM outgoing_file WHERE uuid = old.uuid;
END;
CREATE TRIGGER outgoing_file_draft_went AFTER DELETE ON draft BEGIN
  DELETE FROM outgoing_file WHERE conversation = old.conversation AND is_private = old.is_private AND uuid IS NULL;
END;
