INSERT INTO typing (conversation, name, is_private, until) VALUES (?, ?, ?, unixepoch() + ?)
ON CONFLICT (conversation, name) DO UPDATE SET is_private = excluded.is_private, until = excluded.until
