INSERT INTO draft (conversation, is_private, text, caret, updated_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (conversation, is_private) DO UPDATE SET text = excluded.text, caret = excluded.caret, updated_at = excluded.updated_at,
  sources = NULL
