-- a draft that is nothing but files so far
INSERT INTO draft (conversation, is_private, text, caret, updated_at) VALUES (?, ?, '', 0, unixepoch())
ON CONFLICT (conversation, is_private) DO UPDATE SET updated_at = excluded.updated_at
