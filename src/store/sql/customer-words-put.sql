INSERT INTO customer_words (rowid, terms) VALUES (?, ?)
