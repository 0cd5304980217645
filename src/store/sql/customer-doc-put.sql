INSERT INTO customer_doc (doc, row) VALUES (?, ?)
