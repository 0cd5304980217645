-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a reply was made of: articles, templates. A draft keeps its sources as a JSON array of objects with kind, id, version,
-- locale and text (as it was inserted), an intent in its payload, the reply that was accepted as rows.

ALTER TABLE draft ADD COLUMN sources TEXT;

CREATE TABLE reply_source (
  message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,
  kind TEXT NOT NULL,      -- 'article', 'template'
  source_id TEXT NOT NULL, -- the same on every machine: an article's slug
  version TEXT NOT NULL,   -- of what the writer had before her eyes, '' unknown
  locale TEXT NOT NULL,    -- '' unknown
  at INTEGER NOT NULL,     -- when the desk accepted the reply
  PRIMARY KEY (message, kind, source_id, version, locale)
) WITHOUT ROWID;
CREATE INDEX reply_source_by_source ON reply_source (kind, source_id, message);

-- However a reply is found to be accepted (the answer, a push, a pull), its sources come with that.
CREATE TRIGGER intent_reply_done AFTER UPDATE OF state ON intent
WHEN new.state = 'done' AND old.state <> 'done' AND new.kind = 'reply' BEGIN
  INSERT OR IGNORE INTO reply_source (message, kind, source_id, version, locale, at)
  SELECT m.id, s.value ->> 'kind', s.value ->> 'id', ifnull(s.value ->> 'version', ''), ifnull(s.value ->> 'locale', ''), new.updated_at
  FROM message m, json_each(new.payload, '$.sources') s
  WHERE m.id = new.message;
END;

-- How often something was used, to be joined by (kind, source_id): replies, and those of conversations that are resolved (3) now.
CREATE VIEW source_use AS
SELECT s.kind, s.source_id, count(DISTINCT s.message) AS n_replies,
       count(DISTINCT iif(c.status = 3, s.message, NULL)) AS n_resolved, max(s.at) AS last_at
FROM reply_source s
JOIN message m ON m.id = s.message
JOIN conversation c ON c.id = m.conversation
WHERE NOT m.is_deleted
GROUP BY s.kind, s.source_id;
