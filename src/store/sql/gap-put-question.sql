INSERT INTO gap_question (gap, text, locale, conversation, asked_at) VALUES (?1, ?2, ?3, nullif(?4, 0), unixepoch())
