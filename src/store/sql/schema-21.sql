-- SPDX-License-Identifier: GPL-3.0-or-later
-- The payments that a conversation names, a row each: unfolded once, when its attributes change, and found by their
-- reference without reading every conversation.

-- payment_refs is a list of references or of objects {reference, role}; payment_reference, which some desks have, is one.
CREATE VIEW conversation_naming (conversation, reference, role) AS
SELECT c.id,
       CASE r.type WHEN 'object' THEN json_extract(r.value, '$.reference') ELSE r.value END,
       CASE r.type WHEN 'object' THEN json_extract(r.value, '$.role') END
FROM conversation AS c, json_each(CASE WHEN json_valid(c.attributes_json) THEN c.attributes_json ELSE '{}' END, '$.payment_refs') AS r
WHERE r.type IN ('text', 'object')
UNION ALL
SELECT c.id, json_extract(c.attributes_json, '$.payment_reference'), NULL
FROM conversation AS c
WHERE json_valid(c.attributes_json);

CREATE TABLE conversation_payment (
  conversation INTEGER NOT NULL,
  reference TEXT NOT NULL,
  role TEXT, -- as the desk has it, or NULL
  PRIMARY KEY (conversation, reference)
) WITHOUT ROWID;
CREATE INDEX conversation_payment_by_reference ON conversation_payment (reference);

CREATE TRIGGER conversation_payment_came AFTER INSERT ON conversation WHEN instr (NEW.attributes_json, 'payment_ref') > 0 BEGIN
  INSERT INTO conversation_payment (conversation, reference, role)
  SELECT conversation, reference, max(role) FROM conversation_naming WHERE conversation = NEW.id AND reference IS NOT NULL GROUP BY reference;
END;
CREATE TRIGGER conversation_payment_changed AFTER UPDATE OF attributes_json ON conversation WHEN NEW.attributes_json IS NOT OLD.attributes_json BEGIN
  DELETE FROM conversation_payment WHERE conversation = NEW.id;
  INSERT INTO conversation_payment (conversation, reference, role)
  SELECT conversation, reference, max(role) FROM conversation_naming WHERE conversation = NEW.id AND reference IS NOT NULL GROUP BY reference;
END;
CREATE TRIGGER conversation_payment_went AFTER DELETE ON conversation BEGIN
  DELETE FROM conversation_payment WHERE conversation = OLD.id;
END;

INSERT INTO conversation_payment (conversation, reference, role)
SELECT conversation, reference, max(role) FROM conversation_naming WHERE reference IS NOT NULL GROUP BY conversation, reference;
DROP INDEX conversation_payments;
