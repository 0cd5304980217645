INSERT INTO change_log (kind, row) VALUES (?, ?)
