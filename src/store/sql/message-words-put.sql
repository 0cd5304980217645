INSERT INTO message_words (rowid, terms) VALUES (?, ?)
