INSERT INTO example (target, text, message, at) VALUES (?1, ?2, nullif(?3, 0), unixepoch()) ON CONFLICT (target, text) DO NOTHING
