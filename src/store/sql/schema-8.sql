-- SPDX-License-Identifier: GPL-3.0-or-later
-- What of messages and customers the search compares. text/ makes the terms; FTS5 only splits them at blanks. A document
-- number ascends with time and is never used twice: what was changed or removed leaves its number behind, with row 0.

CREATE VIRTUAL TABLE message_words USING fts5 (
  terms, content = '', detail = none, columnsize = 0, tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\]^_`{|}~'"
);
CREATE TABLE message_doc (
  doc INTEGER PRIMARY KEY,
  row INTEGER NOT NULL
);
CREATE INDEX message_doc_row ON message_doc (row) WHERE row > 0;
CREATE INDEX message_doc_dead ON message_doc (doc) WHERE row = 0;
-- In how many documents a term is; those changed since are counted too.
CREATE TABLE message_term (
  kind INTEGER NOT NULL, -- 0 word, 1 code, 2 one or two signs
  term TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (kind, term)
) WITHOUT ROWID;
CREATE TABLE message_todo (row INTEGER PRIMARY KEY);

CREATE TRIGGER message_came AFTER INSERT ON message BEGIN
  INSERT INTO message_todo SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM message_todo WHERE row = NEW.id);
END;
CREATE TRIGGER message_changed AFTER UPDATE OF content, full_content, subject, is_deleted, created_at ON message
WHEN OLD.content IS NOT NEW.content OR OLD.full_content IS NOT NEW.full_content OR OLD.subject IS NOT NEW.subject
  OR OLD.is_deleted <> NEW.is_deleted OR OLD.created_at <> NEW.created_at
BEGIN
  UPDATE message_doc SET row = 0 WHERE row = NEW.id AND row > 0;
  INSERT INTO message_todo SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM message_todo WHERE row = NEW.id);
END;
CREATE TRIGGER message_went AFTER DELETE ON message BEGIN
  UPDATE message_doc SET row = 0 WHERE row = OLD.id AND row > 0;
  DELETE FROM message_todo WHERE row = OLD.id;
END;

CREATE VIRTUAL TABLE customer_words USING fts5 (
  terms, content = '', detail = none, columnsize = 0, tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\]^_`{|}~'"
);
CREATE TABLE customer_doc (
  doc INTEGER PRIMARY KEY,
  row INTEGER NOT NULL
);
CREATE INDEX customer_doc_row ON customer_doc (row) WHERE row > 0;
CREATE INDEX customer_doc_dead ON customer_doc (doc) WHERE row = 0;
CREATE TABLE customer_term (
  kind INTEGER NOT NULL,
  term TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (kind, term)
) WITHOUT ROWID;
CREATE TABLE customer_todo (row INTEGER PRIMARY KEY);

CREATE TRIGGER customer_came AFTER INSERT ON customer BEGIN
  INSERT INTO customer_todo SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM customer_todo WHERE row = NEW.id);
END;
CREATE TRIGGER customer_changed AFTER UPDATE OF search_key, attributes_json, city, country, description ON customer
WHEN OLD.search_key <> NEW.search_key OR OLD.attributes_json IS NOT NEW.attributes_json OR OLD.city IS NOT NEW.city
  OR OLD.country IS NOT NEW.country OR OLD.description IS NOT NEW.description
BEGIN
  INSERT INTO customer_todo SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM customer_todo WHERE row = NEW.id);
END;
CREATE TRIGGER customer_went AFTER DELETE ON customer BEGIN
  UPDATE customer_doc SET row = 0 WHERE row = OLD.id AND row > 0;
  DELETE FROM customer_todo WHERE row = OLD.id;
END;
-- the numbers and labels of a customer's conversations find the customer
CREATE TRIGGER customer_wrote AFTER INSERT ON conversation WHEN NEW.customer > 0 BEGIN
  INSERT INTO customer_todo SELECT NEW.customer WHERE NOT EXISTS (SELECT 1 FROM customer_todo WHERE row = NEW.customer);
END;
CREATE TRIGGER customer_labelled AFTER UPDATE OF customer, labels ON conversation
WHEN NEW.customer > 0 AND (OLD.customer IS NOT NEW.customer OR OLD.labels <> NEW.labels)
BEGIN
  INSERT INTO customer_todo SELECT NEW.customer WHERE NOT EXISTS (SELECT 1 FROM customer_todo WHERE row = NEW.customer);
END;

-- By which version the terms were made; rows up to "reached" are still to be taken in, from the newest down.
CREATE TABLE words_state (
  kind TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  reached INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO words_state VALUES ('message', '', 0), ('customer', '', 0);
