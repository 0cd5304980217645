INSERT INTO message_doc (doc, row) VALUES (?, ?)
