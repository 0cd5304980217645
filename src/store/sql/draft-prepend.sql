INSERT INTO draft (conversation, is_private, text, caret, updated_at) VALUES (?1, ?2, ?3, length(?3), unixepoch())
ON CONFLICT (conversation, is_private) DO UPDATE SET text = excluded.text || char(10, 10) || text, caret = excluded.caret,
  updated_at = excluded.updated_at
